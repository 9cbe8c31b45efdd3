import type { Case } from '../expected.ts'

/** Public reports, cut down to the lines that are read; each name is the report's. */
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const

export const seenReports: Case[] = [
  [
    'aws/aws-sdk-go-v2#346: the SDK’s debug log names the request',
    'AccessDenied: Access Denied status code: 403, request id: 03B863B8110F81F2, host id: FhXCJS1vfS/jmUQcHAMRb\n2019/07/26 19:18:42 DEBUG: Request s3/GetObject Details: \n---[ REQUEST POST-SIGN ]---\nGET <key> HTTP/1.1\nHost: <bucket>',
    { actionDerived: 's3:GetObject', requestId: '03B863B8110F81F2' },
  ],
  [
    'hashicorp/terraform-provider-aws#8720: what Terraform was reading is asked about',
    '│ Error: collecting instance settings: reading EC2 Instance Type (t2.micro): UnauthorizedOperation: You are not authorized to perform this operation.\n│       status code: 403, request id: 0d394442-5c7b-456b-b1f4-45edd2d60b6b\n│\n│   with module.ec2_instance["IA_demo_1-1"].aws_instance.this[0],',
    { requestId: '0d394442-5c7b-456b-b1f4-45edd2d60b6b' },
  ],
  [
    'aws/aws-sdk-go-v2#2859: masked accounts of other lengths',
    'panic: operation error ECS: CreateService, https response error StatusCode: 400, AccessDeniedException: User: arn:aws:sts::xxxxxxxxx:assumed-role/xxxxxxxxxxx is not authorized to perform: ecs:CreateService on resource: arn:aws:ecs:ap-northeast-1:xxxxxxxxxxxxx:service/default/xxxxxxxx because no identity-based policy allows the ecs:CreateService action',
    {
      principal: 'arn:aws:sts::xxxxxxxxx:assumed-role/xxxxxxxxxxx',
      action: 'ecs:CreateService',
      resource: 'arn:aws:ecs:ap-northeast-1:xxxxxxxxxxxxx:service/default/xxxxxxxx',
      ...identity,
    },
  ],
  [
    'aws/aws-sdk-js-codemod#493: a stack trace of Windows names the operation',
    '[2023-05-16T10:33:02.668] [ERROR] default - AccessDenied: Access Denied\n    at node_modules\\@aws-sdk\\smithy-client\\dist-cjs\\default-error-handler.js:8:22)\n    at de_ListObjectsV2CommandError (C:\\node_modules\\@aws-sdk\\client-s3\\dist-cjs\\protocols\\Aws_restXml.js:5086:20)',
    { actionDerived: 's3:ListBucket' },
  ],
  [
    'external-secrets/external-secrets#1175: a secret by its name',
    'AccessDeniedException: User: arn:aws:sts::xxxxx:assumed-role/k8s-ui-apps/external-secrets-provider-aws is not authorized to perform: secretsmanager:GetSecretValue on resource: my_app2/prod/user because no identity-based policy allows the secretsmanager:GetSecretValue action status code: 400,',
    {
      principal: 'arn:aws:sts::xxxxx:assumed-role/k8s-ui-apps/external-secrets-provider-aws',
      action: 'secretsmanager:GetSecretValue',
      resource: 'my_app2/prod/user',
      ...identity,
    },
  ],
  [
    'external-secrets/kubernetes-external-secrets#867: a caller whose end was left out',
    '{"level":50,"payload":{"message":"User: arn:aws:sts::111111111111:assumed-role/site-k20210915... is not authorized to perform: secretsmanager:GetSecretValue on resource: site-k/test because no identity-based policy allows the secretsmanager:GetSecretValue action","code":"AccessDeniedException","requestId":"16ff2638-59bc-4fe0-8e73-82324f60be4b"},"msg":"failure while polling the secret"}',
    {
      principal: 'arn:aws:sts::111111111111:assumed-role/site-k20210915...',
      action: 'secretsmanager:GetSecretValue',
      resource: 'site-k/test',
      requestId: '16ff2638-59bc-4fe0-8e73-82324f60be4b',
      ...identity,
    },
  ],
  [
    'velero-io/velero#6082: what Velero was putting is asked about',
    'time="2023-04-05T16:47:23Z" level=error msg="backup failed" error="rpc error: code = Unknown desc = error putting object backups/a/velero-backup.json: AccessDenied: Access Denied\\n\\tstatus code: 403, request id: VMR0P517BVGX8KTN, host id: f7q86nhKo" key=velero/a',
    { requestId: 'VMR0P517BVGX8KTN' },
  ],
  [
    'serverless/serverless#1439: CloudFormation’s words before the sentence',
    'An error occurred while provisioning your stack: TestLambdaFunction - User: arn:aws:iam::<account_number>:user/serverless-deploy-user is not authorized to perform: lambda:GetFunction on resource: arn:aws:lambda:us-east-1:<account_number>:function:test-function-dev-test.',
    {
      principal: 'arn:aws:iam::<account_number>:user/serverless-deploy-user',
      action: 'lambda:GetFunction',
      resource: 'arn:aws:lambda:us-east-1:<account_number>:function:test-function-dev-test',
    },
  ],
  [
    'aws-amplify/amplify-cli#12780: a role’s name of which a part is masked',
    '"message": "User: arn:aws:sts::177777110084:assumed-role/<specific-role>-staging/APPSYNC_ASSUME_ROLE is not authorized to perform: dynamodb:BatchGetItem on resource: arn:aws:dynamodb:us-east-1:177777110084:table/ChatTable because no identity-based policy allows the dynamodb:BatchGetItem action (Service: DynamoDb, Status Code: 400)"',
    {
      principal: 'arn:aws:sts::177777110084:assumed-role/<specific-role>-staging/APPSYNC_ASSUME_ROLE',
      action: 'dynamodb:BatchGetItem',
      resource: 'arn:aws:dynamodb:us-east-1:177777110084:table/ChatTable',
      ...identity,
    },
  ],
  [
    'lambci/lambci#103: a quoted line',
    '> Failed to create resource. User: arn:aws:sts::605034037838:assumed-role/lambci-LambdaExecution/lambci-build is not authorized to perform: iam:PassRole on resource: arn:aws:iam::605034037838:role/lambci-SnsFailures',
    {
      principal: 'arn:aws:sts::605034037838:assumed-role/lambci-LambdaExecution/lambci-build',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::605034037838:role/lambci-SnsFailures',
    },
  ],
  [
    'agentile/S3-Media-Storage#11: a method of PHP’s S3 class',
    'Im getting: S3::getBucketLocation(my-bucket): [AccessDenied] Access Denied\nerror, I have added both required keys, what am I doing wrong!',
    { actionDerived: 's3:GetBucketLocation' },
  ],
  [
    'MetOffice/aws-earth-examples#2: a mail broke the message',
    'aws s3 cp s3://aws-earth-mo/\n8732490bb7e5a710eea5ff25830aaad8a48c57cc.nc sample.nc\nGot:\n"fatal error: An error occurred (403) when calling the HeadObject\noperation: Forbidden"',
    { actionDerived: 's3:GetObject' },
  ],
  [
    'ryanto/next-s3-upload#185: two masks',
    'AccessDenied: User: arn:aws:iam::<MY_ID>:user/<USER> is not authorized to perform: sts:GetFederationToken on resource: arn:aws:sts::<MY_ID>:federated-user/S3UploadWebToken',
    {
      principal: 'arn:aws:iam::<MY_ID>:user/<USER>',
      action: 'sts:GetFederationToken',
      resource: 'arn:aws:sts::<MY_ID>:federated-user/S3UploadWebToken',
    },
  ],
]
