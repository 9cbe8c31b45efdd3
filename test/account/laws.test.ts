import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Account,
  type AccountPrincipal,
  billingTasks,
  billingView,
  readAccount,
  survey,
  whatCan,
  whoCan,
} from '../../src/account/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { coversResource } from '../../src/iam/index.ts'
import { type Reference, requiredServices } from '../../src/reference/index.ts'
import { account, allow, group, managed, policy, role, trusting, user } from './build.ts'

const actions = ['s3:GetObject', 's3:PutObject', 'sts:AssumeRole', 'billing:GetBillingData'] as const
const names = ['A', 'B', 'C', 'D'] as const
const resources = [
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/${aws:username}/*',
  'arn:aws:iam::111122223333:role/r1',
] as const

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom<string | readonly string[]>('*', 's3:*', 'sts:*', 'billing:Get*', ...actions),
  Resource: fc.constantFrom(...resources),
  Condition: fc.constantFrom(
    undefined,
    undefined,
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/u1' } },
  ),
})
const document = fc.array(statement, { minLength: 1, maxLength: 3 }).map((statements) => policy(...statements))
const someNames = fc.subarray([...names])
const holds = fc.record({
  attached: someNames,
  inline: fc.array(document, { maxLength: 1 }),
  boundary: fc.constantFrom(undefined, undefined, 'D'),
})
const accounts = fc.record({
  managed: fc.tuple(document, document, document, document),
  users: fc.tuple(holds, holds, holds),
  group: holds,
  roles: fc.tuple(holds, holds),
  scps: fc.array(document, { maxLength: 1 }),
})

const holding = ({ boundary, ...rest }: { attached: string[]; inline: object[]; boundary: string | undefined }) => ({
  ...rest,
  ...(boundary ? { boundary } : {}),
})

test('every answer is the decision of evaluate for that principal with all its policies', () => {
  fc.assert(
    fc.property(
      accounts,
      fc.constantFrom(...actions),
      fc.constantFrom('arn:aws:s3:::b/k', 'arn:aws:iam::111122223333:role/r0', '*'),
      (made, action, resource) => {
        const listing = account(
          ...made.users.map((each, i) => user(`u${i}`, { ...holding(each), groups: i < 2 ? ['g'] : [] })),
          group('g', holding({ ...made.group, boundary: undefined })),
          ...made.roles.map((each, i) =>
            role(`r${i}`, { ...holding(each), trust: trusting('arn:aws:iam::111122223333:root') }),
          ),
          ...names.map((name, i) => managed(name, made.managed[i] ?? allow('*', '*'))),
        )
        const read = readAccount(listing)
        if (!read) throw new Error('the listing is an account')
        const scps = made.scps.map(
          (each): PolicyInput => ({ type: 'scp', name: 'scp', target: 'r-root', document: each }),
        )
        const { answers } = whoCan(survey(read, { policies: scps, facts: {}, reference: undefined }), {
          action,
          resource,
        })
        for (const { principal, verdict } of answers) {
          const trust = read.principals.find(({ arn }) => arn === resource)?.trust
          const all: readonly PolicyInput[] = [
            ...scps,
            ...principal.attachments.map(
              ({ policy: { name, document: doc } }): PolicyInput => ({ type: 'identity', name, document: doc }),
            ),
            ...(principal.boundary
              ? [{ type: 'permissions-boundary', name: 'boundary', document: principal.boundary.document } as const]
              : []),
            ...(trust && action === 'sts:AssumeRole'
              ? [{ type: 'trust', name: 'trust', document: trust.document } as const]
              : []),
          ]
          const alone = compile(all).explain({
            principal: principal.arn,
            action,
            resource,
            context: {},
            contextIs: 'partial',
          })
          // Boundaries and trust policies have other names here.
          const statements = (refs: typeof verdict.decidedBy): readonly string[] => [
            ...new Set(
              refs
                .map(({ policyType, policy: name, statement: at }) =>
                  /boundary|trust/.test(policyType) ? `${policyType} ${at}` : `${policyType} ${name} ${at}`,
                )
                .sort(),
            ),
          ]
          expect([verdict.decision, verdict.blockedBy, verdict.missingContext, statements(verdict.decidedBy)]).toEqual([
            alone.decision,
            alone.blockedBy,
            alone.missingContext,
            statements(alone.decidedBy),
          ])
          if (alone.decision === 'allowed') expect(verdict.canBeAllowed).toBe(true)
        }
      },
    ),
    { numRuns: 300, seed: 22 },
  )
})

const allActions: ReadonlySet<string> = new Set(actions.map((action) => action.toLowerCase()))

/** Only the actions of these laws, so that each can be decided in every account. */
async function smallReference(): Promise<Reference> {
  const reference = await loadReference(['s3', 'sts', 'billing'])
  const services = [...reference.services].map(([prefix, service]) => {
    const kept = [...service.actions].filter(([name]) => allActions.has(`${prefix}:${name}`))
    return [prefix, { ...service, actions: new Map(kept) }] as const
  })
  return { ...reference, services: new Map(services) }
}
const reference = await smallReference()

type Made = typeof accounts extends fc.Arbitrary<infer Account> ? Account : never

/** A generated account as it's read, and its SCPs. */
function accountOf(made: Made): { readonly read: Account; readonly scps: readonly PolicyInput[] } {
  const read = readAccount(
    account(
      ...made.users.map((each, i) => user(`u${i}`, { ...holding(each), groups: i < 2 ? ['g'] : [] })),
      group('g', holding({ ...made.group, boundary: undefined })),
      ...names.map((name, i) => managed(name, made.managed[i] ?? allow('*', '*'))),
    ),
  )
  if (!read) throw new Error('the listing is an account')
  return { read, scps: made.scps.map((each) => ({ type: 'scp', name: 'scp', target: 'r-root', document: each })) }
}

/** Every policy that applies to a principal, as `compile` takes them. */
const policiesOf = (
  { attachments, boundary }: AccountPrincipal,
  scps: readonly PolicyInput[],
): readonly PolicyInput[] => [
  ...scps,
  ...attachments.map(({ policy: { name, document: doc } }): PolicyInput => ({ type: 'identity', name, document: doc })),
  ...(boundary ? [{ type: 'permissions-boundary', name: 'boundary', document: boundary.document } as const] : []),
]

test('what-can: every permission is the decision of evaluate, and none that evaluate allows is left out', () => {
  fc.assert(
    fc.property(accounts, fc.nat(2), (made, which) => {
      const { read, scps } = accountOf(made)
      const principal = read.principals[which]
      if (!principal) throw new Error('no such principal')
      const alone = compile(policiesOf(principal, scps), {}, reference)
      const decide = (action: string, resource: string) =>
        alone.explain({ principal: principal.arn, action, resource, contextIs: 'partial' })
      const found = whatCan(survey(read, { policies: scps, facts: {}, reference }), principal).flatMap(
        ({ permissions }) => permissions,
      )
      for (const { action, resource, except, verdict } of found) {
        const expected = decide(action, resource)
        expect([verdict.decision, verdict.missingContext]).toEqual([expected.decision, expected.missingContext])
        for (const other of except) expect(decide(action, other).decision).not.toBe(verdict.decision)
      }
      for (const action of actions)
        for (const resource of ['arn:aws:s3:::b/k', 'arn:aws:s3:::b/u0/k', 'arn:aws:iam::111122223333:role/r1']) {
          if (decide(action, resource).decision !== 'allowed') continue
          const covering = found.filter(
            (each) =>
              each.action === action && coversResource(each.resource, resource) && each.verdict.decision === 'allowed',
          )
          expect(covering, `${action} on ${resource}`).not.toEqual([])
        }
    }),
    { numRuns: 100, seed: 22 },
  )
})

const billingStatement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom('*', 'budgets:*', 'budgets:View*', 'billing:*', 'ce:*', 'tax:*', 'payments:*', 'account:*'),
  Resource: fc.constantFrom('*', '*', '*', 'arn:aws:budgets::111122223333:budget/x'),
  Condition: fc.constantFrom(undefined, undefined, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
})
const billingDocument = fc.array(billingStatement, { minLength: 1, maxLength: 4 }).map((each) => policy(...each))
const billingReference = await loadReference(requiredServices(billingTasks.flatMap(({ patterns }) => patterns)))

test('Billing: every cell is what evaluate says to the task’s actions, one by one', () => {
  fc.assert(
    fc.property(
      fc.tuple(billingDocument, billingDocument, billingDocument),
      fc.constantFrom({}, { billingIamAccess: true }, { billingIamAccess: false }),
      ([own, ofGroup, boundary], facts) => {
        const read = readAccount(
          account(
            user('u0', { inline: [own], groups: ['g'] }),
            user('u1', { inline: [own], boundary: 'B' }),
            group('g', { inline: [ofGroup] }),
            managed('B', boundary),
          ),
        )
        if (!read) throw new Error('the listing is an account')
        const surveyed = survey(read, { policies: [], facts: {}, reference: billingReference })
        for (const { principal, tasks } of billingView(surveyed, facts)) {
          const alone = compile(policiesOf(principal, []), facts, billingReference)
          for (const { task, can, missing } of tasks) {
            const decided = actionsOf(task.patterns).map((action) => {
              const request = { principal: principal.arn, action, resource: '*' }
              const withMfa = (value: string) => ({ ...request, context: { 'aws:MultiFactorAuthPresent': value } })
              return {
                action,
                decision: alone.decide({ ...request, contextIs: 'partial' }),
                isEverAllowed: ['true', 'false'].some((value) => alone.decide(withMfa(value)) === 'allowed'),
              }
            })
            const left = decided.filter(({ decision }) => decision !== 'allowed')
            expect(missing).toEqual(left.map(({ action }) => action))
            const expected =
              left.length === 0 ? 'yes' : left.every(({ isEverAllowed }) => isEverAllowed) ? 'depends' : 'no'
            expect([task.id, can]).toEqual([task.id, expected])
          }
        }
      },
    ),
    { numRuns: 30, seed: 22 },
  )
})

/** The actions behind a task's patterns, in AWS's spelling. */
const actionsOf = (patterns: readonly string[]): readonly string[] =>
  patterns.flatMap((pattern) => {
    if (!pattern.includes('*')) return [pattern]
    const [prefix = '', start = ''] = pattern.replace('*', '').split(':')
    const service = billingReference.services.get(prefix)
    return [...(service?.actions.values() ?? [])].flatMap(({ name }) =>
      name.toLowerCase().startsWith(start.toLowerCase()) ? [`${prefix}:${name}`] : [],
    )
  })

/** A random account of users and roles that may assume each other; trust by ARN, by account, or for everyone under a condition. */
const graphs = fc.array(
  fc.record({
    trusts: fc.constantFrom('root', 'n0', 'n1', 'service', 'everyone'),
    mayAssume: fc.constantFrom('*', 'n1', 'n2', 'n3', 'none', 'conditional'),
    canRead: fc.boolean(),
  }),
  { minLength: 4, maxLength: 6 },
)

test('a chain is shortest, each of its steps is one that evaluate allows, and none is missed', () => {
  fc.assert(
    fc.property(graphs, (made) => {
      const arnOf = (name: string): string => `arn:aws:iam::111122223333:role/${name}`
      const trustOf = (trusts: string): object => {
        if (trusts === 'root') return trusting('arn:aws:iam::111122223333:root')
        if (trusts === 'everyone') return trusting('*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })
        if (trusts === 'service')
          return policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })
        return trusting(arnOf(trusts))
      }
      const assuming = (mayAssume: string): readonly object[] => {
        if (mayAssume === 'none') return []
        const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }
        if (mayAssume === 'conditional')
          return [policy({ ...statement, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })]
        return [policy({ ...statement, Resource: mayAssume === '*' ? '*' : arnOf(mayAssume) })]
      }
      const read = readAccount(
        account(
          ...made.map(({ trusts, mayAssume, canRead }, i) =>
            role(`n${i}`, {
              trust: trustOf(trusts),
              inline: [...assuming(mayAssume), ...(canRead ? [allow('s3:GetObject', '*')] : [])],
            }),
          ),
        ),
      )
      if (!read) throw new Error('the listing is an account')
      const surveyed = survey(read, { policies: [], facts: {}, reference: undefined })
      const { answers } = whoCan(surveyed, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' })
      // One by one, with every policy: who may assume whom, at least sometimes.
      const assumes = (from: number, to: number): boolean => {
        const [a, b] = [read.principals[from], read.principals[to]]
        if (!a || !b || from === to) return false
        const policies: readonly PolicyInput[] = [
          ...a.attachments.map(({ policy: each }): PolicyInput => ({ type: 'identity', document: each.document })),
          { type: 'trust', document: b.trust?.document },
        ]
        const { decision } = compile(policies).explain({
          principal: a.arn,
          action: 'sts:AssumeRole',
          resource: b.arn,
          contextIs: 'partial',
        })
        return decision === 'allowed' || decision === 'undetermined'
      }
      const distance = made.map(({ canRead }) => (canRead ? 0 : Number.POSITIVE_INFINITY))
      for (let round = 0; round < made.length; round++)
        for (let from = 0; from < made.length; from++)
          for (let to = 0; to < made.length; to++)
            if (assumes(from, to)) distance[from] = Math.min(distance[from] ?? 0, (distance[to] ?? 0) + 1)
      expect(answers.map(({ verdict, chain }) => (verdict.decision === 'allowed' ? 0 : chain?.length))).toEqual(
        distance.map((each) => (Number.isFinite(each) ? each : undefined)),
      )
      for (const { principal, chain } of answers) {
        const steps = [principal, ...(chain ?? []).map(({ role: to }) => to)]
        for (const [i, to] of steps.entries()) {
          const from = steps[i - 1]
          if (from) expect(assumes(read.principals.indexOf(from), read.principals.indexOf(to))).toBe(true)
        }
      }
    }),
    { numRuns: 200, seed: 22 },
  )
})
