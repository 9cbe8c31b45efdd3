// An error without an action still shows which service answered, if only by the tool's words.
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

test.each<[text: string, service: string | undefined]>([
  // https://github.com/hashicorp/terraform/issues/25309
  ['Error: AccessDenied: Access Denied\n        status code: 403, request id: 37F...A, host id: Qo...Q=', 's3'],
  // https://github.com/aws/aws-cdk/issues/4039
  [
    ' ❌  my-stack failed: Forbidden: null\n    at Request.extractError (/x/node_modules/aws-sdk/lib/services/s3.js:565:35)',
    's3',
  ],
  // https://github.com/jenkins-infra/jenkins.io/issues/6057
  [
    'You are not authorized to perform this operation. (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation; Request ID: 1)',
    'ec2',
  ],
  ['UnauthorizedOperation: You are not authorized to perform this operation.', 'ec2'],
  ['Access Denied (Service: S3, Status Code: 403, Request ID: G7WJJ5HW0BBZB1WR)', 's3'],
  [
    'AccessDeniedException: (Service: AWSSecretsManager; Status Code: 400; Error Code: AccessDeniedException)',
    'secretsmanager',
  ],
  ['Aws::DynamoDB::Errors::AccessDeniedException: Access Denied', 'dynamodb'],
  ['Unhandled exception. Amazon.SQS.AmazonSQSException: Access to the resource is denied', 'sqs'],
  ['AccessDeniedException: UnknownError at x (/app/node_modules/@aws-sdk/client-kms/dist-cjs/index.js:1)', 'kms'],
  // https://github.com/owncloud/core/issues/24713
  ['There was an error with message: Aws\\S3\\Exception\\AccessDeniedException: Access Denied.', 's3'],
  ['"Exception": "Aws\\\\Sqs\\\\Exception\\\\SqsException", "Message": "Access Denied"', 'sqs'],
  // https://github.com/iterate-ch/cyberduck/issues/17029
  ['Access denied (Amazon S3)\nCannot replace folder /vendors/a.html with file a.html.', 's3'],
  ['AccessDenied: Access Denied', undefined],
  // An action says more.
  ['An error occurred (AccessDenied) when calling the GetObject operation: Access Denied, host id: x=', undefined],
])('%s', (text, service) => {
  const denial = readDenial(text)
  expect([denial.kind, denial.service]).toEqual(['access-denied', service])
})
