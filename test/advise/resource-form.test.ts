// The example that the checker shows for a resource has the form of the denied action’s own resources.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
import { expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference()

test.each([
  ['dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:111122223333:table/<TABLE_NAME>'],
  ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:<QUEUE_NAME>'],
  ['s3:GetObject', 'arn:aws:s3:::<BUCKET_NAME>/<OBJECT_NAME>'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/<ROLE_NAME>'],
  ['ec2:DescribeInstances', '*'],
  ['nosuch:Thing', undefined],
])('%s: %s', (action, form) => {
  const paste = `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action}`
  expect(diagnose({ paste, policies: [] }, reference).resourceForm).toBe(form)
})

test('where the message names no action, there is none', () => {
  expect(diagnose({ paste: 'Access Denied', policies: [] }, reference).resourceForm).toBeUndefined()
})
