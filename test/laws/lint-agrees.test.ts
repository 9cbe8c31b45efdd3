// Where lint says that a part of a policy has no effect or allows nothing, `evaluate` decides every request alike without that part.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type Finding, lint } from '../../src/lint/index.ts'
import { applyEdit } from '../../src/text/index.ts'
import { seed } from '../random.ts'

const reference = await loadReference('s3 sqs ce'.split(' '))

const bucket = 'arn:aws:s3:::reports'
const queue = 'arn:aws:sqs:us-east-1:111122223333:jobs'
const actions = [
  's3:GetObject',
  's3:Get*',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:*',
  'sqs:SendMessage',
  'sqs:*',
  'ce:GetTags',
  '*',
]
const resources = [bucket, `${bucket}/*`, `${bucket}/2026/*`, 'arn:aws:s3:::*', queue, 'arn:aws:*:*:*:jobs', '*']
const conditions = [
  undefined,
  { StringEquals: { 's3:prefix': 'home/' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
]

interface Written {
  readonly Effect: string
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: object
}
const some = (pool: readonly string[]) => fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 })
const statements: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('Allow', 'Allow', 'Deny'), some(actions), some(resources), fc.constantFrom(...conditions))
  .map(([Effect, Action, Resource, Condition]) => ({ Effect, Action, Resource, ...(Condition ? { Condition } : {}) }))
const policies = fc
  .tuple(fc.array(statements, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 0, 1))
  .map(([list, copies]) => JSON.stringify({ Version: '2012-10-17', Statement: [...list, ...list.slice(0, copies)] }))

/** Requests as AWS makes them: an action with a resource of its type, and keys that come together. */
const requests = [
  ['s3:GetObject', `${bucket}/a`],
  ['s3:GetObject', `${bucket}/2026/a`],
  ['s3:ListBucket', bucket],
  ['s3:ListBucket', 'arn:aws:s3:::other'],
  ['s3:GetBucketTagging', bucket],
  ['s3:ListAllMyBuckets', '*'],
  ['sqs:SendMessage', queue],
  ['ce:GetTags', '*'],
].flatMap(([action = '', resource = '']) =>
  [
    {},
    { 'aws:SourceIp': '203.0.113.9', 'aws:SecureTransport': 'true' },
    { 'aws:SourceIp': '198.51.100.7', 'aws:SecureTransport': 'false' },
    { 'aws:SourceVpce': 'vpce-1', 'aws:SourceVpc': 'vpc-1' },
    // Only listing carries a prefix: https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
    ...(action === 's3:ListBucket' ? [{ 's3:prefix': 'home/', 'aws:SourceIp': '203.0.113.9' }] : []),
  ].map((context) => ({ action, resource, context })),
)

type Request = (typeof requests)[number]
const principal = 'arn:aws:iam::111122223333:user/mateojackson'
const decide = (text: string, { action, resource, context }: Request) =>
  compile([{ type: 'identity', name: 'policy', document: JSON.parse(text) }], {}).decide({
    principal,
    action,
    resource,
    resourceAccount: '111122223333',
    context,
    contextIs: 'complete',
  })
const decisions = (text: string, asked: readonly Request[] = requests) => asked.map((request) => decide(text, request))

/** The policy without the statement that a finding is in. */
function withoutStatement(text: string, { path }: Finding): string | undefined {
  const index = Number(/^\/Statement\/(\d+)/.exec(path)?.[1])
  const policy: { Statement: readonly unknown[] } = JSON.parse(text)
  const rest = policy.Statement.filter((_, i) => i !== index)
  return rest.length === 0 ? undefined : JSON.stringify({ ...policy, Statement: rest })
}

const partOf = (text: string, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, key) =>
        typeof node === 'object' && node !== null
          ? Object.entries(node).find(([name]) => name === key)?.[1]
          : undefined,
      JSON.parse(text),
    )

/** The requests for the actions that a text of the policy stands for. */
const askedBy = (pattern: unknown): readonly Request[] =>
  requests.filter(({ action }) => {
    const prefix = String(pattern).toLowerCase().replace(/\*$/, '')
    return String(pattern).endsWith('*') ? action.toLowerCase().startsWith(prefix) : action.toLowerCase() === prefix
  })

const seen = new Map<string, number>()

/** What each code claims, as a comparison of decisions. */
const laws: Readonly<Record<string, (text: string, finding: Finding) => void>> = {
  REDUNDANT_ACTION: withFix,
  REDUNDANT_RESOURCE: withFix,
  REDUNDANT_STATEMENT: withoutIt,
  DEAD_STATEMENT: withoutIt,
  CONDITIONS_NEVER_MET_TOGETHER: withoutIt,
  // "This allows nothing of the action": the statement alone doesn't allow it.
  ACTION_RESOURCE_MISMATCH: allowsNone,
  CONDITION_KEY_NOT_FOR_EVERY_ACTION: allowsNone,
  ACTION_NEEDS_STAR_RESOURCE: allowsNone,
}

function withFix(text: string, { fix }: Finding): void {
  if (fix) expect(decisions(applyEdit(text, fix))).toEqual(decisions(text))
}

function withoutIt(text: string, finding: Finding): void {
  const rest = withoutStatement(text, finding)
  if (rest !== undefined) expect(decisions(rest)).toEqual(decisions(text))
}

function allowsNone(text: string, { path }: Finding): void {
  const statement = partOf(text, path.split('/').slice(0, 3).join('/'))
  const pattern = partOf(text, path)
  if (typeof pattern !== 'string') return
  const alone = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...Object(statement), Effect: 'Allow', Action: pattern }],
  })
  expect(decisions(alone, askedBy(pattern)).filter((decision) => decision === 'allowed')).toEqual([])
}

test('a finding that a part has no effect is right for every request', () => {
  fc.assert(
    fc.property(policies, (text) => {
      for (const finding of lint({ text, policyType: 'identity', reference })) {
        const law = laws[finding.code]
        if (!law) continue
        seen.set(finding.code, (seen.get(finding.code) ?? 0) + 1)
        law(text, finding)
      }
    }),
    { numRuns: 400, seed },
  )
  // A law that no policy came under proves nothing.
  expect([...seen.keys()].sort()).toEqual(Object.keys(laws).sort())
})
