import { allow, allowFor, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const ec2Arn = 'arn:aws:ec2:eu-central-1:111122223333'

export const ec2: readonly ServiceDenial[] = [
  {
    title: 'Launching an instance needs several resources',
    message: `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. ${notAllowed('ec2:RunInstances', `${ec2Arn}:network-interface/*`)}`,
    cause:
      'AWS asks about each resource of the launch: image, subnet, network interface, security group, volume, instance, and key pair. The message names the first one that your policy doesn’t allow. Images have no account number in their ARN.',
    check: {
      command:
        'aws sts decode-authorization-message --encoded-message <ENCODED_MESSAGE> --query DecodedMessage --output text',
      says: 'If the message ends in an encoded text, the decoded one names the resource under `context.resource`.',
    },
    fix: {
      says: 'Allow all of them in one statement, or you’ll see the next denial after each fix.',
      policy: own(
        allow('ec2:RunInstances', [
          `${ec2Arn}:instance/*`,
          `${ec2Arn}:key-pair/*`,
          `${ec2Arn}:network-interface/*`,
          `${ec2Arn}:security-group/*`,
          `${ec2Arn}:subnet/*`,
          `${ec2Arn}:volume/*`,
          'arn:aws:ec2:eu-central-1::image/*',
        ]),
      ),
    },
    verify: 'Add `--dry-run` to the command. You should see `DryRunOperation`.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
  },
  {
    title: 'Tags in the request need ec2:CreateTags',
    message: notAllowed('ec2:CreateTags', `${ec2Arn}:instance/*`),
    cause: 'If you send tags when you create something, AWS also asks about `ec2:CreateTags` on the new resource.',
    check: {
      says: 'The request has `TagSpecifications`: in CloudTrail, `requestParameters.tagSpecificationSet`. Tags of a launch template count, too.',
    },
    fix: {
      says: 'Allow tagging only while creating.',
      policy: {
        ...own(
          allow('ec2:CreateTags', [`${ec2Arn}:instance/*`, `${ec2Arn}:volume/*`], {
            StringEquals: { 'ec2:CreateAction': 'RunInstances' },
          }),
        ),
        context: { 'ec2:CreateAction': 'RunInstances' },
      },
    },
    verify: 'Run the same command with `--dry-run`. You should see `DryRunOperation`.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
    article: 'policies/require-tags',
  },
  {
    title: 'An instance profile passes a role',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/WebServer'),
    cause:
      'An instance profile gives a role to the instance, so you need `iam:PassRole`. The resource is the role, not the profile.',
    check: {
      command:
        'aws iam get-instance-profile --instance-profile-name <PROFILE_NAME> --query "InstanceProfile.Roles[].Arn" --output text',
      says: 'You should see the ARN of the message.',
    },
    fix: {
      says: 'Allow passing this role, to EC2 only.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/WebServer', {
            StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      },
    },
    verify: 'Run the command with `--dry-run`. You should see `DryRunOperation`.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    article: 'roles/pass-role',
  },
  {
    title: 'Spot needs a service-linked role',
    message:
      'An error occurred (AuthFailure.ServiceLinkedRoleCreationNotPermitted) when calling the RequestSpotInstances operation: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    cause: 'The first use of Spot in an account creates a role for the service, and you can’t create it.',
    check: {
      command: 'aws iam get-role --role-name AWSServiceRoleForEC2Spot --query Role.Arn --output text',
      says: '`NoSuchEntity` means that the role doesn’t exist yet.',
    },
    fix: {
      says: 'Allow creating this one role, or let an administrator create it once.',
      policy: {
        ...own(
          allow(
            'iam:CreateServiceLinkedRole',
            'arn:aws:iam::111122223333:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot',
            { StringEquals: { 'iam:AWSServiceName': 'spot.amazonaws.com' } },
          ),
        ),
        request: {
          action: 'iam:CreateServiceLinkedRole',
          resource: 'arn:aws:iam::111122223333:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot',
        },
        context: { 'iam:AWSServiceName': 'spot.amazonaws.com' },
      },
    },
    verify: 'The command above prints the role’s ARN.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html',
    article: 'roles/service-linked-roles',
  },
  {
    title: 'The instance stops at once: encrypted volume',
    message: 'Client.InternalError: Client error on launch',
    cause:
      'The instance is created and stops again. Its volume is encrypted with your own KMS key, and the user or role that launches it can’t use the key. With Auto Scaling, that’s its service-linked role.',
    check: {
      command:
        'aws ec2 describe-instances --instance-ids <INSTANCE_ID> --query "Reservations[].Instances[].StateReason.Code" --output text',
      says: '`Client.InternalError` right after the launch means the key.',
    },
    fix: {
      says: 'Let the role create a grant in the key policy. It also needs `kms:Decrypt`, `kms:DescribeKey`, `kms:Encrypt`, `kms:GenerateDataKey*`, and `kms:ReEncrypt*`. If the key belongs to another account, create a grant for the service-linked role instead.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            {
              AWS: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
            },
            { Action: 'kms:CreateGrant', Resource: '*', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
          ),
        ],
        request: {
          principal:
            'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
          action: 'kms:CreateGrant',
          resource: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        },
        context: { 'kms:GrantIsForAWSResource': 'true' },
      },
    },
    verify: 'Launch again. The instance should reach *running*.',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
    article: 'policies/kms-key',
  },
  {
    title: 'A policy of the organization holds the setting',
    message: 'This action is denied due to an organizational policy in effect',
    cause:
      'A *declarative policy* for EC2 sets this for the whole organization, the management account included. No IAM policy decides it. Your organization can show another text instead.',
    check: {
      command: 'aws ec2 get-image-block-public-access-state --query ManagedBy --output text',
      says: '`declarative-policy` means the organization; `account` means your account.',
    },
    fix: { says: 'Ask the administrator of the organization. In the account, nothing can be changed.' },
    verify: 'The command above prints `account`.',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html',
  },
]
