// Values that people and tools hide before they show a message: the same mask is the same value, and no mask proves anything.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isMaskedAccount, masksInName } from '../../src/iam/index.ts'
import { applyEdit } from '../../src/text/index.ts'
import { diagnosisOf } from './read-case.ts'

const policy = (resource: string, more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'dynamodb:Query', Resource: resource, ...more }],
  })
const table = (account: string, name = 'T'): string => `arn:aws:dynamodb:us-east-1:${account}:table/${name}`
const message = (account: string, name = 'T'): string =>
  `User: arn:aws:sts::${account}:assumed-role/app/i-1 is not authorized to perform: dynamodb:Query on resource: ${table(account, name)}`
const decide = async (paste: string, document: string) => {
  const diagnosis = await diagnosisOf(paste, [{ name: 'P', type: 'identity', text: document }])
  return { ...diagnosis, decision: diagnosis.verdict?.decision }
}

const stackAccount = '${AWS::AccountId}'
const masks = [
  'XXXXXXXXXXXX',
  'xxxxxxxxxxxx',
  '<account-id>',
  '<ACCOUNT ID>',
  '***',
  '************',
  '1111…',
  '1234XXXXXXXX',
  '****5678',
  stackAccount,
  '${account}',
  '{{account}}',
  '[REDACTED]',
  'REDACTED',
  'ACCOUNT_ID',
  'your-account-id',
  '$ACCOUNT',
  '12345',
]

describe('an account that is hidden', () => {
  test.each(masks)('%s equals itself, in the message and in the policy', async (mask) => {
    const { decision, cause, notices, request } = await decide(message(mask), policy(table(mask)))
    expect(decision).toBe('allowed')
    expect(cause.id).toBe('policies-allow')
    expect(notices.join()).toContain(`\`${mask}\` hides a value`)
    expect(request?.resource).toBe(table(mask))
  })
  test.each(masks)('%s is never the reason for a difference', async (mask) => {
    const { decision, verdict, cause, fixes } = await decide(message(mask), policy(table('111122223333')))
    expect(decision).toBe('undetermined')
    expect(verdict?.missingContext).toEqual([mask])
    expect(verdict?.questions[0]?.outcomes).toContainEqual({ value: '111122223333', decision: 'allowed' })
    expect(cause.certainty).toBe('likely')
    expect(fixes).toEqual([])
  })
  test.each(masks.filter((mask) => mask !== stackAccount))(
    '%s in the policy alone is as little known',
    async (mask) => {
      const { decision } = await decide(message('111122223333'), policy(table(mask)))
      expect(decision).toBe('undetermined')
    },
  )
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
  it('a template’s own account is assumed to be the caller’s', async () => {
    const { decision, notices, cause } = await decide(message('111122223333'), policy(table(stackAccount)))
    expect(decision).toBe('allowed')
    expect(notices.join()).toContain('we assume AWS::AccountId to be 111122223333')
    expect(cause.certainty).toBe('likely')
  })
  test.each(masks)('%s never shows as another account', async (mask) => {
    const answer = await decide(message(mask), policy(table(mask, 'U')))
    expect(answer.decision).toBe('implicitDeny')
    expect(JSON.stringify({ ...answer, verdict: [answer.verdict?.closest, answer.verdict?.gates] })).not.toMatch(
      /123456789012|9000000|masked\d/,
    )
    const [fix] = answer.fixes
    expect(fix?.after).toContain(JSON.stringify(table(mask)))
    expect(fix?.edit && applyEdit(policy(table(mask, 'U')), fix.edit)).toBe(fix?.after)
    expect(answer.cause.certainty).toBe('likely')
  })
  it('two masks are unknown relative to each other', async () => {
    const { decision } = await decide(message('XXXXXXXXXXXX'), policy(table('YOUR_ACCOUNT_ID')))
    expect(decision).toBe('undetermined')
  })
  it('an odd but literal part stays as it is', async () => {
    const resource = 'arn:aws:cloudformation:us-east-1:aw:transform/Serverless-2016-10-31'
    const { request, cause, fixes } = await decide(
      `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: cloudformation:CreateChangeSet on resource: ${resource}`,
      policy('*'),
    )
    expect(request?.resource).toBe(resource)
    // No account is called "aw": the name is wrong, and no policy should get it.
    expect(cause.id).toBe('arn-mismatch')
    expect(fixes).toEqual([])
  })
})

describe('a name that is hidden', () => {
  const read = (key: string): string =>
    `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::${key}`
  const get = (key: string): string => policy(`arn:aws:s3:::${key}`, { Action: 's3:GetObject' })
  test.each(['<bucket-name>', '${BUCKET}', '[redacted]', 'xxxxxxxx', 'my-XXXX-data', '***'])('%s', async (mask) => {
    expect((await decide(read(`${mask}/a.txt`), get(`${mask}/*`))).decision).toBe('allowed')
    expect((await decide(read(`${mask}/a.txt`), get('my-2026-data/*'))).decision).toBe('undetermined')
    expect((await decide(read(`${mask}/a.txt`), get(`${mask}/b.txt`))).decision).toBe('implicitDeny')
  })
  it('a bracket in a key is part of the key', () => {
    expect(masksInName('site/pages/[id].js')).toEqual([])
  })
})

test.each(['111122223333', '111111111111', 'aws', 'aw', 'cloudfront', '', '*', 'us-east-1'])(
  '“%s” in an account’s place hides nothing',
  (text) => {
    expect(isMaskedAccount(text)).toBe(false)
  },
)

test('a mask of an account and of a name equals itself in both places', async () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::[REDACTED]:role/[REDACTED]' }, Action: 'sts:AssumeRole' },
    ],
  })
  const denied =
    'User: arn:aws:sts::[REDACTED]:assumed-role/[REDACTED]/s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::[REDACTED]:role/target'
  const { verdict } = await diagnosisOf(denied, [{ name: 'P', type: 'trust', text: trust }])
  expect(verdict?.decision).toBe('allowed')
})

describe('places', () => {
  it('point into the policy as it was given', async () => {
    const text = policy(table('<acct>', 'U'))
    const { verdict } = await decide(message('<acct>'), text)
    const span = verdict?.closest[0]?.ref.span
    expect(text.slice(span?.from, span?.to)).toBe(text.slice(text.indexOf('[{') + 1, text.lastIndexOf(']')))
  })
  it('a command holds only what a shell takes', async () => {
    const { cause, fetchScript } = await decide(message('$(reboot)<x>'), policy(table('$(reboot)<x>')))
    const commands = [fetchScript, ...cause.steps.map(({ command }) => command)].join('\n')
    expect(commands).not.toContain('$(reboot)')
    expect(commands).not.toContain('<x>')
  })
})

test('law: a case with its one account hidden is decided as with the account shown', async () => {
  const accounts = fc.constantFrom('XXXXXXXXXXXX', '<id>', '***', '1111…')
  const names = fc.constantFrom('T', 'U', 'T/index/I', '*')
  await fc.assert(
    fc.asyncProperty(accounts, names, names, async (mask, asked, allowed) => {
      fc.pre(asked !== '*')
      const shown = await decide(message('111122223333', asked), policy(table('111122223333', allowed)))
      const hidden = await decide(message(mask, asked), policy(table(mask, allowed)))
      expect(hidden.decision).toBe(shown.decision)
    }),
    { seed: 16, numRuns: 40 },
  )
})
