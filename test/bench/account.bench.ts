import type { Suite } from '../../scripts/bench.ts'
import {
  type Account,
  billingTasks,
  billingView,
  decidingPolicies,
  pathsToAdministrator,
  readAccount,
  type Survey,
  survey,
  whoCan,
} from '../../src/account/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { pathsInAccounts } from '../../src/lint/index.ts'
import { cpuTime } from '../cpu-time.ts'
import { randomFrom } from '../random.ts'

const id = '111122223333'
const pick = randomFrom(22)
const actions = [
  's3:GetObject',
  's3:*',
  'billing:Get*',
  'ce:Get*',
  'ec2:Describe*',
  'iam:PassRole',
  'sts:AssumeRole',
  'tax:*',
]

const statement = (): object => ({
  Effect: pick(10) === 0 ? 'Deny' : 'Allow',
  Action: [actions[pick(actions.length)], actions[pick(actions.length)]],
  Resource: pick(5) < 3 ? '*' : `arn:aws:iam::${id}:role/*`,
  ...(pick(10) === 0 ? { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } } : {}),
})
const document = (): object => ({ Version: '2012-10-17', Statement: [statement(), statement()] })

/** An account of so many users and roles, with 0.6 policies each, and 10 levels of SCPs. */
function accountOf(size: number): Account {
  const arnOf = (i: number): string => `arn:aws:iam::${id}:policy/p${i}`
  const count = Math.ceil(size * 0.6)
  const attached = (): readonly object[] => [0, 1, 2].map(() => ({ PolicyName: 'p', PolicyArn: arnOf(pick(count)) }))
  const trust = (i: number): object => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: i % 3 === 0 ? { AWS: `arn:aws:iam::${id}:root` } : { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ],
  })
  const half = Math.floor(size / 2)
  const read = readAccount({
    Policies: Array.from({ length: count }, (_, i) => ({
      Arn: arnOf(i),
      PolicyName: `p${i}`,
      PolicyVersionList: [{ Document: document(), IsDefaultVersion: true }],
    })),
    UserDetailList: Array.from({ length: half }, (_, i) => ({
      Arn: `arn:aws:iam::${id}:user/u${i}`,
      UserName: `u${i}`,
      AttachedManagedPolicies: attached(),
    })),
    RoleDetailList: Array.from({ length: half }, (_, i) => ({
      Arn: `arn:aws:iam::${id}:role/r${i}`,
      RoleName: `r${i}`,
      AttachedManagedPolicies: attached(),
      AssumeRolePolicyDocument: trust(i),
    })),
  })
  if (!read) throw new Error('the listing is an account')
  return read
}

const reference = await loadReference(['billing', 'sts', 's3', 'ce', 'tax'])
const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const scps = Array.from({ length: 10 }, (_, i) => ({
  type: 'scp' as const,
  target: i === 0 ? 'r-ab12' : `ou-ab12-${String(i).padStart(8, '0')}`,
  name: `level ${i}`,
  document: full,
}))
const surveyOf = (account: Account): Survey => survey(account, { policies: scps, facts: {}, reference })
/** Every action of the Billing view that isn't a pattern. */
const billingActions = [...new Set(billingTasks.flatMap(({ patterns }) => patterns))].filter(
  (each) => !each.includes('*'),
)
const question = { action: 'billing:GetBillingData', resource: '*' } as const

const small = accountOf(1000)
const prepared = surveyOf(small)
whoCan(prepared, question)

export const suite: Suite = {
  title: 'Who can do something, per user or role of an account of 1,000',
  tasks: [
    {
      name: 'one by one with evaluate',
      times: 20,
      fn: () => {
        for (const principal of small.principals.slice(0, 20))
          compile(decidingPolicies(prepared, question, principal), {}, reference).explain({
            principal: principal.arn,
            ...question,
            contextIs: 'partial',
          })
      },
    },
    {
      name: 'Billing, one by one with evaluate',
      times: 5,
      fn: () => {
        for (const principal of small.principals.slice(0, 5))
          for (const action of billingActions)
            compile(decidingPolicies(prepared, { action, resource: '*' }, principal), {}, reference).decide({
              principal: principal.arn,
              action,
              resource: '*',
              contextIs: 'partial',
            })
      },
    },
    { name: 'who-can, with chains of roles', times: 1000, fn: () => whoCan(prepared, question) },
    { name: 'the Billing view, 11 tasks', times: 1000, fn: () => billingView(prepared) },
  ],
}

/** Seconds of the processor at growing sizes: linear work takes twice as long for twice as many. */
export function report(): readonly string[] {
  return [2500, 5000, 10_000, 20_000, 50_000].map((size) => {
    const account = accountOf(size)
    const surveyed = surveyOf(account)
    const first = cpuTime(() => whoCan(surveyed, question))
    const billing = size > 10_000 ? undefined : cpuTime(() => billingView(surveyed))
    const paths = size > 10_000 ? undefined : cpuTime(() => pathsToAdministrator(surveyed, pathsInAccounts))
    const memory = Math.round(process.memoryUsage().rss / 1e6)
    const seconds = (milliseconds: number | undefined): string =>
      milliseconds === undefined ? '–' : `${(milliseconds / 1000).toFixed(2)} s`
    return `account of ${size}: first question ${seconds(first)}, Billing ${seconds(billing)}, paths to administrator ${seconds(paths)}, ${memory} MB`
  })
}
