// Messages that aren’t about a denied permission: the sentence that the reader gets.
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

test.each<[text: string, sentence: RegExp]>([
  [
    'InvalidSignatureException: Signature expired: 20261101T000000Z is now earlier than 20261101T001000Z',
    /clock is wrong/,
  ],
  ['SignatureDoesNotMatch: the signature we calculated does not match', /mistyped secret access key/],
  ['error: You must be logged in to the server (Unauthorized)', /does not know who you are.*access entry/],
  ['Error from server (Forbidden): pods is forbidden: User "a" cannot list resource "pods"', /RBAC/],
  ['FATAL: PAM authentication failed for user "app"', /rds-db:connect/],
  ['An error occurred (PendingVerification) when calling the RunInstances operation: being validated', /AWS Support/],
  // https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html
  [
    'An error occurred (AccountDisabled) when calling the StartInstances operation: The functionality you have requested has been administratively disabled for this account.',
    /AWS Support/,
  ],
  // https://github.com/hashicorp/terraform-provider-aws/issues/15420, https://github.com/hashicorp/terraform-provider-aws/issues/42743
  ['Error: error getting S3 Bucket location: Unauthorized: Unauthorized', /ICP recordal/],
  [
    'Error: reading S3 Bucket (b) location: operation error S3: HeadBucket, https response error StatusCode: 401, RequestID: V2D8, HostID: d6tT=, api error Unauthorized: Unauthorized',
    /ICP recordal/,
  ],
  ['An error occurred (UnauthorizedAccessError) when calling the GetObject operation: Unauthorized', /ICP recordal/],
  ['An error occurred (LimitExceeded): Cannot exceed quota for AccessKeysPerUser: 2', /at most two access keys/],
  ['An error occurred (LimitExceeded): Cannot exceed quota for RolesPerAccount: 1000', /Service Quotas/],
  ['AccessDenied: Access Denied, endpoint https://acme.r2.cloudflarestorage.com', /S3-compatible API but is not AWS/],
  ['The Access Key Id you provided does not exist in our records.', /is not AWS/],
  [
    '  File "/venv/lib/python3.13/site-packages/moto/core/responses.py"\nAn error occurred (AccessDenied) when calling the ListUsers operation: User: arn:aws:iam::123456789012:user/u is not authorized to perform: iam:ListUsers',
    /moto/,
  ],
  ['error=access_denied&error_description=denied', /OAuth/],
  ['{"message":"Missing Authentication Token"}', /not signed.*path/],
  [
    'An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code.',
    /MFA device/,
  ],
  ['java.security.AccessControlException: access denied ("java.io.FilePermission")', /on your side/],
  [
    "An error occurred (UnmodifiableEntity): the protected role 'A' - this role is only modifiable by AWS",
    /belongs to an AWS service/,
  ],
])('%s', (text, sentence) => {
  expect(readDenial(text).insteadOf).toMatch(sentence)
})
