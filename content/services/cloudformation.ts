import { allow, notAllowed, own, type ServiceDenial, trusts, user } from './service-denial.ts'

const stack = 'arn:aws:cloudformation:eu-central-1:111122223333:stack/shop/*'
const transform = 'arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31'

export const cloudformation: readonly ServiceDenial[] = [
  {
    title: 'A stack event names an action of another service',
    message: `API: iam:CreateRole User: ${user} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/shop-Worker-1A2B3C because no identity-based policy allows the iam:CreateRole action`,
    cause:
      'CloudFormation creates everything with your permissions, or with the stack’s service role if it has one. The denial comes from the other service.',
    check: {
      command: 'aws cloudformation describe-stacks --stack-name <STACK_NAME> --query "Stacks[0].RoleARN" --output text',
      says: 'An ARN is the role to fix. `None` means your own permissions.',
    },
    fix: {
      says: 'Add the action for the stack’s own names, and only for roles with a permissions boundary. Otherwise, a template could create a role that can do everything.',
      policy: {
        ...own(
          allow('iam:CreateRole', 'arn:aws:iam::111122223333:role/shop-*', {
            StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Developer' },
          }),
        ),
        context: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Developer' },
      },
    },
    verify: 'Deploy again.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html',
  },
  {
    title: 'A SAM template needs the transform, too',
    message: notAllowed('cloudformation:CreateChangeSet', transform),
    cause:
      'A template with a transform is also checked on the transform. Its ARN has the word `aws` instead of an account number, so a policy for your own stacks never matches.',
    check: { says: 'The resource in the message contains `:aws:transform/`.' },
    fix: {
      says: 'Add the transform’s ARN.',
      policy: own(allow('cloudformation:CreateChangeSet', [stack, transform])),
    },
    verify: 'Deploy again.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html',
  },
  {
    title: 'The ARN of a stack has a part after its name',
    message: notAllowed('cloudformation:CreateChangeSet', stack),
    cause:
      'A stack’s ARN ends in its name, a slash, and an ID. Before the stack exists, it ends in `/*`. A policy that ends in the name never matches.',
    check: { says: 'Look at the end of the `Resource` in your policy.' },
    fix: {
      says: 'End the ARN with `/*`.',
      policy: own(
        allow(
          [
            'cloudformation:CreateChangeSet',
            'cloudformation:DescribeChangeSet',
            'cloudformation:DescribeStackEvents',
            'cloudformation:DescribeStacks',
            'cloudformation:ExecuteChangeSet',
          ],
          stack,
        ),
      ),
    },
    verify: 'Deploy again.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html',
  },
  {
    title: '“Requires capabilities” isn’t a permission',
    message:
      'An error occurred (InsufficientCapabilitiesException) when calling the CreateStack operation: Requires capabilities : [CAPABILITY_NAMED_IAM]',
    cause:
      'The template creates users, roles, or policies, and you have to confirm that. Macros ask for `CAPABILITY_AUTO_EXPAND` in the same way.',
    check: { says: 'The error code is `InsufficientCapabilitiesException`.' },
    fix: { says: 'Add `--capabilities CAPABILITY_NAMED_IAM` to the command, or select the box in the console.' },
    verify: 'Run the command again.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  },
  {
    title: 'The service role of a stack can’t be assumed',
    message: 'Role arn:aws:iam::111122223333:role/StackRole is invalid or cannot be assumed',
    cause:
      'The role’s trust policy doesn’t name `cloudformation.amazonaws.com`, or the role was deleted. A stack whose role is gone can’t even be deleted until a role with the same name exists.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: '`NoSuchEntity` means that the role is gone.',
    },
    fix: {
      says: 'Create the role again, or let CloudFormation assume it.',
      policy: trusts('cloudformation.amazonaws.com', 'arn:aws:iam::111122223333:role/StackRole'),
    },
    verify: 'Update or delete the stack.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    article: 'roles/service-roles',
  },
  {
    title: 'Tags of the stack reach every resource',
    message: notAllowed('sqs:TagQueue', 'arn:aws:sqs:eu-central-1:111122223333:shop-orders'),
    cause:
      'CloudFormation puts the stack’s tags on each resource, so a stack with tags needs the tagging actions of all its services. Changing one tag touches every resource. If an SCP asks for tags, give them to the stack.',
    check: {
      says: 'The message names an action such as `TagResource` or `CreateTags`, and the template didn’t change.',
    },
    fix: {
      says: 'Add the tagging actions of the services in your template, for the stack’s own names.',
      policy: own(allow(['sqs:TagQueue', 'sqs:UntagQueue'], 'arn:aws:sqs:eu-central-1:111122223333:shop-*')),
    },
    verify: 'Deploy again.',
    source: 'https://repost.aws/knowledge-center/cloudformation-tagging-permission-error',
    article: 'policies/require-tags',
  },
]
