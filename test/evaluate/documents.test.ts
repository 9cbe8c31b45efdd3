// Documents as text or as values, good and broken.
import { expect, test } from 'vitest'
import { compile, type DocumentInput } from '../../src/evaluate/index.ts'
import { here, key, role, session, user } from './scenario.ts'

const grants = (grant: object): object => ({ Grants: [{ KeyId: key, GranteePrincipal: role, ...grant }] })
const decide = (input: Omit<DocumentInput, 'type'>, action = 'kms:Decrypt', context = {}): string =>
  compile([{ type: 'kms-grants', ...input }]).decide({ principal: session, action, resource: key, context })

test.each<[title: string, input: Omit<DocumentInput, 'type'>, decision: string]>([
  ['a value', { document: grants({ Operations: ['Decrypt'] }) }, 'allowed'],
  ['a text', { text: JSON.stringify(grants({ Operations: ['Decrypt'] })) }, 'allowed'],
  ['a text that isn’t JSON', { text: '{' }, 'implicitDeny'],
  ['nothing', {}, 'implicitDeny'],
  ['another value', { document: 'x' }, 'implicitDeny'],
  ['a key’s ID', { document: grants({ KeyId: key.split('/')[1], Operations: ['Decrypt'] }) }, 'allowed'],
  ['no key', { document: grants({ KeyId: undefined, Operations: ['Decrypt'] }) }, 'implicitDeny'],
  ['a key that is none', { document: grants({ KeyId: 'a b', Operations: ['Decrypt'] }) }, 'implicitDeny'],
  ['an operation that is none', { document: grants({ Operations: ['*', 7] }) }, 'implicitDeny'],
  [
    'a service',
    { document: grants({ GranteePrincipal: 's3.amazonaws.com', Operations: ['Decrypt'] }) },
    'implicitDeny',
  ],
  ['no constraint', { document: grants({ Constraints: {}, Operations: ['Decrypt'] }) }, 'allowed'],
  [
    'a constraint',
    { document: grants({ Constraints: { EncryptionContextSubset: { a: 'b' } }, Operations: ['Decrypt'] }) },
    'implicitDeny',
  ],
])('%s', (_, input, decision) => {
  expect(decide(input)).toBe(decision)
})

test('a retiring principal can retire the grant', () => {
  expect(decide({ document: grants({ Operations: [], RetiringPrincipal: role }) }, 'kms:RetireGrant')).toBe('allowed')
})

const bucket = 'arn:aws:s3:::reports'
const readers = { Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' }
const list = (inputs: readonly Omit<DocumentInput, 'type'>[], principal = 'anonymous'): string =>
  compile(inputs.map((input) => ({ type: 'bucket-acl', ...input }))).decide({
    principal,
    action: 's3:ListBucket',
    resource: bucket,
    resourceAccount: here,
  })

test.each<[title: string, inputs: readonly Omit<DocumentInput, 'type'>[], decision: string]>([
  ['a list', [{ document: { Grants: [readers] } }], 'allowed'],
  ['of this bucket', [{ target: bucket, document: { Grants: [readers] } }], 'allowed'],
  ['of another bucket', [{ target: `${bucket}-2`, document: { Grants: [readers] } }], 'implicitDeny'],
  ['of something that isn’t a bucket', [{ target: 'reports', document: { Grants: [readers] } }], 'implicitDeny'],
  ['everything', [{ document: { Grants: [{ ...readers, Permission: 'FULL_CONTROL' }] } }], 'allowed'],
  ['another permission', [{ document: { Grants: [{ ...readers, Permission: 'X' }] } }], 'implicitDeny'],
  ['no permission', [{ document: { Grants: [{ Grantee: readers.Grantee }] } }], 'implicitDeny'],
  [
    'a list that is turned off',
    [{ document: { ObjectOwnership: 'BucketOwnerEnforced', Grants: [readers] } }],
    'implicitDeny',
  ],
  [
    'the owner',
    [{ document: { Owner: { ID: 'a' }, Grants: [{ Grantee: { ID: 'a' }, Permission: 'READ' }] } }],
    'implicitDeny',
  ],
])('an access control list: %s', (_, inputs, decision) => {
  expect(list(inputs)).toBe(decision)
})

test('a canonical user ID can be anyone’s: that is asked', () => {
  const document = { Owner: { ID: 'a' }, Grants: [{ Grantee: { ID: 'b' }, Permission: 'READ' }] }
  expect(list([{ document }], user.replace(here, '444455556666'))).not.toBe('allowed')
})
