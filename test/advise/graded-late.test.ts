// Pastes from public reports whose answers a person graded low: the cause, and words that the answer must and mustn’t have.
import { answerAll, denied, policy, type Row } from './answer-rows.ts'

const role = 'sts::111122223333:assumed-role/deploy/run'
const silent = (action: string, type = 'identity'): string =>
  ` because no ${type}-based policy allows the ${action} action`
const allow = (Action: string | readonly string[], Resource: string): object => ({ Effect: 'Allow', Action, Resource })

const repository = 'arn:aws:ecr:eu-west-1:111122223333:repository/app'
const elsewhere = 'arn:aws:ecr:eu-west-1:444455556666:repository/app'
const upload = 'ecr:InitiateLayerUpload'
const letsIn = policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'ecr:*' })

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
// biome-ignore format: one row per line
const pushes: readonly Row[] = [
  ['a push within one account', denied(role, upload, repository, silent(upload)), 'no-identity-allow', ['"ecr:UploadLayerPart"', '"ecr:CompleteLayerUpload"', '"ecr:PutImage"', '"ecr:BatchCheckLayerAvailability"', '"ecr:GetAuthorizationToken"']],
  ['a later part of it', denied(role, 'ecr:UploadLayerPart', repository, silent('ecr:UploadLayerPart')), 'no-identity-allow', ['"ecr:InitiateLayerUpload"', '"ecr:PutImage"']],
  ['a push to another account', denied(role, upload, elsewhere), 'cross-account-one-side', ['"Principal"', '"ecr:UploadLayerPart"', '"ecr:PutImage"', '"ecr:GetAuthorizationToken"']],
  ['a call that pulls make, too', denied(role, 'ecr:BatchCheckLayerAvailability', repository, silent('ecr:BatchCheckLayerAvailability')), 'no-identity-allow', ['ecr:GetAuthorizationToken', 'ecr:PutImage arn:'], ['"ecr:PutImage"']],
  ['the pasted policy of the repository lets the caller in', `${denied(role, upload, elsewhere, silent(upload, 'resource'))}\n\n${letsIn}`, 'cross-account-one-side', ['but the one you gave does', 'Each resource has a policy of its own', 'aws ecr get-repository-policy'], ['The resource’s policy does not allow ecr', 'Allow it in the resource’s policy']],
  ['it doesn’t let the caller in', `${denied(role, upload, elsewhere, silent(upload, 'resource'))}\n\n${letsIn.replace('111122223333', '777788889999')}`, 'cross-account-one-side', ['The resource’s policy does not allow ecr'], ['the one you gave does']],
]

const self = 'arn:aws:sts::111122223333:assumed-role/deploy/run'

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
// biome-ignore format: one row per line
const userOfRole: readonly Row[] = [
  ['a role asks for its user', denied(role, 'iam:GetUser', self, silent('iam:GetUser')), 'no-identity-allow', ['a role isn’t one', 'sts:GetCallerIdentity', 'aws sts get-caller-identity'], ['"Action": "iam:GetUser"']],
  ['only the resource names the caller', `AWSCodeBuild is not authorized to perform: iam:GetUser on resource: ${self}`, 'no-identity-allow', ['a role isn’t one'], ['"Action": "iam:GetUser"']],
  ['a Deny stops it', `${denied(role, 'iam:GetUser', self)} with an explicit deny in an identity-based policy`, 'explicit-deny', ['let it call sts:GetCallerIdentity']],
  ['a user asks for itself', denied('iam::111122223333:user/dev', 'iam:GetUser', 'arn:aws:iam::111122223333:user/dev'), 'no-identity-allow', ['"Action": "iam:GetUser"'], ['a role isn’t one']],
]

const build = denied(
  role,
  'codebuild:StartBuild',
  'arn:aws:codebuild:eu-west-1:111122223333:project/p',
  silent('codebuild:StartBuild'),
)

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
// biome-ignore format: one row per line
const later: readonly Row[] = [
  ['a retry works', `The stage fails, but when I click \`retry\`, it works successfully.\n\n${build}`, 'no-identity-allow', ['wait for the permission instead of adding one']],
  ['the second run succeeds', `The second run always succeeds.\n\n${build}`, 'no-identity-allow', ['wait for the permission instead of adding one']],
  ['it works after running it again', `It works after I run it again.\n\n${build}`, 'no-identity-allow', ['wait for the permission instead of adding one']],
  ['a retry doesn’t work', `I clicked retry and it never works.\n\n${build}`, 'no-identity-allow', [], ['wait for the permission']],
  ['nothing is said of a retry', build, 'no-identity-allow', [], ['wait for the permission']],
]

const everything = policy(allow(['s3:HeadBucket', 's3:ListAllMyBuckets'], '*'), allow('s3:*', 'arn:aws:s3:::files/*'))
const reads = policy(allow(['s3:HeadBucket', 's3:GetObject'], 'arn:aws:s3:::files/*'))

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
// biome-ignore format: one row per line
const publicAcls: readonly Row[] = [
  ['code sets it, and the policy allows everything', `I added \`acl: 'public-read',\` and get\n\nAccessDenied: Access Denied\n\n${everything}`, 'block-public-access', ['probably rejects the public ACL', 'Leave out the ACL', 'aws s3api get-public-access-block'], ['HeadBucket']],
  ['a command sets it', `aws s3 cp a.html s3://files/ --acl public-read\nupload failed: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n\n${everything}`, 'block-public-access', ['probably rejects the public ACL'], ['HeadBucket']],
  ['the policy allows no ACL', `acl: 'public-read'\n\nAccessDenied: Access Denied\n\n${reads}`, 'no-detail', ['HeadBucket'], ['probably rejects the public ACL']],
  ['no ACL is in sight', `AccessDenied: Access Denied\n\n${everything}`, 'no-detail', ['HeadBucket'], ['probably rejects the public ACL']],
]

// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
// biome-ignore format: one row per line
const unsigned: readonly Row[] = [
  ['an operation that needs no permission has no action', 'operation error SSO: GetRoleCredentials, https response error StatusCode: 401, UnauthorizedException: Session token not found or invalid', 'not-by-policy', ['aws sso login'], ['AWS lists no action']],
  ['CreateChangeSet is about transforms, too', denied(role, 'cloudformation:CreateChangeSet', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/s/*', silent('cloudformation:CreateChangeSet')), 'no-identity-allow', ['transform/<TRANSFORM_NAME>'], ['transform/NAME']],
]

const assume = 'sts:AssumeRole'
const target = 'arn:aws:iam::111122223333:role/cert-manager-irsa'
const node = 'sts::111122223333:assumed-role/eks-nodes/i-07014edbf556cb4ce'
const zones = policy(allow('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1'))

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html
// biome-ignore format: one row per line
const ofTarget: readonly Row[] = [
  ['a pod calls with the node’s role', `The service account can’t assume it.\n${denied(node, assume, target)}\n\n${zones}`, 'trust-does-not-name-caller', ['seems to be a policy of the role cert-manager-irsa', 'See why the pod called with the node’s role', 'in the trust policy', '"Sid": "AssumeThisRole"'], ['route53:Change']],
  ['the line above names the role to assume', `${denied(role, assume, target)}\n\nCertManagerRoute53 policy:\n${zones}`, 'trust-does-not-name-caller', ['seems to be a policy of the role cert-manager-irsa'], ['route53:Change', 'the pod called']],
  ['the policy of a caller who lacks it', `${denied(role, assume, target)}\n\n${zones}`, 'no-identity-allow', ['Allow sts:AssumeRole in'], ['seems to be a policy']],
  ['the line above names the caller', `${denied(role, assume, target)}\n\nPolicy of the role deploy, for cert-manager-irsa:\n${zones}`, 'no-identity-allow', ['Allow sts:AssumeRole in'], ['seems to be a policy']],
  ['the policy speaks of STS', `The service account can’t assume it.\n${denied(node, assume, target)}\n\n${policy(allow('sts:GetServiceBearerToken', '*'))}`, 'no-identity-allow', ['Allow sts:AssumeRole in'], ['seems to be a policy']],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role
// biome-ignore format: one row per line
const itself: readonly Row[] = [
  ['its identity-based policy is pasted', `${denied(role, assume, 'arn:aws:iam::111122223333:role/deploy')}\n\n${zones}`, 'trust-does-not-name-caller', ['assumes the role that it already comes from', 'Leave the call out'], ['We assume that it trusts the account']],
  ['another role', `${denied(role, assume, 'arn:aws:iam::111122223333:role/other')}\n\n${zones}`, 'no-identity-allow', ['Allow sts:AssumeRole'], ['Leave the call out']],
]

const invoke = denied(
  'sts::111122223333:assumed-role/app-dev-eu-west-1-lambdaRole/app',
  'lambda:InvokeFunction',
  'arn:aws:lambda:eu-west-1:111122223333:function:app',
)
const statements = (...above: readonly string[]): string =>
  [
    ...above,
    'iamRoleStatements:',
    '  - Effect: Allow',
    '    Action:',
    '      - lambda:InvokeFunction',
    '    Resource: "*"',
  ]
    .map((line, i) => '  '.repeat(Math.min(i, above.length)) + line)
    .join('\n')

// https://www.serverless.com/framework/docs/providers/aws/guide/iam
// biome-ignore format: one row per line
const serverless: readonly Row[] = [
  ['statements under custom', `${invoke}\n\n${statements('custom:')}`, 'no-identity-allow', ['Move iamRoleStatements', 'provider.iam.role.statements', 'is under custom'], ['The policies you gave allow']],
  ['statements under provider', `${invoke}\n\n${statements('provider:')}`, 'policies-allow', ['The policies you gave allow'], ['Move iamRoleStatements']],
]

answerAll([
  ['policies of the role to assume', ofTarget],
  ['roles that assume themselves', itself],
  ['what the Serverless Framework doesn’t read', serverless],
  ['pushes to Amazon ECR', pushes],
  ['roles that ask for their user', userOfRole],
  ['calls that work later', later],
  ['uploads with a public ACL', publicAcls],
  ['names in the answer', unsigned],
])
