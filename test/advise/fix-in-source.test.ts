// A law of every fix for a document in another language than JSON: in each language, the edited text is read back as the fixed policy, and nothing that the fix leaves alone changes.
import { describe, expect, test } from 'vitest'
import { toSource } from '../../src/advise/deliver/source.ts'
import { sourceOf } from '../../src/advise/source.ts'
import { readAll } from '../../src/denial/index.ts'
import { languagesFor } from '../../src/session/languages.ts'
import { entries, inLanguages, type Policy, type Statement } from './in-languages.ts'

const allow: Statement = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::my-bucket', 'arn:aws:s3:::my-bucket/*'],
}
const deny: Statement = {
  Sid: 'Lock',
  Effect: 'Deny',
  Action: ['s3:*', 'kms:Decrypt'],
  Resource: '*',
  Condition: {
    StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
    Bool: { 'aws:SecureTransport': 'true' },
  },
}
const last: Statement = { Sid: 'Logs', Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: ['*'] }
const trust: Statement = {
  Sid: 'Trust',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
  Action: ['sts:AssumeRole'],
  Condition: { StringEquals: { 'sts:ExternalId': 'abc' } },
}
const policy = (...statements: readonly Statement[]): Policy => ({ Version: '2012-10-17', Statement: statements })
const { Condition: _, ...plainDeny } = deny

const kinds: readonly (readonly [kind: string, before: Policy, after: Policy])[] = [
  ['a statement added', policy(allow), policy(allow, last)],
  ['a statement added to several', policy(allow, deny), policy(allow, deny, last)],
  [
    'a value replaced',
    policy(allow),
    policy({ ...allow, Resource: ['arn:aws:s3:::my-bucket', 'arn:aws:s3:::other/*'] }),
  ],
  [
    'an item added to a list',
    policy(allow, last),
    policy({ ...allow, Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'] }, last),
  ],
  [
    'an item put between others',
    policy(allow, last),
    policy({ ...allow, Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'] }, last),
  ],
  ['an item taken out at the end', policy(allow, last), policy({ ...allow, Action: ['s3:GetObject'] }, last)],
  ['an item taken out at the beginning', policy(allow, last), policy({ ...allow, Action: ['s3:ListBucket'] }, last)],
  ['a text becomes a list', policy(deny), policy({ ...deny, Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] })],
  [
    'an operator replaced',
    policy(deny, last),
    policy(
      {
        ...deny,
        Condition: {
          StringNotLike: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      },
      last,
    ),
  ],
  [
    'an operator and its value replaced',
    policy(trust),
    policy({ ...trust, Condition: { StringLike: { 'sts:ExternalId': 'ab*' } } }),
  ],
  [
    'a condition key replaced',
    policy(trust),
    policy({ ...trust, Condition: { StringEquals: { 'sts:RoleSessionName': 'abc' } } }),
  ],
  [
    'a condition added',
    policy(plainDeny, last),
    policy(
      { ...plainDeny, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } } },
      last,
    ),
  ],
  [
    'a further operator added',
    policy(deny, last),
    policy(
      {
        ...deny,
        Condition: {
          ...Object(deny.Condition),
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' },
        },
      },
      last,
    ),
  ],
  [
    'a further key added',
    policy(trust),
    policy({ ...trust, Condition: { StringEquals: { 'sts:ExternalId': 'abc', 'aws:SourceAccount': '111122223333' } } }),
  ],
  [
    'a value added to a condition',
    policy(deny),
    policy({
      ...deny,
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1', 'us-east-1'] },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    }),
  ],
  [
    'a condition taken out',
    policy(deny, last),
    policy({ ...deny, Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } } }, last),
  ],
  [
    'the first condition taken out',
    policy(deny, last),
    policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, last),
  ],
  ['all conditions taken out', policy(trust, last), policy({ ...trust, Condition: undefined }, last)],
  [
    'an element becomes its opposite',
    policy(deny),
    policy({ ...deny, Action: undefined, NotAction: ['s3:*', 'kms:Decrypt', 'iam:GetRole'] }),
  ],
  [
    'a Deny split in two',
    policy(allow, deny, last),
    policy(
      allow,
      { ...deny, Action: ['kms:Decrypt'] },
      {
        ...deny,
        Sid: 'Lock2',
        Action: ['s3:*'],
        Condition: {
          ...Object(deny.Condition),
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' },
        },
      },
      last,
    ),
  ],
  [
    'a principal added',
    policy(trust),
    policy({
      ...trust,
      Principal: { AWS: ['arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/other'] },
    }),
  ],
  [
    'a principal of another type added',
    policy(trust),
    policy({ ...trust, Principal: { AWS: 'arn:aws:iam::111122223333:role/app', Service: 'ec2.amazonaws.com' } }),
  ],
  [
    'a principal replaced',
    policy(trust),
    policy({ ...trust, Principal: { AWS: 'arn:aws:iam::111122223333:user/mary' } }),
  ],
  [
    'a variable of AWS added',
    policy(allow),
    policy({
      ...allow,
      Resource: ['arn:aws:s3:::my-bucket', 'arn:aws:s3:::my-bucket/*', 'arn:aws:s3:::home/${aws:username}/*'],
    }),
  ],
]

/** Documents with one entry as a text or a list mean the same. */
const meaning = (text: string): unknown => {
  const walk = (value: unknown, isLeaf: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, true))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        entries(value)
          .map(([key, each]) => [
            key,
            key === 'Version' || key === 'Sid' || key === 'Effect'
              ? each
              : walk(typeof each === 'object' ? each : [each], true),
          ])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      )
    return isLeaf ? String(value) : value
  }
  return walk(JSON.parse(text).Statement, false)
}

const read = async (text: string) => readAll(text, await languagesFor([text])).documents

describe.each(inLanguages)('%s', (_name, write) => {
  test.each(kinds)('%s', async (kind, before, after) => {
    const pasted = write(before)
    const found = await read(pasted)
    // CDK's calls are a document each.
    const changed = found.findIndex(
      (document, i) =>
        found.length > 1 &&
        JSON.stringify(meaning(document.text)) !==
          JSON.stringify(meaning(JSON.stringify(policy(after.Statement[i] ?? {})))),
    )
    const index = Math.max(0, found.length > 1 && changed < 0 ? found.length - 1 : changed)
    const document = found[index]
    if (!document) throw new Error('not read')
    const added = after.Statement.length - before.Statement.length
    const wanted = found.length > 1 ? policy(...after.Statement.slice(index, index + 1 + added)) : after
    const source = sourceOf(document, pasted)
    const text = source && toSource(document.text, JSON.stringify(wanted), source)
    if (!source || text === undefined) throw new Error(`no edit of\n${pasted}`)
    const edited = pasted.replace(source.text, () => text)
    const again = await read(edited)
    const statements = again.flatMap((each) => JSON.parse(each.text).Statement)
    expect(meaning(JSON.stringify({ Statement: statements })), edited).toEqual(meaning(JSON.stringify(after)))
    // Comments stay, but for those behind what is taken out.
    const comments = (text: string): number => text.split('why').length
    const lost = comments(pasted) - comments(edited)
    expect(lost).toBeLessThanOrEqual(/taken out/.test(kind) ? 1 : 0)
  })
})

/** The document with another policy in it, in its own language; undefined where that has no place. */
async function edited(pasted: string, change: (policy: Policy) => unknown): Promise<string | undefined> {
  const [document] = await read(pasted)
  const source = document && sourceOf(document, pasted)
  const text = source && toSource(document.text, JSON.stringify(change(JSON.parse(document.text))), source)
  return text === undefined ? undefined : pasted.replace(source?.text ?? '', () => text)
}
const asFirst =
  (change: object) =>
  ({ Version, Statement: [first, ...others] }: Policy): Policy => ({
    Version,
    Statement: [{ ...first, ...change }, ...others],
  })
const withSecond =
  (change: object) =>
  ({ Version, Statement: [first] }: Policy): Policy => ({ Version, Statement: [first ?? {}, { ...first, ...change }] })

describe('names of the program stay names', () => {
  test.each<[what: string, pasted: string, change: (policy: Policy) => unknown, written: string]>([
    [
      'Terraform',
      'data "aws_iam_policy_document" "d" {\n  statement {\n    effect    = "Deny"\n    actions   = ["s3:*"]\n    resources = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"]\n  }\n}',
      withSecond({ Action: ['kms:*'] }),
      'resources = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"]\n  }\n}',
    ],
    [
      'CloudFormation',
      'Resources:\n  P:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Deny\n            Action: s3:*\n            Resource: !Sub "${Bucket.Arn}/*"\n',
      withSecond({ Action: 'kms:*' }),
      '          - Effect: Deny\n            Action: "kms:*"\n            Resource: !Sub "${Bucket.Arn}/*"',
    ],
    [
      'CDK',
      "role.addToPolicy(new iam.PolicyStatement({\n  effect: iam.Effect.DENY,\n  actions: ['s3:*'],\n  resources: [bucket.arnForObjects('*'), bucket.bucketArn],\n}));",
      asFirst({ Action: ['s3:*', 'kms:*'] }),
      "  actions: ['s3:*', 'kms:*'],\n  resources: [bucket.arnForObjects('*'), bucket.bucketArn],",
    ],
    [
      'Python',
      'role.add_to_policy(iam.PolicyStatement(actions=["s3:*"], resources=[f"{bucket.bucket_arn}/*"]))',
      asFirst({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      'resources=[f"{bucket.bucket_arn}/*"], conditions={\n    "Bool": {\n        "aws:SecureTransport": "true",\n    },\n})',
    ],
  ])('%s', async (_, pasted, change, written) => {
    expect(await edited(pasted, change)).toContain(written)
  })
})

describe('a change has no place in what is made elsewhere', () => {
  const more = asFirst({ Action: ['s3:GetObject', 's3:PutObject'] })
  test.each<[what: string, pasted: string, change: (policy: Policy) => unknown]>([
    [
      'a function around a list',
      'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = toset(["s3:GetObject"])\n    resources = ["*"]\n  }\n}',
      asFirst({ Action: [] }),
    ],
    [
      'a sum of lists',
      'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = concat(["s3:GetObject"], var.more)\n    resources = ["*"]\n  }\n}',
      more,
    ],
    [
      'a local value',
      'locals {\n  actions = ["s3:GetObject"]\n}\ndata "aws_iam_policy_document" "d" {\n  statement {\n    actions   = local.actions\n    resources = ["*"]\n  }\n}',
      more,
    ],
    [
      'a loop',
      'data "aws_iam_policy_document" "d" {\n  dynamic "statement" {\n    for_each = var.all\n    content {\n      actions   = ["s3:GetObject"]\n      resources = [statement.value]\n    }\n  }\n}',
      withSecond({ Sid: 'Two' }),
    ],
    [
      'a sum of texts',
      "new aws.iam.Policy('a', { policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:' + verb, Resource: '*' }] }) })",
      asFirst({ Action: 's3:GetObject' }),
    ],
    [
      'an alias of YAML',
      'x: &a\n  - s3:GetObject\nResources:\n  P:\n    PolicyDocument:\n      Statement:\n        - Effect: Allow\n          Action: *a\n          Resource: "*"\n',
      more,
    ],
  ])('%s', async (_, pasted, change) => {
    const text = await edited(pasted, change)
    if (text === undefined) return
    // Where it has one after all, it's read back.
    const [before, after] = [await read(pasted), await read(text)]
    const wanted = change(JSON.parse(before[0]?.text ?? '{}'))
    expect(meaning(after[0]?.text ?? '{}'), text).toEqual(meaning(JSON.stringify(wanted)))
  })
})
