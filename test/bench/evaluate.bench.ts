import {
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs'
import type { Suite } from '../../scripts/bench.ts'
import { compile, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { cpuTime } from '../cpu-time.ts'
import { asNew } from './policies.ts'

const document = (...statements: readonly object[]): object => ({ Version: '2012-10-17', Statement: statements })

const policies: readonly PolicyInput[] = [
  {
    type: 'identity',
    document: document(
      {
        Effect: 'Allow',
        Action: ['s3:Get*', 's3:List*', 's3:DeleteObject', 'billing:Get*'],
        Resource: ['arn:aws:s3:::reports-*/*', 'arn:aws:s3:::reports-*'],
        Condition: {
          StringEquals: { 'aws:PrincipalTag/team': 'finance' },
          IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] },
          DateLessThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' },
        },
      },
      {
        Effect: 'Deny',
        Action: 's3:Delete*',
        Resource: '*',
        Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } },
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

const start = Date.UTC(2026, 10, 1)
let made = 0

/** A request as a trail has them: another session, time, address, age of the MFA, and object each time; some of each kind are denied. */
function newRequest(): Request {
  const i = made++
  return {
    principal: `arn:aws:sts::111122223333:assumed-role/app-${i % 40}/session-${i}`,
    action: actions[i % actions.length] ?? 's3:GetObject',
    resource: `arn:aws:s3:::reports-2026/${i}/q3.csv`,
    context: {
      'aws:PrincipalTag/team': i % 11 === 0 ? 'legal' : 'finance',
      'aws:SourceIp': `${i % 7 === 0 ? 11 : 10}.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`,
      'aws:RequestedRegion': i % 13 === 0 ? 'us-east-1' : 'eu-west-1',
      'aws:CurrentTime': new Date(start + i * 1000).toISOString(),
      'aws:MultiFactorAuthAge': String((i * 37) % 7200),
    },
  }
}

const actions = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject', 's3:GetObjectTagging']
const batch = (): readonly Request[] => Array.from({ length: 20_000 }, newRequest)

const cedarPolicies = `
permit (principal, action in [Action::"GetObject", Action::"GetObjectTagging", Action::"ListBucket", Action::"DeleteObject"], resource)
when { context.team == "finance" && context.path like "arn:aws:s3:::reports-*"
  && (context.ip.isInRange(ip("10.0.0.0/8")) || context.ip.isInRange(ip("203.0.113.0/24")))
  && context.time < 1796083200 };
forbid (principal, action == Action::"DeleteObject", resource) when { context.age > 3600 };
forbid (principal, action, resource) unless { ["eu-west-1", "eu-central-1"].contains(context.region) };
`
const cedarCall = ({ principal, action, resource, context }: Request): StatefulAuthorizationCall => ({
  principal: { type: 'User', id: principal },
  action: { type: 'Action', id: action.slice(3) },
  resource: { type: 'Object', id: resource },
  context: {
    team: String(context?.['aws:PrincipalTag/team']),
    path: resource,
    region: String(context?.['aws:RequestedRegion']),
    time: Date.parse(String(context?.['aws:CurrentTime'])) / 1000,
    age: Number(context?.['aws:MultiFactorAuthAge']),
    ip: { __extn: { fn: 'ip', arg: String(context?.['aws:SourceIp']) } },
  },
  preparsedPolicySetId: 'bench',
  entities: [],
})

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

/** Statements that are about other services than the request. */
const others = (count: number): PolicyInput => ({
  type: 'identity',
  document: document(
    ...Array.from({ length: count }, (_, i) => ({
      Effect: 'Allow',
      Action: [`service${i % 100}:Get*`, `service${i % 100}:Put*`],
      Resource: `arn:aws:service${i % 100}:::thing-${i}/*`,
    })),
  ),
})
const [fewOthers, manyOthers] = [compile([...policies, others(100)]), compile([...policies, others(10_000)])]

const isSame = batch()
  .slice(0, 2000)
  .every((request) => {
    const answer = statefulIsAuthorized(cedarCall(request))
    const allowed = answer.type === 'success' && answer.response.decision === 'allow'
    return allowed === (evaluator.decide(request) === 'allowed')
  })
if (!isSame) throw new Error('Cedar and Whydenied disagree: the comparison would be worth nothing')

/** How often per second of the processor `ask` answers one of 20,000 different requests: the median of several batches. No request is asked twice. */
function rateOf<Item>(ask: (item: Item) => unknown, prepare: (request: Request) => Item): number {
  const rates = Array.from({ length: rounds }, () => {
    const items = batch().map(prepare)
    const milliseconds = cpuTime(() => {
      for (const item of items) ask(item)
    })
    return (items.length / milliseconds) * 1000
  })
  return rates.sort((a, b) => a - b)[rounds >> 1] ?? 0
}
/** So many that the first ones, in which the engine still compiles the code, don't decide. */
const rounds = 15
const asIs = (request: Request): Request => request

/** The figures of 20,000 different requests, for people. */
export function report(): readonly string[] {
  const decide = rateOf((request) => evaluator.decide(request), asIs)
  const cedar = rateOf(statefulIsAuthorized, cedarCall)
  const explain = rateOf((request) => evaluator.explain(request), asIs)
  const few = rateOf((request) => fewOthers.decide(request), asIs)
  const many = rateOf((request) => manyOthers.decide(request), asIs)
  const shown = (rate: number): string => Math.round(rate).toLocaleString('en').padStart(10)
  return [
    'evaluate: 20,000 different requests, none asked twice, by processor time',
    `  decide                                         ${shown(decide)}/s`,
    `  Cedar (WebAssembly, preparsed policies)        ${shown(cedar)}/s  decide is ${(decide / cedar).toFixed(1)}× as fast`,
    `  explain                                        ${shown(explain)}/s`,
    `  decide with 100 statements on other services   ${shown(few)}/s`,
    `  decide with 10,000 statements on other services${shown(many)}/s  costs ${(few / many).toFixed(2)}× as much`,
  ]
}

const request = newRequest()
const partial: Request = { ...request, context: {}, contextIs: 'partial' }

export const suite: Suite = {
  title: 'evaluate: one request again and again',
  tasks: [
    { name: 'decide', fn: () => evaluator.decide(request) },
    { name: 'decide, nothing known of the context', fn: () => evaluator.decide(partial) },
    {
      name: 'compile (policies)',
      fn: () => compile(texts.map((policy) => ({ ...policy, text: asNew(policy.text) }))),
      times: policies.length,
    },
    { name: 'decide over 10,000 statements of its action', fn: () => huge.decide(request) },
    { name: '*a*a*a*a*b* on 10 KB of a', fn: () => stars[0].evaluator.decide(stars[0].request) },
    { name: '*a*a*a*a*b* on 100 KB of a: a tenth of that', fn: () => stars[1].evaluator.decide(stars[1].request) },
    { name: 'compile a policy of 1 KB', fn: () => compile([{ type: 'identity', text: asNew(oneKilobyte) }]) },
  ],
}
