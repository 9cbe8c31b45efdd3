// What the organization enforces with a declarative policy: each service has its own effective policy, and no fix is offered.
import { expect, test } from 'vitest'
import { diagnosisOf } from './read-case.ts'

const defaultText = 'This action is denied due to an organizational policy in effect'
const denied = (operation: string, text: string, code = 'AccessDeniedException') =>
  `An error occurred (${code}) when calling the ${operation} operation: ${text}`

test.each<[what: string, paste: string, types: readonly string[]]>([
  ['a VPC', denied('ModifyVpcBlockPublicAccessOptions', defaultText), ['DECLARATIVE_POLICY_EC2']],
  ['snapshots', denied('DisableSnapshotBlockPublicAccess', defaultText), ['DECLARATIVE_POLICY_EC2']],
  [
    'the serial console, in AWS’s other words',
    'Serial console access has been disabled by a Declarative Policy',
    ['DECLARATIVE_POLICY_EC2'],
  ],
  [
    'the account’s buckets',
    denied('PutPublicAccessBlock', 'This account is managed by an organization-level Block Public Access policy'),
    ['S3_POLICY'],
  ],
  ['a bucket', denied('DeletePublicAccessBlock', defaultText, 'AccessDenied'), ['S3_POLICY']],
  [
    'the registry of Amazon ECR',
    denied(
      'PutRegistryScanningConfiguration',
      'The operation did not succeed because the account is managed by a organization policy.',
      'BlockedByOrganizationPolicyException',
    ),
    ['INSPECTOR_POLICY'],
  ],
  [
    'the registry, told by the SDK for Go',
    'operation error ECR: PutRegistryScanningConfiguration, https response error StatusCode: 400, BlockedByOrganizationPolicyException: The operation did not succeed because the account is managed by a organization policy.',
    ['INSPECTOR_POLICY'],
  ],
  ['Amazon Inspector', denied('BatchGetFreeTrialInfo', defaultText), ['INSPECTOR_POLICY']],
  ['Amazon Bedrock', denied('InvokeModel', defaultText), ['BEDROCK_POLICY']],
  ['no service', defaultText, ['DECLARATIVE_POLICY_EC2', 'S3_POLICY']],
])('%s: the command that shows its effective policy', async (_, paste, types) => {
  const { cause, fixes } = await diagnosisOf(paste)
  expect(cause.id).toBe('not-by-policy')
  expect(cause.steps.flatMap(({ command }) => command ?? [])).toEqual(
    types.map((type) => `aws organizations describe-effective-policy --policy-type ${type}`),
  )
  expect(fixes).toEqual([])
})
