// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes policy variables this way
// What a document leaves open: names without a value and masks, but not AWS's own policy variables.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
test.each([
  ['${aws:PrincipalAccount}', 'allowed'],
  ["${aws:PrincipalAccount, 'none'}", 'allowed'],
  ['${aws:username}', 'implicitDeny'],
  ['${*}', 'implicitDeny'],
  ['${var.account}', 'undetermined'],
  ['<account>', 'undetermined'],
])('a condition on the value %s: %s', (value, decision) => {
  const Condition = { StringEquals: { 'aws:ResourceAccount': value } }
  const Statement = { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition }
  const { decide } = compile([{ type: 'identity', document: { Version: '2012-10-17', Statement } }])
  const [principal, resourceAccount] = ['arn:aws:iam::111122223333:user/mary', '111122223333']
  expect(decide({ principal, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', resourceAccount })).toBe(decision)
})
