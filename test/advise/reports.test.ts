// Reports that people published: the error with the policies, and the cause that ended the thread. One row per kind.
import { describe, expect, it } from 'vitest'
import { diagnose, sortReading } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { languagesFor } from '../../src/session/languages.ts'

interface Report {
  readonly is: string
  readonly paste: string
  readonly policy?: object
  readonly services: readonly string[]
  readonly cause: string
  /** Words that the title, the explanation, or a step must have. */
  readonly says: readonly string[]
  /** Words that would be wrong here. */
  readonly saysNot?: readonly string[]
  /** Whether a change is offered, and what the request is with it. */
  readonly after?: string
  /** Words that the last change must have. */
  readonly fix?: readonly string[]
}

const deniedMessage = (who: string, action: string, rest = ''): string =>
  `User: arn:aws:${who} is not authorized to perform: ${action}${rest}`
const user = 'iam::111122223333:user/dev'
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  more: object = {},
): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource, ...more }],
})

const reports: readonly Report[] = [
  {
    is: 'a transform’s name with a typo (AW:: for AWS::)',
    paste: deniedMessage(
      user,
      'cloudformation:CreateChangeSet',
      ' on resource: arn:aws:cloudformation:us-east-1:aw:transform/Serverless-2016-10-31',
    ),
    policy: allow('cloudformation:*', 'arn:aws:cloudformation:us-east-1:aws:transform/*'),
    services: ['cloudformation'],
    cause: 'arn-mismatch',
    says: ['can’t exist', 'AWS::Serverless-2016-10-31'],
  },
  {
    is: 'a bucket policy for a VPC, and no endpoint',
    paste:
      'aws s3 cp s3://my-artifacts/app.zip .\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    policy: allow('s3:GetObject', 'arn:aws:s3:::my-artifacts/*', {
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0abc1234' } },
    }),
    services: ['s3'],
    cause: 'depends',
    says: ['Call through a VPC endpoint'],
  },
  {
    is: 'a public bucket policy that can’t be saved',
    paste: 'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: Access Denied',
    policy: allow('s3:GetObject', 'arn:aws:s3:::my-site/*', { Principal: '*' }),
    services: ['s3'],
    cause: 'block-public-access',
    says: ['Block Public Access'],
  },
  {
    is: 'a listing of the whole bucket where the policy allows one folder',
    paste:
      '$ aws s3 ls s3://my-bucket/\nAn error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    policy: allow('s3:ListBucket', 'arn:aws:s3:::my-bucket', {
      Condition: { StringEquals: { 's3:prefix': ['home/bob/'], 's3:delimiter': ['/'] } },
    }),
    services: ['s3'],
    cause: 'no-identity-allow',
    says: ['List only the folder that the policy names', 'aws s3 ls s3://my-bucket/home/bob/'],
  },
  {
    is: 'a caller’s policy without the KMS action, and no key policy',
    paste: deniedMessage(
      user,
      'kms:DescribeKey',
      ' on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ),
    policy: allow(['ec2:CreateSnapshot', 'kms:CreateGrant'], '*'),
    services: ['kms'],
    cause: 'no-identity-allow',
    says: ['No policy attached to the user dev allows kms:DescribeKey'],
    after: 'allowed',
  },
  {
    is: 'a role in another account that may be assumed with MFA',
    paste: deniedMessage(user, 'sts:AssumeRole', ' on resource: arn:aws:iam::444455556666:role/admin'),
    policy: allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/admin', {
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    }),
    services: ['sts'],
    cause: 'depends',
    says: ['Sign in with MFA'],
  },
  {
    is: 'session tags that the trust policy doesn’t allow',
    paste: deniedMessage(user, 'sts:TagSession', ' on resource: arn:aws:iam::111122223333:role/deploy'),
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/dev' }, Action: 'sts:AssumeRole' },
      ],
    },
    services: ['sts'],
    cause: 'trust-does-not-name-caller',
    says: ['role-skip-session-tagging', '"sts:TagSession"'],
  },
  {
    is: 'a guest of Amazon Cognito, with the role’s policy',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/Unauth/CognitoIdentityCredentials',
      'ssm:GetParameter',
      ' on resource: arn:aws:ssm:us-east-1:111122223333:parameter/p because no session policy allows the ssm:GetParameter action',
    ),
    policy: allow('ssm:GetParameter', '*'),
    services: ['ssm'],
    cause: 'silent-session',
    says: ['Amazon Cognito doesn’t let guests call ssm:GetParameter'],
  },
  {
    is: 'another action with nearly the same name',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/exec/s',
      'ssm:GetParameters',
      ' on resource: arn:aws:ssm:us-east-1:111122223333:parameter/db because no identity-based policy allows the ssm:GetParameters action',
    ),
    policy: allow('ssm:GetParameter', '*'),
    services: ['ssm'],
    cause: 'misspelt-action',
    says: ['The policy allows ssm:GetParameter, and the call needs ssm:GetParameters'],
    after: 'allowed',
  },
  {
    is: 'two actions that the service’s sentence names',
    paste:
      'An error occurred (AccessDeniedException) when calling the Converse operation: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
    services: ['aws-marketplace', 'bedrock'],
    cause: 'incomplete',
    says: ['aws-marketplace:ViewSubscriptions'],
    after: 'allowed',
  },
  {
    is: 'an alarm that may not publish',
    paste:
      'CloudWatch Alarms is not authorized to perform: SNS:Publish on resource: arn:aws:sns:us-east-1:111122223333:alerts because no resource-based policy allows the SNS:Publish action',
    services: ['sns'],
    cause: 'cross-account-one-side',
    says: ['cloudwatch.amazonaws.com'],
    after: 'allowed',
  },
  {
    is: 'keys of get-session-token without MFA against IAM',
    paste:
      'An error occurred (InvalidClientTokenId) when calling the ListUsers operation: The security token included in the request is invalid\n$ aws sts get-session-token',
    services: ['iam'],
    cause: 'credential-problem',
    says: ['make them with MFA'],
  },
  {
    is: 'a bucket policy that locks out its administrators',
    paste: deniedMessage(
      user,
      's3:DeleteBucketPolicy',
      ' on resource: "arn:aws:s3:::locked" with an explicit deny in a resource-based policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::locked', 'arn:aws:s3:::locked/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0abc' } },
        },
      ],
    },
    services: ['s3'],
    cause: 'explicit-deny-network',
    says: ['delete it as the root user', 'aws s3api delete-bucket-policy --bucket locked'],
    after: 'allowed',
  },
  {
    is: 'an AI agent that works through the AWS MCP server',
    paste: deniedMessage(
      user,
      's3:DeleteBucket',
      ' on resource: arn:aws:s3:::b with an explicit deny in an identity-based policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 's3:DeleteBucket',
          Resource: '*',
          Condition: { Bool: { 'aws:ViaAWSMCPService': 'true' } },
        },
      ],
    },
    services: ['s3'],
    cause: 'explicit-deny',
    says: ['AI agents', 'Make the call yourself'],
    after: 'allowed',
  },
  {
    is: 'a chained session that is to last longer than an hour',
    paste:
      'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    services: ['sts'],
    cause: 'not-by-policy',
    says: ['3,600 seconds'],
  },
  {
    is: 'an object that the pasted policy names by its bucket',
    paste: 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    policy: allow(['s3:PutObject', 's3:ListBucket'], 'arn:aws:s3:::my-bucket'),
    services: ['s3'],
    cause: 'bucket-or-object',
    says: ['separate resources'],
    after: 'allowed',
  },
  {
    is: 'an upload whose program sets an ACL, with variables for its bucket and key',
    paste:
      '    s3.put_object(Bucket=bucket, Key=key, Body=body, ACL="public-read")\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    policy: allow('s3:PutObject', 'arn:aws:s3:::packages.example.com/*'),
    services: ['s3'],
    cause: 'further-check',
    says: ['also sets an ACL', 's3:PutObjectAcl', 'Leave out the ACL'],
    after: 'allowed',
  },
  {
    is: 'a parameter that is allowed only with a tag, by the service’s own key',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/exec/s',
      'ssm:GetParameters',
      ' on resource: arn:aws:ssm:us-east-1:111122223333:parameter/db',
    ),
    policy: allow('ssm:GetParameters', 'arn:aws:ssm:us-east-1:111122223333:parameter/*', {
      Condition: { StringEquals: { 'ssm:ResourceTag/team': 'orders' } },
    }),
    services: ['ssm'],
    cause: 'depends',
    says: [
      'only under a condition on ssm:ResourceTag/team',
      'if ssm:ResourceTag/team is orders',
      'Have the tag team put on the resource',
    ],
  },
  {
    is: 'an index of a table whose rows are limited by a condition',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/app/s',
      'dynamodb:Query',
      ' on resource: arn:aws:dynamodb:us-east-1:111122223333:table/T/index/byDate because no identity-based policy allows the dynamodb:Query action',
    ),
    policy: allow('dynamodb:Query', 'arn:aws:dynamodb:us-east-1:111122223333:table/T', {
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['orders'] } },
    }),
    services: ['dynamodb'],
    cause: 'no-identity-allow',
    says: ['No policy attached to the role app allows dynamodb:Query'],
    after: 'undetermined',
  },
  {
    is: 'a key that only the pasted policy names, and no caller',
    paste:
      'An error occurred (AccessDeniedException) when calling the Decrypt operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    policy: allow('kms:DescribeKey', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
    services: ['kms'],
    cause: 'no-identity-allow',
    says: ['No policy attached to the caller allows kms:Decrypt'],
    after: 'allowed',
  },
  {
    is: 'an object encrypted with a key that the message doesn’t name',
    paste:
      'download failed: s3://data/a.gz An error occurred (AccessDenied) when calling the GetObject operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    services: ['kms', 's3'],
    cause: 'incomplete',
    says: ['encrypted with a KMS key', '--query SSEKMSKeyId', 'Allow kms:Decrypt on that key'],
  },
  {
    is: 'a bucket policy for CloudFront that names the bucket, and an error without any detail',
    paste: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>TX1</RequestId></Error>',
    policy: allow('s3:GetObject', 'arn:aws:s3:::my-site', { Principal: { Service: 'cloudfront.amazonaws.com' } }),
    services: ['s3'],
    cause: 'no-detail',
    says: ['has a mistake', 'no resource in this statement has an ARN like that'],
  },
  {
    is: 'a Region lock, with the SCP alone',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/admin/s',
      'supportplans:GetSupportPlan',
      ' with an explicit deny in a service control policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
        },
      ],
    },
    services: ['supportplans'],
    cause: 'scp-region-lock',
    says: ['Your organization’s Region lock'],
    after: 'allowed',
  },
  {
    is: 'EKS Pod Identity, whose session tags the trust policy doesn’t allow',
    paste:
      'An error occurred (AccessDeniedException) when calling AssumeRoleForPodIdentity: Service pods.eks.amazonaws.com is not authorized to perform: sts:TagSession',
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'pods.eks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    services: ['sts'],
    cause: 'service-not-trusted',
    says: ['lets the service pods.eks.amazonaws.com in, but doesn’t allow sts:TagSession'],
    after: 'allowed',
  },
  {
    is: 'a notification of a bucket whose destination doesn’t let S3 in',
    paste:
      'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations',
    services: ['s3', 'lambda', 'sqs', 'sns'],
    cause: 'incomplete',
    says: ['The resource’s policy doesn’t let s3.amazonaws.com in', 'sqs:SendMessage on a queue'],
  },
  {
    is: 'a new role that is denied without a word on where',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/Engineer/s',
      'iam:CreateRole',
      ' on resource: arn:aws:iam::111122223333:role/app with an explicit deny',
    ),
    services: ['iam'],
    cause: 'explicit-deny',
    says: ['Create the role with the permissions boundary that your organization requires'],
  },
  {
    is: 'a new role without the permissions boundary that a Deny asks for',
    paste: deniedMessage(
      user,
      'iam:CreateRole',
      ' on resource: arn:aws:iam::111122223333:role/app with an explicit deny in an identity-based policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
        {
          Effect: 'Deny',
          Action: 'iam:CreateRole',
          Resource: '*',
          Condition: { StringNotEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Dev' } },
        },
      ],
    },
    services: ['iam'],
    cause: 'explicit-deny',
    says: ['Create the role with this boundary', '--permissions-boundary arn:aws:iam::111122223333:policy/Dev'],
    after: 'allowed',
  },
  {
    is: 'a quarantined user, by the document of the policy',
    paste: deniedMessage(
      user,
      'iam:CreateAccessKey',
      ' on resource: user dev with an explicit deny in an identity-based policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: [
            'cloudtrail:LookupEvents',
            'ec2:RequestSpotInstances',
            'iam:CreateAccessKey',
            'iam:UpdateAccountPasswordPolicy',
            'lightsail:DownloadDefaultKeyPair',
            'lightsail:GetInstanceAccessDetails',
            'organizations:InviteAccountToOrganization',
          ],
          Resource: ['*'],
        },
      ],
    },
    services: ['iam'],
    cause: 'quarantined-key',
    says: [
      'Deactivate the leaked key now',
      'aws iam list-access-keys --user-name dev',
      'Detach the quarantine policy last',
    ],
  },
  {
    is: 'an object of another identity of Amazon Cognito',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/Auth/CognitoIdentityCredentials',
      's3:PutObject',
      ' on resource: "arn:aws:s3:::uploads/private/us-east-1:1234/a.png" because no identity-based policy allows the s3:PutObject action',
    ),
    policy: allow('s3:PutObject', 'arn:aws:s3:::uploads/private/${cognito-identity.amazonaws.com:sub}/*'),
    services: ['s3'],
    cause: 'depends',
    says: [
      'only under a condition on cognito-identity.amazonaws.com:sub',
      'if cognito-identity.amazonaws.com:sub is us-east-1:1234',
      'allowed if it is us-east-1:1234, otherwise denied',
    ],
  },
  {
    is: 'a bucket written with arn:aws: in GovCloud',
    paste:
      'User: arn:aws-us-gov:iam::111122223333:user/dev is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::my-bucket/a.txt',
    services: ['s3'],
    cause: 'arn-mismatch',
    says: ['belongs to another partition', 'Write the ARN with arn:aws-us-gov:'],
  },
  {
    is: 'a call of AWS Organizations from an account that may be the wrong one',
    paste: deniedMessage(
      user,
      'organizations:ListAccounts',
      ' because no identity-based policy allows the organizations:ListAccounts action',
    ),
    services: ['organizations'],
    cause: 'no-identity-allow',
    says: ['Check that you call from the right account'],
    after: 'allowed',
  },
  {
    is: 'session tags that only the caller’s side lacks',
    paste: `${deniedMessage(
      'sts::111122223333:assumed-role/ci/s',
      'sts:TagSession',
      ' on resource: arn:aws:iam::111122223333:role/deploy because no identity-based policy allows the sts:TagSession action',
    )}`,
    services: ['sts'],
    cause: 'no-identity-allow',
    says: ['Or don’t send session tags'],
  },
  {
    is: 'GetSessionToken with temporary credentials',
    paste:
      'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
    services: ['sts'],
    cause: 'not-by-policy',
    says: ['GetSessionToken needs long-term keys'],
  },
  {
    is: 'a Deny for AI agents by the key that names the MCP server',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/Dev/s',
      'ec2:TerminateInstances',
      ' on resource: arn:aws:ec2:us-east-1:111122223333:instance/i-0abc with an explicit deny in a service control policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 'ec2:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:CalledViaAWSMCP': 'aws-mcp.amazonaws.com' } },
        },
      ],
    },
    services: ['ec2'],
    cause: 'explicit-deny',
    says: ['Make the call yourself', 'AI agents'],
    after: 'allowed',
  },
  {
    is: 'a topic that can’t deliver to its queue',
    paste:
      '{"notification":{"topicArn":"arn:aws:sns:us-east-1:111122223333:orders"},"delivery":{"destination":"arn:aws:sqs:us-east-1:111122223333:q","providerResponse":"{\\"ErrorCode\\":\\"AccessDenied\\",\\"ErrorMessage\\":\\"Access to the resource https://sqs.us-east-1.amazonaws.com/111122223333/q is denied.\\"}"},"status":"FAILURE"}',
    services: ['sqs'],
    cause: 'cross-account-one-side',
    says: ['sqs:SendMessage to the service sns.amazonaws.com'],
    after: 'allowed',
  },
  {
    is: 'a topic whose queue is encrypted with a key that doesn’t let SNS in',
    paste:
      '{"notification":{"topicArn":"arn:aws:sns:us-east-1:111122223333:orders"},"delivery":{"destination":"arn:aws:sqs:us-east-1:111122223333:q","providerResponse":"{\\"ErrorCode\\":\\"KMS.AccessDeniedException\\",\\"ErrorMessage\\":\\"null (Service: AWSKMS; Status Code: 400)\\"}"},"status":"FAILURE"}',
    services: ['kms', 'sqs'],
    cause: 'kms-key-policy',
    says: ['The key policy probably doesn’t let the service sns.amazonaws.com use the key', 'customer managed key'],
    after: 'allowed',
  },
  {
    is: 'a secret named without the characters that Secrets Manager adds',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/exec/s',
      'secretsmanager:GetSecretValue',
      ' on resource: arn:aws:secretsmanager:us-east-1:111122223333:secret:db-secret because no identity-based policy allows the secretsmanager:GetSecretValue action',
    ),
    policy: allow(
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-secret-??????',
    ),
    services: ['secretsmanager'],
    cause: 'no-identity-allow',
    says: ['Name the secret by its complete ARN in the call', '--secret-id db-secret'],
    after: 'allowed',
  },
  {
    is: 'a secret by its name: the question marks behind it are ours, so nothing is wrong with the name in the call',
    paste: deniedMessage(user, 'secretsmanager:GetSecretValue', ' on resource: prod/db'),
    services: ['secretsmanager'],
    cause: 'no-identity-allow',
    says: ['probably lacks the permission secretsmanager:GetSecretValue'],
    saysNot: ['Check the name in the call', 'The message names the resource like that'],
    after: 'allowed',
  },
  {
    is: 'instances that the call is about to create',
    paste: deniedMessage(
      user,
      'ec2:RunInstances',
      ' on resource: arn:aws:ec2:us-east-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action',
    ),
    policy: allow('ec2:Describe*', '*'),
    services: ['ec2'],
    cause: 'no-identity-allow',
    says: ['No policy attached to the user dev allows ec2:RunInstances'],
    saysNot: ['Check the name in the call'],
    after: 'allowed',
  },
  {
    is: 'KMS through a service, under a condition on MFA',
    paste: deniedMessage(
      user,
      'kms:GenerateDataKey',
      ' on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:GenerateDataKey action',
    ),
    policy: allow('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    services: ['kms'],
    cause: 'called-by-service',
    says: ['carries no MFA of yours', 'aws:ViaAWSService', 'kms:ViaService'],
    after: 'allowed',
  },
  {
    // https://github.com/hashicorp/packer/issues/2458
    is: 'an instance that is started with an instance profile, and a policy without iam:PassRole',
    paste:
      '==> amazon-ebs: Error launching source instance: You are not authorized to perform this operation.\n"iam_instance_profile": "packer-build"',
    policy: allow(['ec2:RunInstances', 'ec2:CreateTags'], '*'),
    services: ['ec2', 'iam'],
    cause: 'further-check',
    says: ['hands over the role of an instance profile', 'iam:PassRole'],
    after: 'allowed',
  },
  {
    // https://github.com/amazon-archives/amazon-cognito-identity-js/issues/670
    is: 'a guest of Amazon Cognito, by the name of its role, with a policy that allows everything',
    paste:
      'AccessDeniedException: User: arn:aws:sts:::assumed-role/Cognito_myPoolNameUnauth_Role/CognitoIdentityCredentials is not authorized to perform: iam:PassRole on resource: arn:aws:iam::*****:role/lambda_basic_execution',
    policy: allow('*', '*'),
    services: ['iam', 'lambda'],
    cause: 'silent-session',
    says: ['Amazon Cognito doesn’t let guests call iam:PassRole', 'Have the user sign in'],
  },
  {
    is: 'a guest of Amazon Cognito, by the name of its role, and no policy',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/amplify-shop-dev-unauthRole/CognitoIdentityCredentials',
      'bedrock:InvokeModel',
      ' on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude',
    ),
    services: ['bedrock'],
    cause: 'silent-session',
    says: ['Amazon Cognito doesn’t let guests call bedrock:InvokeModel'],
  },
  {
    is: 'someone who signed in to Amazon Cognito isn’t taken for a guest',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/amplify-shop-dev-authRole/CognitoIdentityCredentials',
      'bedrock:InvokeModel',
      ' on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude',
    ),
    services: ['bedrock'],
    cause: 'no-identity-allow',
    says: ['bedrock:InvokeModel'],
    saysNot: ['guests'],
    after: 'undetermined',
  },
  {
    // https://github.com/aws-ia/terraform-aws-control_tower_account_factory/issues/567
    is: 'an RCP for uploads without the header of encryption: Null has no value to send',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/build/s',
      's3:PutObject',
      ' on resource: "arn:aws:s3:::artifacts/layer.zip" with an explicit deny in a resource control policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: '*',
          Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
        },
      ],
    },
    services: ['s3'],
    cause: 'explicit-deny-encryption',
    says: ['x-amz-server-side-encryption with aws:kms or AES256'],
    saysNot: ['with true'],
    after: 'allowed',
  },
  {
    // https://github.com/jbrt/ec2cryptomatic/issues/26
    is: 'AWS names the key policy, which wasn’t pasted, and the caller’s own policy lacks the action, too',
    paste: deniedMessage(
      user,
      'kms:DescribeKey',
      ' on resource: arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no resource-based policy allows the kms:DescribeKey action',
    ),
    policy: allow(['ec2:CreateSnapshot', 'ec2:StartInstances'], '*'),
    services: ['kms'],
    cause: 'kms-key-policy',
    says: ['either the key policy or the caller’s own policies', 'Allow kms:DescribeKey to the user dev'],
    saysNot: ['This one allows'],
    after: 'allowed',
  },
  {
    // https://github.com/aws-actions/configure-aws-credentials/issues/452
    is: 'a subject under ForAllValues, and a job with an environment',
    paste:
      'Error: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\njobs:\n  test:\n    runs-on: ubuntu-latest\n    environment: dev\n',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
            'ForAllValues:StringLike': {
              'token.actions.githubusercontent.com:sub': 'repo:octo-org/*:ref:refs/heads/*',
            },
          },
        },
      ],
    },
    services: ['sts'],
    cause: 'web-identity-trust',
    says: ['The job has an environment', 'repo:octo-org/*:environment:dev'],
    after: 'allowed',
  },
  {
    // https://github.com/aws/karpenter-provider-aws/issues/6298
    is: 'a role that EC2 gets, because only EC2 answers UnauthorizedOperation',
    paste: `launching nodeclaim, creating instance, with fleet error(s), UnauthorizedOperation: You are not authorized to perform this operation. ${deniedMessage(user, 'iam:PassRole', ' on resource: arn:aws:iam::111122223333:role/KarpenterNodeRole-main')} because no identity-based policy allows the iam:PassRole action`,
    policy: allow('iam:PassRole', 'arn:aws:iam::111122223333:role/KarpenterNodeRole-main', {
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com.cn' } },
    }),
    services: ['iam'],
    cause: 'pass-role-other-service',
    says: ['ec2.amazonaws.com'],
    after: 'allowed',
  },
  {
    // https://github.com/MassTransit/MassTransit/issues/1525
    is: 'a delivery log of SNS whose accounts are masked',
    paste: JSON.stringify({
      notification: { topicArn: 'arn:aws:sns:us-west-2:[redacted]:orders' },
      delivery: {
        destination: 'arn:aws:sqs:us-west-2:[redacted]:process_order',
        providerResponse:
          '{"ErrorCode":"AccessDenied","ErrorMessage":"Access to the resource https://sqs.us-west-2.amazonaws.com/[redacted]/process_order is denied."}',
        statusCode: 403,
      },
    }),
    services: ['sqs'],
    cause: 'cross-account-one-side',
    says: ['does not allow sqs:SendMessage to the service sns.amazonaws.com'],
    after: 'allowed',
  },
  {
    // https://github.com/serverless/serverless/issues/3040
    is: 'the session policy of the AssumeRole call in a program isn’t the caller’s own policy',
    paste: `AccessDenied: Not authorized to perform sts:AssumeRole
sts.assumeRole({ RoleSessionName: roleName, RoleArn: \`arn:aws:iam::\${this.env.ACCOUNT_ID}:role/\${roleName}\`, Policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['ecr:PutImage'], Resource: '*' }] }) })`,
    services: ['sts'],
    cause: 'incomplete',
    says: [
      'Either the role’s trust policy doesn’t let the caller in',
      'get-role --role-name',
      'own policies need sts:AssumeRole on',
    ],
    saysNot: ['the policies you gave do not allow', 'probably lacks'],
  },
  {
    // https://github.com/ministryofjustice/cloud-platform/issues/8388
    is: 'a token without the trust policy: the caller has no policies of their own',
    paste:
      'Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n* GitHub Repository: octo-org/new-name\nThis repository was renamed.',
    services: ['sts'],
    cause: 'trust-does-not-name-caller',
    says: ['has no policies of its own', 'a new name since the policy was written'],
    saysNot: ['or the policies of the caller'],
  },
  {
    // https://github.com/aws-actions/configure-aws-credentials/issues/271
    is: 'an issuer that GitHub replaced, behind a reference of the template',
    paste: `Not authorized to perform sts:AssumeRoleWithWebIdentity

Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal:
              Federated: !Ref GithubOidc
            Condition:
              StringLike:
                vstoken.actions.githubusercontent.com:sub: repo:octo-org/app:*`,
    services: ['sts'],
    cause: 'web-identity-trust',
    says: ['No token comes from vstoken.actions.githubusercontent.com anymore'],
    after: 'allowed',
  },
  {
    // https://github.com/hashicorp-education/learn-consul-get-started-vms/issues/9
    is: 'a role that goes into an instance profile is passed to EC2',
    paste: `Error: adding IAM Role vms to Instance Profile vms: AccessDenied: ${deniedMessage(user, 'iam:PassRole', ' on resource: arn:aws:iam::111122223333:role/vms')} because no identity-based policy allows the iam:PassRole action`,
    services: ['iam'],
    cause: 'pass-role-missing',
    says: [],
    after: 'allowed',
    fix: ['"iam:PassedToService": "ec2.amazonaws.com"'],
  },
  {
    // https://github.com/alphagov/govuk-infrastructure/pull/2439
    is: 'a role that the service which answered gets',
    paste: `operation error Bedrock: PutModelInvocationLoggingConfiguration, https response error StatusCode: 403, ${deniedMessage(user, 'iam:PassRole', ' on resource: arn:aws:iam::111122223333:role/logs')} because no identity-based policy allows the iam:PassRole action`,
    services: ['iam'],
    cause: 'pass-role-missing',
    says: [],
    after: 'allowed',
    fix: ['"iam:PassedToService": "bedrock.amazonaws.com"'],
  },
  {
    // https://github.com/crucial-project/serverless-shell/issues/2
    is: 'a layer that someone else published',
    paste:
      'An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: arn:aws:iam::281655567048:root is not authorized to perform: lambda:GetLayerVersion on resource: arn:aws:lambda:us-east-1:667743079194:layer:serverless-bash:35 because no resource-based policy allows the lambda:GetLayerVersion action',
    services: ['lambda'],
    cause: 'cross-account-one-side',
    says: ['the resource in 667743079194', 'A function can’t use a layer of another Region', 'Ask the layer’s owner'],
  },
  {
    // https://github.com/aws-actions/amazon-ecr-login/issues/232
    is: 'accounts called A and B',
    paste:
      'denied: User: arn:aws:sts::A:assumed-role/runner/GitHubActions is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:us-west-2:B:repository/app because no resource-based policy allows the ecr:InitiateLayerUpload action',
    services: ['ecr'],
    cause: 'cross-account-one-side',
    says: ['belongs to another account'],
    after: 'allowed',
    fix: ['"AWS": "arn:aws:iam::A:role/runner"'],
  },
  {
    // https://github.com/anomalyco/guide/issues/28
    is: 'a caller cut short, and the only identity-based policy allows it',
    paste:
      'AccessDeniedException: User: arn:aws:sts:: ... lambdaRole ... create is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1: ... :table/notes',
    policy: allow(['dynamodb:Query', 'dynamodb:PutItem'], 'arn:aws:dynamodb:us-east-1:*:*'),
    services: ['dynamodb'],
    cause: 'policies-allow',
    says: ['These policies must belong to that user or role'],
  },
  {
    // https://github.com/aws-amplify/amplify-js/issues/7958
    is: 'an upload of a browser to another path than the identity’s own',
    paste:
      'PUT https://superniftybucket.s3.us-east-2.amazonaws.com/protected/us-east-2%3A8d663b84-a924-4c67-89a9-e5b1bbf71540/photo?x-id=PutObject 403 (Forbidden)\nAccessDenied: Access Denied',
    policy: allow('s3:PutObject', 'arn:aws:s3:::superniftybucket/protected/${cognito-identity.amazonaws.com:sub}/*'),
    services: ['s3'],
    cause: 'depends',
    says: ['Use the path of the identity that is signed in', 'it isn’t the sub of the user pool'],
  },
  {
    // https://github.com/hashicorp/terraform-provider-aws/issues/3761
    is: 'Lambda fetches the code with the caller’s permissions, but without the caller’s MFA',
    paste:
      '* aws_lambda_function.events: Error creating Lambda function: AccessDeniedException: Your access has been denied by S3, please make sure your request credentials have permission to GetObject for code/app.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied',
    policy: allow('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    services: ['s3', 'lambda'],
    cause: 'called-by-service',
    says: ['carries no MFA of yours', 'lambda.amazonaws.com calls it'],
    saysNot: ['Sign in with MFA'],
    after: 'allowed',
  },
  {
    // https://github.com/Miserlou/Zappa/issues/978
    is: 'a Deny for everything without MFA, and a message without a reason',
    paste: 'botocore.exceptions.ClientError: An error occurred (403) when calling the HeadBucket operation: Forbidden',
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:*', Resource: '*' },
        {
          Effect: 'Deny',
          NotAction: 'iam:*',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ],
    },
    services: ['s3'],
    cause: 'depends',
    says: ['Sign in with MFA'],
  },
  {
    // https://github.com/opentofu/opentofu/issues/2970
    is: 'an explicit deny without a caller isn’t a missing permission',
    paste:
      'Error message: operation error S3: PutObject,\naccess denied: User is not authorized to perform: s3:PutObject on resource:\narn:aws:s3:::my-tfstate/env/terraform.tfstate.tflock with an explicit deny in a resource-based policy',
    services: ['s3'],
    cause: 'incomplete',
    says: ['An explicit Deny in a resource-based policy stops s3:PutObject', 'Try it with encryption, over HTTPS'],
    saysNot: ['probably lacks'],
  },
  {
    // https://github.com/aws-samples/aws-security-hub-findings-export/issues/5
    is: 'AWS’s reason without the sentence before it',
    paste: 'fail: "because no identity-based policy allows the iam:PassRole action(Service:Lambda, status code:403)"',
    services: ['iam', 'lambda'],
    cause: 'incomplete',
    says: ['AWS says that no identity-based policy allows it'],
    saysNot: ['doesn’t say which policy'],
    after: 'allowed',
    fix: ['"iam:PassedToService": "lambda.amazonaws.com"'],
  },
  {
    is: 'an SCP for resources without a tag: Null names no value',
    paste: deniedMessage(
      user,
      'ec2:CreateVolume',
      ' on resource: arn:aws:ec2:eu-west-1:111122223333:volume/* with an explicit deny in a service control policy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 'ec2:CreateVolume',
          Resource: '*',
          Condition: { Null: { 'aws:RequestTag/CostCenter': 'true' } },
        },
      ],
    },
    services: ['ec2'],
    cause: 'explicit-deny-tag',
    says: ['Send the tags in the create call', 'sets the tag CostCenter, with any value'],
    saysNot: ['the policy says true'],
    after: 'allowed',
  },
  {
    is: 'a policy of retired billing actions, and a call that has nothing to do with them',
    paste:
      'aws s3 cp s3://my-backups/db.gz .\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    policy: allow(['aws-portal:ViewBilling', 'aws-portal:ViewUsage'], '*'),
    services: ['s3'],
    cause: 'no-identity-allow',
    says: ['s3:GetObject'],
    saysNot: ['aws-portal'],
    after: 'allowed',
  },
  {
    is: 'an operation’s name where AWS prints an action: the action is found, and the fix names it',
    paste: 'CREATE_FAILED  AWS::S3::Bucket  Uploads  API: s3:PutBucketEncryption Access Denied',
    services: ['s3'],
    cause: 'incomplete',
    says: ['s3:PutEncryptionConfiguration'],
    saysNot: ['s3:PutBucketEncryption'],
    after: 'allowed',
    fix: ['s3:PutEncryptionConfiguration'],
  },
  {
    is: 'accounts that are written over with a letter',
    paste: deniedMessage(
      'iam::AAAAAAAAAAAA:user/push',
      'ecr:PutImage',
      ' on resource: arn:aws:ecr:us-east-1:CCCCCCCCCCCC:repository/web',
    ),
    services: ['ecr'],
    cause: 'no-identity-allow',
    says: ['ecr:PutImage'],
    saysNot: ['can’t exist'],
    after: 'allowed',
  },
  {
    is: 'Lambda names the function’s role in its own sentence',
    paste:
      'Your access has been denied by Kinesis, please make sure your function execution role have permission to\n*DescribeStream*.',
    services: ['kinesis'],
    cause: 'service-role',
    says: ['function’s execution role', 'kinesis:DescribeStream'],
    after: 'allowed',
  },
  {
    is: 'Lambda can’t set up a function in a VPC',
    paste:
      'Execution failed due to configuration error: Lambda was not able to access EC2’s API using the Lambda Execution Role to set up the Lambda function',
    services: ['ec2', 'lambda'],
    cause: 'service-role',
    says: ['ec2:CreateNetworkInterface', 'AWSLambdaVPCAccessExecutionRole'],
    after: 'allowed',
  },
  {
    is: 'a workflow that asks for no token',
    paste: `Error: Could not load credentials from any providers

permissions:
  contents: read
jobs:
  ship:
    runs-on: ubuntu-latest
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-region: eu-west-1
          role-to-assume: arn:aws:iam::111122223333:role/ship`,
    services: [],
    cause: 'credential-problem',
    says: ['id-token: write'],
    saysNot: ['Renew the credentials'],
  },
  {
    is: 'a workflow with long-term keys that are empty',
    paste: `Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers

      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.KEY }}
          role-to-assume: arn:aws:iam::111122223333:role/ship`,
    services: [],
    cause: 'credential-problem',
    says: ['See which identity your tools use'],
    saysNot: ['id-token'],
  },
  {
    is: 'a condition on two tags of the resource',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/task/s',
      'secretsmanager:GetSecretValue',
      ' on resource: arn:aws:secretsmanager:us-east-1:111122223333:secret:db-Ab12Cd because no identity-based policy allows the secretsmanager:GetSecretValue action',
    ),
    policy: allow('secretsmanager:GetSecretValue', '*', {
      Condition: {
        StringEquals: { 'secretsmanager:ResourceTag/app': 'shop', 'secretsmanager:ResourceTag/stage': 'test' },
      },
    }),
    services: ['secretsmanager'],
    cause: 'no-identity-allow',
    says: [
      'only under a condition',
      'Have the tag app put on the resource',
      'Have the tag stage put on the resource',
      'a resource that doesn’t exist has no tag',
    ],
    saysNot: ['adds a statement'],
  },
  {
    is: 'Terraform can’t add a tag to what exists: tags only in the call that creates',
    paste:
      'Error: tagging resource (subnet-0123456789abcdef0): UnauthorizedOperation: You are not authorized to perform this operation.',
    policy: allow('ec2:CreateTags', '*', {
      Condition: { StringEquals: { 'ec2:CreateAction': ['CreateSubnet', 'CreateVpc'] } },
    }),
    services: ['ec2'],
    cause: 'depends',
    says: ['ec2:CreateTags', 'Set the tags in the call that creates the resource'],
  },
  {
    is: 'a tool tags something by its ARN',
    paste:
      'Error: tagging resource (arn:aws:dynamodb:eu-west-1:111122223333:table/jobs): AccessDeniedException: Access Denied',
    services: ['dynamodb'],
    cause: 'incomplete',
    says: ['dynamodb:TagResource'],
    after: 'allowed',
  },
  // https://docs.aws.amazon.com/lambda/latest/api/API_GetResourcePolicy.html
  {
    is: 'a Deny in a function’s whole policy, as get-resource-policy prints it',
    paste: `User: arn:aws:iam::444455556666:user/jo is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:111122223333:function:f with an explicit deny in a resource-based policy

$ aws lambda get-resource-policy --resource-arn arn:aws:lambda:us-east-1:111122223333:function:f
${JSON.stringify({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'NoJo', Effect: 'Deny', Principal: { AWS: '444455556666' }, Action: 'lambda:InvokeFunction', Resource: 'arn:aws:lambda:us-east-1:111122223333:function:f' }] }), RevisionId: '0a1b2c3d-1111-2222-3333-444455556666' })}`,
    services: ['lambda'],
    cause: 'explicit-deny',
    says: ['NoJo', 'an exception'],
    after: 'allowed',
  },
  {
    is: 'a tag of the resource for something that’s only being created',
    paste:
      '* aws_subnet.app: Error creating subnet: UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403',
    policy: allow('ec2:CreateSubnet', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } }),
    services: ['ec2'],
    cause: 'depends',
    says: ['aws:RequestTag/team', 'Send the tag in the call'],
    saysNot: ['put on the resource'],
  },
  {
    is: 'a row of a trail without its head',
    paste:
      'arn:aws:sts::111122223333:assumed-role/sync/i-0abc  9f0e  sqs.amazonaws.com  CreateQueue  AccessDenied  Access to the resource is denied.',
    services: ['sqs'],
    cause: 'no-identity-allow',
    says: ['The role sync', 'sqs:CreateQueue'],
    after: 'allowed',
  },
  {
    is: 'CloudFormation’s handler names no resource, and the template has one of the service',
    paste: `While creating SiteAccess I got:
Resource handler returned message: "Access Denied (Service: S3, Status Code: 403, Request ID: ABC)" (HandlerErrorCode: AccessDenied)

Resources:
  Site:
    Type: AWS::S3::Bucket
  SiteAccess:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub '\${Site.Arn}/*'
`,
    services: ['s3'],
    cause: 'block-public-access',
    says: ['Block Public Access'],
  },
  {
    is: 'a role’s ARN without its beginning',
    paste: deniedMessage(user, 'sts:AssumeRole', ' on resource: aws:iam::444455556666:role/reports'),
    services: ['sts', 'iam'],
    cause: 'assume-role-target',
    says: ['isn’t complete', 'begins with “arn:”'],
  },
  {
    is: 'a command that lists everything, and a policy that asks for a delimiter',
    paste:
      'aws s3 rm --recursive s3://team-files/mary/old\nfatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    policy: allow('s3:ListBucket', 'arn:aws:s3:::team-files', {
      Condition: { StringLike: { 's3:prefix': 'mary/*' }, StringEquals: { 's3:delimiter': '/' } },
    }),
    services: ['s3'],
    cause: 'no-identity-allow',
    says: ['`s3:delimiter` must be `/`; the request doesn’t have it', 'allow listing without a delimiter'],
    saysNot: ['`s3:prefix`'],
  },
  {
    is: 'a command that lists a whole bucket, and a policy for one folder',
    paste:
      'aws --profile dev s3 ls s3://team-files\nAn error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    policy: allow('s3:ListBucket', 'arn:aws:s3:::team-files', { Condition: { StringLike: { 's3:prefix': 'mary/*' } } }),
    services: ['s3'],
    cause: 'no-identity-allow',
    says: ['empty value', 'List only the folder that the policy names'],
  },
  {
    is: 'AWS states an explicit deny, and the pasted policy allows: the Deny comes first',
    paste: deniedMessage(
      user,
      'sqs:SendMessage',
      ' on resource: arn:aws:sqs:eu-west-1:111122223333:jobs with an explicit deny',
    ),
    policy: allow('*', '*'),
    services: ['sqs'],
    cause: 'policies-allow',
    says: ['An explicit Deny in a policy that isn’t here stops sqs:SendMessage', 'Try it with MFA'],
  },
  {
    is: 'a reserved name of a parameter',
    paste: deniedMessage(
      user,
      'ssm:PutParameter',
      ' on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/aws/mine with an explicit deny',
    ),
    services: ['ssm'],
    cause: 'explicit-deny',
    says: ['Use another name for the parameter'],
  },
  {
    is: 'GetFederationToken never has MFA',
    paste: deniedMessage(
      user,
      'sts:GetFederationToken',
      ' on resource: arn:aws:sts::111122223333:federated-user/dev with an explicit deny in an identity-based policy',
    ),
    services: ['sts'],
    cause: 'explicit-deny',
    says: ['Use a role instead of GetFederationToken'],
    saysNot: ['Try it with MFA'],
  },
  {
    is: 'a trust policy that lets the caller in, and doesn’t allow a source identity',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/ci/run',
      'sts:SetSourceIdentity',
      ' on resource: arn:aws:iam::111122223333:role/deploy',
    ),
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' }, Action: 'sts:AssumeRole' },
      ],
    },
    services: ['sts', 'iam'],
    cause: 'trust-does-not-name-caller',
    says: ['doesn’t allow sts:SetSourceIdentity', 'Allow sts:SetSourceIdentity in the trust policy'],
    saysNot: ['does not let'],
  },
  {
    is: 'a service-linked role is named with its path',
    paste: deniedMessage(
      'sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling',
      'kms:CreateGrant',
      ' on resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ),
    services: ['kms'],
    cause: 'kms-key-policy',
    says: ['AWSServiceRoleForAutoScaling'],
    after: 'allowed',
    fix: ['role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'],
  },
  {
    is: 'a Deny of the organization, and a service that doesn’t name its role',
    paste: 'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 'ec2:*',
          Resource: '*',
          Condition: { StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
        },
      ],
    },
    services: ['ec2', 'lambda'],
    cause: 'depends',
    says: ['A Deny depends on aws:SourceVpc'],
    saysNot: ['See who made the call', 'denied if it is vpc-0a1b2c3d'],
  },
  {
    is: 'a hidden account in brackets never looks like a real one in a command',
    paste: deniedMessage(
      'iam::{account-id}:user/dev',
      's3:GetObject',
      ' on resource: arn:aws:s3:::files/a with an explicit deny',
    ),
    services: ['s3'],
    cause: 'explicit-deny',
    says: ['arn:aws:iam::<ACCOUNT_ID>:mfa/<DEVICE_NAME>'],
    saysNot: ['iam::account-id'],
  },
]

describe('public reports', () => {
  it.each(reports.map((report) => [report.is, report] as const))('%s', async (_, report) => {
    const paste = report.policy ? `${report.paste}\n\n${JSON.stringify(report.policy, null, 2)}` : report.paste
    const reading = readAll(paste, await languagesFor([paste]))
    const given = sortReading({ paste, policies: [] }, reading)?.given ?? { paste, policies: [] }
    const { cause, fixes } = diagnose(given, await loadReference([...report.services]), {
      ...reading,
      text: reading.rest,
    })
    expect(cause.id).toBe(report.cause)
    const told = [
      cause.title,
      cause.explanation,
      ...cause.steps.flatMap((step) => [step.title, step.text, step.command, step.statement]),
    ].join('\n')
    for (const words of report.says) expect(told).toContain(words)
    for (const words of report.saysNot ?? []) expect(told).not.toContain(words)
    expect(fixes.at(-1)?.proof.after.decision).toBe(report.after)
    for (const words of report.fix ?? []) expect(fixes.at(-1)?.after).toContain(words)
  })
})
