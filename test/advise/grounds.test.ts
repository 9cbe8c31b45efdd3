// A fix counts as proved only if nothing that it rests on was assumed.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { reference } from './reference.ts'

const account = '111122223333'
const user = `arn:aws:iam::${account}:user/dev`
const table = 'arn:aws:dynamodb:us-east-1:444455556666:table/T'
const document = (type: PolicyType, ...Statement: readonly object[]) => ({
  name: `the ${type} policy`,
  type,
  text: JSON.stringify({ Version: '2012-10-17', Statement }),
})
const other = document('identity', { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' })
const unlessTls = document('identity', {
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
})

describe('the assumption of a fix', () => {
  test.each<[what: string, call: string, policies: ReturnType<typeof document>[], onlyIf: string | undefined]>([
    [
      'a key policy that wasn’t pasted',
      `${user} kms:Decrypt arn:aws:kms:us-east-1:${account}:key/k1`,
      [other],
      'the key policy trusts the account',
    ],
    [
      'a trust policy that wasn’t pasted',
      `${user} sts:AssumeRole arn:aws:iam::${account}:role/Deploy`,
      [other],
      'the trust policy trusts the account',
    ],
    [
      'a hidden account that can be another one',
      `${user.replace(account, '************')} dynamodb:Query ${table}`,
      [other],
      'the caller and the resource are in one account',
    ],
    [
      'a value that a Deny asks for',
      `${user} sqs:SendMessage arn:aws:sqs:us-east-1:${account}:q`,
      [unlessTls],
      'the call is as assumed',
    ],
    ['nothing', `${user} sqs:SendMessage arn:aws:sqs:us-east-1:${account}:q`, [other], undefined],
    [
      'nothing within one hidden account',
      `${user} sqs:SendMessage arn:aws:sqs:us-east-1:${account}:q`.replaceAll(account, '************'),
      [other],
      undefined,
    ],
  ])('%s', (_, call, policies, onlyIf) => {
    const [caller, action, resource] = call.split(' ')
    const paste = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`
    const last = diagnose({ paste, policies }, reference).fixes.at(-1)
    expect(last?.proof.after.decision).toBe('allowed')
    expect(last?.onlyIf).toBe(onlyIf)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
test('the root user of another account is let in alone: its ARN as a Principal means everyone in the account', () => {
  const root = `arn:aws:iam::${account}:root`
  const paste = `User: ${root} is not authorized to perform: dynamodb:Query on resource: ${table} because no resource-based policy allows the dynamodb:Query action`
  const [fix] = diagnose({ paste, policies: [] }, reference).fixes
  expect(JSON.parse(fix?.after ?? '').Statement).toMatchObject([
    { Principal: { AWS: root }, Condition: { ArnLike: { 'aws:PrincipalArn': root } } },
  ])
})

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
describe('a service control policy that only denies: FullAWSAccess is assumed next to it', () => {
  const resource = `arn:aws:sqs:us-east-1:${account}:q`
  const message = `User: ${user} is not authorized to perform: sqs:SendMessage on resource: ${resource}`
  const all = document('identity', { Effect: 'Allow', Action: '*', Resource: '*' })
  const denies = document('scp', { Effect: 'Deny', Action: 'sqs:*', Resource: '*' })
  const deniesOther = document('scp', { Effect: 'Deny', Action: 'ec2:*', Resource: '*' })
  test.each<[says: string, policies: ReturnType<typeof document>[], certainty: string, onlyIf: string | undefined]>([
    [
      ' with an explicit deny in a service control policy',
      [denies, all],
      'confirmed',
      'FullAWSAccess is attached next to it',
    ],
    [
      ' because no service control policy allows the sqs:SendMessage action',
      [deniesOther, all],
      'stated by AWS',
      'this is the level that doesn’t allow it',
    ],
    ['', [denies, all], 'confirmed', undefined],
  ])('“%s”', (says, policies, certainty, onlyIf) => {
    const { cause, fixes } = diagnose({ paste: `${message}${says}`, policies }, reference)
    expect(cause.certainty).toBe(certainty)
    expect(fixes.at(-1)?.onlyIf).toBe(onlyIf)
  })
})

// A key always asks its own policy, too. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
test('an exemption from a Deny on a key is proved if the key policy, which wasn’t pasted, trusts the account', () => {
  const paste = `User: ${user} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:${account}:key/k1 with an explicit deny in an identity-based policy`
  const own = document(
    'identity',
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' },
  )
  const last = diagnose({ paste, policies: [own] }, reference).fixes.at(-1)
  expect(last?.proof.after.decision).toBe('allowed')
  expect(last?.onlyIf).toBe('the key policy trusts the account')
})
