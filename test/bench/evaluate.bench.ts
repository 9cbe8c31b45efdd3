import {
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs'
import type { Suite } from '../../scripts/bench.ts'
import { compile, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { asNew } from './policies.ts'

const document = (...statements: readonly object[]): object => ({ Version: '2012-10-17', Statement: statements })

const policies: readonly PolicyInput[] = [
  {
    type: 'identity',
    document: document(
      {
        Effect: 'Allow',
        Action: ['s3:Get*', 's3:List*', 'billing:Get*'],
        Resource: ['arn:aws:s3:::reports-*/*', 'arn:aws:s3:::reports-*'],
        Condition: {
          StringEquals: { 'aws:PrincipalTag/team': 'finance' },
          IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] },
        },
      },
      {
        Effect: 'Deny',
        Action: 's3:Delete*',
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ),
  },
  {
    type: 'permissions-boundary',
    document: document({ Effect: 'Allow', Action: ['s3:*', 'ec2:*', 'billing:*'], Resource: '*' }),
  },
  {
    type: 'scp',
    target: 'r-root',
    document: document(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
      },
    ),
  },
]

/** Requests that differ in caller, object, address and Region; half of them are denied. */
const requests: readonly Request[] = Array.from({ length: 64 }, (_, i) => ({
  principal: `arn:aws:iam::111122223333:user/user-${i % 8}`,
  action: i % 4 === 3 ? 's3:PutObject' : 's3:GetObject',
  resource: `arn:aws:s3:::reports-2026/${i}/q3.csv`,
  context: {
    'aws:PrincipalTag/team': 'finance',
    'aws:SourceIp': `10.1.2.${i}`,
    'aws:RequestedRegion': i % 3 === 0 ? 'us-east-1' : 'eu-west-1',
    'aws:MultiFactorAuthPresent': 'true',
  },
}))
const partial = requests.map((request) => ({ ...request, context: {}, contextIs: 'partial' as const }))

const cedarPolicies = `
permit (principal, action in [Action::"GetObject", Action::"ListBucket"], resource)
when { context.team == "finance" && context.path like "arn:aws:s3:::reports-*"
  && (context.ip.isInRange(ip("10.0.0.0/8")) || context.ip.isInRange(ip("203.0.113.0/24"))) };
forbid (principal, action == Action::"DeleteObject", resource) when { !context.mfa };
forbid (principal, action, resource) unless { ["eu-west-1", "eu-central-1"].contains(context.region) };
`
const cedarCalls: readonly StatefulAuthorizationCall[] = requests.map(({ principal, action, resource, context }) => ({
  principal: { type: 'User', id: principal },
  action: { type: 'Action', id: action.slice(3) },
  resource: { type: 'Object', id: resource },
  context: {
    team: 'finance',
    mfa: true,
    path: resource,
    region: String(context?.['aws:RequestedRegion']),
    ip: { __extn: { fn: 'ip', arg: String(context?.['aws:SourceIp']) } },
  },
  preparsedPolicySetId: 'bench',
  entities: [],
}))

const parsed = preparsePolicySet('bench', { staticPolicies: cedarPolicies })
if (parsed.type !== 'success') throw new Error('Cedar did not take its policies')

const evaluator = compile(policies)
const texts = policies.map(({ document, ...policy }) => ({ ...policy, text: JSON.stringify(document) }))
const huge = compile([
  {
    type: 'identity',
    document: document(
      ...Array.from({ length: 10_000 }, (_, i) => ({
        Effect: 'Allow',
        Action: 's3:Get*',
        Resource: `arn:aws:s3:::b-${i}/*`,
      })),
    ),
  },
])
const starsOf = (length: number) => ({
  evaluator: compile([
    { type: 'identity', document: document({ Effect: 'Allow', Action: '*', Resource: '*a*a*a*a*b*' }) },
  ]),
  request: {
    principal: 'arn:aws:iam::111122223333:user/a',
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${'a'.repeat(length)}`,
  },
})
const stars = [starsOf(10_000), starsOf(100_000)] as const
const oneKilobyte = JSON.stringify(document({ Effect: 'Allow', Action: 's3:Get*', Resource: 'x'.repeat(1000) }))

let next = 0
/** The requests in turn, as a run over many events has them. */
const inTurn = <Item>(items: readonly Item[]): Item => {
  next += 1
  const item = items[next % items.length]
  if (item === undefined) throw new Error('nothing to take turns with')
  return item
}

const answers = cedarCalls.map((call) => statefulIsAuthorized(call))
const isSame = requests.every((request, i) => {
  const answer = answers[i]
  const allowed = answer?.type === 'success' && answer.response.decision === 'allow'
  return allowed === (evaluator.decide(request) === 'allowed')
})
if (!isSame) throw new Error('Cedar and Whydenied disagree: the comparison would be worth nothing')

export const suite: Suite = {
  title: 'evaluate: three policies with conditions',
  tasks: [
    { name: 'Cedar (WebAssembly, preparsed policies)', fn: () => statefulIsAuthorized(inTurn(cedarCalls)) },
    { name: 'decide', fn: () => evaluator.decide(inTurn(requests)) },
    { name: 'decide, nothing known of the context', fn: () => evaluator.decide(inTurn(partial)) },
    { name: 'explain', fn: () => evaluator.explain(inTurn(requests)) },
    {
      name: 'compile (policies)',
      fn: () => compile(texts.map((policy) => ({ ...policy, text: asNew(policy.text) }))),
      times: policies.length,
    },
    { name: 'decide over 10,000 statements', fn: () => huge.decide(inTurn(requests)) },
    { name: '*a*a*a*a*b* on 10 KB of a', fn: () => stars[0].evaluator.decide(stars[0].request) },
    { name: '*a*a*a*a*b* on 100 KB of a: a tenth of that', fn: () => stars[1].evaluator.decide(stars[1].request) },
    { name: 'compile a policy of 1 KB', fn: () => compile([{ type: 'identity', text: asNew(oneKilobyte) }]) },
  ],
}
