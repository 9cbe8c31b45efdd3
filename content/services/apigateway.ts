import { allow, allowFor, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const api = 'arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5'
const stage = 'arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5/prod'

export const apigateway: readonly ServiceDenial[] = [
  {
    title: 'Management actions are HTTP verbs on paths',
    message: notAllowed('apigateway:PATCH', api),
    cause:
      'The actions are called `apigateway:GET`, `PATCH`, and so on, and the ARN has no account number. `apigateway:UpdateRestApi` doesn’t exist.',
    check: { says: 'Look for an account number in the ARN of your policy.' },
    fix: {
      says: 'Allow the verbs on the API.',
      policy: own(allow(['apigateway:GET', 'apigateway:PATCH'], [api, `${api}/*`])),
    },
    verify: 'Repeat the operation.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/security_iam_id-based-policy-examples.html',
  },
  {
    title: '“Missing Authentication Token” often means a wrong path',
    message: '{"message":"Missing Authentication Token"}',
    cause:
      'The path or the method doesn’t exist in the deployed stage. Or the method asks for IAM, and the request wasn’t signed.',
    check: {
      command: 'aws apigateway get-resources --rest-api-id <API_ID> --query "items[].path" --output text',
      says: 'You should see the path. Check the stage in the URL, too.',
    },
    fix: { says: 'Correct the URL, or deploy the API. If the method asks for IAM, sign the request.' },
    verify: 'Call the URL again. You should get another answer than 403.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  {
    title: 'Only “Forbidden”',
    message: '{"message":"Forbidden"}',
    cause:
      'The API key is missing or wrong, a rule of AWS WAF blocks the request, or the domain name isn’t mapped. No policy takes part.',
    check: { says: 'Look at the response header `x-amzn-ErrorType`, and at the log of AWS WAF.' },
    fix: { says: 'Send a valid `x-api-key` of the usage plan, or change the rule or the mapping.' },
    verify: 'Call the URL again.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  {
    title: 'The API’s resource policy denies the call',
    message:
      '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-central-1:********3333:a1b2c3d4e5/prod/GET/orders"}',
    cause:
      'The API has a resource policy, and it doesn’t allow this address, VPC, or caller. A message that ends with an explicit deny means that a Deny matched. AWS hides most of the account number, and `anonymous` is a call that wasn’t signed.',
    check: {
      command: 'aws apigateway get-rest-api --rest-api-id <API_ID> --query policy --output text',
      says: 'Look for the address or the VPC endpoint that you call from. Allow and Deny must both fit.',
    },
    fix: {
      says: 'Add your address range to the resource policy, and deploy the stage again. If the method asks for IAM, a caller of the same account can be allowed in their own policy instead.',
      policy: {
        type: 'resource',
        statements: [
          allowFor('*', {
            Action: 'execute-api:Invoke',
            Resource: `${stage}/GET/orders`,
            Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          }),
        ],
        request: { principal: 'anonymous', action: 'execute-api:Invoke', resource: `${stage}/GET/orders` },
        context: { 'aws:SourceIp': '203.0.113.7' },
      },
    },
    verify: 'Call the URL again. You should get another answer than 403.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  },
  {
    title: 'The authorizer says no',
    message: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    cause:
      'Your own Lambda authorizer returned a policy that denies, or that allows only one path. The answer is cached for all methods, so the second path fails.',
    check: {
      command:
        'aws apigateway get-authorizers --rest-api-id <API_ID> --query "items[].authorizerResultTtlInSeconds" --output text',
      says: 'Any number above 0 is the time for which an answer is used again.',
    },
    fix: { says: 'Let the authorizer return a policy for the whole stage, or set the time to 0.' },
    verify: 'Call both paths.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  },
  {
    title: 'Logging needs a role in the account settings',
    message: 'CloudWatch Logs role ARN must be set in account settings to enable logging',
    cause: 'All REST APIs of an account and Region share one role for logs, and none is set in this Region.',
    check: {
      command: 'aws apigateway get-account --query cloudwatchRoleArn --output text',
      says: '`None` means that no role is set.',
    },
    fix: {
      says: 'Create a role with AWS’s policy `AmazonAPIGatewayPushToCloudWatchLogs` and this trust policy, and enter it in the settings. AWS STS must be turned on in the Region.',
      policy: trusts('apigateway.amazonaws.com', 'arn:aws:iam::111122223333:role/ApiLogs'),
    },
    verify: 'The command above prints the role. Turn logging on again.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  },
]
