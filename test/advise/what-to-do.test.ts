// What to do, for every condition key that policies in use have: the first step of the answer, and its command, for an Allow whose condition isn't met and for
// a Deny whose condition is met.
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requiredServices } from '../../src/reference/index.ts'

const user = 'arn:aws:iam::111122223333:user/ana'
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d-0000-1111-2222-333344445555'
const object = 'arn:aws:s3:::reports/a.csv'
const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1'
const role = 'arn:aws:iam::111122223333:role/app'

interface Row {
  readonly key: string
  /** Conditions as JSON: of an Allow that the call misses, and of a Deny that it meets. */
  readonly allow: string
  readonly deny: string
  readonly action: string
  readonly on: string
  /** What the first step's title says, and the start of its command; "" where no command does it. */
  readonly does: string
  readonly command: string
}

const row = (
  name: string,
  [operator, negated]: readonly [string, string],
  value: string,
  [action, on]: readonly [string, string],
  [does, command]: readonly [string, string],
): Row => ({
  key: name,
  allow: JSON.stringify({ [operator]: { [name]: value } }),
  deny: JSON.stringify({ [negated]: { [name]: value } }),
  action,
  on,
  does,
  command,
})

const equals = ['StringEquals', 'StringNotEquals'] as const
const like = ['StringLike', 'StringNotLike'] as const
const stop = ['ec2:StopInstances', instance] as const
const run = ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'] as const
const put = ['s3:PutObject', object] as const
const get = ['s3:GetObject', object] as const
const decrypt = ['kms:Decrypt', key] as const
const assume = ['sts:AssumeRole', role] as const

/** A Boolean key: the Deny has the opposite value. */
const switched = (
  name: string,
  on: readonly [string, string],
  does: readonly [string, string],
  operator = 'Bool',
): Row => ({
  ...row(name, [operator, operator], 'true', on, does),
  deny: JSON.stringify({ [operator]: { [name]: 'false' } }),
})

const rows: readonly Row[] = [
  {
    ...row('aws:RequestTag/team', equals, 'data', run, [
      'Send the tags in the create call',
      'aws ec2 run-instances --tag-specifications',
    ]),
    deny: '{"Null":{"aws:RequestTag/team":"true"}}',
  },
  {
    ...row(
      'aws:TagKeys',
      equals,
      'team',
      ['ec2:CreateVolume', 'arn:aws:ec2:eu-west-1:111122223333:volume/*'],
      ['Send one of the tags team', 'aws ec2 create-volume --tag-specifications'],
    ),
    allow: '{"ForAnyValue:StringEquals":{"aws:TagKeys":"team"}}',
    deny: '{"ForAllValues:StringNotEquals":{"aws:TagKeys":"team"}}',
  },
  row(
    'iam:PermissionsBoundary',
    equals,
    'arn:aws:iam::111122223333:policy/Limit',
    ['iam:CreateRole', role],
    ['Create the role with this boundary', 'aws iam create-role'],
  ),
  switched('aws:MultiFactorAuthPresent', stop, ['Sign in with MFA', 'aws sts get-session-token'], 'BoolIfExists'),
  row('aws:MultiFactorAuthAge', ['NumericLessThan', 'NumericGreaterThanIfExists'], '3600', stop, [
    'Sign in with MFA',
    'aws sts get-session-token',
  ]),
  switched('aws:SecureTransport', get, ['Call over HTTPS', 'aws configure get endpoint_url']),
  row('s3:x-amz-server-side-encryption', equals, 'aws:kms', put, [
    'Request encryption',
    'aws s3 cp <FILE> s3://reports/<KEY> --sse aws:kms',
  ]),
  row('s3:x-amz-server-side-encryption-aws-kms-key-id', equals, key, put, [
    'Encrypt with the key',
    'aws s3 cp <FILE> s3://reports/<KEY> --sse aws:kms --sse-kms-key-id',
  ]),
  row('aws:RequestedRegion', equals, 'eu-central-1', run, [
    'Use Region eu-central-1',
    'aws configure set region eu-central-1',
  ]),
  row('ec2:Region', equals, 'eu-central-1', run, ['Use Region eu-central-1', 'aws configure set region eu-central-1']),
  row('aws:SourceIp', ['IpAddress', 'NotIpAddress'], '203.0.113.0/24', get, [
    'Call from the network that the policy names',
    'curl https://checkip.amazonaws.com',
  ]),
  row('aws:SourceVpc', equals, 'vpc-0abc1234', get, ['Call through a VPC endpoint', 'aws ec2 describe-vpc-endpoints']),
  row('aws:SourceVpce', equals, 'vpce-0abc1234', get, [
    'Call through a VPC endpoint',
    'aws ec2 describe-vpc-endpoints',
  ]),
  row('aws:PrincipalOrgID', equals, 'o-abc1234567', get, [
    'Call with a user or role of the organization o-abc1234567',
    'aws organizations describe-organization',
  ]),
  row('ec2:MetadataHttpTokens', equals, 'required', run, [
    'Use the setting HttpTokens required',
    'aws ec2 run-instances --image-id <IMAGE_ID> --metadata-options HttpTokens=required',
  ]),
  row('ec2:InstanceType', like, 't3.*', run, [
    'Use the instance type t3.*',
    'aws ec2 run-instances --image-id <IMAGE_ID> --instance-type <INSTANCE_TYPE>',
  ]),
  switched(
    'ec2:Encrypted',
    ['ec2:CreateVolume', 'arn:aws:ec2:eu-west-1:111122223333:volume/*'],
    ['Turn on encryption of the volume', 'aws ec2 create-volume'],
  ),
  switched(
    'rds:StorageEncrypted',
    ['rds:CreateDBInstance', 'arn:aws:rds:eu-west-1:111122223333:db:orders'],
    ['Turn on encryption of the database', 'aws rds create-db-instance'],
  ),
  row('s3:x-amz-acl', equals, 'bucket-owner-full-control', put, [
    'Use the ACL bucket-owner-full-control',
    'aws s3api put-object',
  ]),
  row(
    's3:x-amz-object-ownership',
    equals,
    'BucketOwnerEnforced',
    ['s3:CreateBucket', 'arn:aws:s3:::reports'],
    [
      'Use the object ownership BucketOwnerEnforced',
      'aws s3api create-bucket --bucket <BUCKET> --object-ownership BucketOwnerEnforced',
    ],
  ),
  row(
    's3:LocationConstraint',
    equals,
    'eu-west-1',
    ['s3:CreateBucket', 'arn:aws:s3:::reports'],
    [
      'Use the bucket Region eu-west-1',
      'aws s3api create-bucket --bucket <BUCKET> --create-bucket-configuration LocationConstraint=eu-west-1 --region eu-west-1',
    ],
  ),
  row('kms:ViaService', equals, 's3.eu-west-1.amazonaws.com', decrypt, [
    'Use the key through s3.eu-west-1.amazonaws.com',
    '',
  ]),
  row('kms:EncryptionContext:app', equals, 'orders', decrypt, ['Send the encryption context app', 'aws kms decrypt']),
  row('aws:PrincipalTag/team', equals, 'data', stop, [
    'Have the tag team put on the caller',
    'aws iam tag-user --user-name ana --tags Key=team,Value=data',
  ]),
  row('aws:ResourceTag/team', equals, 'data', stop, [
    'Have the tag team put on the resource',
    'aws resourcegroupstaggingapi tag-resources',
  ]),
  row('sts:ExternalId', equals, 'abc', assume, ['Send the external ID', `aws sts assume-role --role-arn ${role}`]),
  row('sts:RoleSessionName', equals, 'ana', assume, ['Name the session ana', `aws sts assume-role --role-arn ${role}`]),
  row('sts:SourceIdentity', equals, 'ana', assume, [
    'Set the source identity',
    `aws sts assume-role --role-arn ${role}`,
  ]),
  row('aws:UserAgent', like, '*terraform*', stop, ['Call with the program that the policy names', '']),
  row('aws:Referer', like, 'https://example.com/*', get, ['Open the address from a page of https://example.com/*', '']),
  row(
    'lambda:FunctionUrlAuthType',
    equals,
    'AWS_IAM',
    ['lambda:CreateFunctionUrlConfig', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
    ['Use the authorization type AWS_IAM', 'aws lambda create-function-url-config'],
  ),
  row('s3:TlsVersion', ['NumericGreaterThanEquals', 'NumericLessThan'], '1.2', get, [
    'Call with TLS version at least 1.2',
    '',
  ]),
  row('s3:signatureversion', equals, 'AWS4-HMAC-SHA256', get, [
    'Sign with AWS4-HMAC-SHA256',
    'aws configure set default.s3.signature_version s3v4',
  ]),
  row('s3:authType', equals, 'REST-HEADER', get, ['Sign the request in the header', '']),
  row('s3:RequestObjectTag/team', equals, 'data', put, [
    'Send the object’s tag in the upload',
    'aws s3api put-object --bucket reports --key <KEY> --body <FILE> --tagging team=data',
  ]),
  row(
    'cloudformation:RoleArn',
    equals,
    'arn:aws:iam::111122223333:role/cfn',
    ['cloudformation:CreateStack', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/*'],
    ['Use the service role arn:aws:iam::111122223333:role/cfn', 'aws cloudformation create-stack'],
  ),
  row(
    'ecs:cluster',
    ['ArnEquals', 'ArnNotEquals'],
    'arn:aws:ecs:eu-west-1:111122223333:cluster/prod',
    ['ecs:RunTask', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1'],
    ['Use the cluster arn:aws:ecs:eu-west-1:111122223333:cluster/prod', 'aws ecs run-task'],
  ),
  switched(
    'elasticfilesystem:Encrypted',
    ['elasticfilesystem:CreateFileSystem', '*'],
    ['Turn on encryption of the file system', 'aws efs create-file-system --encrypted'],
  ),
  {
    ...row(
      'dynamodb:LeadingKeys',
      equals,
      'ana',
      ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
      ['Ask for rows of your own only', 'aws dynamodb query'],
    ),
    allow: '{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["ana"]}}',
    deny: '{"ForAnyValue:StringNotEquals":{"dynamodb:LeadingKeys":["ana"]}}',
  },
  row(
    'secretsmanager:KmsKeyArn',
    equals,
    key,
    ['secretsmanager:CreateSecret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'],
    ['Use the KMS key', 'aws secretsmanager create-secret'],
  ),
  switched(
    'secretsmanager:BlockPublicPolicy',
    ['secretsmanager:PutResourcePolicy', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
    ['Turn on the check for public policies', 'aws secretsmanager put-resource-policy'],
  ),
  switched(
    'ssm:SessionDocumentAccessCheck',
    ['ssm:StartSession', instance],
    ['Turn on the check of the session document', 'aws ssm start-session'],
    'BoolIfExists',
  ),
  row(
    'ssm:Overwrite',
    equals,
    'false',
    ['ssm:PutParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/db'],
    ['Turn off overwriting', 'aws ssm put-parameter'],
  ),
]

const answerTo = async (effect: 'Allow' | 'Deny', { action, on, allow, deny }: Row) => {
  const why =
    effect === 'Allow'
      ? `because no identity-based policy allows the ${action} action`
      : 'with an explicit deny in an identity-based policy'
  const conditioned = {
    Effect: effect,
    Action: action,
    Resource: '*',
    Condition: JSON.parse(effect === 'Allow' ? allow : deny),
  }
  const all = { Effect: 'Allow', Action: `${action.split(':', 1)[0]}:*`, Resource: '*' }
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: effect === 'Allow' ? [conditioned] : [all, conditioned],
  })
  const paste = `User: ${user} is not authorized to perform: ${action} on resource: ${on} ${why}`
  const reference = await loadReference(requiredServices([paste, text]))
  return diagnose({ paste, policies: [{ name: 'Work', type: 'identity', text }] }, reference)
}

describe.each(['Allow', 'Deny'] as const)('%s under a condition', (effect) => {
  it.each(rows)('$key', async (each) => {
    const [first] = (await answerTo(effect, each)).cause.steps
    expect(first.title).toContain(each.does)
    expect(each.command === '' ? first.command : first.command?.startsWith(each.command)).toBe(
      each.command === '' ? undefined : true,
    )
  })
})

describe('a Deny for buckets of other accounts', () => {
  it('leads, though the ARN names no account', async () => {
    const other = row('aws:ResourceAccount', equals, '111122223333', put, ['', ''])
    const answer = await answerTo('Deny', other)
    expect([answer.cause.id, answer.cause.steps[0].title]).toEqual([
      'explicit-deny-organization',
      'Use a resource of account 111122223333',
    ])
  })
})

describe('who made a call that a condition on the network stops', () => {
  const network = (action: string, on: string): Row =>
    row('aws:SourceIp', ['IpAddress', 'NotIpAddress'], '203.0.113.0/24', [action, on], ['', ''])
  it.each([
    ['s3:GetObject', object, 'explicit-deny-network'],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', 'explicit-deny-network'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'explicit-deny-network'],
    ['kms:Decrypt', key, 'called-by-service'],
  ])('%s', async (action, on, cause) => {
    expect((await answerTo('Deny', network(action, on))).cause.id).toBe(cause)
  })
})
