// Tools say in words what they were doing. The action behind it is suggested, never read: the message names none.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

describe('what a tool was doing suggests an action', () => {
  test.each<[text: string, action: string]>([
    ['Error creating S3 bucket: AccessDenied: Access Denied\n\tstatus code: 403', 's3:CreateBucket'],
    // https://github.com/hashicorp/terraform/issues/14402
    ['* aws_s3_bucket.some_bucket: Error putting S3 ACL: AccessDenied: Access Denied', 's3:PutBucketAcl'],
    ['Error putting S3 policy: AccessDenied: Access Denied', 's3:PutBucketPolicy'],
    // https://github.com/awslabs/aws-servicebroker/issues/76
    ['Failed to create the CloudFormation stack: AccessDenied: Access denied', 'cloudformation:CreateStack'],
    // https://github.com/pulumi/pulumi-aws/issues/907
    ['error: Error creating API Gateway: AccessDeniedException: \n\tstatus code: 403', 'apigateway:POST'],
    ['* error creating Lambda Function (1): AccessDeniedException:', 'lambda:CreateFunction'],
    // https://github.com/Genaker/TerraformMagentoCloud/issues/19
    ['Create S3 bucket with retry states-1 returned an error: AccessDenied: Access Denied', 's3:CreateBucket'],
    ['error deleting CloudWatch Log Group (/aws/x): AccessDeniedException', 'logs:DeleteLogGroup'],
    ['reading Secrets Manager Secret (x): AccessDeniedException', 'secretsmanager:DescribeSecret'],
    ['Error updating ECS service "web": AccessDeniedException', 'ecs:UpdateService'],
    ['failed to get the SSM parameter /app/db: AccessDeniedException', 'ssm:GetParameter'],
    // https://github.com/hashicorp/packer-plugin-amazon/issues/177
    ['==> amazon-ebs: Error querying AMI: UnauthorizedOperation: You are not authorized', 'ec2:DescribeImages'],
    // https://github.com/velero-io/velero/issues/5670
    ['error="error getting volume info: rpc error: desc = UnauthorizedOperation: You are not', 'ec2:DescribeVolumes'],
    ['creating EC2 VPC: UnauthorizedOperation: You are not authorized to perform this operation.', 'ec2:CreateVpc'],
    // Terraform: https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service
    [
      'Error: authorizing Security Group (sg-0abc) Rule (sgrule-1): UnauthorizedOperation: You are not',
      'ec2:AuthorizeSecurityGroupIngress',
    ],
    [
      'Error authorizing security group rule type egress: UnauthorizedOperation: You are not',
      'ec2:AuthorizeSecurityGroupEgress',
    ],
    ['creating EC2 Security Group rule: UnauthorizedOperation', 'ec2:AuthorizeSecurityGroupIngress'],
    ['creating VPC Security Group Egress Rule: UnauthorizedOperation', 'ec2:AuthorizeSecurityGroupEgress'],
    ['revoking Security Group (sg-0abc) Rule (sgrule-1): UnauthorizedOperation', 'ec2:RevokeSecurityGroupIngress'],
    ['Error: creating EC2 EIP: UnauthorizedOperation: You are not', 'ec2:AllocateAddress'],
    ['error creating Route Table (rtb-0abc) Association: UnauthorizedOperation', 'ec2:AssociateRouteTable'],
    [
      'creating EC2 Network ACL (acl-0abc) Rule (egress: false)(100): UnauthorizedOperation',
      'ec2:CreateNetworkAclEntry',
    ],
    ['attaching EBS Volume (vol-0abc) to EC2 Instance (i-0abc): UnauthorizedOperation', 'ec2:AttachVolume'],
    ['creating ELBv2 application Load Balancer (web): AccessDenied', 'elasticloadbalancing:CreateLoadBalancer'],
    ['creating RDS DB Instance (db): AccessDenied', 'rds:CreateDBInstance'],
    ['attaching IAM Policy (arn:aws:iam::aws:policy/X) to IAM Role (app): AccessDenied', 'iam:AttachRolePolicy'],
    ['putting S3 Bucket (logs) Policy: AccessDenied', 's3:PutBucketPolicy'],
    ['adding Lambda Permission (orders/sns): AccessDeniedException', 'lambda:AddPermission'],
    ['creating EventBridge Rule (nightly): AccessDeniedException', 'events:PutRule'],
    ['requesting ACM Certificate (example.com): AccessDeniedException', 'acm:RequestCertificate'],
    ['creating Auto Scaling Group (web): AccessDenied', 'autoscaling:CreateAutoScalingGroup'],
    ['creating Auto Scaling Group (web) Lifecycle Hook: AccessDenied', 'autoscaling:PutLifecycleHook'],
    ['creating Glue Catalog Database (sales): AccessDeniedException', 'glue:CreateDatabase'],
    ['error creating Backup Vault (daily): AccessDeniedException', 'backup:CreateBackupVault'],
  ])('%s: %s', (text, action) => {
    const { kind, actionDerived, actionCandidates } = readDenial(text)
    expect({ kind, actionDerived, actionCandidates }).toEqual({
      kind: 'access-denied',
      actionDerived: undefined,
      actionCandidates: [action],
    })
  })

  test.each([
    'We are creating a new environment and got AccessDenied',
    // Amazon S3 answered: https://github.com/velero-io/velero/issues/4955
    'Error listing backups in backup store: AccessDenied: Access Denied, status code: 403, request id: Z, host id: a=',
    'Error getting a backup store: AccessDenied: Access Denied',
    'Error creating it: AccessDenied',
    // The error is another one, or another service’s.
    'creating EC2 EIP: AddressLimitExceeded: too many. Reading the bucket: AccessDenied',
    'creating RDS DB Instance (db): UnauthorizedOperation: You are not authorized to perform this operation.',
    'Error creating S3 bucket: BucketAlreadyExists. Then AWS said AccessDenied'.replace('. Then', '.\nThen'),
  ])('%s: none', (text) => expect(readDenial(text).actionCandidates).toEqual([]))
})

describe('the caller that a label names', () => {
  // https://github.com/aws-samples/sample-host-openclaw-on-amazon-bedrock-agentcore/issues/41
  test.each([
    '- Principal: `arn:aws:sts::111122223333:assumed-role/App/s`',
    'Caller identity: arn:aws:sts::111122223333:assumed-role/App/s',
    '**Caller ARN**: arn:aws:sts::111122223333:assumed-role/App/s',
    'Running as caller identity arn:aws:sts::111122223333:assumed-role/App/s.',
    'userIdentity.arn = arn:aws:sts::111122223333:assumed-role/App/s',
  ])('%s', (line) => {
    const text = `An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n${line}\n`
    expect(readDenial(text).principal).toBe('arn:aws:sts::111122223333:assumed-role/App/s')
  })

  test('two labels with two callers name none', () => {
    const text =
      'AccessDenied: Access Denied\nPrincipal: arn:aws:iam::111122223333:user/a\nCaller: arn:aws:iam::111122223333:user/b'
    expect(readDenial(text).principal).toBeUndefined()
  })

  test('a role that was to be assumed isn’t the caller', () => {
    const text =
      'An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied\nrole: arn:aws:iam::111122223333:role/deploy'
    expect(readDenial(text).principal).toBeUndefined()
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
test.each<[text: string, arn: string]>([
  ['aws s3 cp s3://logs/a.txt . with arn:aws-cn:iam::111122223333:user/ana', 'arn:aws-cn:s3:::logs/a.txt'],
  ['aws s3api get-object --bucket logs --key k --region us-gov-west-1', 'arn:aws-us-gov:s3:::logs/k'],
  ['https://logs.s3.cn-north-1.amazonaws.com.cn/a.txt', 'arn:aws-cn:s3:::logs/a.txt'],
  ['aws s3 cp s3://logs/a.txt . as arn:aws:iam::111122223333:user/ana, not in cn-north-1', 'arn:aws:s3:::logs/a.txt'],
  ['aws s3 cp s3://logs/a.txt .', 'arn:aws:s3:::logs/a.txt'],
])('the partition of a bucket is that of the text: %s', (text, arn) => {
  const message = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
  expect(readDenial(`${text}\n${message}`).impliedResource).toBe(arn)
})

test('a line break inside of an event’s error code changes nothing', () => {
  const event =
    '{"userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/a"},"eventSource":"s3.amazonaws.com","eventName":"GetObject","errorCode":"AccessDenie\nd","errorMessage":"Access Denied","requestParameters":{"bucketName":"logs","key":"k"},"additionalEventData":{"C |'
  expect(readDenial(event)).toMatchObject({ kind: 'access-denied', impliedResource: 'arn:aws:s3:::logs/k' })
})

test('behind an empty line, no resource goes on', () => {
  const text =
    'AccessDenied: User: arn:aws:iam::111122223333:user/a is not authorized to perform: iam:ListUserPolicies on resource:\n\nanswered on Monday'
  expect(readDenial(text).resource).toBeUndefined()
})
