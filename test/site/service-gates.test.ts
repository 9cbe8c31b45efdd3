import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { supportsRcp } from '../../src/iam/index.ts'
import { gatePages } from '../../src/reference/index.ts'
import { serviceGates } from '../../src/site/service-gates.ts'

const { prefixes } = await loadReference([])
const rows = serviceGates(prefixes)
const row = (service: string) => rows.find((each) => each.service === service)

test('every service has a row, and every row names pages that are known', () => {
  expect([...prefixes.keys()].filter((service) => !row(service))).toEqual([])
  expect(rows.flatMap(({ sources }) => sources).filter((name) => !gatePages.has(name))).toEqual([])
})

test('a shared resource type keeps its remark in parentheses', () => {
  const types = rows.flatMap(({ ram }) => ram)
  expect(types.filter((type) => !/^[^(),]+(?: \([^(),]+\))?$/.test(type))).toEqual([])
})

test('the table agrees with the evaluator about RCPs', () => {
  expect(rows.filter(({ service, rcp }) => rcp !== supportsRcp(service))).toEqual([])
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
test.each([
  ['s3', 'resourcePolicy', 'yes'],
  ['sqs', 'resourcePolicy', 'yes'],
  ['rds', 'resourcePolicy', 'no'],
  ['codebuild', 'resourcePolicy', 'sharing'],
  ['organizations', 'resourcePolicy', 'delegation'],
  ['xray', 'resourcePolicy', 'services'],
  // Destinations let accounts in, log groups only services: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html
  ['logs', 'resourcePolicy', 'some'],
  ['sns', 'rcp', false],
  ['kms', 'rcp', true],
  ['iam', 'authorizationId', true],
  // "kms:DisableKey … with an explicit deny in a service control policy: arn:aws:organizations::…", in public reports
  ['kms', 'policyArnInMessages', true],
  ['dynamodb', 'policyArnInMessages', true],
  ['sqs', 'policyArnInMessages', false],
  ['s3', 'vpcEndpointPolicy', 'yes'],
  // AWS's list of PrivateLink leaves these out; the guides of the services have them.
  ['s3express', 'vpcEndpointPolicy', 'yes'],
  ['cognito-idp', 'vpcEndpointPolicy', 'yes'],
  ['cognito-identity', 'vpcEndpointPolicy', 'yes'],
  ['aoss', 'vpcEndpointPolicy', 'no endpoint'],
] as const)('%s: %s is %j', (service, gate, answer) => {
  expect(row(service)?.[gate]).toBe(answer)
})
