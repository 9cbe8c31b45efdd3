// Forty messages as people paste them, every third of the shared conformance set, with the article that a person judged right for each (2026-11-25).

export const forty: readonly (readonly [name: string, text: string, right: string])[] = [
  [
    'sts-root-cfn-api',
    'API: ec2:AcceptVpcPeeringConnection Roles may not be assumed by root accounts',
    'messages/trust-policy',
  ],
  [
    'cfn-handler-message-getlayer-uuid',
    '> Resource handler returned message: "User: arn:aws:iam::000000000000:user/xxx is not authorized to perform: lambda:GetLayerVersion on resource: arn:aws:lambda:us-west-2:000000000000:layer:libvips-sharp-jp2:3 because no resource-based policy allows the lambda:GetLayerVersion action (Service: Lambda, Status Code: 403, Request ID: -uuid-)" (RequestToken: -uuid-, HandlerErrorCode: AccessDenied)',
    'messages/resource-implicit',
  ],
  [
    'ct-escaped-one-line-minimal',
    '{"eventVersion": "1.08","userIdentity": {"sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::123456789012:user/test-12345-6-a7b8-kube-system-capa-controller-manager/123456789012"}}}, "errorCode": "Client.UnauthorizedOperation"}',
    'messages/cloudtrail',
  ],
  [
    'kms-ciphertext-java-nested-two-reqids',
    'com.amazonaws.services.sqs.model.AmazonSQSException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: 3b96984a-1234-5678-9fef-824df6fb4b5b; Proxy: null) (Service: AmazonSQS; Status Code: 400; Error Code: KMS.AccessDeniedException; Request ID: 750d494d-1234-5678-cf7f-721e8c6743c2; Proxy: null)',
    'policies/kms-key',
  ],
  [
    'cfn-handler-service-returned-error-code',
    'Name: UserPoolClientLambda (AWS::Lambda::Function), Event Type: delete, Reason: Resource handler returned message: "Service returned error code AccessDeniedException (Service: Lambda, Status Code: 403, Request ID: d7793b6e-1fe1-4c76-9f2c-fd2f691c99ad)" (RequestToken: b588cc53-d52f-2cc8-7c08-5fe75be91066, HandlerErrorCode: GeneralServiceException)',
    'messages/no-detail',
  ],
  [
    'apigw-anonymous-masked-account',
    '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:abc123abc1/Prod/POST/athena/run_query_template"}',
    'messages/anonymous',
  ],
  [
    'sqs-sns-delivery-triple-escaped',
    '"delivery\\":{\\"deliveryId\\":\\"698411c2-d574-6125-b651-60da14590614\\",\\"destination\\":\\"arn:aws:sqs:us-east-1:444000444:sample-sns-subscriber-2\\",\\"providerResponse\\":\\"{\\\\\\"ErrorCode\\\\\\":\\\\\\"AccessDenied\\\\\\",\\\\\\"ErrorMessage\\\\\\":\\\\\\"Access to the resource https://sqs.us-east-1.amazonaws.com/444000444/sample-sns-subscriber-2 is denied.\\\\\\",\\\\\\"sqsRequestId\\\\\\":\\\\\\"Unrecoverable\\\\\\"}\\",\\"dwellTimeMs\\":37,\\"attempts\\":1,\\"statusCode\\":403},\\"status\\":\\"FAILURE\\"}"',
    'policies/service-to-service',
  ],
  [
    'neg-k8s-rbac-wrapped',
    '$ kubectl -n kube-system get pods\nError from server (Forbidden): pods is forbidden:\nUser "alicia" cannot list resource "pods" in API group "" in the namespace "kube-system"',
    'messages/kubernetes-rbac',
  ],
  [
    'cred-invalid-token-malformed',
    'An error occurred (InvalidToken) when calling the ListBuckets operation: The provided token is malformed or otherwise invalid.',
    'messages/invalid-key',
  ],
  [
    'tf-iam-getuser-resource-user-space',
    '│ Error: reading IAM User (dev_user1): operation error IAM: GetUser, https response error StatusCode: 403, RequestID: 1f4c2e0d-97c6-4f3b-a51e-1d6be23c7777, api error AccessDenied: User: arn:aws:iam::630088214407:user/admin-terraform is not authorized to perform: iam:GetUser on resource: user dev_user1 because no identity-based policy allows the iam:GetUser action\n│ \n│   with aws_iam_user.one,\n│   on IAM-User.tf line 1, in resource "aws_iam_user" "one":\n│    1: resource "aws_iam_user" "one"{\n│ \n╵',
    'messages/identity-implicit',
  ],
  [
    'iam-session-implicit-doc',
    'User: arn:aws:iam::123456789012:user/Olu is not authorized to perform:\ncodecommit:ListRepositories because no session policy allows the codecommit:ListRepositories action',
    'messages/session-implicit',
  ],
  [
    'cred-invalid-access-key-id',
    'An error occurred (InvalidAccessKeyId) when calling the ListBuckets operation: The AWS Access Key Id you provided does not exist in our records.',
    'messages/invalid-key',
  ],
  [
    'appleboy-go1-log-empty',
    '2020/10/25 00:44:49 AccessDeniedException: \n\tstatus code: 403, request id: 4c1f0b9e-f6ca-55e2-c6f5-5e9c408bc08d',
    'messages/no-detail',
  ],
  [
    'cdk-create-failed-row',
    '  1/46 | 12:34:21 PM | CREATE_FAILED | AWS::IAM::Role | taskDefinition/TaskRole (taskDefinitionTaskRole3D7BF1E0) API: iam:CreateRole User: arn:aws:sts::XXXXXXXXXXXX:assumed-role/Engineer/XXXXXXXXXXXXX is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::XXXXXXXXXXXXX:role/AuditorStack-taskDefinitionTaskRole3D7B-2E1NMWQEQE988 with an explicit deny',
    'messages/which-gate',
  ],
  [
    'tf-govuk-passrole-no-api-error',
    'operation error Bedrock: PutModelInvocationLoggingConfiguration, https response error StatusCode: 403, User: arn:aws:sts::308871442956:assumed-role/terraform-cloud/terraform-run-kQ3vZr8WnXy2LpTd is not authorized to perform: iam:PassRole on resource: arn:aws:iam::308871442956:role/chat-bedrock-access-role because no identity-based policy allows the iam:PassRole action',
    'roles/pass-role',
  ],
  [
    'iam-rcp-trailing-period-prompt',
    '$ aws s3api get-object --bucket regulated-eu-lake \\\n    --key train.parquet /tmp/train.parquet --profile partner\n\nAn error occurred (AccessDenied) when calling the GetObject operation: User:\narn:aws:iam::999988887777:user/partner-etl is not authorized to perform:\ns3:GetObject on resource: "arn:aws:s3:::regulated-eu-lake/train.parquet"\nwith an explicit deny in a resource control policy.',
    'messages/rcp-explicit',
  ],
  [
    's3-bpa-acl-cli',
    '>   --key test1.txt \\\n>   --acl public-read\n\nAn error occurred (AccessDenied) when calling the PutObjectAcl operation: User: arn:aws:iam::810066253348:user/labstudent is not authorized to perform: s3:PutObjectAcl on resource: "arn:aws:s3:::my-s3-challenge-240401/test1.txt" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.',
    'policies/s3-bucket',
  ],
  [
    'iam-identity-explicit-star-redacted',
    'Error: User: arn:aws:iam::617204480053:user/chatapp-github-actions \nis not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::***" \nwith an explicit deny in an identity-based policy',
    'messages/identity-explicit',
  ],
  [
    'sts-tagsession-space-in-arn',
    'AccessDenied: User: arn:aws:sts::123456789012: assumed-role/LambdaExecutionRole/...\nis not authorized to perform: sts:TagSession on resource: arn:aws:iam::123456789012: role/MemoryRole',
    'roles/session-tags',
  ],
  ['gha-oidc-short', 'Error: Not authorized to perform sts:AssumeRoleWithWebIdentity', 'messages/trust-policy'],
  [
    'tf-orgs-permissions-this-resource',
    "Error: listing Organizations Accounts for parent (r-118k) and descendants: AccessDeniedException: You don't have permissions to access this resource.",
    'messages/no-detail',
  ],
  [
    'cfn-lambda-tagresource-mwaa-xxxx',
    'Resource handler returned message: "User: arn:aws:sts::xxxx:assumed-role/public-mwaa-custom-domain-UsEast1DeploymentHandlerR-xxxx/public-mwaa-custom-domain-UsEast1DeploymentHandler-xxxx is not authorized to perform: lambda:TagResource on resource: arn:aws:lambda:us-east-1:xxxx:function:public-mwaa-custom-domain-ParseAuthHandler-xxxx because no identity-based policy allows the lambda:TagResource action (Service: Lambda, Status Code: 403, Request ID: xxxx)" (RequestToken: xxxx, HandlerErrorCode: AccessDenied)',
    'messages/identity-implicit',
  ],
  [
    'vpce-implicit-ssm-partly-masked-account',
    ': arn:aws:sts::8XXXXXXXXX0:assumed-role/PLM-ECS-PLMECSTaskExecutionRole-2FMLSGMJ8NSL9/bc42a4a737a3553eb0cac311d729f404 is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-west-2:8XXXXXXXXX0:parameter/CFN-PLMSecretParameter-CmdkuIn2Gk8S because no VPC endpoint policy allows the ssm:GetParameters action status code: 400, request id: xx-214b-4704-ad1e-xx',
    'messages/vpc-endpoint-implicit',
  ],
  [
    'neg-conditional-check',
    "ConditionalCheckFailedException: The conditional request failed\n    at throwDefaultError (/var/task/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20) {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 400, requestId: 'ABCDEFGHIJKLMNOP', attempts: 1, totalRetryDelay: 0 }\n}",
    'messages/not-a-denial',
  ],
  [
    'iam-scp-implicit-short-account',
    ' User: arn:aws:iam::8812:user/SamDoe is not authorized to perform: codecommit:ListRepositories because no service control policy allows the codecommit:ListRespositories action',
    'messages/scp-implicit',
  ],
  [
    'parn-bedrock-claude-403',
    'API Error: 403 {"Message":"User: arn:aws:iam::1:user/u is not authorized to perform: bedrock:InvokeModelWithResponseStream ... with an explicit deny in an identity-based policy: arn:aws:iam::1:policy/BedrockMinimalInference"}',
    'messages/identity-explicit',
  ],
  [
    'iam-perform-null',
    'botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the CreateComponentVersion operation: User: arn:aws:iam::456099887766:user/Administrator is not authorized to perform: null',
    // Only Greengrass has this operation, so the action is known after all.
    'policies/identity-based',
  ],
  [
    'copilot-upload-host-id',
    '>✘ upload artifacts for environment staging: upload custom resources to bucket stackset-demo-infrast-pipelinebuiltartifactbuc-t7t20vtbbx9: upload custom resource "CertificateValidationFunction": upload manual/scripts/custom-resources/certificatevalidationfunction/5f6c2694.zip to bucket stackset-demo-infrast-pipelinebuiltartifactbuc-t7t20vtbbx9: AccessDenied: Access Denied\n>        status code: 403, request id: 20N5YK9BHYBQHBS5, host id: wHotDkvNG48q6ibk9wH9+B32/zlW69sTwoxnM8SBDCzctA1ym5zSybD4HA92LJFr552jywtie5w=',
    'messages/no-detail',
  ],
  [
    'optin-required-cli-region',
    'An error occurred (OptInRequired) when calling the DescribeInstances operation:\nYou are not subscribed to this service in this region',
    'messages/opt-in-and-quota',
  ],
  [
    'iam-pb-cdk-placeholder-acct',
    'User: arn:aws:sts::<acct>:assumed-role/cdk-<q>-deploy-role-.../aws-cdk-node is not authorized\nto perform: iam:PassRole on resource: arn:aws:iam::<acct>:role/cdk-<q>-cfn-exec-role-...\nbecause no permissions boundary allows the iam:PassRole action',
    'messages/boundary-implicit',
  ],
  [
    'glue-service-principal-comment',
    '# Service Principal: glue.amazonaws.com is not authorized to perform:\n# logs:PutLogEvents on resource: arn:aws:logs:us-east-1:340177982604:log-group:/aws-glue/crawlers:log-stream:src_customer-customer_details\n# because no identity-based policy allows the logs:PutLogEvents action (Service: AWSLogs; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1bf9a1d2-5b6c-4e0c-9d63-0f4fb1a7c2aa; Proxy: null)',
    'messages/identity-implicit',
  ],
  [
    'tf-rds-wrapped-mdfence',
    'Error: creating RDS DB Instance (terraform-20260321193053433100000001):\noperation error RDS: CreateDBInstance, StatusCode: 403,\napi error AccessDenied: User: arn:aws:iam::825100447632:user/terraform-jroe\nis not authorized to perform: rds:CreateDBInstance\nbecause no identity-based policy allows the rds:CreateDBInstance action',
    'messages/identity-implicit',
  ],
  [
    'iam-pb-explicit-doc',
    'User: arn:aws:iam::777788889999:user/Marek is not authorized to perform: sagemaker:ListModels with an explicit deny in a permissions boundary',
    'messages/boundary-explicit',
  ],
  [
    'neg-dryrun-would-have-succeeded',
    'An error occurred (DryRunOperation) when calling the RunInstances operation: Request would have succeeded, but DryRun flag is set.',
    'messages/not-a-denial',
  ],
  [
    'cred-authfailure-ansible-fatal',
    'An exception occurred during task execution. To see the full traceback, use -vvv. The error was: botocore.exceptions.ClientError: An error occurred (AuthFailure) when calling the DescribeVpcs operation: AWS was not able to validate the provided access credentials\nfatal: [localhost]: FAILED! => {"boto3_version": "1.18.63", "botocore_version": "1.21.63", "changed": false, "error": {"code": "AuthFailure", "message": "AWS was not able to validate the provided access credentials"}, "msg": "Failed to describe VPCs: An error occurred (AuthFailure) when calling the DescribeVpcs operation: AWS was not able to validate the provided access credentials", "response_metadata": {"http_headers": {"cache-control": "no-cache, no-store",',
    'credentials/rejected-credentials',
  ],
  [
    'cred-authfailure-packer',
    '    ==> amazon-ebs: Error querying AMI: AuthFailure: AWS was not able to validate the provided access credentials',
    'credentials/rejected-credentials',
  ],
  [
    'iam-session-explicit-doc-plural',
    'User: arn:aws:iam::123456789012:user/Olu is not authorized to perform:\ncodedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* with an explicit deny in a sessions policy',
    'messages/session-explicit',
  ],
  [
    'neg-vcpu-limit',
    'api error VcpuLimitExceeded: You have requested more vCPU capacity than your current vCPU limit of 16 allows for the instance bucket that the specified instance type belongs to.',
    'messages/quota',
  ],
  [
    'iam-identity-explicit-quarantine-policy-arn',
    'S3Exception: User: arn:aws:iam::730155928846:user/kestrel_render is not authorized to perform:\ns3:GetObject on resource: "arn:aws:s3:::kestrel-docs-payslip-prod/company/e7a18c44-.../Nilo.pdf"\nwith an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3\n(Service: S3, Status Code: 403, Request ID: QM7Z41BX8KD2TR9P)',
    'credentials/leaked-key',
  ],
  [
    'ecr-denied-root-initiatelayer',
    '> denied: User: arn:aws:iam::870059748497:root is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:us-west-2:690030297764:repository/contest-challenge-870059748497',
    'policies/cross-account',
  ],
]
