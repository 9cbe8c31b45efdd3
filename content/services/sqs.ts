import { allow, allowFor, notAllowedByResource, own, type ServiceDenial } from './service-denial.ts'

const queue = 'arn:aws:sqs:eu-central-1:111122223333:orders'

export const sqs: readonly ServiceDenial[] = [
  {
    title: 'Access to the resource … is denied',
    message:
      'An error occurred (AccessDenied) when calling the SendMessage operation: Access to the resource https://sqs.eu-central-1.amazonaws.com/ is denied.',
    cause:
      'SQS’s old sentence names neither the caller nor the action nor a policy. Your own policy, the queue’s policy, an SCP, or a VPC endpoint policy can be the reason.',
    check: {
      command:
        'aws sqs get-queue-attributes --queue-url <QUEUE_URL> --attribute-names Policy --query Attributes.Policy --output text',
      says: 'Look for a Deny, and in another account for a statement that names you.',
    },
    fix: {
      says: 'Allow the queue in the caller’s policy.',
      policy: { ...own(allow('sqs:SendMessage', queue)), request: { action: 'sqs:SendMessage', resource: queue } },
    },
    verify: 'Run `aws sqs send-message --queue-url <QUEUE_URL> --message-body test`. You should see a message ID.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied.html',
  },
  {
    title: 'The queue doesn’t exist, or you can’t see it',
    message:
      'An error occurred (AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The specified queue does not exist or you do not have access to it.',
    cause:
      'SQS says the same for a wrong name, a wrong Region, and a missing permission. For another account’s queue, name the owner.',
    check: {
      command:
        'aws sqs get-queue-url --queue-name <QUEUE_NAME> --queue-owner-aws-account-id <ACCOUNT_ID> --query QueueUrl --output text',
      says: 'Run it in the owner’s account and in yours. A URL there and an error here means that a permission is missing.',
    },
    fix: {
      says: 'Allow looking up the URL together with sending.',
      policy: {
        ...own(allow(['sqs:GetQueueUrl', 'sqs:SendMessage'], queue)),
        request: { action: 'sqs:GetQueueUrl', resource: queue },
      },
    },
    verify: 'The command above prints the URL.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors.html',
  },
  {
    title: 'The queue is encrypted',
    message:
      'An error occurred (KMS.AccessDeniedException) when calling the SendMessage operation: User: arn:aws:iam::111122223333:user/mateojackson is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:GenerateDataKey action',
    cause:
      'Sending to a queue with a KMS key needs `kms:GenerateDataKey` and `kms:Decrypt`; receiving needs `kms:Decrypt`. Services that send, such as SNS, must be in the key policy.',
    check: {
      command:
        'aws sqs get-queue-attributes --queue-url <QUEUE_URL> --attribute-names KmsMasterKeyId --query Attributes.KmsMasterKeyId --output text',
      says: 'You should see the key.',
    },
    fix: {
      says: 'Allow the key in the caller’s policy.',
      policy: own(
        allow(
          ['kms:Decrypt', 'kms:GenerateDataKey'],
          'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        ),
      ),
    },
    verify: 'Send a message.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied.html',
    article: 'policies/kms-key',
  },
  {
    title: 'A service can’t deliver to the queue',
    message: notAllowedByResource('sqs:sendmessage', queue, 'sns.amazonaws.com'),
    cause:
      'The queue’s policy doesn’t allow the service, or allows it for another topic, bucket, or rule. SQS writes the action in lower case here.',
    check: {
      command:
        'aws sqs get-queue-attributes --queue-url <QUEUE_URL> --attribute-names Policy --query Attributes.Policy --output text',
      says: 'You should see the service, and under `aws:SourceArn` the one that sends.',
    },
    fix: {
      says: 'Add this to the queue’s policy.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'sns.amazonaws.com' },
            {
              Action: 'sqs:SendMessage',
              Resource: queue,
              Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:orders' } },
            },
          ),
        ],
        context: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:orders' },
      },
    },
    verify: 'Publish a message to the topic. It should arrive in the queue.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
    article: 'policies/service-to-service',
  },
  {
    title: 'Lambda can’t read from the queue',
    message: 'The provided execution role does not have permissions to call ReceiveMessage on SQS',
    cause: 'The function’s execution role doesn’t allow the queue.',
    check: {
      command: 'aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query Role --output text',
      says: 'That’s the role to change.',
    },
    fix: {
      says: 'Add this to the execution role.',
      policy: {
        ...own(allow(['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], queue)),
        request: { action: 'sqs:ReceiveMessage', resource: queue },
      },
    },
    verify: 'Create the trigger again. Its state should become `Enabled`.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  },
]
