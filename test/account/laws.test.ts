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
          expect([verdict.decision, verdict.blockedBy, verdict.missingContext]).toEqual([
            alone.decision,
            alone.blockedBy,
            alone.missingContext,
          ])
        }
      },
    ),
    { numRuns: 300 },
  )
})
