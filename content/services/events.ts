import { allowFor, notAllowedByResource, type ServiceDenial, trusts } from './service-denial.ts'

const rule = 'arn:aws:events:eu-central-1:111122223333:rule/nightly'
const fn = 'arn:aws:lambda:eu-central-1:111122223333:function:orders'
const queue = 'arn:aws:sqs:eu-central-1:111122223333:orders'

export const events: readonly ServiceDenial[] = [
  {
    title: 'A rule matches, and the function isn’t invoked',
    message: notAllowedByResource('lambda:InvokeFunction', fn, 'events.amazonaws.com'),
    cause:
      'The target has no execution role, and the function’s policy doesn’t allow this rule. EventBridge shows no message: you see only the metric `FailedInvocations`. A condition on `aws:SourceAccount` must not be there.',
    check: {
      command: 'aws lambda get-policy --function-name <FUNCTION_NAME> --query Policy --output text',
      says: 'You should see `events.amazonaws.com` with the ARN of your rule.',
    },
    fix: {
      says: 'Add this to the function’s policy.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'events.amazonaws.com' },
            { Action: 'lambda:InvokeFunction', Resource: fn, Condition: { ArnEquals: { 'aws:SourceArn': rule } } },
          ),
        ],
        context: { 'aws:SourceArn': rule },
      },
    },
    verify: 'Wait for the rule. The function’s log should show it.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
    article: 'policies/service-to-service',
  },
  {
    title: 'A rule can’t send to a queue',
    message: notAllowedByResource('sqs:sendmessage', queue, 'events.amazonaws.com'),
    cause:
      'The queue’s policy doesn’t allow the rule. If the queue is encrypted with AWS’s default key, EventBridge can’t use it either: choose your own key, or encryption with SQS keys. The policy of your own key must allow `kms:Decrypt` and `kms:GenerateDataKey` for `events.amazonaws.com`.',
    check: {
      command:
        'aws sqs get-queue-attributes --queue-url <QUEUE_URL> --attribute-names Policy KmsMasterKeyId --query Attributes',
      says: 'You should see `events.amazonaws.com` in the policy.',
    },
    fix: {
      says: 'Add this to the queue’s policy.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'events.amazonaws.com' },
            { Action: 'sqs:SendMessage', Resource: queue, Condition: { ArnEquals: { 'aws:SourceArn': rule } } },
          ),
        ],
        context: { 'aws:SourceArn': rule },
      },
    },
    verify: 'Wait for the rule. The message should arrive.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
    article: 'policies/service-to-service',
  },
  {
    title: 'The role of a target can’t be assumed',
    message:
      "An error occurred (ValidationException) when calling the PutRule operation: Provided role 'arn:aws:iam::111122223333:role/NightlyTarget' cannot be assumed by principal 'events.amazonaws.com'.",
    cause:
      'Rules and targets such as Step Functions or another event bus use a role, and its trust policy doesn’t name EventBridge.',
    check: {
      command: 'aws events list-targets-by-rule --rule <RULE_NAME> --query "Targets[].RoleArn" --output text',
      says: 'That’s the role to look at.',
    },
    fix: {
      says: 'Let EventBridge in your account assume the role.',
      policy: trusts('events.amazonaws.com', 'arn:aws:iam::111122223333:role/NightlyTarget', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Save the target again.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
    article: 'roles/service-roles',
  },
]
