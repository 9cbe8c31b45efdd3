// Questions that people have asked for years, with the policy or the program next to the error.
import { allow, answerAll, denied, policy, type Row } from './answer-rows.ts'

const failed = (operation: string): string =>
  `An error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`
const role = 'sts::111122223333:assumed-role/app/run'
const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const analyst = 'iam::444455556666:user/analyst'
const silent = (action: string, type = 'identity'): string =>
  ` because no ${type}-based policy allows the ${action} action`
const letsIn = (Action: string, Resource: string): string =>
  policy(allow(Action, Resource, { Principal: { AWS: `arn:aws:${analyst}` } }))

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
// biome-ignore format: one row per line
const ofAnotherService: readonly Row[] = [
  ['a bucket’s policy next to a denial of its key', `${denied(analyst, 'kms:Decrypt', key, silent('kms:Decrypt', 'resource'))}\n\nBucket policy:\n${letsIn('s3:GetObject', 'arn:aws:s3:::shared/*')}`, 'kms-key-policy', ['its actions begin with s3:', 'Add a new resource-based policy'], ['Allow kms:Decrypt in “Policy 1”']],
  ['a key’s policy next to a denial of its bucket', `${denied(analyst, 's3:GetObject', 'arn:aws:s3:::shared/a.csv', silent('s3:GetObject', 'resource'))}\n\nKey policy:\n${letsIn('kms:*', '*')}`, 'cross-account-one-side', ['its actions begin with kms:', 'Add a new resource-based policy'], ['Allow s3:GetObject in “Policy 1”', 'does not stop this request']],
  ['a queue’s policy next to a denial of its topic', `${denied(analyst, 'sns:Publish', 'arn:aws:sns:us-east-1:111122223333:news', silent('sns:Publish', 'resource'))}\n\n${letsIn('sqs:SendMessage', '*')}`, 'cross-account-one-side', ['its actions begin with sqs:']],
  ['the policy of the resource itself', `${denied(analyst, 's3:GetObject', 'arn:aws:s3:::shared/a.csv', silent('s3:GetObject', 'resource'))}\n\n${letsIn('s3:ListBucket', 'arn:aws:s3:::shared')}`, 'cross-account-one-side', ['Allow s3:GetObject in “Policy 1”'], ['its actions begin with']],
]

const files = policy(allow(['s3:GetObject'], ['arn:aws:s3:::invoices-eu/*', 'arn:aws:s3:::invoices-us/*']))

// https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/welcome.html
// biome-ignore format: one row per line
const programs: readonly Row[] = [
  ['the bucket is a value of the event', `s3.get_object(Bucket=event['Records'][0]['s3']['bucket']['name'], Key=key)\n\n${failed('GetObject')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::ingest-eu/*'))}`, 'policies-allow', ['The object might not exist', '--bucket ingest-eu'], ['s3:::event']],
  ['the bucket is a property', `s3.get_object(Bucket=event.bucket, Key=f"reports/{day}.csv")\n\n${failed('GetObject')}`, 'incomplete', ['arn:aws:s3:::<BUCKET_NAME>/<OBJECT_NAME>'], ['event.bucket']],
  ['the key is a variable, in the SDK for JavaScript', `const r = await s3.send(new GetObjectCommand({ Bucket: 'invoices-eu', Key: key }))\nAccessDenied: Access Denied\n    at throwDefaultError (/var/task/node_modules/@aws-sdk/client-s3/dist-cjs/index.js:1:1)\n${files}`, 'policies-allow', ['we assume s3:GetObject', 'arn:aws:s3:::invoices-eu/<OBJECT_NAME>']],
  ['version 2 of the SDK', `s3.getObject({ Bucket: 'invoices-eu', Key: name }).promise()\nAccessDenied: Access Denied\n    at Request.extractError (/var/task/node_modules/aws-sdk/lib/services/s3.js:711:35)\n${files}`, 'policies-allow', ['we assume s3:GetObject']],
  ['a program that makes two calls', `await s3.send(new ListObjectsV2Command({ Bucket: 'invoices-eu' }))\nawait s3.send(new GetObjectCommand({ Bucket: 'invoices-eu', Key: key }))\nAccessDenied: Access Denied\n    at throwDefaultError (/var/task/node_modules/@aws-sdk/client-s3/dist-cjs/index.js:1:1)`, 'no-detail', [], ['we assume s3:GetObject', 'we assume s3:ListBucket']],
  ['two buckets', `copy from s3://invoices-eu to s3://invoices-us\n${failed('GetObject')}\n${files}`, 'depends', ['arn:aws:s3:::<BUCKET_NAME>/<OBJECT_NAME>']],
]

// https://docs.aws.amazon.com/step-functions/latest/dg/sns-iam.html
// biome-ignore format: one row per line
const textMessages: readonly Row[] = [
  ['a statement on topics', `${denied(role, 'SNS:Publish', '+15555550100')}\n${policy(allow('sns:Publish', 'arn:aws:sns:*:*:*'))}`, 'no-identity-allow', ['It has no ARN', '"Resource":"*"'], [':+1555']],
  ['no policy', denied(role, 'SNS:Publish', '+1XXXXXXXXXX'), 'no-identity-allow', ['It has no ARN', '"Resource": "*"']],
  ['a statement on everything', `${denied(role, 'SNS:Publish', '+15555550100')}\n${policy(allow('sns:Publish', '*'))}`, 'policies-allow', []],
]

const document = 'arn:aws:ssm:us-east-1::document/AWS-StartSSHSession'
const tagged = { Condition: { StringEquals: { 'ssm:resourceTag/env': 'dev' } } }
const passed = { Condition: { StringLike: { 'iam:PassedToService': 'glue.amazonaws.com' } } }

// biome-ignore format: one row per line
const conditions: readonly Row[] = [
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
  ['the target’s tag isn’t asked of the document', `${denied(role, 'ssm:StartSession', document, silent('ssm:StartSession'))}\n${policy(allow('ssm:StartSession', 'arn:aws:ec2:us-east-1:111122223333:instance/*', tagged))}`, 'no-identity-allow', [`"Resource":"${document}"}`], ['It keeps the condition']],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  ['the service is kept, and not asked for again', `${denied(role, 'iam:PassRole', 'arn:aws:iam::111122223333:role/service-role/etl-run', silent('iam:PassRole'))}\n${policy(allow('iam:PassRole', 'arn:aws:iam::*:role/etl-*', passed))}`, 'pass-role-missing', ['leaves out the path', '"Condition":{"StringLike":{"iam:PassedToService":"glue.amazonaws.com"}}}]'], ['Limit it to the service']],
]

// https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html
// biome-ignore format: one row per line
const aliases: readonly Row[] = [
  ['an alias in Resource', `${denied(role, 'kms:Decrypt', key, silent('kms:Decrypt'))}\n${policy(allow('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:alias/app'))}`, 'no-identity-allow', ['is an alias, and AWS compares the ARN of the key']],
  ['the key isn’t known', `AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.\n${policy(allow('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:alias/app'))}`, 'no-identity-allow', ['is an alias, and AWS compares the ARN of the key']],
]

// https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html
// biome-ignore format: one row per line
const onlyArns: readonly Row[] = [
  ['the function of an API', 'Execution failed due to configuration error: Invalid permissions on Lambda function\nIntegration: arn:aws:lambda:us-east-1:111122223333:function:orders:prod', 'cross-account-one-side', ['"Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders:prod"']],
  ['the function that called', 'function arn:aws:lambda:eu-west-1:111122223333:function:worker\nAn error occurred (AccessDeniedException) when calling the Invoke operation: Access denied', 'incomplete', ['<FUNCTION_NAME>'], ['function:worker']],
  ['two functions', 'Execution failed due to configuration error: Invalid permissions on Lambda function\narn:aws:lambda:us-east-1:111122223333:function:orders and arn:aws:lambda:us-east-1:111122223333:function:carts', 'cross-account-one-side', ['<FUNCTION_NAME>']],
]

const xml =
  '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>AB12</RequestId><HostId>xyz=</HostId></Error>'
const site = (Resource: string, Principal: object): string => policy(allow('s3:GetObject', Resource, { Principal }))
const viaCloudFront = { Service: 'cloudfront.amazonaws.com' }

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
// biome-ignore format: one row per line
const behindCloudFront: readonly Row[] = [
  ['the bucket’s policy lets it in', `https://d111111abcdef8.cloudfront.net/about shows\n${xml}\n\n${site('arn:aws:s3:::site/*', viaCloudFront)}`, 'no-detail', ['probably doesn’t exist under this path', '--bucket site --prefix about', 'index.html']],
  ['an identity of old', `https://d111111abcdef8.cloudfront.net/ shows\n${xml}\n\n${site('arn:aws:s3:::site/*', { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABC' })}`, 'no-detail', ['probably doesn’t exist under this path', '<BEGINNING_OF_THE_KEY>']],
  ['it names the bucket, not the objects', `https://d111111abcdef8.cloudfront.net/about.html\n${xml}\n\n${site('arn:aws:s3:::site', viaCloudFront)}`, 'no-detail', ['doesn’t let CloudFront in', 'arn:aws:s3:::site/*', 'aws:SourceArn']],
  ['no policy', `My CloudFront distribution returns 403\n${xml}`, 'no-detail', ['Either the bucket’s policy', 'cloudfront.amazonaws.com']],
  ['no CloudFront', xml, 'no-detail', ['CloudTrail'], ['CloudFront']],
]

const notRight =
  'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations'
const queue = 'arn:aws:sqs:us-east-1:111122223333:jobs'
const from = (bucket: string): string =>
  policy(
    allow('sqs:SendMessage', queue, {
      Principal: { Service: 's3.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:s3:::${bucket}` } },
    }),
  )

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
// biome-ignore format: one row per line
const notifications: readonly Row[] = [
  ['the queue’s policy names another bucket', `$ aws s3api put-bucket-notification-configuration --bucket uploads --notification-configuration file://n.json\n${notRight}\n\n${from('upload')}`, 'cross-account-one-side', ['we assume sqs:SendMessage', 'arn:aws:s3:::uploads'], ['sns:Publish']],
  ['nothing says which bucket', `${notRight}\n\n${from('upload')}`, 'depends', ['we assume sqs:SendMessage', 'aws:SourceArn'], ['sns:Publish']],
  ['no policy', notRight, 'incomplete', ['Say which action it was']],
]

const identity = (name: string): string => `arn:aws:ses:us-east-1:111122223333:identity/${name}`
const ofAuthorizer = policy(
  allow('execute-api:Invoke', 'arn:aws:execute-api:us-east-1:111122223333:abc123/prod/GET/items'),
)

// biome-ignore format: one row per line
const senders: readonly Row[] = [
  // https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html
  ['an address that the policy doesn’t name', `${denied(role, 'ses:SendEmail', identity('customer@example.com'))}\n${policy(allow('ses:SendEmail', identity('example.org')))}`, 'no-identity-allow', ['If customer@example.com is the recipient', 'ProductionAccessEnabled']],
  ['a domain', `${denied(role, 'ses:SendEmail', identity('example.com'))}\n${policy(allow('ses:SendEmail', identity('example.org')))}`, 'no-identity-allow', [], ['is the recipient']],
  // https://repost.aws/knowledge-center/api-gateway-lambda-authorization-errors
  ['an authorizer’s policy for one method', `GET works, then POST says\n{"message":"User is not authorized to access this resource with an explicit deny"}\n\n${ofAuthorizer}`, 'not-by-policy', ['Have the authorizer return a policy for every method']],
]

const attached = JSON.stringify({
  AttachedPolicies: [
    { PolicyName: 'AWSCompromisedKeyQuarantineV3', PolicyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' },
  ],
})
const byDeny = `${denied('iam::111122223333:user/ana', 'iam:CreateUser', 'arn:aws:iam::111122223333:user/x')} with an explicit deny in an identity-based policy`

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html
// biome-ignore format: one row per line
const quarantine: readonly Row[] = [
  ['a list names the policy', `${byDeny}\n\n$ aws iam list-attached-user-policies --user-name ana\n${attached}`, 'quarantined-key', ['Deactivate the leaked key now']],
  ['a list names another', `${byDeny}\n\n${attached.replaceAll('AWSCompromisedKeyQuarantineV3', 'Developers')}`, 'explicit-deny', [], ['leaked key']],
]

const claude = 'anthropic.claude-3-5-sonnet-20241022-v2:0'
const modelIn = (region: string): string => `arn:aws:bedrock:${region}::foundation-model/${claude}`
const invoked = denied(role, 'bedrock:InvokeModel', modelIn('eu-west-1'), silent('bedrock:InvokeModel'))

// biome-ignore format: one row per line
const notOnePolicy: readonly Row[] = [
  // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
  ['a profile of several Regions', `${invoked}\n\nclient.invoke_model(modelId='eu.${claude}')`, 'no-identity-allow', ['wherever the profile sends the call', `arn:aws:bedrock:*::foundation-model/${claude}`, `inference-profile/eu.${claude}`]],
  ['the policy names the profile and one Region', `${invoked}\n\n${policy(allow('bedrock:InvokeModel', [`arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.${claude}`, modelIn('eu-central-1')]))}`, 'arn-mismatch', ['wherever the profile sends the call']],
  ['the model alone', invoked, 'no-identity-allow', [], ['inference profile eu']],
  // https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
  ['a user pool’s app client', 'An error occurred (NotAuthorizedException) when calling the InitiateAuth operation: Unable to verify secret hash for client 1example23456789', 'not-by-policy', ['Send the secret hash of this app client'], ['probably lacks']],
  ['a token of a user pool', 'An error occurred (NotAuthorizedException) when calling the InitiateAuth operation: Refresh Token has been revoked', 'not-by-policy', ['Sign in again'], ['probably lacks']],
]

answerAll([
  ['what one statement doesn’t solve', notOnePolicy],
  ['leaked keys', quarantine],
  ['addresses and authorizers', senders],
  ['a file behind CloudFront', behindCloudFront],
  ['a bucket that notifies', notifications],
  ['the policy of another service’s resource', ofAnotherService],
  ['what a program calls', programs],
  ['text messages', textMessages],
  ['conditions of a new statement', conditions],
  ['aliases of keys', aliases],
  ['the only ARN of a paste', onlyArns],
])
