import { username } from './service-denial.ts'

// Further causes of the usual denials: the same message, and another fix. Each row has how to distinguish it and what to do.
// From AWS's troubleshooting pages, read on 2026-11-28 and 2026-11-29; the page is the source of the denial or the one named in the row.

/** "ecr#pulling-from-another-account" → what else it can be, in one or two sentences each. */
export const otherCauses: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'apigateway#only-forbidden',
    [
      'A resource policy of the API denies you, or it was changed and the stage wasn’t deployed again. A private API has an endpoint policy, too. Deploy the stage after each change.',
      'To see which one it was, turn on access logs with `$context.error.responseType`: `INVALID_API_KEY` is the key, `WAF_FILTERED` is AWS WAF.',
    ],
  ],
  [
    'apigateway#missing-authentication-token-often-means-a-wrong-path',
    [
      'The method asks for IAM and gets a bearer token: the message is `IncompleteSignatureException` then. Sign the request, or use an authorizer for tokens.',
      '“Unauthorized” with status 401 comes from a JWT, Cognito, or Lambda authorizer. Send the token in the header that the authorizer names.',
    ],
  ],
  [
    'appsync#a-field-isnt-allowed-for-this-kind-of-user',
    [
      '`@aws_auth` doesn’t count once the API has additional authorization modes. Use `@aws_cognito_user_pools` with the same groups.',
    ],
  ],
  [
    'appsync#the-api-expects-another-kind-of-authorization',
    [
      'A Lambda authorizer denied the request: it returned `isAuthorized: false`, failed, or took more than ten seconds, or the token doesn’t match the API’s pattern. The function’s policy must let `appsync.amazonaws.com` invoke it.',
      'A signature or an OIDC token doesn’t work as a Lambda authorizer’s token if the API accepts signatures or tokens as well. Add a prefix to the token, and let the function remove it.',
    ],
  ],
  [
    'appsync#with-iam-each-field-is-a-resource',
    [
      'If the error names another service, such as DynamoDB, the role of the data source lacks the action. The role must trust `appsync.amazonaws.com`.',
    ],
  ],
  [
    'athena#lake-formation-glue-or-s3-denies-part-of-the-query',
    [
      '“Required table storage descriptor is not populated” is Lake Formation, too: grant `DESCRIBE` and `SELECT` on the table. For a table that another account shares, grant `DESCRIBE` on the original and `SELECT` on the link.',
      '`MSCK REPAIR TABLE` finds partitions and adds none, without a message: allow `glue:BatchCreatePartition`.',
    ],
  ],
  [
    'athena#s3-denies-the-files-of-the-table',
    [
      'The data belongs to another account: its bucket policy, and its key policy if the files are encrypted, must allow you, too.',
      'A Deny on `aws:SourceIp`, `aws:SourceVpc`, or `aws:SourceVpce` stops Athena, too: its requests to S3 come from a private address of its own. Exempt calls that come through Athena, with `aws:CalledVia`.',
      'The data is encrypted with a KMS key: reading needs `kms:Decrypt`. To write encrypted results, you need `kms:GenerateDataKey`.',
      'Only statements such as `MSCK REPAIR TABLE` or `ALTER TABLE ADD PARTITION` fail with 403: a Deny in the bucket policy demands an encryption header. S3 encrypts every upload anyway, so remove that Deny.',
      'The table’s location contains an endpoint such as `us-east-1.amazonaws.com`: write `s3://<BUCKET_NAME>/…`.',
    ],
  ],
  [
    'athena#the-output-bucket-cant-be-verified-or-created',
    [
      '`s3:GetBucketLocation` is in a statement with a condition on `s3:prefix`: that request has no prefix, so the condition isn’t met. Give the action a statement of its own.',
    ],
  ],
  [
    'athena#the-workgroup-is-denied',
    [
      'The workgroup signs people in through IAM Identity Center (trusted identity propagation): the user must also be assigned to the workgroup’s application, `IdentityCenterApplicationArn`.',
    ],
  ],
  [
    'bedrock#a-region-lock-denies-an-inference-profile',
    [
      'The model’s ARN in the message has no Region: that’s a global profile. For it, `aws:RequestedRegion` is `unspecified`. Exempt that value, or use a profile for your own part of the world.',
    ],
  ],
  [
    'cloudformation#a-stack-event-names-an-action-of-another-service',
    [
      'The message names `iam:PassRole`: you hand the service role to CloudFormation. Allow passing that role to `cloudformation.amazonaws.com`.',
      'The stack is in `UPDATE_ROLLBACK_FAILED`: the permission to undo the change is missing. Add it, and run `aws cloudformation continue-update-rollback --stack-name <STACK_NAME>`.',
      'A policy has a condition on `aws:SourceIp`: CloudFormation calls other services from its own addresses.',
    ],
  ],
  [
    'cloudformation#tags-of-the-stack-reach-every-resource',
    [
      'For example, a stack with a bucket, a log group, and a function needs `s3:PutBucketTagging`, `logs:TagResource`, and `lambda:TagResource`.',
    ],
  ],
  [
    'cloudfront#a-website-behind-cloudfront-answers-access-denied',
    [
      'Only encrypted objects fail: the key policy must allow the distribution. The old origin access identity can’t use KMS keys, and AWS’s key `aws/s3` can’t be shared.',
      'The origin is an `s3-website` address: origin access control doesn’t work there. Use the bucket’s REST address.',
      'Objects belong to another account: set the bucket’s Object Ownership to *Bucket owner enforced*.',
      'The origin access control doesn’t sign requests: choose *Sign requests*. If you still have an origin access identity, the bucket policy must name it instead.',
      'The page says “Request blocked”: that’s AWS WAF, a geographic restriction, or a missing alternate domain name, and not S3.',
    ],
  ],
  [
    'codebuild#codebuild-cant-assume-the-service-role',
    ['AWS STS is turned off for this Region in the account settings of IAM. Turn it on.'],
  ],
  [
    'codebuild#parameters-must-begin-with-codebuild-unless-you-allow-others',
    [
      'The build says “Parameter does not exist” in the phase `DOWNLOAD_SOURCE`: the cause can be the same. If the parameter exists in this Region, allow it.',
    ],
  ],
  [
    'codebuild#the-image-cant-be-pulled',
    [
      'The image is larger than the disk of the compute type, or it’s in another Region: no permission is missing.',
      'The message contains `toomanyrequests`: that’s Docker Hub’s limit. Use a copy of the image in ECR.',
    ],
  ],
  [
    'codepipeline#the-artifact-bucket-is-denied',
    [
      'Another account deploys, and the pipeline has no `encryptionKey`: the default key can’t be shared. Set a customer managed key by its ARN, and name the other account in its policy and in the bucket’s policy.',
      'The role in the other account must trust the pipeline’s role, and needs the bucket and the key, too. The pipeline’s role needs `sts:AssumeRole` on it.',
    ],
  ],
  [
    'cognito-identity#guests-arent-allowed',
    [
      'The guest role allows the action, and the app is still denied: the enhanced flow adds a session policy that leaves guests only a list of services. Let the user sign in, or use the basic flow.',
      '“Invalid login token”: the token is expired, or the provider’s name isn’t `cognito-idp.<REGION>.amazonaws.com/<USER_POOL_ID>`.',
    ],
  ],
  [
    'cognito-identity#the-pools-roles-dont-trust-cognito',
    [
      'The enhanced flow assumes the role for your app, so the role must be in the pool’s account, and a condition on `aws:SourceIp` never matches. Remove that condition, or use the basic flow.',
    ],
  ],
  [
    'ec2#launching-an-instance-needs-several-resources',
    [
      'A condition such as `ec2:InstanceType` is in a statement for all resources: only the instance carries that key. Give the others a statement of their own.',
      'The image is named by a Systems Manager parameter: you need `ssm:GetParameters`, and `ssm:DescribeParameters` to choose it in the console.',
      'The decoded text says `explicitDeny`: an SCP asks for tags, an instance type, a Region, or IMDSv2. Send the tags for the instance and the volume.',
    ],
  ],
  [
    'ec2#the-instance-stops-at-once-encrypted-volume',
    [
      'The key is disabled or waits for deletion: `aws kms describe-key --key-id <KEY_ID> --query KeyMetadata.KeyState` shows it. Enable it, or cancel the deletion.',
      'You never chose a key: `aws ec2 get-ebs-default-kms-key-id` shows the one that encrypts new volumes. Change it, or get access to it.',
      'An Auto Scaling group uses a key of another account: give its service-linked role a grant with `aws kms create-grant`.',
      '`StateReason` names a volume limit or a damaged snapshot: no permission is missing.',
      'It’s a Spot Instance: its service-linked role, `AWSServiceRoleForEC2Spot`, needs a grant on your key. Create it with `aws kms create-grant`.',
    ],
  ],
  [
    'ecr#pulling-from-another-account',
    [
      'Signing in is what’s denied: allow `ecr:GetAuthorizationToken` on `*` in your own account.',
      'The repository is encrypted with a KMS key: you need no access to the key. ECR reads with a grant of its own.',
    ],
  ],
  [
    'ecr#no-basic-auth-credentials',
    [
      'You signed in as yourself and push with `sudo`: Docker keeps a sign-in per user.',
      'On Windows, the credential helper stored the name with `https://`. Sign in again without it.',
    ],
  ],
  [
    'ecs#a-timeout-while-pulling-secrets-isnt-a-permission',
    [
      '“failed to initialize logging driver”: the log group doesn’t exist. Create it, or set `awslogs-create-group` and allow `logs:CreateLogGroup` to the execution role.',
      '“failed to resolve ref”: the image or its tag is gone.',
      '“There is a connection issue between the task and …” is the newer sentence for the same cause.',
    ],
  ],
  [
    'ecs#ecs-exec-says-internal-error',
    [
      'The container’s root file system is read-only: ECS Exec must be able to write to it.',
      'The task was started before ECS Exec was turned on: start a new one.',
    ],
  ],
  [
    'ecs#the-task-cant-read-its-secrets',
    [
      'The image can’t be pulled either: attach `AmazonECSTaskExecutionRolePolicy` to the execution role. For another account’s image, the repository’s policy must allow the role.',
    ],
  ],
  [
    'eks#kubectl-you-must-be-logged-in-to-the-server',
    [
      'kubectl uses another identity than you think: look at `kubectl config view --minify`. Run `aws eks update-kubeconfig --name <CLUSTER_NAME> --role-arn <ROLE_ARN>`.',
      'The role’s ARN in `aws-auth` has a path. Write it without: `role/dev`, not `role/team/dev`. That’s also true for roles of IAM Identity Center.',
    ],
  ],
  [
    'es#opensearchs-own-roles-deny-you',
    [
      'A serverless collection needs two things: `aoss:APIAccessAll` in IAM, and a data access policy that names your role.',
      'A domain in a VPC doesn’t deny you but times out: look at its security group.',
    ],
  ],
  [
    'events#a-rule-matches-and-the-function-isnt-invoked',
    [
      'The function’s policy has a condition on `aws:SourceAccount`: EventBridge doesn’t send it here. Use `aws:SourceArn` with the rule’s ARN. For an alias, add `--qualifier`.',
      'The metric `TriggeredRules` is 0: the pattern doesn’t match, the schedule is in UTC, or the event exists only in `us-east-1`. No permission is missing.',
    ],
  ],
  [
    'events#a-rule-cant-send-to-a-queue',
    [
      'The queue or topic is encrypted with AWS’s own key: its policy can’t name EventBridge. Use a customer managed key whose policy allows `events.amazonaws.com`.',
    ],
  ],
  [
    'glue#the-crawler-cant-get-temporary-credentials',
    [
      'The job runs with `AWSGlueServiceRole`, which opens only buckets whose names begin with `aws-glue-`. Add your buckets, the temporary path included, and the key if the data is encrypted.',
      'The message names `ec2:Describe…`: a connection in a VPC needs `ec2:DescribeVpcEndpoints`, `ec2:DescribeRouteTables`, `ec2:DescribeSubnets`, and `ec2:DescribeSecurityGroups`, and a way to S3.',
      'A security configuration encrypts logs or bookmarks: the role needs the key, and the key policy must allow CloudWatch Logs.',
    ],
  ],
  [
    'glue#lake-formation-guards-the-table',
    [
      'A crawler is denied: its role needs *Create table*, *Alter*, and *Describe* on the database that it writes to.',
      'The message names a location, such as `s3://…`: grant *Data location* to the role. In another account, grant it there to your account first.',
    ],
  ],
  [
    'iam#everything-is-denied-until-you-sign-in-with-mfa',
    [
      'The message names `iam:DeleteVirtualMFADevice`: someone began to add a device and stopped. Don’t allow that action without MFA. An administrator deletes the unused device, and you begin again.',
    ],
  ],
  [
    'iam#iam-passrole-although-you-never-called-it',
    [
      'A condition on the role’s tags (`aws:ResourceTag`) isn’t reliable for `iam:PassRole`. Name the roles by ARN instead.',
      'The role is in another account: only a role of the service’s own account can be passed. Pass a role there that may assume the other one.',
    ],
  ],
  [
    'iam#the-first-use-of-a-service-creates-a-role',
    [
      'Some services also attach a policy to the role: allow `iam:AttachRolePolicy` and `iam:PutRolePolicy` on the same ARN. The service’s name in it is case-sensitive, so copy it from the service’s own page.',
    ],
  ],
  [
    'bedrock#an-api-key-needs-one-more-action',
    [
      'The message says “explicit deny”: the policy denies one kind of key, by `bedrock:bearerTokenType` (`SHORT_TERM` or `LONG_TERM`). Use the other kind, or ask the policy’s owner.',
    ],
  ],
  [
    'lambda#a-function-in-a-vpc-cant-create-its-network-interface',
    [
      'The statement has a condition, such as one on `ec2:Vpc`: Lambda’s check sends no such key. Remove the condition for these actions.',
      'It works on the second try: the policy was attached a moment ago. In CloudFormation, let the function depend on the policy.',
      'The message names `ec2:DescribeSecurityGroups`, `ec2:DescribeSubnets`, `ec2:DescribeVpcs`, or `ec2:GetSecurityGroupsForVpc`: those are yours, not the function’s. Add them to the person or role that deploys.',
    ],
  ],
  [
    'lambda#a-function-url-answers-forbidden',
    [
      'The URL asks for IAM (`AWS_IAM`): sign the request. In the same account, your own policy can allow both actions instead of the function’s policy.',
    ],
  ],
  [
    'lambda#a-service-cant-invoke-the-function',
    [
      'Another account invokes it: run `aws lambda add-permission` with the role’s ARN as `--principal`, and allow `lambda:InvokeFunction` in that account, too.',
      'It worked before: someone saved the whole policy with `PutResourcePolicy`, which replaces every statement that `add-permission` added. Add the statement again.',
      'The statement belongs to a version or an alias (`--qualifier`), and the service calls another ARN. Let it call that version or alias, or add the statement to the ARN that it calls.',
      'A layer of another account needs its own permission, `lambda:GetLayerVersion`. Its owner runs `aws lambda add-layer-version-permission`.',
    ],
  ],
  [
    'lambda#lambda-cant-use-the-execution-role',
    [
      'The function has the right role and is still denied in S3: it may use keys from its code or its environment. Log `sts:GetCallerIdentity` in the function, and compare the ARN.',
    ],
  ],
  [
    'logs#sending-logs-to-another-account',
    [
      'The destination accepts you, and nothing arrives: its role must trust `logs.amazonaws.com` for the senders’ accounts, and write to the stream.',
      'You’re denied on your own side: allow `logs:PutSubscriptionFilter` on the log group and on the destination.',
      'The log group and the destination are in different Regions: they must be in the same one. What the destination writes to can be elsewhere.',
      'You only want to look at another account’s logs: that’s a sink and a link of CloudWatch cross-account observability, not a destination.',
    ],
  ],
  [
    'organizations#your-account-isnt-in-an-organization',
    [
      'You can’t accept an invitation: you need `organizations:ListHandshakesForAccount`, `organizations:AcceptHandshake` and, if all features are on, `iam:CreateServiceLinkedRole`.',
      '“still initializing”: the organization is new. Try again after an hour. “Invitations are disabled”: all features are being turned on, and every account must accept first.',
    ],
  ],
  [
    'organizations#an-scp-keeps-the-account-in-the-organization',
    [
      '`WAIT_PERIOD_ACTIVE`: the account is only days old. Wait.',
      'The account isn’t complete yet: its contact, phone, support plan, or payment method is missing. Someone must finish the sign-up page there, with IAM access to Billing turned on.',
      'The account is a delegated administrator or belongs to Control Tower. Deregister or unmanage it first.',
    ],
  ],
  [
    'quicksight#quicksight-reads-with-its-own-role-not-with-yours',
    [
      'Someone changed the role or its policies by hand: remove the added policies, and let QuickSight write its own again.',
      'Athena fails although the bucket is selected: clear Athena, select it again, and allow writing to the bucket of the workgroup.',
      'You want a role of your own: it must trust `quicksight.amazonaws.com`, and the administrator needs `iam:PassRole` on it.',
      'The data is under Lake Formation: grant the table to the QuickSight user or group.',
    ],
  ],
  [
    'rds#signing-in-to-postgresql-with-iam-fails',
    [
      'To see the reason, turn on the log export `iam-db-auth-error` of the database. `NotAuthorized` is the policy, `ExpiredToken` the token’s age, `InvalidToken` a token that was cut off, and `ThrottlingException` too many connections.',
    ],
  ],
  [
    'rds#exporting-a-snapshot-to-s3-is-denied',
    [
      'The export says that it can’t assume the IAM role: the trust policy must name `export.rds.amazonaws.com`.',
      '“KMS key check failed”: the role, or the person who starts the export, lacks the key.',
    ],
  ],
  [
    'redshift#copy-cant-assume-the-role',
    [
      'Redshift Serverless: the role must also trust `redshift-serverless.amazonaws.com`. Associate it with the namespace.',
      'To associate a role, you need `redshift:ModifyClusterIamRoles` and `iam:PassRole`.',
    ],
  ],
  [
    'redshift#copy-and-unload-s3-answers-403',
    [
      'The bucket belongs to another account: name both roles, separated by a comma, after `iam_role`, or name the role in the bucket policy.',
      'Enhanced VPC routing is on: the policy of the S3 endpoint must allow the bucket.',
      'The status is 301 or 400: the bucket is in another Region. Add `REGION`.',
    ],
  ],
  [
    's3#only-access-denied-without-a-reason',
    [
      'The message continues with “because object protected by object lock”: a retention period or a legal hold protects this version. In compliance mode, no one can delete it before the date. In governance mode, `s3:BypassGovernanceRetention` and `--bypass-governance-retention` help, and for a legal hold, `s3:PutObjectLegalHold`.',
      'The object belongs to another account, because the bucket still uses ACLs. Then the bucket policy doesn’t allow it. Set Object Ownership to *Bucket owner enforced*, or have the uploader grant `bucket-owner-full-control`.',
    ],
  ],
  [
    'sagemaker#model-data-cant-be-read',
    [
      'The role has `AmazonSageMakerFullAccess`: it opens only buckets and objects whose names contain “sagemaker”. Add your bucket.',
    ],
  ],
  [
    'ses#sending-through-smtp-answers-554',
    [
      'The identity’s own sending authorization policy denies you, or has a condition such as `ses:Recipients` or `ses:FromAddress`.',
      'The identity belongs to another account: its policy must allow you, and you name it with `SourceArn`.',
      'SMTP credentials belong to one Region. Create new ones for another Region.',
      'Statistics and other account-wide actions accept only `*`.',
    ],
  ],
  [
    'sns#the-topic-is-encrypted',
    [
      'EventBridge publishes: the key policy allows `events.amazonaws.com` with a condition on `aws:SourceAccount` or `aws:SourceArn`, which doesn’t work for encrypted topics. Remove the condition.',
      'Auto Scaling, CodePipeline, AWS Config, Elastic Beanstalk, or AWS IoT publishes: the key policy must name their IAM role, not the service.',
    ],
  ],
  [
    'sqs#the-queue-is-encrypted',
    [
      'The key is `alias/aws/sqs`: its policy can’t be changed, so SNS can’t use it. Use a customer managed key, or encryption with SQS’s own keys (SSE-SQS).',
      'Nothing arrives from a topic although the key is right: the queue’s policy must allow `sqs:SendMessage` to `sns.amazonaws.com` with the topic’s ARN.',
    ],
  ],
  [
    'sqs#lambda-cant-read-from-the-queue',
    ['The queue is encrypted with your own key: the execution role also needs `kms:Decrypt`.'],
  ],
  [
    'ssm#session-manager-needs-the-instance-and-the-document',
    [
      'The instance isn’t in the list: it needs a role with `AmazonSSMManagedInstanceCore`. Restart the agent after you attach it.',
      'The instance reaches no endpoint: it needs NAT or VPC endpoints for `ssm`, `ssmmessages`, and `ec2messages`, with port 443 open.',
      'The session closes at once: a KMS key is set, and the instance’s role or you lack `kms:Decrypt`. Or the role can’t write the session’s log.',
    ],
  ],
  [
    'ssm#terminatesession-is-denied-although-you-started-a-session',
    [`The statement uses \`${username}\`: roles have none. Write \`${username.replace('name', 'id')}\` for roles.`],
  ],
  [
    'sso#no-access-although-the-sign-in-worked',
    [
      'Your user or group was deleted and created again at the identity provider: the assignment still names the old one. Remove the assignment, and assign the new user or group.',
    ],
  ],
  [
    'states#a-step-calls-a-service-that-the-role-doesnt-allow',
    ['A step that waits for a job also needs the actions that watch and stop it, such as `glue:GetJobRun`.'],
  ],
])
