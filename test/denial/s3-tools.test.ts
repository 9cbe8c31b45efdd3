// Errors of Amazon S3 that name neither the operation nor the caller: the command, the address, or Terraform's configuration next to them does.
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const s3cmd = (command: string): string =>
  `$ s3cmd ${command}\nERROR: Access to bucket 'logs-1' was denied\nERROR: S3 error: 403 (AccessDenied): Access Denied`

// https://github.com/s3-actions/s3cmd/issues/2, https://github.com/s3tools/s3cmd/issues/762, https://s3tools.org/usage
test.each<[command: string, action: string | undefined, resource: string | undefined]>([
  ['--requester-pays ls s3://logs-1', 's3:ListBucket', 'arn:aws:s3:::logs-1'],
  ['ls', 's3:ListAllMyBuckets', undefined],
  ['info s3://logs-1', 's3:GetBucketLocation', 'arn:aws:s3:::logs-1'],
  ['get s3://logs-1/2024/a.gz', 's3:GetObject', 'arn:aws:s3:::logs-1/2024/a.gz'],
  ['put a.gz s3://logs-1/2024/a.gz', 's3:PutObject', 'arn:aws:s3:::logs-1/2024/a.gz'],
  ['mb s3://logs-1', 's3:CreateBucket', 'arn:aws:s3:::logs-1'],
  // Its first calls worked, and nothing says which one failed.
  ['info s3://logs-1/2024/a.gz', undefined, undefined],
])('s3cmd %s: %s', (command, action, resource) => {
  const { kind, actionDerived, actionCandidates, impliedResource } = readDenial(s3cmd(command))
  // A command isn't the name of an operation: the answer says that it's assumed.
  expect({ kind, actionDerived, actionCandidates }).toEqual({
    kind: 'access-denied',
    actionDerived: undefined,
    actionCandidates: action === undefined ? [] : [action],
  })
  if (resource !== undefined) expect(impliedResource).toBe(resource)
})

// https://github.com/generalui/s3p/issues/5: above it is another command, which worked.
test.each([
  ['ls --bucket logs-1 --prefix data/', 'arn:aws:s3:::logs-1'],
  ['cp --bucket logs-1 --to-bucket copy', 'arn:aws:s3:::logs-1'],
  ['summarize --prefix data/ --bucket logs-1', 'arn:aws:s3:::logs-1'],
])('s3p %s lists the bucket first', (command, resource) => {
  const text = `works\naws s3 ls s3://logs-1/data/\n\ndoes not work\nnpx s3p ${command}\nError: Access Denied\n    at Request.extractError (/node_modules/aws-sdk/lib/services/s3.js:711:35)\n  code: 'AccessDenied',`
  expect(readDenial(text)).toMatchObject({ actionCandidates: ['s3:ListBucket'], impliedResource: resource })
})

// https://github.com/s3tools/s3cmd/issues/484: the command was "put", and its first request, about the bucket, was denied.
test.each([
  ['GET', '/?location', 's3:GetBucketLocation'],
  ['GET', '/?delimiter=/', 's3:ListBucket'],
  ['GET', '/a/b.gz', 's3:GetObject'],
  ['PUT', '/?policy', 's3:PutBucketPolicy'],
])('a debug log of s3cmd: %s %s is %s', (method, uri, action) => {
  const text = `s3cmd --debug put a.gz s3://logs-1/a.gz\nDEBUG: Sending request method_string='GET', uri='/?versioning', headers={}\nDEBUG: Sending request method_string='${method}', uri='${uri}', headers={}, body=(0 bytes)\nERROR: S3 error: 403 (AccessDenied): Access Denied`
  expect(readDenial(text).actionCandidates).toEqual([action])
})

const xml =
  '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId><HostId>eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran</HostId></Error>'

test.each<[request: string, action: string, resource: string, principal: string | undefined]>([
  [
    'GET https://media.s3.eu-west-1.amazonaws.com/videos/a.mp4',
    's3:GetObject',
    'arn:aws:s3:::media/videos/a.mp4',
    'anonymous',
  ],
  ['HEAD https://media.s3.amazonaws.com/videos/a.mp4', 's3:GetObject', 'arn:aws:s3:::media/videos/a.mp4', 'anonymous'],
  ['GET https://media.s3.amazonaws.com/', 's3:ListBucket', 'arn:aws:s3:::media', 'anonymous'],
  ['PUT https://media.s3.amazonaws.com/up/a.mp4', 's3:PutObject', 'arn:aws:s3:::media/up/a.mp4', undefined],
  [
    'GET https://media.s3.amazonaws.com/a.mp4?X-Amz-Credential=x&X-Amz-Signature=y',
    's3:GetObject',
    'arn:aws:s3:::media/a.mp4',
    undefined,
  ],
])('%s 403: %s on %s', (request, action, resource, principal) => {
  const denial = readDenial(`${request} 403 (Forbidden)\n${xml}`)
  expect(denial).toMatchObject({
    kind: 'access-denied',
    actionCandidates: [action],
    impliedResource: resource,
    principal,
  })
})

test('a command that is sent without credentials has an anonymous caller', () => {
  // https://github.com/chanzuckerberg/cryoet-data-portal/issues/1854
  const text =
    'aws s3 --no-sign-request sync s3://portal-staging/10440 10440\nfatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied'
  expect(readDenial(text)).toMatchObject({ principal: 'anonymous', principalType: 'anonymous' })
})

const backend =
  'terraform {\n  backend "s3" {\n    bucket         = "state-1"\n    key            = "dev/terraform.tfstate"\n  }\n}\n\n'
const denied = 'AccessDenied: Access Denied\n\tstatus code: 403, request id: HNCW8M4PGSJEX4BD, host id: Aayz'

// https://developer.hashicorp.com/terraform/language/backend/s3
test.each([
  // https://github.com/hashicorp/terraform/issues/18801
  [`${backend}Error loading state: ${denied}`, 's3:GetObject', 'arn:aws:s3:::state-1/dev/terraform.tfstate'],
  // https://github.com/hashicorp/terraform/issues/28614
  [
    `${backend}Failed to save state: failed to upload state: ${denied}`,
    's3:PutObject',
    'arn:aws:s3:::state-1/dev/terraform.tfstate',
  ],
  // https://github.com/hashicorp/terraform/issues/18053
  [`${backend}Error inspecting states in the "s3" backend:\n    ${denied}`, 's3:ListBucket', 'arn:aws:s3:::state-1'],
  // https://github.com/patrickchugh/terravision/issues/105
  [
    'Error refreshing state: Unable to access object "terraform.tfstate" in S3 bucket "state-1": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: PJ504JFXJXCCR8N5, HostID: n0yk, api error Forbidden: Forbidden',
    's3:GetObject',
    'arn:aws:s3:::state-1/terraform.tfstate',
  ],
])('Terraform’s state: %#', (text, action, resource) => {
  const { actionDerived, actionCandidates, impliedResource } = readDenial(text)
  expect([actionDerived ?? actionCandidates[0], impliedResource]).toEqual([action, resource])
})

test('the bucket of another upload, which worked, isn’t the resource', () => {
  // https://github.com/awslabs/aws-deployment-framework/issues/745
  const text = `upload: ./plan.log to s3://plans-1/plan.log\nError saving state: failed to upload state: ${denied}`
  expect(readDenial(text)).toMatchObject({ actionCandidates: ['s3:PutObject'], impliedResource: undefined })
})

test.each([
  'Failed to get existing workspaces: querying Cloud Storage failed: googleapi: Error 403: Access denied, forbidden',
  'Error loading state: stat terraform.tfstate: no such file or directory',
  'AccessDenied: Access Denied\n\tstatus code: 403, request id: x, host id: x\n\nWe use a Dell EMC ECS store.',
])('no denial of AWS: %s', (text) => expect(readDenial(text).kind).toBe('not-authorization'))
