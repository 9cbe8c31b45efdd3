import type { Case } from '../expected.ts'

/** What clusters, containers and build servers printed in public threads, names and numbers replaced. */
const A = '111122223333'
const B = '444455556666'
const U = `arn:aws:iam::${A}:user/mateojackson`
const N = `arn:aws:sts::${A}:assumed-role/eksctl-demo-nodegroup-NodeInstanceRole-19QKQO25WZ3M9/i-0abcd1234efgh5678`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const
const other = { kind: 'not-authorization' } as const

export const seenClusters: Case[] = [
  [
    'cluster-autoscaler, quoted, two errors',
    `> E0322 18:48:28.135501       1 aws_manager.go:259] Failed to regenerate ASG cache: cannot autodiscover ASGs: AccessDenied: User: ${N} is not authorized to perform: autoscaling:DescribeTags\n>         status code: 403, request id: ${ID}\n> F0322 18:48:28.218626       1 aws_cloud_provider.go:351] Failed to create AWS Manager: cannot autodiscover ASGs: AccessDenied: User: ${N} is not authorized to perform: autoscaling:DescribeTags\n>         status code: 403, request id: ${ID}\n> goroutine 44 [running]:`,
    { principal: N, action: 'autoscaling:DescribeTags', requestId: ID },
  ],
  [
    'cluster-autoscaler, a placeholder for the caller',
    'Failed to regenerate ASG cache: cannot autodiscover ASGs: AccessDenied: User: <arn> is not authorized to perform: autoscaling:DescribeTags because no identity-based policy allows the autoscaling:DescribeTags action.',
    { principal: '<arn>', action: 'autoscaling:DescribeTags', ...identity },
  ],
  [
    'cluster-autoscaler, web identity',
    `E0603 13:00:22.664909       1 aws_manager.go:264] Failed to regenerate ASG cache: cannot autodiscover ASGs: WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n        status code: 403, request id: ${ID}\nF0603 13:00:22.664929       1 aws_cloud_provider.go:389] Failed`,
    { action: 'sts:AssumeRoleWithWebIdentity', requestId: ID },
  ],
  [
    'load balancer controller, event without a caller',
    `Warning  FailedDeployModel  6s (x5 over 46s)  service  (combined from similar events): Failed deploy model due to AccessDenied:  is not authorized to perform: elasticloadbalancing:AddTags on resource: arn:aws:elasticloadbalancing:us-east-1:* because no identity-based policy allows the elasticloadbalancing:AddTags action\n           status code: 403, request id: ${ID}`,
    {
      action: 'elasticloadbalancing:AddTags',
      resource: 'arn:aws:elasticloadbalancing:us-east-1:*',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'load balancer controller, placeholders inside of ARNs',
    'Failed deploy model due to AccessDenied: User: arn:<aws-load-balancer-controller-sa> is not authorized to perform: elasticloadbalancing:AddTags on resource: arn:aws:elasticloadbalancing:<REGION>:<ACCOUNT>:listener/app/<LISTENER> because no identity-based policy allows the elasticloadbalancing:AddTags action',
    {
      principal: 'arn:<aws-load-balancer-controller-sa>',
      action: 'elasticloadbalancing:AddTags',
      resource: 'arn:aws:elasticloadbalancing:<REGION>:<ACCOUNT>:listener/app/<LISTENER>',
      ...identity,
    },
  ],
  [
    'load balancer controller, curly placeholders in JSON',
    `    "level": "error",\n    "msg": "Reconciler error",\n    "name": "public-tls2",\n    "error": "AccessDenied: User: arn:aws:sts::{redacted}:assumed-role/{redacted} is not authorized to perform: elasticloadbalancing:AddTags on resource: arn:aws:elasticloadbalancing:ap-northeast-2:{redacted}:loadbalancer/app/k8s-istiosys-publictl-2f1c9f320e/6de50f6529fc6c2f because no identity-based policy allows the elasticloadbalancing:AddTags action\\n\\tstatus code: 403, request id: ${ID}"\n}`,
    {
      principal: 'arn:aws:sts::{redacted}:assumed-role/{redacted}',
      action: 'elasticloadbalancing:AddTags',
      resource:
        'arn:aws:elasticloadbalancing:ap-northeast-2:{redacted}:loadbalancer/app/k8s-istiosys-publictl-2f1c9f320e/6de50f6529fc6c2f',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'load balancer controller, encoded and redacted in the middle',
    'Warning  FailedDeployModel  54m   ingress  Failed deploy model due to UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message:  cfUle6L---REDACTED---cF9vVm9Nq6XZICy8Glpi ',
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
  [
    'alb-ingress, kubebuilder',
    `E0418 16:25:39.178730       1 :0] kubebuilder/controller "msg"="Reconciler error" "error"="failed to build LoadBalancer configuration due to failed to get AWS tags. Error: AccessDeniedException: User: arn:aws:iam::${A}:user/kops is not authorized to perform: tag:GetResources\\n\\tstatus code: 400, request id: ${ID}"  "controller"="alb-ingress-controller" "request"={"Namespace":"default","Name":"fcc"}`,
    { principal: `arn:aws:iam::${A}:user/kops`, action: 'tag:GetResources', requestId: ID },
  ],
  [
    'ebs-csi, encoded message missing',
    'failed to provision volume with StorageClass "default": rpc error: code = Internal desc = Could not create volume "pvc-3f337215-2ea5-440e-942e-d6a985f377e4": could not create volume in EC2: UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: \n \tstatus code: 403, request id: \n',
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
  [
    'ebs-csi, event',
    `Warning   ProvisioningFailed     persistentvolumeclaim/ebs-claim   failed to provision volume with StorageClass "ebs-sc": rpc error: code = Internal desc = Could not create volume "pvc-xyz": could not create volume in EC2: operation error EC2: CreateVolume, https response error StatusCode: 403, RequestID: ${ID}, api error UnauthorizedOperation: You are not authorized to perform this operation. User: ${N} is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:eu-west-1:${A}:volume/* because no identity-based policy allows the ec2:CreateVolume action.`,
    {
      principal: N,
      action: 'ec2:CreateVolume',
      resource: `arn:aws:ec2:eu-west-1:${A}:volume/*`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'efs-csi',
    `MountVolume.SetUp failed for volume "pvc-1": rpc error: code = Internal desc = Could not mount "fs-0123:/" at "/var/lib/kubelet/x": mount failed: exit status 32\nMounting command: mount\nOutput: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/'`,
    { actionDerived: 'elasticfilesystem:ClientMount' },
  ],
  [
    'karpenter, JSON over lines',
    `{\n   "level":"ERROR",\n   "time":"2024-11-12T16:46:59.426Z",\n   "message":"Reconciler error",\n   "NodeClaim":{\n      "name":"default-w2zlj"\n   },\n   "reconcileID":"7a1e88bc-1169-4e4a-a4db-4ff689f2bd59",\n   "error":"launching nodeclaim, creating instance, with fleet error(s), UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::${A}:assumed-role/karpenter-controller-role/1731429849551905269 is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-2:${A}:instance/* with an explicit deny in a service control policy. Encoded authorization failure message: g4oZPBqZ4Bni8dE5dGjxYTnOZ..."\n}`,
    {
      kind: 'encoded-authorization-failure',
      principal: `arn:aws:sts::${A}:assumed-role/karpenter-controller-role/1731429849551905269`,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-east-2:${A}:instance/*`,
      effect: 'explicit-deny',
      policyType: 'scp',
      encoded: true,
    },
  ],
  [
    'karpenter, node class check',
    `message: 'RunInstances: UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::${A}:assumed-role/KarpenterController/1741365618907311849 is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-west-2::image/ami-0abcdef1234567890 because no identity-based policy allows the ec2:RunInstances action'`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/KarpenterController/1741365618907311849`,
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:us-west-2::image/ami-0abcdef1234567890',
      ...identity,
    },
  ],
  [
    'external-secrets, event with secret name',
    `Warning  UpdateFailed  1s (x12 over 12s)  external-secrets  AccessDeniedException: User: arn:aws:sts::AWSACCOUNTID1:assumed-role/EKSSecretsReaderRole/external-secrets-provider-aws is not authorized to perform: secretsmanager:GetSecretValue on resource: appsecret/test/new-test because no identity-based policy allows the secretsmanager:GetSecretValue action\n           status code: 400,\``,
    {
      principal: 'arn:aws:sts::AWSACCOUNTID1:assumed-role/EKSSecretsReaderRole/external-secrets-provider-aws',
      action: 'secretsmanager:GetSecretValue',
      resource: 'appsecret/test/new-test',
      ...identity,
    },
  ],
  [
    'external-secrets, account left empty',
    'AccessDeniedException: User: arn:aws:sts::<>:assumed-role/external-secrets-dev/external-secrets-provider-aws is not authorized to perform: ssm:GetParameter on resource ...',
    {
      principal: 'arn:aws:sts::<>:assumed-role/external-secrets-dev/external-secrets-provider-aws',
      action: 'ssm:GetParameter',
      open: ['resource'],
    },
  ],
  [
    'external-secrets, key of another account',
    `      message: "could not get secret data from provider: key \\"XXX\\"\n        from ExternalSecret \\"XXX\\": AccessDeniedException:\n        Access to KMS is not allowed\\n\\tstatus code: 400, "\n      reason: SecretSyncedError`,
    { actionDerived: 'kms:Decrypt' },
  ],
  [
    'external-secrets, request id of question marks',
    `{"level":"error","ts":1725541882.6136096,"logger":"controllers.ExternalSecret","msg":"could not get secret data from provider","error":"could not generate [0]: unable to get authorization token: AccessDeniedException: User: arn:aws:sts::1234567890:assumed-role/common-tools-external-secrets/1725541882585093008 is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action\\n\\tstatus code: 400, request id: ??????","stacktrace":"github.com/external-secrets/external-secrets/pkg/controllers/externalsecret.(*Reconciler).Reconcile"}`,
    {
      principal: 'arn:aws:sts::1234567890:assumed-role/common-tools-external-secrets/1725541882585093008',
      action: 'ecr:GetAuthorizationToken',
      resource: '*',
      open: ['requestId'],
      ...identity,
    },
  ],
  [
    'external-secrets in a k9s frame',
    `│ error getting all secrets: AccessDeniedException: User: arn:aws:sts::<ACCOUNT_ID>:assumed-role/external-secrets-<ELIDED>/external-secrets-provider-aws is not authorized │\n│  to perform: secretsmanager:BatchGetSecretValue because no identity-based policy allows the secretsmanager:BatchGetSecretValue action`,
    {
      principal: 'arn:aws:sts::<ACCOUNT_ID>:assumed-role/external-secrets-<ELIDED>/external-secrets-provider-aws',
      action: 'secretsmanager:BatchGetSecretValue',
      ...identity,
    },
  ],
  [
    'external-secrets, stars for parts',
    'set secret failed: could not write remote ref EXTERNAL_URL to target secretstore aws-secrets-manager: \nfailed to delete resource policy: operation error Secrets Manager: DeleteResourcePolicy, \napi error AccessDeniedException: User: arn:aws:sts::*:assumed-role/external-secrets-*/eks-*-external-s-* \nis not authorized to perform: secretsmanager:DeleteResourcePolicy',
    {
      principal: 'arn:aws:sts::*:assumed-role/external-secrets-*/eks-*-external-s-*',
      action: 'secretsmanager:DeleteResourcePolicy',
    },
  ],
  [
    'secrets store CSI, session without an ARN',
    'token-file-web-identity is not authorized to perform: secretsmanager:GetSecretValue on resource',
    { action: 'secretsmanager:GetSecretValue', open: ['principal'] },
  ],
  [
    'external-dns, hosted zone',
    `time="2024-05-02T08:00:00Z" level=fatal msg="Failed to do run once: records retrieval failed: failed to list hosted zones: operation error Route 53: ListHostedZones, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: User: arn:aws:sts::${A}:assumed-role/external-dns/1714636800000000000 is not authorized to perform: route53:ListHostedZones because no identity-based policy allows the route53:ListHostedZones action"`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/external-dns/1714636800000000000`,
      action: 'route53:ListHostedZones',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'cert-manager',
    `Error presenting challenge: failed to change Route 53 record set: operation error Route 53: ChangeResourceRecordSets, https response error StatusCode: 403, RequestID: <REDACTED>, api error AccessDenied: User: arn:aws:sts::${A}:assumed-role/cert-manager/cert-manager is not authorized to perform: route53:ChangeResourceRecordSets on resource: arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ because no identity-based policy allows the route53:ChangeResourceRecordSets action`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/cert-manager/cert-manager`,
      action: 'route53:ChangeResourceRecordSets',
      resource: 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ',
      open: ['requestId'],
      ...identity,
    },
  ],
  [
    'velero',
    `level=error msg="Error getting a backup store" error="rpc error: code = Unknown desc = AccessDenied: Access Denied\\n\\tstatus code: 403, request id: 7BMJM8PWV1J1FNEH, host id: abc=" logSource="pkg/controller/backup_sync_controller.go:101"`,
    { requestId: '7BMJM8PWV1J1FNEH' },
  ],
  [
    'loki',
    `level=error ts=2024-01-10T09:00:00.000Z caller=flush.go:143 msg="failed to flush" err="store put chunk: AccessDenied: User: arn:aws:sts::${A}:assumed-role/loki/1704877200 is not authorized to perform: s3:PutObject on resource: \\"arn:aws:s3:::loki-chunks/fake/1a2b\\" because no identity-based policy allows the s3:PutObject action\\n\\tstatus code: 403, request id: 7BMJM8PWV1J1FNEH, host id: abc="`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/loki/1704877200`,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::loki-chunks/fake/1a2b',
      requestId: '7BMJM8PWV1J1FNEH',
      ...identity,
    },
  ],
  [
    'fluent-bit',
    `[2024/01/10 09:00:00] [error] [output:cloudwatch_logs:cloudwatch_logs.0] CreateLogGroup API responded with error='AccessDeniedException', message='User: ${N} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:eu-west-1:${A}:log-group:/aws/eks/app:log-stream: because no identity-based policy allows the logs:CreateLogGroup action'`,
    {
      principal: N,
      action: 'logs:CreateLogGroup',
      resource: `arn:aws:logs:eu-west-1:${A}:log-group:/aws/eks/app:log-stream:`,
      ...identity,
    },
  ],
  [
    'vpc-cni',
    `{"level":"error","ts":"2024-01-10T09:00:00.000Z","caller":"ipamd/ipamd.go:439","msg":"Failed to call ec2:DescribeNetworkInterfaces for [eni-0abc]: UnauthorizedOperation: You are not authorized to perform this operation. User: ${N} is not authorized to perform: ec2:DescribeNetworkInterfaces because no identity-based policy allows the ec2:DescribeNetworkInterfaces action\\n\\tstatus code: 403, request id: ${ID}"}`,
    { principal: N, action: 'ec2:DescribeNetworkInterfaces', requestId: ID, ...identity },
  ],
  [
    'pod identity agent',
    `{"level":"error","msg":"Error fetching credentials: unable to fetch credentials from EKS Auth: operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 400, RequestID: ${ID}, AccessDeniedException: Unauthorized Exception! EKS does not have permissions to assume the associated role."}`,
    { requestId: ID, open: ['actionDerived'] },
  ],
  [
    'kubelet, image of ECR',
    `Failed to pull image "${B}.dkr.ecr.eu-west-1.amazonaws.com/app:1": rpc error: code = Unknown desc = Error response from daemon: pull access denied for ${B}.dkr.ecr.eu-west-1.amazonaws.com/app, repository does not exist or may require 'docker login': denied: User: ${N} is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:${B}:repository/app because no resource-based policy allows the ecr:BatchGetImage action`,
    {
      principal: N,
      action: 'ecr:BatchGetImage',
      resource: `arn:aws:ecr:eu-west-1:${B}:repository/app`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'kubelet, 403 of ECR without detail',
    `Failed to pull image "${B}.dkr.ecr.eu-west-1.amazonaws.com/app:1": failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://${B}.dkr.ecr.eu-west-1.amazonaws.com/token?scope=repository%3Aapp%3Apull: 403 Forbidden`,
    { open: ['resource'] },
  ],
  [
    'docker push to a repository of another',
    `denied: User: ${U} is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:${A}:repository/app because no identity-based policy allows the ecr:InitiateLayerUpload action`,
    {
      principal: U,
      action: 'ecr:InitiateLayerUpload',
      resource: `arn:aws:ecr:eu-west-1:${A}:repository/app`,
      ...identity,
    },
  ],
  [
    'docker push, token expired',
    'denied: Your authorization token has expired. Reauthenticate and try again.',
    { kind: 'credential-problem' },
  ],
  [
    'docker hub',
    "Error response from daemon: pull access denied for acme/app, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    other,
  ],
  [
    'ECS, cannot pull, cut off',
    `CannotPullECRContainerError: AccessDeniedException: User: arn:aws:sts::...:assumed-role/TilesCdkStack-TilesContainer... is not authorized to perform: ecr:GetAuthorizationToken on r`,
    {
      principal: 'arn:aws:sts::...:assumed-role/TilesCdkStack-TilesContainer...',
      action: 'ecr:GetAuthorizationToken',
    },
  ],
  [
    'ECS, secrets from SSM',
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::${A}:assumed-role/ecsTaskExecutionRole/0123456789abcdef0123456789abcdef is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-1:${A}:parameter/app/db because no identity-based policy allows the ssm:GetParameters action status code: 400, request id: ${ID}`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/ecsTaskExecutionRole/0123456789abcdef0123456789abcdef`,
      action: 'ssm:GetParameters',
      resource: `arn:aws:ssm:eu-west-1:${A}:parameter/app/db`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'ECS, logs at start',
    `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: User: arn:aws:sts::${A}:assumed-role/exec/0123456789abcdef is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:${A}:log-group:/ecs/app:log-stream:ecs/app/0123456789abcdef because no identity-based policy allows the logs:CreateLogStream action : exit status 1`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/exec/0123456789abcdef`,
      action: 'logs:CreateLogStream',
      resource: `arn:aws:logs:eu-west-1:${A}:log-group:/ecs/app:log-stream:ecs/app/0123456789abcdef`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'ECS, service event',
    "(service app) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/app-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    { open: ['resource', 'policyType', 'actionDerived'] },
  ],
  [
    'ECS exec',
    'An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation: The execute command failed due to an internal error. Try again later.',
    { actionDerived: 'ssmmessages:CreateControlChannel' },
  ],
  [
    'GitHub Actions, configure-aws-credentials, user',
    `Error: User: arn:aws:iam::***:user/github-actions is not authorized to perform: sts:TagSession on resource: arn:aws:iam::***:role/deploy`,
    {
      principal: 'arn:aws:iam::***:user/github-actions',
      action: 'sts:TagSession',
      resource: 'arn:aws:iam::***:role/deploy',
    },
  ],
  [
    'GitHub Actions, OIDC with annotations',
    `Assuming role with OIDC\n##[error]Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
    { action: 'sts:AssumeRoleWithWebIdentity' },
  ],
  [
    'GitHub Actions, no provider',
    'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    { open: ['kind'] },
  ],
  [
    'GitHub Actions, credentials not loaded',
    'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    { kind: 'credential-problem' },
  ],
  [
    'GitHub token',
    "remote: Permission to acme/app.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/acme/app/': The requested URL returned error: 403",
    other,
  ],
  [
    'GitLab job',
    `$ aws ecs update-service --cluster demo --service app --force-new-deployment\nAn error occurred (AccessDeniedException) when calling the UpdateService operation: User: arn:aws:sts::${A}:assumed-role/gitlab/GitLabRunner is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-west-1:${A}:service/demo/app because no identity-based policy allows the ecs:UpdateService action\nCleaning up project directory and file based variables\n00:01\nERROR: Job failed: exit code 254`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/gitlab/GitLabRunner`,
      action: 'ecs:UpdateService',
      resource: `arn:aws:ecs:eu-west-1:${A}:service/demo/app`,
      ...identity,
    },
  ],
  [
    'GitLab, web identity',
    'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity\ncommand terminated with exit code 254',
    { action: 'sts:AssumeRoleWithWebIdentity' },
  ],
  [
    'Jenkins, EC2 plugin',
    `com.amazonaws.services.ec2.model.AmazonEC2Exception: You are not authorized to perform this operation. (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation; Request ID: ${ID}; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1879)`,
    { requestId: ID },
  ],
  [
    'CodeBuild, phase context',
    `[Container] 2024/05/05 10:00:00.123456 Phase context status code: DOWNLOAD_SOURCE Message: AccessDenied: User: arn:aws:sts::${A}:assumed-role/codebuild-app/AWSCodeBuild-${ID} is not authorized to perform: s3:GetObjectVersion on resource: "arn:aws:s3:::codepipeline-eu/app/SourceArti/abc" because no identity-based policy allows the s3:GetObjectVersion action\n\tstatus code: 403, request id: 7BMJM8PWV1J1FNEH`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/codebuild-app/AWSCodeBuild-${ID}`,
      action: 's3:GetObjectVersion',
      resource: 'arn:aws:s3:::codepipeline-eu/app/SourceArti/abc',
      requestId: '7BMJM8PWV1J1FNEH',
      ...identity,
    },
  ],
  [
    'CodeBuild, no stream',
    'Service role arn:aws:iam::111122223333:role/codebuild-app does not allow AWS CodeBuild to create Amazon CloudWatch Logs log streams for build arn:aws:codebuild:eu-west-1:111122223333:build/app:0123. Error message: User: arn:aws:sts::111122223333:assumed-role/codebuild-app/AWSCodeBuild is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/app:log-stream:0123',
    {
      principal: `arn:aws:sts::${A}:assumed-role/codebuild-app/AWSCodeBuild`,
      action: 'logs:CreateLogStream',
      resource: `arn:aws:logs:eu-west-1:${A}:log-group:/aws/codebuild/app:log-stream:0123`,
    },
  ],
  [
    'CodePipeline, artifact store',
    `Insufficient permissions\nUnable to access the artifact with Amazon S3 object key 'app/SourceArti/abc' located in the Amazon S3 artifact bucket 'codepipeline-eu'. The provided role does not have sufficient permissions.`,
    { actionDerived: 's3:GetObject', resource: 'codepipeline-eu' },
  ],
  [
    'CodePipeline, connection',
    `[GitHub] Unable to use Connection: arn:aws:codeconnections:eu-west-1:${A}:connection/${ID}. The provided role does not have sufficient permissions.`,
    {
      actionDerived: 'codeconnections:UseConnection',
      resource: `arn:aws:codeconnections:eu-west-1:${A}:connection/${ID}`,
    },
  ],
  [
    'CodeDeploy, hook',
    `The overall deployment failed because too many individual instances failed deployment.\nInstanceAgent::Plugins::CodeDeployPlugin::CommandPoller: Error during perform: Aws::S3::Errors::AccessDenied - Access Denied - /opt/codedeploy-agent/vendor/gems/aws-sdk-core-2/lib/seahorse/client/plugins/raise_response_errors.rb:15:in \`call'`,
    {},
  ],
  [
    'Airflow task log',
    `[2024-05-05, 10:00:00 UTC] {taskinstance.py:1937} ERROR - Task failed with exception\nTraceback (most recent call last):\n  File "/usr/local/airflow/.local/lib/python3.11/site-packages/airflow/providers/amazon/aws/hooks/s3.py", line 1018, in load_file\nboto3.exceptions.S3UploadFailedError: Failed to upload /tmp/x.csv to acme-data/in/x.csv: An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::${A}:assumed-role/mwaa/AmazonMWAA-airflow is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:${B}:key/${ID} because no resource-based policy allows the kms:GenerateDataKey action`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/mwaa/AmazonMWAA-airflow`,
      action: 'kms:GenerateDataKey',
      resource: `arn:aws:kms:eu-west-1:${B}:key/${ID}`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'Spinnaker',
    `Failed to instantiate [com.netflix.spinnaker.front50.model.S3StorageService]: Factory method 's3StorageService' threw exception; nested exception is com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: 011368023315D0EE; S3 Extended Request ID: LI9pvdCOVN0P0OhAWQM5PeGz=), S3 Extended Request ID: LI9pvdCOVN0P0OhAWQM5PeGz=`,
    { requestId: '011368023315D0EE' },
  ],
  [
    'kubectl, RBAC with a role as user',
    `Error from server (Forbidden): nodes is forbidden: User "arn:aws:sts::${A}:assumed-role/Dev/mateojackson" cannot list resource "nodes" in API group "" at the cluster scope`,
    other,
  ],
  [
    'kubectl, no mapping',
    'error: You must be logged in to the server (the server has asked for the client to provide credentials)',
    other,
  ],
  [
    'eksctl',
    `Error: unable to determine AMI to use: error getting AMI from SSM Parameter Store: operation error SSM: GetParameter, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: User: ${U} is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1::parameter/aws/service/eks/optimized-ami/1.29/amazon-linux-2/recommended/image_id because no identity-based policy allows the ssm:GetParameter action`,
    {
      principal: U,
      action: 'ssm:GetParameter',
      resource:
        'arn:aws:ssm:eu-west-1::parameter/aws/service/eks/optimized-ami/1.29/amazon-linux-2/recommended/image_id',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'EKS node, bootstrap',
    `cloud-init[2345]: An error occurred (AccessDeniedException) when calling the DescribeCluster operation: User: ${N} is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-west-1:${A}:cluster/demo`,
    { principal: N, action: 'eks:DescribeCluster', resource: `arn:aws:eks:eu-west-1:${A}:cluster/demo` },
  ],
  [
    'journald before the message',
    `Nov 10 09:00:00 ip-10-0-1-5 amazon-ssm-agent[1234]: 2024-11-10 09:00:00 ERROR [ssm-agent-worker] error when calling AWS APIs. error details - AccessDeniedException: User: ${N} is not authorized to perform: ssm:UpdateInstanceInformation on resource: arn:aws:ec2:eu-west-1:${A}:instance/i-0abcd1234efgh5678 because no identity-based policy allows the ssm:UpdateInstanceInformation action\nNov 10 09:00:00 ip-10-0-1-5 amazon-ssm-agent[1234]:         status code: 400, request id: ${ID}`,
    {
      principal: N,
      action: 'ssm:UpdateInstanceInformation',
      resource: `arn:aws:ec2:eu-west-1:${A}:instance/i-0abcd1234efgh5678`,
      requestId: ID,
      ...identity,
    },
  ],
]
