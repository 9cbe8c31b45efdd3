import type { Case } from '../expected.ts'

/** CloudTrail events and decoded messages in the shapes that people paste: every kind of caller, files, tables, other tools' renamings. */
const A = '111122223333'
const B = '444455556666'
const U = `arn:aws:iam::${A}:user/mateojackson`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abcd1234efgh5678`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const event = (fields: object): object => ({
  eventVersion: '1.09',
  eventTime: '2024-05-05T10:00:00Z',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.5',
  userAgent: 'aws-cli/2.15.0',
  requestID: ID,
  eventID: '0a1b2c3d-0000-1111-2222-333344445555',
  eventType: 'AwsApiCall',
  ...fields,
})
const json = (fields: object, space?: number): string => JSON.stringify(event(fields), null, space)
const root = { type: 'Root', principalId: A, arn: `arn:aws:iam::${A}:root`, accountId: A }
const user = { type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn: U, accountId: A, userName: 'mateojackson' }
const role = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:i-0abcd1234efgh5678',
  arn: R,
  accountId: A,
  sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${A}:role/App`, userName: 'App' } },
}
const denied = (action: string, caller = U): string =>
  `User: ${caller} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const

export const seenEvents: Case[] = [
  [
    'EC2, code with Client.',
    json(
      {
        userIdentity: user,
        eventSource: 'ec2.amazonaws.com',
        eventName: 'RunInstances',
        errorCode: 'Client.UnauthorizedOperation',
        errorMessage: `You are not authorized to perform this operation. ${denied('ec2:RunInstances')}. Encoded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0`,
      },
      2,
    ),
    {
      kind: 'encoded-authorization-failure',
      principal: U,
      action: 'ec2:RunInstances',
      encoded: true,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'EC2, no message of the caller',
    json({
      userIdentity: role,
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateTags',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: 'You are not authorized to perform this operation.',
    }),
    { principal: R, actionDerived: 'ec2:CreateTags', requestId: ID },
  ],
  [
    'root',
    json({
      userIdentity: root,
      eventSource: 's3.amazonaws.com',
      eventName: 'DeleteBucket',
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
    }),
    { principal: `arn:aws:iam::${A}:root`, actionDerived: 's3:DeleteBucket', requestId: ID },
  ],
  [
    'another account',
    json({
      userIdentity: { type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: B },
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
    }),
    { accountId: B, actionDerived: 's3:GetObject', requestId: ID },
  ],
  [
    'anonymous',
    json({
      userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'anonymous' },
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
    }),
    { principal: 'anonymous', actionDerived: 's3:GetObject', requestId: ID },
  ],
  [
    'a service',
    json({
      userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' },
      eventSource: 'kms.amazonaws.com',
      eventName: 'GenerateDataKey',
      errorCode: 'AccessDenied',
      errorMessage:
        'User: cloudtrail.amazonaws.com is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:111122223333:key/0a1b because no resource-based policy allows the kms:GenerateDataKey action',
    }),
    {
      principal: 'cloudtrail.amazonaws.com',
      action: 'kms:GenerateDataKey',
      resource: `arn:aws:kms:eu-west-1:${A}:key/0a1b`,
      effect: 'implicit-deny',
      policyType: 'resource',
      requestId: ID,
    },
  ],
  [
    'web identity',
    json({
      userIdentity: {
        type: 'WebIdentityUser',
        principalId: 'token.actions.githubusercontent.com:sts.amazonaws.com:repo:acme/app:pull_request',
        userName: 'repo:acme/app:pull_request',
        identityProvider: 'token.actions.githubusercontent.com',
      },
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      errorCode: 'AccessDenied',
      errorMessage: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    }),
    { action: 'sts:AssumeRoleWithWebIdentity', requestId: ID },
  ],
  [
    'SAML',
    json({
      userIdentity: { type: 'SAMLUser', principalId: 'AbCdEf=:mateo', userName: 'mateo', identityProvider: 'AbCdEf=' },
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithSAML',
      errorCode: 'AccessDenied',
      errorMessage: 'Not authorized to perform sts:AssumeRoleWithSAML',
    }),
    { action: 'sts:AssumeRoleWithSAML', requestId: ID },
  ],
  [
    'federated user',
    json({
      userIdentity: {
        type: 'FederatedUser',
        principalId: `${A}:mateo`,
        arn: `arn:aws:sts::${A}:federated-user/mateo`,
        accountId: A,
      },
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'DescribeTable',
      errorCode: 'AccessDenied',
      errorMessage: denied('dynamodb:DescribeTable', `arn:aws:sts::${A}:federated-user/mateo`),
    }),
    {
      principal: `arn:aws:sts::${A}:federated-user/mateo`,
      action: 'dynamodb:DescribeTable',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Identity Center',
    json({
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLE:mateo@example.com',
        arn: `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/mateo@example.com`,
        accountId: A,
      },
      eventSource: 'lambda.amazonaws.com',
      eventName: 'GetFunction20150331v2',
      errorCode: 'AccessDenied',
      errorMessage: 'Access denied',
    }),
    {
      principal: `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/mateo@example.com`,
      actionDerived: 'lambda:GetFunction',
      requestId: ID,
    },
  ],
  [
    'a service on behalf of a user',
    json({
      userIdentity: { ...user, invokedBy: 'cloudformation.amazonaws.com' },
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateRole',
      errorCode: 'AccessDenied',
      errorMessage: `${denied('iam:CreateRole').replace(' because', ` on resource: arn:aws:iam::${A}:role/app because`)}`,
    }),
    { principal: U, action: 'iam:CreateRole', resource: `arn:aws:iam::${A}:role/app`, requestId: ID, ...identity },
  ],
  [
    'Cost Explorer',
    json({
      userIdentity: user,
      eventSource: 'ce.amazonaws.com',
      eventName: 'GetCostAndUsage',
      errorCode: 'AccessDenied',
      errorMessage: 'User not enabled for cost explorer access',
    }),
    { principal: U, actionDerived: 'ce:GetCostAndUsage', requestId: ID },
  ],
  [
    'an SCP with its ARN',
    json({
      userIdentity: role,
      eventSource: 'rds.amazonaws.com',
      eventName: 'CreateDBInstance',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${R} is not authorized to perform: rds:CreateDBInstance on resource: arn:aws:rds:eu-west-1:${A}:db:demo with an explicit deny in a service control policy: arn:aws:organizations::${B}:policy/o-exampleorgid/service_control_policy/p-examplepolicy`,
    }),
    {
      principal: R,
      action: 'rds:CreateDBInstance',
      resource: `arn:aws:rds:eu-west-1:${A}:db:demo`,
      effect: 'explicit-deny',
      policyType: 'scp',
      policyArn: `arn:aws:organizations::${B}:policy/o-exampleorgid/service_control_policy/p-examplepolicy`,
      requestId: ID,
    },
  ],
  [
    'a VPC endpoint (network activity)',
    json({
      userIdentity: role,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'VpceAccessDenied',
      errorMessage: 'The request was denied due to a VPC endpoint policy',
      eventType: 'AwsVpceEvent',
      vpcEndpointId: 'vpce-0abc',
    }),
    { principal: R, actionDerived: 's3:GetObject', requestId: ID, open: ['effect', 'policyType'] },
  ],
  [
    'throttled',
    json({
      userIdentity: user,
      eventSource: 'ec2.amazonaws.com',
      eventName: 'DescribeInstances',
      errorCode: 'Client.RequestLimitExceeded',
      errorMessage: 'Request limit exceeded.',
    }),
    { kind: 'not-authorization' },
  ],
  [
    'console login',
    json({
      userIdentity: { type: 'IAMUser', accountId: A, userName: 'mateojackson' },
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
    }),
    { kind: 'not-authorization' },
  ],
  [
    'no such entity',
    json({
      userIdentity: user,
      eventSource: 'iam.amazonaws.com',
      eventName: 'GetRole',
      errorCode: 'NoSuchEntityException',
      errorMessage: 'The role with name app cannot be found.',
    }),
    { kind: 'not-authorization' },
  ],
  [
    'the CLI, lookup-events',
    JSON.stringify(
      {
        Events: [
          {
            EventId: '0a1b',
            EventName: 'GetObject',
            Username: 'mateojackson',
            CloudTrailEvent: json({
              userIdentity: user,
              eventSource: 's3.amazonaws.com',
              eventName: 'GetObject',
              errorCode: 'AccessDenied',
              errorMessage: 'Access Denied',
            }),
          },
        ],
      },
      null,
      4,
    ),
    { principal: U, actionDerived: 's3:GetObject', requestId: ID },
  ],
  [
    'EventBridge',
    JSON.stringify({
      version: '0',
      id: '0a1b',
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.s3',
      account: A,
      detail: event({
        userIdentity: user,
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketPolicy',
        errorCode: 'AccessDenied',
        errorMessage: 'Access Denied',
      }),
    }),
    { principal: U, actionDerived: 's3:PutBucketPolicy', requestId: ID },
  ],
  [
    'Wazuh',
    JSON.stringify({
      integration: 'aws',
      aws: event({
        userIdentity: user,
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateUser',
        errorCode: 'AccessDenied',
        errorMessage: denied('iam:CreateUser'),
      }),
    }),
    { principal: U, action: 'iam:CreateUser', requestId: ID, ...identity },
  ],
  [
    'Python’s print',
    `{'eventVersion': '1.09', 'userIdentity': {'type': 'IAMUser', 'arn': '${U}', 'accountId': '${A}', 'sessionContext': None}, 'eventSource': 'sqs.amazonaws.com', 'eventName': 'SendMessage', 'errorCode': 'AccessDenied', 'errorMessage': "User: ${U} is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:${A}:jobs because no identity-based policy allows the sqs:sendmessage action", 'readOnly': False, 'requestID': '${ID}'}`,
    {
      principal: U,
      action: 'sqs:sendmessage',
      resource: `arn:aws:sqs:eu-west-1:${A}:jobs`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Athena’s struct',
    `useridentity={type=IAMUser, principalid=AIDAEXAMPLE, arn=${U}, accountid=${A}}\teventsource=s3.amazonaws.com\teventname=GetBucketAcl\terrorcode=AccessDenied\terrormessage=Access Denied\trequestid=${ID}`,
    { requestId: ID, open: ['principal', 'principalType', 'accountId', 'actionDerived'] },
  ],
  [
    'fields as lines',
    `eventTime: 2024-05-05T10:00:00Z\neventSource: kms.amazonaws.com\neventName: Decrypt\nuserIdentity.arn: ${U}\nerrorCode: AccessDenied\nerrorMessage: User: ${U} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:${A}:key/0a1b because no resource-based policy allows the kms:Decrypt action`,
    {
      principal: U,
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${A}:key/0a1b`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'decoded, explicit',
    JSON.stringify(
      {
        DecodedMessage: JSON.stringify({
          allowed: false,
          explicitDeny: true,
          matchedStatements: {
            items: [
              {
                statementId: 'Guard',
                effect: 'DENY',
                principals: { items: [{ value: 'AROAEXAMPLE' }] },
                actions: { items: [{ value: 'ec2:RunInstances' }] },
              },
            ],
          },
          failures: { items: [] },
          context: {
            principal: { id: 'AROAEXAMPLE:i-0abcd1234efgh5678', arn: R },
            action: 'ec2:RunInstances',
            resource: `arn:aws:ec2:eu-west-1:${A}:instance/*`,
            conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.large' }] } }] },
          },
        }),
      },
      null,
      4,
    ),
    {
      kind: 'decoded-authorization-message',
      principal: R,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:eu-west-1:${A}:instance/*`,
      effect: 'explicit-deny',
    },
  ],
  [
    'decoded, implicit, redacted',
    `{\n    "allowed": false,\n    "explicitDeny": false,\n    "matchedStatements": {\n        "items": []\n    },\n    "failures": {\n        "items": []\n    },\n    "context": {\n        "principal": {\n            "id": "**:***",\n            "arn": "arn:aws:sts::**:assumed-role/karpenter-controller-****/***"\n        },\n        "action": "ec2:RunInstances",\n        "resource": "arn:aws:ec2:us-east-1:******:launch-template/lt-0638ed6a3b7addbf5",\n        "conditions": {\n            "items": [{\n                    "key": "******:Name",`,
    {
      kind: 'decoded-authorization-message',
      principal: 'arn:aws:sts::**:assumed-role/karpenter-controller-****/***',
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:us-east-1:******:launch-template/lt-0638ed6a3b7addbf5',
      effect: 'implicit-deny',
    },
  ],
  [
    'decoded, as sed leaves it',
    `{"DecodedMessage": "{"allowed":false,"explicitDeny":false,"matchedStatements":{"items":[]},"failures":{"items":[]},"context":{"principal":{"id":"AROAEXAMPLE:x","arn":"${R}"},"action":"ec2:CreateTags","resource":"arn:aws:ec2:eu-west-1:${A}:security-group/*","conditions":{"items":[]}}}"}`,
    {
      kind: 'decoded-authorization-message',
      principal: R,
      action: 'ec2:CreateTags',
      resource: `arn:aws:ec2:eu-west-1:${A}:security-group/*`,
      effect: 'implicit-deny',
    },
  ],
  [
    'decoded, with the command above',
    `$ aws sts decode-authorization-message --encoded-message 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0 --query DecodedMessage --output text | jq\n{\n  "allowed": false,\n  "explicitDeny": true,\n  "matchedStatements": { "items": [ { "statementId": "", "effect": "DENY", "sourcePolicyId": "p-examplepolicy", "sourcePolicyType": "Service Control Policy" } ] },\n  "context": {\n    "principal": { "id": "AIDAEXAMPLE", "name": "mateojackson", "arn": "${U}" },\n    "action": "ec2:RunInstances",\n    "resource": "arn:aws:ec2:eu-west-1:${A}:instance/*"\n  }\n}`,
    {
      kind: 'decoded-authorization-message',
      principal: U,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:eu-west-1:${A}:instance/*`,
      effect: 'explicit-deny',
      policyType: 'scp',
      open: ['encodedMessage'],
    },
  ],
  [
    'encoded, no colon behind the label',
    'You are not authorized to perform this operation. Encoded authorization failure message 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0kgY8IglQ',
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
  [
    'encoded, in quotes of a decode command',
    'aws sts decode-authorization-message --encoded-message "8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0kgY8IglQ"',
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
  [
    'encoded, equals sign',
    'aws sts decode-authorization-message --encoded-message=8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0kgY8IglQ',
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
]
