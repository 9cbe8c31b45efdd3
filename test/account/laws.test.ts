import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAccount, survey, whoCan } from '../../src/account/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
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
