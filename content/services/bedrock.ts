import { allow, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

const model = 'foundation-model/anthropic.claude-sonnet-4-20250514-v1:0'

export const bedrock: readonly ServiceDenial[] = [
  {
    title: 'The first use of a model subscribes to it in AWS Marketplace',
    message:
      'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model. Refer to the Amazon Bedrock documentation for further details. Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently fixed this issue, try again after 5 minutes.',
    cause:
      'The first request to a model of another company subscribes to it with the caller’s permissions. After that, no one in the account needs the Marketplace actions.',
    check: {
      command:
        'aws bedrock get-foundation-model-availability --model-id <MODEL_ID> --query agreementAvailability.status --output text',
      says: '`NOT_AVAILABLE` means that no one has subscribed yet.',
    },
    fix: {
      says: 'Let an administrator call the model once, or allow the subscription.',
      policy: {
        ...own(allow(['aws-marketplace:Subscribe', 'aws-marketplace:ViewSubscriptions'], '*')),
        request: { action: 'aws-marketplace:Subscribe', resource: '*' },
      },
    },
    verify: 'Wait five minutes, and call the model again. The subscription can take up to 15 minutes.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    article: 'billing/marketplace',
  },
  {
    title: 'The Region in the message isn’t yours',
    message: notAllowed('bedrock:InvokeModel', `arn:aws:bedrock:eu-north-1::${model}`),
    cause:
      'An inference profile sends requests to several Regions. You need the profile and the model in every one of them. The ARN of a model has no account number.',
    check: {
      command:
        'aws bedrock get-inference-profile --inference-profile-identifier <PROFILE_ID> --query "models[].modelArn" --output text',
      says: 'You should see the model in each Region.',
    },
    fix: {
      says: 'Allow the profile, and the model in every Region.',
      policy: own(
        allow('bedrock:InvokeModel*', [
          `arn:aws:bedrock:*::${model}`,
          'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0',
        ]),
      ),
    },
    verify: 'Call the model again, some times: the Region changes.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
  },
  {
    title: 'A Region lock denies an inference profile',
    message: `User: ${user} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:eu-north-1::${model} with an explicit deny in a service control policy`,
    cause: 'The organization allows only some Regions, and the profile sent the request to another one.',
    check: { says: 'The message names a service control policy and a Region that you didn’t choose.' },
    fix: {
      says: 'The administrator of the organization exempts `bedrock:InvokeModel*` from the Region lock, or you use a model without a profile in your own Region.',
    },
    verify: 'Call the model again, some times: the Region changes.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
    article: 'policies/region',
  },
  {
    title: 'You don’t have access to the model',
    message: "You don't have access to the model with the specified model ID.",
    cause:
      'The account has no access to this model in this Region: an agreement, a payment method, or Anthropic’s form is missing. Some models also need access that AWS gives to single accounts. No IAM policy helps.',
    check: {
      command:
        'aws bedrock get-foundation-model-availability --model-id <MODEL_ID> --query authorizationStatus --output text',
      says: 'You should see `AUTHORIZED`.',
    },
    fix: {
      says: 'Open **Bedrock → Model catalog**, choose the model, and complete what it asks for. If nothing is missing there and the Region has the model, contact AWS Sales.',
    },
    verify: 'Call the model again.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
  },
  {
    title: 'An API key needs one more action',
    message: notAllowed('bedrock:CallWithBearerToken', '*'),
    cause:
      'A Bedrock API key belongs to an IAM user or a session. That caller needs `bedrock:CallWithBearerToken` in addition to the model.',
    check: { says: 'The message names the user behind the key.' },
    fix: { says: 'Add the action to that user.', policy: own(allow('bedrock:CallWithBearerToken', '*')) },
    verify: 'Call the model again with the key.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html',
  },
]
