import { always } from './built-in.ts'
import type { StatementRow } from './rule.ts'

/** What Amazon Cognito's own session policies allow guests: the inline one, and the managed AmazonCognitoUnAuthedIdentitiesSessionPolicy (v4). */
const guestActions =
  'cloudwatch:* logs:* dynamodb:* kinesis:* mobileanalytics:* s3:* ses:* sns:* sqs:* lambda:* machinelearning:* execute-api:* iot:* gamelift:* cognito-identity:* cognito-idp:* lex:* polly:* comprehend:* translate:* transcribe:* rekognition:* mobiletargeting:* firehose:* appsync:* personalize:* sagemaker:InvokeEndpoint cognito-sync:* codewhisperer:* textract:DetectDocumentText textract:AnalyzeDocument sdb:* rum:PutRumEvents geo:GetMap* geo:ListMaps geo:SearchPlaceIndex* geo:GetPlace geo:CalculateRoute* geo:*Geofence geo:*Geofences geo:*DevicePosition* kms:Encrypt kms:Decrypt kms:ReEncryptTo kms:ReEncryptFrom kms:GenerateDataKey kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext kms:GenerateDataKeyWithoutPlaintext'

/**
 * In the enhanced flow Amazon Cognito opens the session of a guest, with these policies as its session policies. Read on 2026-11-28.
 * Sessions of people who signed in have the same name, so whether it is a guest can be a question.
 */
export const cognitoGuest: StatementRow = {
  is: 'statements',
  code: 'cognito-guest',
  kind: 'session',
  part: 'limits',
  services: undefined,
  source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  coverage: undefined,
  statements: always(
    { Effect: 'Allow', Principal: '*', Action: guestActions.split(' '), Resource: '*' },
    {
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { cognitoGuest: 'false' } },
    },
  ),
  applies: ({ caller }) => caller.session === 'CognitoIdentityCredentials',
}
