// Outputs that list grants and access control lists: found in a paste, kept there, and counted like policies.
import { expect, test } from 'vitest'
import { diagnose, sortPaste } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { answerFor } from '../session/answer-for.ts'

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const role = 'arn:aws:iam::111122223333:role/app'
const denied = (action: string, resource: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
/** The output of aws kms list-grants. https://docs.aws.amazon.com/cli/latest/reference/kms/list-grants.html */
const grants = (more: object): string =>
  JSON.stringify(
    {
      Grants: [
        {
          KeyId: key,
          GrantId: '0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60',
          Name: 'app',
          CreationDate: '2026-11-01T09:00:00+00:00',
          GranteePrincipal: role,
          IssuingAccount: 'arn:aws:iam::111122223333:root',
          Operations: ['Decrypt', 'DescribeKey'],
          ...more,
        },
      ],
    },
    null,
    2,
  )
/** The output of aws s3api get-bucket-acl. https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-acl.html */
const acl = JSON.stringify({
  Owner: { DisplayName: 'me', ID: 'a1' },
  Grants: [
    { Grantee: { ID: 'a1', Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' },
    { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' },
  ],
})
const ownership = JSON.stringify({ OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } })
const decisionOf = (paste: string) => diagnose({ paste, policies: [] }).verdict?.decision

test.each([
  ['list-grants', grants({}), ['kms-grants']],
  ['get-bucket-acl', acl, ['bucket-acl']],
  ['get-bucket-ownership-controls', ownership, ['bucket-acl']],
  ['an error in between', `${acl}\n${denied('kms:Decrypt', key)}\n${grants({})}`, ['bucket-acl', 'kms-grants']],
  ['no grants', '{"Grants": []}', []],
  ['grants of something else', '{"Grants": [{"Name": "x"}]}', []],
  ['an output that is cut off', grants({}).slice(0, -9), []],
])('%s', (_, paste, types) => {
  expect(readAll(paste).listed.map(({ type }) => type)).toEqual(types)
})

test('the denial is read from what stands around the output, and its places stay', () => {
  const paste = `${grants({})}\n${denied('kms:Decrypt', key)}`
  const { denial, rest } = readAll(paste)
  expect(denial.principal).toBe('arn:aws:sts::111122223333:assumed-role/app/s')
  expect(rest).toBe(paste)
})

test.each([
  ['the grant is for the role', grants({}), 'kms:Decrypt', 'allowed'],
  ['another operation', grants({}), 'kms:Sign', 'implicitDeny'],
  ['another role', grants({ GranteePrincipal: `${role}-2` }), 'kms:Decrypt', 'implicitDeny'],
  ['another key', grants({ KeyId: `${key.slice(0, -1)}c` }), 'kms:Decrypt', 'implicitDeny'],
])('a pasted grant counts: %s', (_, list, action, decision) => {
  expect(decisionOf(`${denied(action, key)}\n${list}`)).toBe(decision)
})

test.each([
  ['readers may list', acl, 's3:ListBucket', 'allowed'],
  ['readers may not write', acl, 's3:PutObject', 'implicitDeny'],
  ['lists are turned off by another output', `${acl}\n${ownership}`, 's3:ListBucket', 'implicitDeny'],
])('a pasted access control list counts: %s', (_, list, action, decision) => {
  const message = `User: anonymous is not authorized to perform: ${action} on resource: arn:aws:s3:::amzn-s3-demo-bucket because no resource-based policy allows the ${action} action`
  expect(decisionOf(`${message}\n${list}`)).toBe(decision)
})

test('the reader is told that it counts, and it stays in the paste', () => {
  const paste = `${denied('kms:Decrypt', key)}\n${grants({})}`
  const sorted = sortPaste({ paste, policies: [] })
  expect(sorted?.notices).toEqual(['What you pasted holds the grants on a KMS key. It’s evaluated where it is.'])
  expect(sorted?.given.paste).toBe(paste)
})

test('the checker answers with it, also where it was put into a policy’s card', async () => {
  const pasted = await answerFor(`${denied('kms:Decrypt', key)}\n${grants({})}`)
  expect(pasted.diagnosis.verdict?.decision).toBe('allowed')
  const inCard = await answerFor(denied('kms:Decrypt', key), [{ name: 'Policy 1', text: grants({}) }])
  expect(inCard.diagnosis.verdict?.decision).toBe('allowed')
  expect(inCard.sorted?.given.policies).toEqual([])
  expect(inCard.sorted?.notices).toContain('Policy 1 isn’t a policy, so it was moved to what you pasted.')
})
