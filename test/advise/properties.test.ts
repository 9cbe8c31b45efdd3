import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, diagnose, requestText } from '../../src/advise/index.ts'
import { isBetter } from '../../src/advise/progress.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { type Finding, lint } from '../../src/lint/index.ts'
import { reference } from './reference.ts'

const user = 'arn:aws:iam::111122223333:user/mateojackson'
const callers = [
  user,
  'arn:aws:sts::111122223333:assumed-role/Finance/mary',
  'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0a1b/mary',
  'arn:aws:iam::111122223333:root',
  'lambda.amazonaws.com',
  'anonymous',
]
const actions = [
  'ce:GetCostAndUsage',
  's3:GetObject',
  'iam:PassRole',
  'sts:AssumeRole',
  'kms:Decrypt',
  'billing:GetWidget',
]
const resources = [
  '*',
  'my-widget',
  'arn:aws:s3:::invoices/a.csv',
  'arn:aws:iam::444455556666:role/Deploy',
  'arn:aws:kms:us-east-1:444455556666:key/1',
]
const reasons = [
  '',
  ' with an explicit deny in a service control policy',
  ' with an explicit deny in an identity-based policy',
  ' because no permissions boundary allows the action',
  ' because no resource-based policy allows the action',
]

const statement = fc.record(
  {
    Sid: fc.constantFrom('A', 'AllowGetObject'),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom('*', { AWS: user }, { AWS: '444455556666' }, { Service: 'lambda.amazonaws.com' }),
    Action: fc.constantFrom<unknown>('*', 's3:*', ['ce:*', 'iam:PassRole'], 'sts:AssumeRole', 'kms:*'),
    NotAction: fc.constantFrom<unknown>('iam:*', ['s3:*']),
    Resource: fc.constantFrom<unknown>('*', 'arn:aws:s3:::invoices/*'),
    Condition: fc.constantFrom<unknown>(
      { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } },
    ),
  },
  { requiredKeys: ['Effect'] },
)

const indents = fc.constantFrom<string | number>(0, 2, 4, '\t')
const policy = fc
  .tuple(fc.option(fc.constantFrom(...policyTypes), { nil: undefined }), fc.array(statement, { maxLength: 3 }), indents)
  .map(([type, statements, indent]) => ({
    name: 'a policy',
    type,
    text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, indent),
  }))

const someCase: fc.Arbitrary<Case> = fc
  .tuple(
    fc.constantFrom(...callers),
    fc.constantFrom(...actions),
    fc.constantFrom(...resources),
    fc.constantFrom(...reasons),
    fc.array(policy, { maxLength: 4 }),
  )
  .map(([caller, action, resource, reason, policies]) => ({
    paste: `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${reason}`,
    policies,
  }))

/** An unlisted action isn’t a mistake of the fix: AWS denied that action, and a notice says that it’s unlisted. */
const isMistake = ({ type, code }: Finding): boolean =>
  type === 'ERROR' && code !== 'INVALID_ACTION' && code !== 'INVALID_SERVICE_IN_ACTION'

describe('diagnose, on anything', () => {
  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 2 }),
        (paste, texts) => {
          const policies = texts.map((text) => ({ name: text, type: undefined, text }))
          expect(requestText(diagnose({ paste, policies, principal: paste, action: paste }, reference))).toContain(
            'Hello',
          )
        },
      ),
    )
  })

  it('shows only fixes that help, as valid JSON, without new errors of our own lint', () => {
    fc.assert(
      fc.property(someCase, (given) => {
        for (const { proof, before, after, policyType, hasPlaceholder } of diagnose(given, reference).fixes) {
          expect(isBetter(proof.after, proof.before)).toBe(true)
          expect(() => JSON.parse(after)).not.toThrow()
          // A placeholder isn't an account or a name: lint says so until it's replaced.
          if (hasPlaceholder) continue
          // A resource that AWS's message names is named in the fix, whatever the service data says of it.
          const isOwn = (text: string, { span }: Finding): boolean =>
            !given.paste.includes(text.slice(span.from + 1, span.to - 1))
          const errors = (text: string): number =>
            text === ''
              ? 0
              : lint({ text, policyType, reference }).filter((found) => isMistake(found) && isOwn(text, found)).length
          expect(errors(after)).toBeLessThanOrEqual(errors(before))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('builds each fix on the one before', () => {
    fc.assert(
      fc.property(someCase, (given) => {
        const { fixes } = diagnose(given, reference)
        for (const [at, { proof }] of fixes.entries()) {
          const earlier = fixes[at - 1]
          if (earlier) expect(isBetter(proof.after, earlier.proof.after)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never removes a Deny', () => {
    const denies = (text: string): number => text.split('"Deny"').length
    fc.assert(
      fc.property(someCase, (given) => {
        for (const { before, after } of diagnose(given, reference).fixes)
          expect(denies(after)).toBe(denies(before || '{}'))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps every statement unchanged, except for an added NotAction entry or condition', () => {
    fc.assert(
      fc.property(someCase, (given) => {
        for (const { before, after } of diagnose(given, reference).fixes) {
          if (before === '') continue
          const kept = statementsIn(after)
          for (const [i, old] of statementsIn(before).entries()) expect(holdsAllOf(kept[i], old)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('adds no statement that is there already', () => {
    fc.assert(
      fc.property(someCase, (given) => {
        for (const { before, after } of diagnose(given, reference).fixes) {
          const old = before === '' ? [] : statementsIn(before)
          const added = statementsIn(after).slice(old.length).map(withoutSid)
          for (const statement of added) expect(old.map(withoutSid)).not.toContainEqual(statement)
          expect(new Set(added.map((each) => JSON.stringify(each))).size).toBe(added.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const statementsIn = (text: string): readonly unknown[] => [JSON.parse(text).Statement ?? []].flat()

const withoutSid = (statement: unknown): unknown => ({ ...Object(statement), Sid: undefined })

/** Has the new value everything of the old one? Lists may be longer, and a lone value may have become a list. */
function holdsAllOf(value: unknown, old: unknown): boolean {
  if (Array.isArray(old) || Array.isArray(value)) {
    const items = [value].flat()
    return [old].flat().every((each) => items.some((item) => holdsAllOf(item, each)))
  }
  if (typeof old !== 'object' || old === null) return value === old
  return Object.entries(old).every(([key, each]) => holdsAllOf(Object(value)[key], each))
}
