// Rules about who calls, and with which credentials.
import { allow, deny, federated, full, here, key, object, policy, root, session, user } from '../scenario.ts'
import { docs, each, everyone, type FactCase, iamGuide, names } from './fact-case.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
const guestActions =
  'cloudwatch:PutMetricData logs:PutLogEvents dynamodb:GetItem kinesis:PutRecord mobileanalytics:PutEvents s3:ListAllMyBuckets ses:SendEmail sns:Publish sqs:SendMessage lambda:InvokeFunction machinelearning:Predict execute-api:Invoke iot:Connect gamelift:CreatePlayerSession cognito-identity:ListIdentities cognito-idp:ListUsers lex:PostText polly:SynthesizeSpeech comprehend:DetectSentiment translate:TranslateText transcribe:StartStreamTranscription rekognition:DetectLabels mobiletargeting:PutEvents firehose:PutRecord appsync:GraphQL personalize:PutEvents sagemaker:InvokeEndpoint cognito-sync:ListDatasets codewhisperer:GenerateRecommendations textract:DetectDocumentText textract:AnalyzeDocument sdb:Select rum:PutRumEvents geo:GetMapTile geo:ListMaps geo:SearchPlaceIndexForText geo:GetPlace geo:CalculateRoute geo:PutGeofence geo:ListGeofences geo:GetDevicePosition kms:Encrypt kms:Decrypt kms:ReEncryptTo kms:ReEncryptFrom kms:GenerateDataKey kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext kms:GenerateDataKeyWithoutPlaintext'
const guest = `arn:aws:sts::${here}:assumed-role/Guests/CognitoIdentityCredentials`
const guestPolicies = [full, policy('resource', allow('*', { Principal: { AWS: here }, Resource: '*' }))]
export const byGuest = each(guestActions, (action) => [
  `a guest of Amazon Cognito calls ${action}`,
  {
    as: guest,
    action,
    on: action.startsWith('kms:') ? key : '*',
    facts: { cognitoGuest: true },
    policies: guestPolicies,
  },
  'allowed',
  `${docs}cognito/latest/developerguide/iam-roles.html`,
])

const cognitoSync = `arn:aws:cognito-sync:us-east-1:${here}:identitypool/p/identity/i`
export const credentials: readonly FactCase[] = [
  ...each('RegisterDevice SubscribeToDataset UnsubscribeFromDataset', (name) => [
    `${name} by an IAM user`,
    { action: `cognito-sync:${name}`, on: cognitoSync, policies: [full] },
    'implicitDeny only-cognito-identities',
    `${docs}cognitosync/latest/APIReference/API_${name}.html`,
  ]),
  [
    'RegisterDevice by the root user',
    { as: root, action: 'cognito-sync:RegisterDevice', on: cognitoSync, policies: [] },
    'implicitDeny only-cognito-identities',
    `${docs}cognitosync/latest/APIReference/API_RegisterDevice.html`,
  ],
  [
    'RegisterDevice by a session, as Amazon Cognito opens it',
    { as: session, action: 'cognito-sync:RegisterDevice', on: cognitoSync, policies: [full] },
    'allowed',
    `${docs}cognitosync/latest/APIReference/API_RegisterDevice.html`,
  ],
  [
    'another call of Cognito Sync by an IAM user',
    { action: 'cognito-sync:ListDatasets', on: cognitoSync, policies: [full] },
    'allowed',
    `${docs}cognitosync/latest/APIReference/API_ListDatasets.html`,
  ],
  [
    'the root user gets a session',
    { as: root, action: 'sts:GetSessionToken', policies: [] },
    'allowed needs-no-allow',
    iamGuide('id_credentials_temp_control-access_getsessiontoken'),
  ],
  [
    'a service gets no session',
    { as: 'sns.amazonaws.com', action: 'sts:GetSessionToken', policies: [] },
    'implicitDeny',
    iamGuide('id_credentials_temp_control-access_getsessiontoken'),
  ],
  [
    'the switch of IAM access to Billing is about identities of the account',
    { as: 'sns.amazonaws.com', facts: { billingIamAccess: false }, policies: [] },
    'implicitDeny',
    'https://repost.aws/knowledge-center/iam-billing-access',
  ],
  [
    'the root user changes “its password” as a user would',
    { as: root, action: 'iam:ChangePassword', policies: [] },
    'implicitDeny only-iam-users',
    `${docs}IAM/latest/APIReference/API_ChangePassword.html`,
  ],
  [
    'a session makes another call of IAM',
    { as: session, action: 'iam:GetUser', on: user, policies: [full] },
    'allowed',
    `${docs}IAM/latest/APIReference/API_ChangePassword.html`,
  ],
  ...each('GetSessionToken GetFederationToken', (name) => [
    `${name} with a federated user’s credentials`,
    { as: federated, action: `sts:${name}`, policies: [full, policy('session', allow('*'))] },
    'implicitDeny session-credentials',
    iamGuide('id_credentials_sts-comparison'),
  ]),
]

const cloudFront = 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE'
export const withoutIdentity: readonly FactCase[] = names(
  `sns.amazonaws.com anonymous ${cloudFront.replaceAll(' ', '_')}`,
).map((name) => [
  `an identity-based policy doesn’t apply to ${name.replaceAll('_', ' ')}`,
  {
    as: name.replaceAll('_', ' '),
    action: 's3:GetObject',
    on: object,
    owner: here,
    policies: [
      policy('resource', allow('s3:GetObject', { ...everyone, Resource: object })),
      policy('identity', deny('*')),
    ],
  },
  'allowed',
  iamGuide('reference_policies_elements_principal'),
])
