// Texts that people pasted in public, cut down to the part that is easy to misread: the subject, the cause, and the certainty of each answer.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = new URL('./pastes/', import.meta.url)

type Row = readonly [
  file: string,
  cause: string,
  certainty: 'confirmed' | 'stated by AWS' | 'likely',
  /** Words that the answer must contain: the caller, the action, and the steps. */
  holds: readonly string[],
  /** Words that it must not contain. */
  lacks?: readonly string[],
]

const app = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const masked = 'dynamodb:us-east-1:XXXXXXXXXXXX:table/T'

// biome-ignore format: one case per line
const rows: readonly Row[] = [
  ['alias.txt', 'lambda-qualifier', 'likely', ['function:MyFunction:QUALIFIER', 'function:MyFunction:*']],
  ['athena.csv', 'no-identity-allow', 'stated by AWS', ['ec2:StartInstances', 'assumed-role/App/s1']],
  ['authdet.json', 'explicit-deny', 'stated by AWS', ['statement “NoProfiles”', 'user/janedoe']],
  ['authid2.txt', 'explicit-deny', 'stated by AWS', ['policy/ExampleDenyPolicy', 'get-request-authorization-details', 'EXAMPLE1a2b3c4d5e6f7g8h9i0j']],
  ['ce-payer.txt', 'cost-explorer-off', 'stated by AWS', ['management account']],
  ['cognito.txt', 'silent-session', 'stated by AWS', ['identity pool', 'classic']],
  ['d1.json', 'bucket-or-object', 'confirmed', ['arn:aws:s3:::example-data', 's3:ListBucket']],
  ['decl2.txt', 'not-by-policy', 'stated by AWS', ['describe-effective-policy', 'DECLARATIVE_POLICY_EC2']],
  ['doc.md', 'not-authorization', 'likely', ['Policy 2']],
  ['execrole.txt', 'service-role', 'stated by AWS', ['ec2:CreateNetworkInterface', 'The function’s execution role', 'get-function-configuration'], ['get-caller-identity']],
  ['execrole2.txt', 'service-role', 'stated by AWS', ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'the function’s execution role'], ['lambda:CreateEventSourceMapping', 'get-caller-identity']],
  ['execrole3.txt', 'service-role', 'stated by AWS', ['sqs:SendMessage', 'the function’s execution role'], ['get-caller-identity']],
  ['frag-as-policy.json', 'bucket-or-object', 'confirmed', ['Read as one statement of an identity-based policy', '"Statement": [']],
  ['frag1.txt', 'bucket-or-object', 'confirmed', ['Read as one statement of an identity-based policy', '"Statement": [']],
  ['frag2.txt', 'bucket-or-object', 'confirmed', ['Read as 2 statements of an identity-based policy', '"Statement": [']],
  ['fuller-second.txt', 'no-identity-allow', 'likely', ['assumed-role/ecsInstanceRole/i-0a921073fe8c4d39f']],
  ['gaad.json', 'not-authorization', 'likely', ['The account has 4 policies']],
  ['hcl-as-policy.json', 'bucket-or-object', 'confirmed', ['my-bucket/a.txt', 'data "aws_iam_policy_document" "app"']],
  ['hcl-jsonencode.txt', 'bucket-or-object', 'stated by AWS', ['aws_iam_role_policy.app (identity-based policy)', 'policy = jsonencode({']],
  ['hcl.txt', 'bucket-or-object', 'stated by AWS', ['aws_iam_policy_document.app', 'arn:aws:s3:::my-bucket/*']],
  ['kms-ip.txt', 'called-by-service', 'likely', ['aws:ViaAWSService', 'aws:SourceIp']],
  ['lambda-errs.txt', 'pass-role-other-service', 'confirmed', ['ecs-tasks.amazonaws.com']],
  ['mcp.json', 'explicit-deny', 'likely', ['NoMcp', 'aws:ViaAWSMCPService']],
  ['ocsf.jsonl', 'no-identity-allow', 'stated by AWS', ['ec2:StartInstances', 'instance/i-1', 'assumed-role/App/s1']],
  ['oidc-correct.txt', 'web-identity-trust', 'likely', ['repo:example-org/app:*', 'no mistake that shows'], ['<USER_NAME>', 'user/']],
  ['oidc-full.json', 'web-identity-trust', 'likely', ['role/deploy', 'repo:example-org/app:*']],
  ['oidc-nocond.txt', 'web-identity-trust', 'likely', ['requires a condition on token.actions.githubusercontent.com:sub'], ['<USER_NAME>']],
  ['passrole-cond.txt', 'pass-role-other-service', 'likely', ['<SERVICE>.amazonaws.com'], ['the request has no iam:PassedToService']],
  ['redacted-angle.txt', 'policies-allow', 'likely', ['`<account-id>` hides a value'], ['another account']],
  ['redacted-index.txt', 'no-identity-allow', 'likely', [`${masked}/index/I`]],
  ['redacted-key.txt', 'depends', 'likely', ['allowed if it is abc'], ['another account']],
  ['redacted-kms.txt', 'called-by-service', 'likely', ['aws:ViaAWSService'], ['another account', '123456789012']],
  ['redacted-match.txt', 'policies-allow', 'likely', [masked], ['another account']],
  ['redacted-sqs.txt', 'no-identity-allow', 'likely', ['sqs:SendMessage', 'sqs:us-east-1:XXXXXXXXXXXX:q']],
  ['redacted-star.txt', 'policies-allow', 'likely', ['`***` hides a value'], ['another account']],
  ['rolearn-user.txt', 'assume-role-target', 'stated by AWS', ['Only a role can be assumed'], ['get-role --role-name shop']],
  ['rolename.txt', 'identity-center-provisions', 'likely', ['role/aws-reserved/sso.amazonaws.com/*', 'followed by the Region']],
  ['run.json', 'no-identity-allow', 'confirmed', ['ec2:us-east-1::image/*', 'security-group/*', 'subnet/*']],
  ['runinst.txt', 'no-identity-allow', 'confirmed', ['network-interface/*', 'security-group/*', 'image/*', 'volume/*']],
  ['s3-nocaller.txt', 'bucket-or-object', 'likely', ['arn:aws:s3:::my-company']],
  ['s3-obj-nocaller.txt', 'bucket-or-object', 'likely', ['s3:PutObject', 'arn:aws:s3:::my-bucket']],
  ['s3-withcaller.json', 'bucket-or-object', 'likely', ['arn:aws:s3:::my-bucket', 'user/jane']],
  ['s3byd.txt', 'incomplete', 'likely', ['arn:aws:s3:::my-bucket/key']],
  ['selfassume.txt', 'trust-does-not-name-caller', 'likely', ['you already are this role']],
  ['slr1.txt', 'service-linked-role', 'likely', ['aws-service-role/network-firewall.amazonaws.com/', '--aws-service-name network-firewall.amazonaws.com']],
  ['slr2.txt', 'service-linked-role', 'likely', ['iam:CreateServiceLinkedRole', 'aws-service-role/ops.apigateway.amazonaws.com/']],
  ['sqsmsg.txt', 'incomplete', 'likely', ['arn:aws:sqs:us-east-1:111122223333:my-queue'], ['<QUEUE_NAME>', '123456789012']],
  ['ssmstar.txt', 'no-identity-allow', 'stated by AWS', ['often because the name in the call was empty or wrong']],
  ['ssocreate.txt', 'identity-center-provisions', 'stated by AWS', ['with your permissions', 'sso.amazonaws.com/*']],
  ['star.txt', 'trust-does-not-name-caller', 'likely', ['--role-name app', `Caller: ${app}`], ['role/app*']],
  ['two.txt', 'no-identity-allow', 'stated by AWS', ['group/0448a468-4071-7006-7853-88485ab0c559', 'identitystore/d-906752b26f']],
  ['yaml1.txt', 'bucket-or-object', 'confirmed', ['Read as one statement of an identity-based policy', 'arn:aws:s3:::my-bucket/*']],
  ['yaml2.txt', 'bucket-or-object', 'confirmed', ['app (identity-based policy)', 'arn:aws:s3:::my-bucket/*']],
  ['yaml3.txt', 'bucket-or-object', 'confirmed', ['Policy 1', 'arn:aws:s3:::my-bucket/*']],
  ['yaml4.txt', 'bucket-or-object', 'confirmed', ['AppRole (role trust policy), app (identity-based policy)', 'arn:aws:s3:::my-bucket/*']],
]

test('every paste is here', () => {
  expect(rows.map(([file]) => file).toSorted()).toEqual(readdirSync(folder).toSorted())
})

test.each(rows.map((row) => [row[0], row] as const))('%s', async (file, [, cause, certainty, holds, lacks = []]) => {
  const path = new URL(file, folder).pathname
  const { stdout: json } = await runWith(['diagnose', '--json', path])
  const answer = JSON.parse(json)
  expect({ id: answer.cause.id, certainty: answer.cause.certainty }).toEqual({ id: cause, certainty })
  const { stdout: text } = await runWith(['diagnose', path])
  for (const words of holds) expect(text).toContain(words)
  for (const words of lacks) expect(text).not.toContain(words)
})
