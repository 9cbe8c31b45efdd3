// What the answer to one paste says when the paste has several denials, or names only the service.
import { expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const ana = 'arn:aws:iam::111122223333:user/ana'
const told = (action: string, resource: string, reason: string): string =>
  `Resource handler returned message: "User: ${ana} is not authorized to perform: ${action} on resource: ${resource} ${reason}" (HandlerErrorCode: AccessDenied)`
const stack = [
  told(
    'dynamodb:CreateTable',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/T',
    'because no identity-based policy allows the dynamodb:CreateTable action',
  ),
  told('iam:CreateRole', 'arn:aws:iam::111122223333:role/x', 'with an explicit deny in a service control policy'),
].map((reason, i) => `2026-11-01 10:00:0${i} UTC  CREATE_FAILED  Part${i}  ${reason}`)

test('all denials of a paste are listed, and the one that the answer is about', async () => {
  const { stdout } = await runWith(['diagnose'], stack.join('\n'))
  expect(stdout).toContain('What you pasted has 2 denials of 2 kinds. This answer is about number 1;')
  expect(stdout).toContain(`  1. ${ana} → dynamodb:CreateTable, implicit-deny (identity)`)
  expect(stdout).toContain(`  2. ${ana} → iam:CreateRole, explicit-deny (scp)`)
})

test('the answer to another one says so', async () => {
  const { stdout } = await runWith(['diagnose'], JSON.stringify({ paste: stack.join('\n'), which: 1 }))
  expect(stdout).toContain('This answer is about number 2;')
})

test('a single denial has no list', async () => {
  const { stdout } = await runWith(['diagnose'], stack[0])
  expect(stdout).not.toContain('This answer is about number')
})

// https://github.com/hashicorp/terraform/issues/25309
test('the service that answered is named, and its events are looked for', async () => {
  const { stdout } = await runWith(
    ['diagnose'],
    'Error: AccessDenied: Access Denied\n        status code: 403, request id: 37F...A, host id: Qo...Q=',
  )
  expect(stdout).toContain('Amazon S3 denied something')
  expect(stdout).toContain('AttributeKey=EventSource,AttributeValue=s3.amazonaws.com')
  expect(stdout).not.toContain('<EVENT_NAME>')
})

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
test('S3’s explicit deny can come from Block Public Access', async () => {
  const deny = (action: string, resource: string): string =>
    `User: ${ana} is not authorized to perform: ${action} on resource: "${resource}" with an explicit deny in a resource-based policy`
  const { stdout } = await runWith(['diagnose'], deny('s3:GetObject', 'arn:aws:s3:::data-b/x.csv'))
  expect(stdout).toContain('aws s3api get-public-access-block --bucket data-b')
  const { stdout: other } = await runWith(['diagnose'], deny('sqs:SendMessage', 'arn:aws:sqs:us-east-1:444455556666:q'))
  expect(other).not.toContain('get-public-access-block')
})

test('an unnamed model gets the placeholder of a model', async () => {
  const { stdout } = await runWith(
    ['diagnose'],
    'An error occurred (accessDeniedException) when calling the InvokeAgent operation: Access denied when calling Bedrock. Check your request permissions and retry the request.',
  )
  expect(stdout).toContain('::foundation-model/<RESOURCE_ID>')
})
