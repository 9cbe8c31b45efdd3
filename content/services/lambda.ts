import {
  allow,
  allowFor,
  notAllowed,
  notAllowedByResource,
  own,
  type ServiceDenial,
  trusts,
  user,
} from './service-denial.ts'

const fn = 'arn:aws:lambda:eu-central-1:111122223333:function:orders'

export const lambda: readonly ServiceDenial[] = [
  {
    title: 'The policy names the function without its alias',
    message: notAllowed('lambda:InvokeFunction', `${fn}:live`),
    cause:
      'A version and an alias have ARNs of their own. A policy that names the function alone doesn’t match a request to `orders:live`.',
    check: { says: 'Compare the end of the ARN in the message with the one in your policy.' },
    fix: {
      says: 'Name the function and everything behind its name.',
      policy: own(allow('lambda:InvokeFunction', [fn, `${fn}:*`])),
    },
    verify:
      'Run `aws lambda invoke --function-name orders:live --invocation-type DryRun out.json`. You should see `"StatusCode": 204`.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
    article: 'policies/lambda-versions',
  },
  {
    title: 'A function URL answers “Forbidden”',
    message:
      '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    cause:
      'Since October 2025, a function URL needs two permissions: `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`. The console and SAM write both; the CLI, the API, and CloudFormation don’t.',
    check: {
      command: 'aws lambda get-policy --function-name <FUNCTION_NAME> --query Policy --output text',
      says: 'If you see only `InvokeFunctionUrl`, the second permission is missing.',
    },
    fix: {
      says: 'Add the second statement to the function’s policy, for the caller of the first one. A URL that everyone can call has `"Principal": "*"` in both.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { AWS: user },
            {
              Action: 'lambda:InvokeFunction',
              Resource: fn,
              Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
            },
          ),
        ],
        request: { action: 'lambda:InvokeFunction', resource: fn },
        context: { 'lambda:InvokedViaFunctionUrl': 'true' },
      },
    },
    verify: 'Open the URL. You should see the function’s answer.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  },
  {
    title: 'Lambda can’t use the execution role',
    message:
      'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.',
    cause: 'The role’s trust policy doesn’t name `lambda.amazonaws.com`, or the role is only seconds old.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `lambda.amazonaws.com` under `Principal`.',
    },
    fix: {
      says: 'Let Lambda assume the role. After creating a role, wait ten seconds.',
      policy: trusts('lambda.amazonaws.com', 'arn:aws:iam::111122223333:role/OrdersFunction'),
    },
    verify: 'Create the function again.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    article: 'roles/service-roles',
  },
  {
    title: 'A function in a VPC can’t create its network interface',
    message: 'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
    cause:
      'The execution role lacks the network actions. The same sentence appears when an SCP denies the role, because Lambda doesn’t pass the reason on.',
    check: {
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateNetworkInterface --query "Events[].CloudTrailEvent" --output text',
      says: 'Look for `Client.UnauthorizedOperation`. Its message names an SCP if one denied it.',
    },
    fix: {
      says: 'Attach AWS’s policy `AWSLambdaVPCAccessExecutionRole`, or add these actions to the execution role.',
      policy: {
        ...own(
          allow(
            [
              'ec2:AssignPrivateIpAddresses',
              'ec2:CreateNetworkInterface',
              'ec2:DeleteNetworkInterface',
              'ec2:DescribeNetworkInterfaces',
              'ec2:DescribeSubnets',
              'ec2:UnassignPrivateIpAddresses',
            ],
            '*',
          ),
        ),
        request: {
          action: 'ec2:CreateNetworkInterface',
          resource: 'arn:aws:ec2:eu-central-1:111122223333:network-interface/*',
        },
      },
    },
    verify:
      'Run `aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query State --output text`. You should see `Active`.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  },
  {
    title: 'A service can’t invoke the function',
    message: notAllowedByResource('lambda:InvokeFunction', fn, 'sns.amazonaws.com'),
    cause:
      'The function’s own policy doesn’t allow the service, or allows it only for another topic, bucket, or rule. Your own permissions don’t matter here.',
    check: {
      command: 'aws lambda get-policy --function-name <FUNCTION_NAME> --query Policy --output text',
      says: 'You should see the service, and the ARN that calls under `AWS:SourceArn`.',
    },
    fix: {
      says: 'Allow the service for this one source.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'sns.amazonaws.com' },
            {
              Action: 'lambda:InvokeFunction',
              Resource: fn,
              Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:orders' } },
            },
          ),
        ],
        context: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:orders' },
      },
    },
    verify: 'Send a message to the topic. The function’s log should show it.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    article: 'policies/service-to-service',
  },
  {
    title: 'Environment variables can’t be decrypted',
    message:
      "Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's AWS KMS key settings. KMS Exception: UnrecognizedClientException KMS Message: The security token included in the request is invalid.",
    cause:
      'The execution role was deleted and created again with the same name. The grant on the key still belongs to the old role’s ID.',
    check: {
      command: 'aws kms list-grants --key-id <KEY_ID> --query "Grants[].GranteePrincipal" --output text',
      says: 'An ID such as `AROA…` instead of an ARN belongs to the deleted role.',
    },
    fix: { says: 'Give the function another role, save, and then this role again. Lambda creates a new grant.' },
    verify: 'Invoke the function.',
    source: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
  },
]
