import type { Case, Expected } from '../expected.ts'

/** CloudTrail events, decoded and encoded messages, in every quoting. */
export const events: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  events.push([name, text, expected])
}
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/ana`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abc1234def567890`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const ev = (o: object = {}) => ({
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAX:i-0abc',
    arn: R,
    accountId: A,
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${A}:role/App`, userName: 'App' },
      attributes: { mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2026-01-01T00:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.5',
  userAgent: 'aws-cli/2',
  errorCode: 'AccessDenied',
  errorMessage: `User: ${R} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action`,
  requestParameters: { bucketName: 'b', key: 'k' },
  responseElements: null,
  requestID: 'REQ1',
  eventID: ID,
  eventType: 'AwsApiCall',
  recipientAccountId: A,
  ...o,
})
const EE = {
  principal: R,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  effect: 'implicit-deny',
  policyType: 'identity',
  requestId: 'REQ1',
}
const ok = ev({ errorCode: undefined, errorMessage: undefined, requestID: 'OK1', eventName: 'ListBuckets' })
const plainDenied = { errorMessage: 'Access Denied' }
c('ct one', JSON.stringify(ev()), EE)
c('ct pretty', JSON.stringify(ev(), null, 2), EE)
c('ct array', JSON.stringify([ok, ev()]), EE)
c('ct Records', JSON.stringify({ Records: [ok, ev()] }, null, 4), EE)
c(
  'ct Events',
  JSON.stringify(
    { Events: [{ EventId: ID, EventName: 'GetObject', Username: 'x', CloudTrailEvent: JSON.stringify(ev()) }] },
    null,
    2,
  ),
  EE,
)
c('ct ndjson', [ok, ev()].map((e) => JSON.stringify(e)).join('\n'), EE)
c('ct ndjson of pretty', [ok, ev()].map((e) => JSON.stringify(e, null, 2)).join('\n'), EE)
c('ct plain AccessDenied', JSON.stringify(ev(plainDenied)), {
  principal: R,
  actionDerived: 's3:GetObject',
  requestId: 'REQ1',
  open: ['resource'],
})
c('ct HeadObject', JSON.stringify(ev({ ...plainDenied, eventName: 'HeadObject' })), {
  principal: R,
  actionDerived: 's3:GetObject',
  requestId: 'REQ1',
  open: ['resource'],
})
c('ct ListObjects', JSON.stringify(ev({ ...plainDenied, eventName: 'ListObjects' })), {
  principal: R,
  actionDerived: 's3:ListBucket',
  requestId: 'REQ1',
  open: ['resource'],
})
c(
  'ct ec2 encoded',
  JSON.stringify(
    ev({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: `You are not authorized to perform this operation. User: ${R} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:${A}:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: ${'kJ8_'.repeat(40)}`,
    }),
  ),
  {
    kind: 'encoded-authorization-failure',
    principal: R,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${A}:instance/*`,
    effect: 'implicit-deny',
    policyType: 'identity',
    encoded: true,
    requestId: 'REQ1',
  },
)
c(
  'ct ec2 encoded only',
  JSON.stringify(
    ev({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'DescribeInstances',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: `You are not authorized to perform this operation.`,
    }),
  ),
  { principal: R, actionDerived: 'ec2:DescribeInstances', requestId: 'REQ1' },
)
c(
  'ct monitoring',
  JSON.stringify(ev({ ...plainDenied, eventSource: 'monitoring.amazonaws.com', eventName: 'PutMetricAlarm' })),
  { principal: R, actionDerived: 'cloudwatch:PutMetricAlarm', requestId: 'REQ1' },
)
c(
  'ct lambda versioned',
  JSON.stringify(ev({ ...plainDenied, eventSource: 'lambda.amazonaws.com', eventName: 'GetFunction20150331v2' })),
  { principal: R, actionDerived: 'lambda:GetFunction', requestId: 'REQ1' },
)
c(
  'ct lambda list',
  JSON.stringify(ev({ ...plainDenied, eventSource: 'lambda.amazonaws.com', eventName: 'ListFunctions20150331' })),
  { principal: R, actionDerived: 'lambda:ListFunctions', requestId: 'REQ1' },
)
c('ct invoke', JSON.stringify(ev({ ...plainDenied, eventSource: 'lambda.amazonaws.com', eventName: 'Invoke' })), {
  principal: R,
  actionDerived: 'lambda:InvokeFunction',
  requestId: 'REQ1',
})
c(
  'ct tagging',
  JSON.stringify(ev({ ...plainDenied, eventSource: 'tagging.amazonaws.com', eventName: 'GetResources' })),
  { principal: R, actionDerived: 'tag:GetResources', requestId: 'REQ1' },
)
c('ct sso', JSON.stringify(ev({ ...plainDenied, eventSource: 'sso.amazonaws.com', eventName: 'ListInstances' })), {
  principal: R,
  actionDerived: 'sso:ListInstances',
  requestId: 'REQ1',
})
c(
  'ct opensearch',
  JSON.stringify(ev({ ...plainDenied, eventSource: 'es.amazonaws.com', eventName: 'DescribeDomain' })),
  { principal: R, actionDerived: 'es:DescribeDomain', requestId: 'REQ1' },
)
c(
  'ct anonymous',
  JSON.stringify(ev({ ...plainDenied, userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'anonymous' } })),
  {
    principal: 'anonymous',
    actionDerived: 's3:GetObject',
    requestId: 'REQ1',
    open: ['principal', 'principalType', 'resource'],
  },
)
c(
  'ct cross account',
  JSON.stringify(
    ev({ ...plainDenied, userIdentity: { type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: '444455556666' } }),
  ),
  {
    principal: null,
    accountId: '444455556666',
    actionDerived: 's3:GetObject',
    requestId: 'REQ1',
    open: ['principal', 'principalType', 'resource'],
  },
)
c(
  'ct AWSService',
  JSON.stringify(ev({ ...plainDenied, userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' } })),
  { principal: 'cloudtrail.amazonaws.com', actionDerived: 's3:GetObject', requestId: 'REQ1', open: ['resource'] },
)
c(
  'ct web identity',
  JSON.stringify(
    ev({
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      errorCode: 'AccessDenied',
      errorMessage: 'An unknown error occurred',
      userIdentity: {
        type: 'WebIdentityUser',
        principalId: 'arn:aws:iam::1:oidc-provider/x:sub',
        userName: 'sub',
        identityProvider: 'x',
      },
    }),
  ),
  {
    actionDerived: 'sts:AssumeRoleWithWebIdentity',
    requestId: 'REQ1',
    open: ['principal', 'principalType', 'accountId'],
  },
)
c(
  'ct root',
  JSON.stringify(
    ev({ ...plainDenied, userIdentity: { type: 'Root', principalId: A, arn: `arn:aws:iam::${A}:root`, accountId: A } }),
  ),
  { principal: `arn:aws:iam::${A}:root`, actionDerived: 's3:GetObject', requestId: 'REQ1', open: ['resource'] },
)
c(
  'ct kms',
  JSON.stringify(
    ev({
      eventSource: 'kms.amazonaws.com',
      eventName: 'Decrypt',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${R} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:${A}:key/k because no resource-based policy allows the kms:Decrypt action`,
    }),
  ),
  {
    principal: R,
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:eu-west-1:${A}:key/k`,
    effect: 'implicit-deny',
    policyType: 'resource',
    requestId: 'REQ1',
  },
)
c(
  'ct VpceAccessDenied',
  JSON.stringify(
    ev({
      errorCode: 'VpceAccessDenied',
      errorMessage: 'The request was denied due to a VPC endpoint policy',
      vpcEndpointId: 'vpce-1',
      eventCategory: 'NetworkActivity',
      eventType: 'AwsVpceEvent',
    }),
  ),
  { principal: R, actionDerived: 's3:GetObject', requestId: 'REQ1', open: ['effect', 'policyType', 'resource'] },
)
c('ct throttled', JSON.stringify(ev({ errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' })), {
  kind: 'not-authorization',
})
c(
  'ct NoSuch',
  JSON.stringify(ev({ errorCode: 'NoSuchBucketPolicy', errorMessage: 'The bucket policy does not exist' })),
  { kind: 'not-authorization' },
)
c('ct expired', JSON.stringify(ev({ errorCode: 'ExpiredToken', errorMessage: 'The provided token has expired.' })), {
  kind: 'credential-problem',
  principal: R,
  actionDerived: 's3:GetObject',
  requestId: 'REQ1',
  open: ['principal', 'principalType', 'accountId', 'actionDerived', 'resource'],
})
c(
  'ct InvalidClientTokenId',
  JSON.stringify(
    ev({
      errorCode: 'InvalidClientTokenId',
      errorMessage: 'The security token included in the request is invalid',
      userIdentity: { type: 'Unknown', principalId: '', accountId: '', userName: '' },
    }),
  ),
  { kind: 'credential-problem', requestId: 'REQ1', open: ['actionDerived'] },
)
c(
  'ct eventbridge envelope',
  JSON.stringify({
    version: '0',
    id: 'x',
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.s3',
    account: A,
    detail: ev(),
  }),
  EE,
)
c('ct log prefix', `2026-01-01 00:00:00 INFO event=${JSON.stringify(ev())}`, EE)
c(
  'ct commented',
  JSON.stringify(ev(), null, 2)
    .split('\n')
    .map((l) => `# ${l}`)
    .join('\n'),
  EE,
)
c(
  'ct quoted md',
  JSON.stringify(ev(), null, 2)
    .split('\n')
    .map((l) => `> ${l}`)
    .join('\n'),
  EE,
)
c('ct fenced', `\`\`\`json\n${JSON.stringify(ev(), null, 2)}\n\`\`\``, EE)
c('ct escaped twice', JSON.stringify(JSON.stringify(ev())), EE)
c('ct cut end', JSON.stringify(ev(), null, 2).slice(0, -140), { ...EE, open: ['requestId'] })
c('ct cut start', JSON.stringify(ev(), null, 2).slice(80), { ...EE, open: ['principal'] })
c('ct prose before', `Here is the [event]:\n\n${JSON.stringify(ev(), null, 2)}\n\nThanks!`, EE)
c('ct prose with braces before', `I ran {thing} and "this":\n${JSON.stringify(ev(plainDenied), null, 2)}`, {
  principal: R,
  actionDerived: 's3:GetObject',
  requestId: 'REQ1',
  open: ['resource'],
})
c(
  'ct js object',
  `{\n  eventVersion: '1.08',\n  userIdentity: {\n    type: 'AssumedRole',\n    arn: '${R}',\n  },\n  eventSource: 'dynamodb.amazonaws.com',\n  eventName: 'GetItem',\n  errorCode: 'AccessDenied',\n  errorMessage: 'User: ${R} is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:${A}:table/T because no identity-based policy allows the dynamodb:GetItem action',\n  requestID: 'RID7'\n}`,
  {
    principal: R,
    action: 'dynamodb:GetItem',
    resource: `arn:aws:dynamodb:eu-west-1:${A}:table/T`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: 'RID7',
  },
)
c(
  'ct fields lines',
  `eventSource: ec2.amazonaws.com\neventName: StartInstances\nerrorCode: Client.UnauthorizedOperation\nuserIdentity.arn: ${R}\nrequestID: RR1`,
  {
    principal: R,
    actionDerived: 'ec2:StartInstances',
    requestId: 'RR1',
    open: ['principal', 'principalType', 'accountId', 'actionDerived'],
  },
)
c('ct s3 errorCode only', `{"eventSource":"s3.amazonaws.com","eventName":"HeadBucket","errorCode":"AccessDenied"}`, {
  actionDerived: 's3:ListBucket',
})
c(
  's3 server access log',
  `79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be b [06/Feb/2026:00:00:38 +0000] 192.0.2.3 ${R} 3E57427F3EXAMPLE REST.GET.OBJECT k "GET /b/k HTTP/1.1" 403 AccessDenied 243 - 7 - "-" "S3Console/0.4" -`,
  { open: ['principal', 'principalType', 'accountId', 'actionDerived', 'resource', 'requestId'] },
)
// decoded
const dec = (o: object = {}) => ({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEX:s', arn: R },
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
    conditions: { items: [{ key: 'ec2:Region', values: { items: [{ value: 'us-east-1' }] } }] },
  },
  ...o,
})
const DE = {
  kind: 'decoded-authorization-message',
  principal: R,
  action: 'ec2:RunInstances',
  resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
  effect: 'implicit-deny',
}
c('dec', JSON.stringify(dec(), null, 2), DE)
c('dec cli wrapper', JSON.stringify({ DecodedMessage: JSON.stringify(dec()) }, null, 4), DE)
c('dec cli text', `DECODEDMESSAGE\t${JSON.stringify(dec())}`, DE)
c('dec escaped', JSON.stringify(JSON.stringify(dec())), DE)
c('dec backslashes no quotes', JSON.stringify(dec()).replaceAll('"', '\\"'), DE)
c(
  'dec prompt',
  `$ aws sts decode-authorization-message --encoded-message ${'abcD-'.repeat(20)} --query DecodedMessage --output text | jq .\n${JSON.stringify(dec(), null, 2)}`,
  DE,
)
c(
  'dec explicit SCP',
  JSON.stringify(
    dec({
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: 'x',
            effect: 'DENY',
            principals: { items: [] },
            sourcePolicyId: 'p-1',
            sourcePolicyType: 'SCP',
          },
        ],
      },
    }),
  ),
  { ...DE, effect: 'explicit-deny', open: ['policyType'] },
)
c('dec single quotes python', JSON.stringify(dec()).replaceAll('"', "'").replaceAll('false', 'False'), { ...DE })
c('dec truncated', JSON.stringify(dec(), null, 2).slice(0, -60), DE)
c(
  'dec commented',
  JSON.stringify(dec(), null, 2)
    .split('\n')
    .map((l) => `│ ${l}`)
    .join('\n'),
  DE,
)
c(
  'dec fragment',
  `"explicitDeny": true, "matchedStatements": {"items": []}, "context": {"principal": {"id": "AIDAX", "arn": "${U}"}, "action": "iam:PassRole", "resource": "arn:aws:iam::${A}:role/x"}}`,
  {
    kind: 'decoded-authorization-message',
    principal: U,
    action: 'iam:PassRole',
    resource: `arn:aws:iam::${A}:role/x`,
    effect: 'explicit-deny',
  },
)
// encoded
c('enc bare label lower', `encoded authorization failure message: ${'aZ9_-'.repeat(30)}`, {
  kind: 'encoded-authorization-failure',
  encoded: true,
})
c(
  'enc newline after label',
  `You are not authorized to perform this operation. Encoded authorization\nfailure message:\n${'aZ9_-'.repeat(30)}`,
  { kind: 'encoded-authorization-failure', encoded: true },
)
c(
  'enc redacted',
  'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: [REDACTED]',
  { kind: 'encoded-authorization-failure', encoded: true },
)
c('enc xxx', 'Encoded authorization failure message: xxxxxxxxxxxxxxxxxxxxx', {
  kind: 'encoded-authorization-failure',
  encoded: true,
})
c(
  'enc dots',
  'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: ...',
  { kind: 'encoded-authorization-failure', encoded: true },
)
c('enc missing', 'You are not authorized to perform this operation. Encoded authorization failure message:', {
  kind: 'encoded-authorization-failure',
  encoded: true,
})
c(
  'enc json',
  JSON.stringify({
    Error: {
      Code: 'UnauthorizedOperation',
      Message: `You are not authorized to perform this operation. Encoded authorization failure message: ${'aZ9_-'.repeat(30)}`,
    },
  }),
  { kind: 'encoded-authorization-failure', encoded: true },
)
c(
  'enc decode failing',
  `An error occurred (AccessDenied) when calling the DecodeAuthorizationMessage operation: User: ${U} is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows the sts:DecodeAuthorizationMessage action`,
  { principal: U, action: 'sts:DecodeAuthorizationMessage', effect: 'implicit-deny', policyType: 'identity' },
)
c(
  'enc invalid',
  `An error occurred (InvalidAuthorizationMessageException) when calling the DecodeAuthorizationMessage operation: Message is not valid`,
  { kind: 'not-authorization' },
)
