// The messages to an administrator of all examples: short, to someone else than the reader, and without sentences that only the page can say.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, requestText } from '../../src/advise/index.ts'
import { diagnosisOf } from './read-case.ts'

const folder = 'content/examples'
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

test.each(examples)('%s', async (name) => {
  const { paste, policies }: Case = parse(readFileSync(`${folder}/${name}`, 'utf8'))
  const letter = requestText(await diagnosisOf(paste, policies ?? []))
  const [before = ''] = letter.split(/\n\{|\n\nThe message is: /)
  expect(before.split(/\s+/).length).toBeLessThanOrEqual(120)
  const said = letter.replace(
    /^Could you please .*$|^If that doesn’t help, could you please .*$|^If you can’t change this, could you tell me .*$|^The message is: .*$|^If there’s a better way, .*$/gm,
    '',
  )
  expect(said).not.toMatch(/(?<![-\w])your?(?![-\w])|\bpasted?\b|\bgiven here\b/i)
  // A step isn’t where a message says how sure it is, and no clause is glued to a sentence.
  expect(said).not.toMatch(/: (?:Likely|Confirmed|After that)\b/)
  expect(said).not.toMatch(/[^.]\.\.[^.]|\.,|:\.|undefined|\{\{/)
})

// What the steps say first, the message says first, too: the usual reason for such a call comes before a policy that may not help.
// biome-ignore format: one row per line
test.each<[what: string, paste: string, first: string, title: string]>([
  ['the bootstrap of the CDK', "current credentials could not be used to assume 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1', but are for the right account. Proceeding anyway.\nAccessDenied: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version because no identity-based policy allows the ssm:GetParameter action", 'Could you please do this first?', 'Let the caller assume the roles of the CDK bootstrap'],
  ['Block Public Access', 'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::acme-site"', 'I’ll try this first:', 'Check Block Public Access first'],
  ['the task execution role', 'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/app-exec/abc is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action', 'Could you please do this first?', 'Attach AmazonECSTaskExecutionRolePolicy'],
])('%s leads the message and the steps', async (_, paste, first, title) => {
  const diagnosis = await diagnosisOf(paste, [])
  const letter = requestText(diagnosis)
  expect(diagnosis.cause.steps[0].title).toContain(title)
  expect(letter).toContain(`${first}\n- ${title}`)
  expect(letter.indexOf(title)).toBeLessThan(letter.indexOf('make this change'))
})
