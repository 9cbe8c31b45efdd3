import { allow, allowFor, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const destination = 'arn:aws:logs:eu-central-1:444455556666:destination:central'

export const logs: readonly ServiceDenial[] = [
  {
    title: 'Names of log groups end in :*',
    message: notAllowed(
      'logs:PutLogEvents',
      'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/orders:log-stream:2026/11/28',
    ),
    cause:
      'A log stream is a separate resource below its group. A policy that ends in the group’s name doesn’t match it.',
    check: { says: 'Look at the end of the ARN in your policy.' },
    fix: {
      says: 'Name the group and everything below it.',
      policy: own(
        allow(
          ['logs:CreateLogStream', 'logs:PutLogEvents'],
          [
            'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/orders',
            'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/orders:*',
          ],
        ),
      ),
    },
    verify: 'Run the program again. You should see its log.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  },
  {
    title: 'Sending logs to another account',
    message: `User: arn:aws:iam::111122223333:user/mateojackson is not authorized to perform: logs:PutSubscriptionFilter on resource: ${destination}`,
    cause: 'The destination has an access policy of its own, and your account or organization isn’t in it.',
    check: {
      command: 'aws logs describe-destinations --query "destinations[].accessPolicy" --output text',
      says: 'Run it in the destination’s account. You should see your account or organization.',
    },
    fix: {
      says: 'The owner adds this to the destination’s policy. Your own account must allow it, too.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { AWS: 'arn:aws:iam::111122223333:user/mateojackson' },
            { Action: 'logs:PutSubscriptionFilter', Resource: destination },
          ),
        ],
      },
    },
    verify: 'Create the subscription filter again.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html',
    article: 'policies/cross-account',
  },
  {
    title: 'CloudWatch Logs can’t deliver a test message',
    message:
      'An error occurred (InvalidParameterException) when calling the PutSubscriptionFilter operation: Could not deliver test message to specified Kinesis stream. Check if the given kinesis stream is in ACTIVE state and the role has permission to perform PutRecord.',
    cause: 'The role of the filter can’t write to the stream, or CloudWatch Logs can’t assume the role.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `logs.amazonaws.com`. The role also needs `kinesis:PutRecord` on the stream.',
    },
    fix: {
      says: 'Let CloudWatch Logs assume the role.',
      policy: trusts('logs.amazonaws.com', 'arn:aws:iam::111122223333:role/LogsToKinesis', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Create the subscription filter again.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
    article: 'roles/service-roles',
  },
]
