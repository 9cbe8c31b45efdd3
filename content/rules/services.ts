import { guide, type RuleSection } from './rule.ts'
import { allow, bucket, full, here, identity, object, policy, role, root, send, there, user, when } from './scenario.ts'

const pass = { action: 'iam:PassRole', on: role, context: { 'iam:PassedToService': 'ec2.amazonaws.com' } } as const
const passTo = (service: string) =>
  identity(allow('iam:PassRole', when('StringEquals', 'iam:PassedToService', service)))
const budget = `arn:aws:budgets::${here}:budget/monthly`
const keys = guide('id_credentials_access-keys')
const messages = guide('troubleshoot_access-denied')
const everyone = policy('resource', allow('s3:*', { Principal: '*' }))

export const services: RuleSection = {
  title: 'PassRole, Billing, messages',
  rules: [
    {
      number: 126,
      says: 'iam:PassRole is a permission without an operation: it fails inside the call that hands the role over.',
      source: guide('id_roles_use_passrole'),
      cases: [
        [
          'a function is created with a role, PassRole is missing',
          {
            action: 'lambda:CreateFunction',
            on: `arn:aws:lambda:us-east-1:${here}:function:import`,
            also: [{ action: 'iam:PassRole', resource: role }],
            policies: [identity(allow('lambda:*'))],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'with it',
          {
            action: 'lambda:CreateFunction',
            on: `arn:aws:lambda:us-east-1:${here}:function:import`,
            also: [{ action: 'iam:PassRole', resource: role }],
            policies: [identity(allow('lambda:*'), allow('iam:PassRole', { Resource: role }))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 127,
      says: 'A role of another account cannot be passed.',
      source: 'https://repost.aws/knowledge-center/iam-passrole-error',
      cases: [
        [
          'with full access on both sides',
          {
            action: 'iam:PassRole',
            on: `arn:aws:iam::${there}:role/R`,
            policies: [full, policy('resource', allow('*', { Principal: '*' }))],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 128,
      says: 'iam:PassedToService must be the service that gets the role.',
      source: guide('id_roles_use_passrole'),
      cases: [
        ['another service', { ...pass, policies: [passTo('lambda.amazonaws.com')] }, 'implicitDeny', ['identity']],
        ['this one', { ...pass, policies: [passTo('ec2.amazonaws.com')] }, 'allowed'],
      ],
    },
    {
      number: 129,
      says: 'The role must trust the service as well; AWS says that in another error.',
      source: 'https://repost.aws/knowledge-center/iam-passrole-error',
      cases: [
        [
          'the service assumes a role that trusts another',
          {
            as: 'ec2.amazonaws.com',
            action: 'sts:AssumeRole',
            on: role,
            policies: [
              policy('trust', {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              }),
            ],
          },
          'implicitDeny',
          ['trust'],
        ],
        [
          'one that trusts it',
          {
            as: 'ec2.amazonaws.com',
            action: 'sts:AssumeRole',
            on: role,
            policies: [
              policy('trust', {
                Effect: 'Allow',
                Principal: { Service: 'ec2.amazonaws.com' },
                Action: 'sts:AssumeRole',
              }),
            ],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 130,
      says: 'Service-linked roles are created, not passed: iam:CreateServiceLinkedRole for that service.',
      source: guide('id_roles_create-service-linked-role'),
      cases: [
        [
          'for this service',
          {
            action: 'iam:CreateServiceLinkedRole',
            on: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
            context: { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
            policies: [
              identity(
                allow('iam:CreateServiceLinkedRole', when('StringEquals', 'iam:AWSServiceName', 'ecs.amazonaws.com')),
              ),
            ],
          },
          'allowed',
        ],
        [
          'for another',
          {
            action: 'iam:CreateServiceLinkedRole',
            on: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
            context: { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
            policies: [
              identity(
                allow('iam:CreateServiceLinkedRole', when('StringEquals', 'iam:AWSServiceName', 'rds.amazonaws.com')),
              ),
            ],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'no policy can be attached to it afterward',
          {
            action: 'iam:AttachRolePolicy',
            on: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
            policies: [full],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 131,
      says: 'Billing denies IAM users and roles, including administrators, until the root user turns on IAM access.',
      source: 'https://repost.aws/knowledge-center/iam-billing-access',
      cases: [
        [
          'not activated',
          { facts: { billingIamAccess: false }, action: 'billing:GetBillingData', policies: [full] },
          'implicitDeny',
        ],
        [
          'the root user',
          { facts: { billingIamAccess: false }, as: root, action: 'billing:GetBillingData', policies: [] },
          'allowed',
        ],
        ['another service', { facts: { billingIamAccess: false }, ...send, policies: [full] }, 'allowed'],
      ],
    },
    {
      number: 132,
      says: 'aws-portal actions were replaced: an Allow with them alone does nothing any more.',
      source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html',
      observed: true,
      cases: [
        [
          'aws-portal:*',
          { action: 'billing:GetBillingData', policies: [identity(allow('aws-portal:*'))] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 133,
      says: 'Most Billing actions have no resources and need the star; budgets are among the exceptions.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_billing.html',
      observed: true,
      cases: [
        [
          'an ARN',
          {
            action: 'payments:ListPaymentPreferences',
            policies: [identity(allow('payments:*', { Resource: `arn:aws:payments::${here}:*` }))],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'the star',
          { action: 'payments:ListPaymentPreferences', policies: [identity(allow('payments:*'))] },
          'allowed',
        ],
        [
          'a budget by its ARN',
          { action: 'budgets:ViewBudget', on: budget, policies: [identity(allow('budgets:*', { Resource: budget }))] },
          'allowed',
        ],
      ],
    },
    {
      number: 134,
      says: 'A budget action hands a role to budgets.amazonaws.com: iam:PassRole is needed too.',
      source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html',
      observed: true,
      cases: [
        [
          'PassRole is missing',
          {
            action: 'budgets:CreateBudgetAction',
            on: `${budget}/action/1`,
            also: [{ action: 'iam:PassRole', resource: role }],
            policies: [identity(allow('budgets:*'))],
          },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 135,
      says: 'The management account can switch Cost Explorer off for members.',
      source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
      observed: true,
      cases: [],
      instead: 'No policy shows it: the answer about Cost Explorer names the switch.',
    },
    {
      number: 136,
      says: 'AWS shows a secret key once, and a user has at most two keys. InvalidClientTokenId and SignatureDoesNotMatch aren’t about permissions.',
      source: keys,
      observed: true,
      cases: [],
      instead: 'Such errors are told apart when the message is read.',
    },
    {
      number: 137,
      says: 'AccessDenied comes as HTTP 400 or 403, and EC2 calls it UnauthorizedOperation. They mean the same.',
      source: messages,
      observed: true,
      cases: [],
      instead: 'All of them are read as a denial.',
    },
    {
      number: 138,
      says: 'Guests of Cognito get a session policy of AWS on top: a role with full access is limited by it.',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
      observed: true,
      cases: [
        [
          'a session policy with some services',
          {
            as: `arn:aws:sts::${here}:assumed-role/Guests/CognitoIdentityCredentials`,
            action: 'dynamodb:GetItem',
            on: `arn:aws:dynamodb:us-east-1:${here}:table/t`,
            policies: [full, policy('session', allow(['s3:*', 'rekognition:*']))],
          },
          'implicitDeny',
          ['session'],
        ],
      ],
    },
    {
      number: 139,
      says: 'CloudTrail writes the denial down in the resource’s Region, sometimes an hour late.',
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html',
      observed: true,
      cases: [],
      instead: 'The articles say where and when to look.',
    },
    {
      number: 140,
      says: 'Messages say “with an explicit deny in …” or “because no … policy allows”.',
      source: messages,
      cases: [],
      instead: 'The reader of messages is tested on all forms; the checker compares them with the policies.',
    },
    {
      number: 141,
      says: 'EC2 may hide the reason in an encoded message, other services leave out the resource or the reason.',
      source: messages,
      cases: [],
      instead: 'What is missing is asked for; for an encoded message the command that decodes it is given.',
    },
  ],
}

/** Switches that no numbered rule is about. */
export const switches: RuleSection = {
  title: 'Switches that are no policy',
  rules: [
    {
      number: 142,
      says: 'S3 Block Public Access voids what a bucket policy grants to everyone.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      cases: [
        [
          'an anonymous caller',
          {
            facts: { s3BlockPublicAccess: true },
            as: 'anonymous',
            action: 's3:GetObject',
            on: object,
            owner: here,
            policies: [everyone],
          },
          'implicitDeny',
        ],
        [
          'without the switch',
          { as: 'anonymous', action: 's3:GetObject', on: object, owner: here, policies: [everyone] },
          'allowed',
        ],
        [
          'a user with a policy of their own',
          {
            as: user,
            facts: { s3BlockPublicAccess: true },
            action: 's3:ListBucket',
            on: bucket,
            owner: here,
            policies: [full, everyone],
          },
          'allowed',
        ],
      ],
    },
  ],
}
