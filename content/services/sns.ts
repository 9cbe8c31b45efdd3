import { allow, allowFor, notAllowed, notAllowedByResource, own, type ServiceDenial, user } from './service-denial.ts'

const topic = 'arn:aws:sns:eu-central-1:111122223333:orders'
const otherTopic = 'arn:aws:sns:eu-central-1:444455556666:orders'

export const sns: readonly ServiceDenial[] = [
  {
    title: 'AuthorizationError: SNS:Publish',
    message: `An error occurred (AuthorizationError) when calling the Publish operation: ${notAllowed('SNS:Publish', topic)}`,
    cause:
      'SNS uses its own error code, and writes the prefix in capitals. It’s a normal denial: your policy doesn’t allow the topic.',
    check: { says: 'Compare the topic’s ARN with your policy.' },
    fix: { says: 'Allow the topic.', policy: own(allow('sns:Publish', topic)) },
    verify: 'Run `aws sns publish --topic-arn <TOPIC_ARN> --message test`. You should see a message ID.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html',
  },
  {
    title: 'A text message has no topic',
    message: notAllowed('SNS:Publish', '+15555550100'),
    cause:
      'If you send to a phone number, the resource is the number. Policies can name only topics, so only `"Resource": "*"` matches a number.',
    check: { says: 'The resource in the message is a phone number.' },
    fix: {
      says: 'Allow `*`, and deny topics if the caller should send text messages only.',
      policy: { ...own(allow('sns:Publish', '*')), request: { action: 'sns:Publish', resource: '*' } },
    },
    verify: 'Run `aws sns publish --phone-number <PHONE_NUMBER> --message test`.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html',
  },
  {
    title: 'Another account’s topic',
    message: notAllowedByResource('SNS:Publish', otherTopic),
    cause: 'The topic’s own policy allows only its owner, unless someone added you.',
    check: {
      command: 'aws sns get-topic-attributes --topic-arn <TOPIC_ARN> --query Attributes.Policy --output text',
      says: 'Look for your account, or for a statement that names you.',
    },
    fix: {
      says: 'The owner adds this to the topic’s policy. Your own account must allow it, too.',
      policy: {
        type: 'resource',
        statements: [allowFor({ AWS: user }, { Action: 'sns:Publish', Resource: otherTopic })],
      },
    },
    verify: 'Publish a message.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
    article: 'policies/cross-account',
  },
  {
    title: 'The topic is encrypted',
    message: `An error occurred (KMSAccessDenied) when calling the Publish operation: ${notAllowed('kms:GenerateDataKey', 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab')}`,
    cause:
      'Publishing to a topic with a KMS key needs `kms:GenerateDataKey` and `kms:Decrypt`. Services that publish must be in the key policy, and AWS’s default key `alias/aws/sns` can’t name them.',
    check: {
      command: 'aws sns get-topic-attributes --topic-arn <TOPIC_ARN> --query Attributes.KmsMasterKeyId --output text',
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
    verify: 'Publish a message.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    article: 'policies/kms-key',
  },
  {
    title: 'S3 can’t send events to the topic',
    message:
      'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations',
    cause: 'S3 tries the destination, and its policy, or its key’s policy, doesn’t allow `s3.amazonaws.com`.',
    check: {
      command: 'aws sns get-topic-attributes --topic-arn <TOPIC_ARN> --query Attributes.Policy --output text',
      says: 'You should see `s3.amazonaws.com` with your bucket.',
    },
    fix: {
      says: 'Add this to the topic’s policy.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 's3.amazonaws.com' },
            {
              Action: 'sns:Publish',
              Resource: topic,
              Condition: {
                ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket' },
                StringEquals: { 'aws:SourceAccount': '111122223333' },
              },
            },
          ),
        ],
        request: { principal: 's3.amazonaws.com', action: 'sns:Publish', resource: topic },
        context: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket', 'aws:SourceAccount': '111122223333' },
      },
    },
    verify: 'Save the notification again, and upload an object.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
    article: 'policies/service-to-service',
  },
]
