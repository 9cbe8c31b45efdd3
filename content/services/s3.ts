import { allow, allowFor, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

export const s3: readonly ServiceDenial[] = [
  {
    title: 'The policy names the bucket, not its objects',
    message: notAllowed('s3:GetObject', '"arn:aws:s3:::amzn-s3-demo-bucket/reports/2026.csv"'),
    cause:
      'To S3, a bucket and its objects are separate resources. A policy with `arn:aws:s3:::amzn-s3-demo-bucket` doesn’t match anything inside the bucket.',
    check: {
      says: 'Look for an ARN that ends in `/*` in your policy. `s3:ListBucket` needs the bucket’s ARN, and `s3:GetObject` the objects’.',
    },
    fix: {
      says: 'Add the objects to the caller’s policy.',
      policy: own(allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/reports/*')),
    },
    verify: 'Run `aws s3api head-object --bucket <BUCKET_NAME> --key <KEY>`. You should see the size of the object.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    article: 'policies/s3-bucket',
  },
  {
    title: 'Only “Access Denied”, without a reason',
    message: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    cause:
      'S3 names the reason only to callers in the bucket owner’s account or organization. These two words come from another organization, an anonymous request, a directory bucket, or a bucket whose downloads the requester pays for. From another account of the organization, they can also come from a VPC endpoint policy.',
    check: {
      command: 'aws s3api head-bucket --bucket <BUCKET_NAME> --expected-bucket-owner <ACCOUNT_ID>',
      says: 'A 403 with your own account number means that someone else owns the bucket.',
    },
    fix: {
      says: 'The bucket’s owner adds you to the bucket policy. Your own account must allow the request, too.',
      policy: {
        type: 'resource',
        statements: [
          allowFor({ AWS: user }, { Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/reports/*' }),
        ],
        request: { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/reports/2026.csv' },
      },
    },
    verify: 'Download an object. If the requester pays, add `--request-payer requester`.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    article: 'messages/no-detail',
  },
  {
    title: 'HeadObject says 403, although the object may not exist',
    message: 'An error occurred (403) when calling the HeadObject operation: Forbidden',
    cause:
      'A HEAD request has no body, so no reason arrives. Without `s3:ListBucket`, S3 also answers 403 instead of 404 when there is no such object.',
    check: {
      command: 'aws s3api list-objects-v2 --bucket <BUCKET_NAME> --prefix <KEY> --max-keys 1',
      says: '`AccessDenied` means that `s3:ListBucket` is missing. `KeyCount` 0 means that the object doesn’t exist.',
    },
    fix: {
      says: 'Allow listing, so that a missing object is reported as missing.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket', { StringLike: { 's3:prefix': 'reports/*' } }),
        ),
        request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::amzn-s3-demo-bucket' },
        context: { 's3:prefix': 'reports/2026.csv' },
      },
    },
    verify: 'Repeat the request. You should see 200, or 404 for an object that doesn’t exist.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    article: 'messages/not-found-403',
  },
  {
    title: 'The object is encrypted, and the key is denied',
    message: notAllowed(
      'kms:Decrypt',
      'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ),
    cause:
      'The bucket encrypts with a KMS key. Reading also needs `kms:Decrypt` on that key, and writing `kms:GenerateDataKey`. An upload in parts needs both. If the key is `aws/s3`, no other account can use it.',
    check: {
      command: 'aws s3api head-object --bucket <BUCKET_NAME> --key <KEY> --query "[ServerSideEncryption,SSEKMSKeyId]"',
      says: '`aws:kms` comes with the ARN of the key.',
    },
    fix: {
      says: 'Allow the key, only through S3. The key policy must let your account decide, or name you.',
      policy: {
        ...own(
          allow(
            ['kms:Decrypt', 'kms:GenerateDataKey'],
            'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
            { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
          ),
        ),
        context: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' },
      },
    },
    verify: 'Download the object.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    article: 'policies/kms-key',
  },
  {
    title: 'A public bucket policy can’t be saved',
    message: `An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: ${user} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::amzn-s3-demo-bucket" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    cause: 'Block Public Access is on for the bucket, the account, or the organization. No permission is missing.',
    check: {
      command: 'aws s3control get-public-access-block --account-id <ACCOUNT_ID>',
      says: '`"BlockPublicPolicy": true` means that the account denies public policies.',
    },
    fix: {
      says: 'Name the readers in the policy instead of `"Principal": "*"`, or put CloudFront in front of the bucket.',
    },
    verify:
      'Save the policy. `aws s3api get-bucket-policy-status --bucket <BUCKET_NAME>` should say `"IsPublic": false`.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    article: 'policies/s3-block-public-access',
  },
  {
    title: 'The bucket blocks uploads with customer-provided keys',
    message: `An error occurred (AccessDenied) when calling the PutObject operation: User: ${user} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::amzn-s3-demo-bucket/reports/2026.csv" because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type`,
    cause: 'A setting of the bucket denies SSE-C. No policy decides this.',
    check: {
      command: 'aws s3api get-bucket-encryption --bucket <BUCKET_NAME>',
      says: '`BlockedEncryptionTypes` lists `SSE-C`.',
    },
    fix: { says: 'Upload without the SSE-C headers, or ask the bucket’s owner to change the encryption settings.' },
    verify: 'Upload without the headers. It should work.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
  },
]
