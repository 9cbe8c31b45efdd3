import { fitsCode } from './operation-services.ts'
import { packerRows } from './packer-phrases.ts'

interface Row {
  /** The verb and what it acts on, in lower case, without the names in parentheses. */
  readonly says: readonly string[]
  readonly service: string
  readonly operation: string
  /** The only code with which the words mean this; undefined for any. */
  readonly code?: string
}

/**
 * What the AWS provider of Terraform says where its words don’t spell the operation. The words are those of its releases 2 to 6.
 * https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service
 */
const rows: readonly Row[] = [
  {
    says: [
      'authorizing security group rule',
      'creating security group rule',
      'creating ec2 security group rule',
      'creating vpc security group rule',
      'creating vpc security group ingress rule',
      'updating security group rule',
    ],
    service: 'ec2',
    operation: 'AuthorizeSecurityGroupIngress',
  },
  {
    says: ['creating vpc security group egress rule', 'authorizing security group egress rule'],
    service: 'ec2',
    operation: 'AuthorizeSecurityGroupEgress',
  },
  {
    says: ['revoking security group rule', 'deleting security group rule', 'deleting vpc security group rule'],
    service: 'ec2',
    operation: 'RevokeSecurityGroupIngress',
  },
  { says: ['creating ec2 eip', 'allocating ec2 eip'], service: 'ec2', operation: 'AllocateAddress' },
  { says: ['deleting ec2 eip', 'releasing ec2 eip'], service: 'ec2', operation: 'ReleaseAddress' },
  { says: ['associating ec2 eip', 'creating ec2 eip association'], service: 'ec2', operation: 'AssociateAddress' },
  {
    says: ['creating route table association', 'associating route table', 'creating ec2 route table association'],
    service: 'ec2',
    operation: 'AssociateRouteTable',
  },
  { says: ['creating ec2 network acl rule'], service: 'ec2', operation: 'CreateNetworkAclEntry' },
  { says: ['attaching ebs volume', 'attaching ec2 ebs volume'], service: 'ec2', operation: 'AttachVolume' },
  { says: ['creating ebs volume', 'creating ec2 ebs volume'], service: 'ec2', operation: 'CreateVolume' },
  { says: ['modifying ec2 vpc', 'enabling vpc dns'], service: 'ec2', operation: 'ModifyVpcAttribute' },
  { says: ['terminating ec2 instance'], service: 'ec2', operation: 'TerminateInstances' },
  { says: ['stopping ec2 instance'], service: 'ec2', operation: 'StopInstances' },
  { says: ['starting ec2 instance'], service: 'ec2', operation: 'StartInstances' },
  {
    says: [
      'creating elbv2 application load balancer',
      'creating elbv2 network load balancer',
      'creating elbv2 gateway load balancer',
    ],
    service: 'elasticloadbalancing',
    operation: 'CreateLoadBalancer',
  },
  { says: ['creating rds db instance'], service: 'rds', operation: 'CreateDBInstance' },
  { says: ['creating rds cluster'], service: 'rds', operation: 'CreateDBCluster' },
  { says: ['creating rds cluster instance'], service: 'rds', operation: 'CreateDBInstance' },
  { says: ['creating rds db subnet group'], service: 'rds', operation: 'CreateDBSubnetGroup' },
  { says: ['attaching iam policy to iam role'], service: 'iam', operation: 'AttachRolePolicy' },
  { says: ['attaching iam policy to iam user'], service: 'iam', operation: 'AttachUserPolicy' },
  { says: ['attaching iam policy to iam group'], service: 'iam', operation: 'AttachGroupPolicy' },
  { says: ['putting iam role policy'], service: 'iam', operation: 'PutRolePolicy' },
  { says: ['putting s3 bucket policy', 'creating s3 bucket policy'], service: 's3', operation: 'PutBucketPolicy' },
  { says: ['reading s3 bucket policy'], service: 's3', operation: 'GetBucketPolicy' },
  {
    says: ['creating s3 bucket versioning', 'putting s3 bucket versioning'],
    service: 's3',
    operation: 'PutBucketVersioning',
  },
  { says: ['reading s3 bucket versioning'], service: 's3', operation: 'GetBucketVersioning' },
  { says: ['adding lambda permission'], service: 'lambda', operation: 'AddPermission' },
  { says: ['creating eventbridge rule', 'updating eventbridge rule'], service: 'events', operation: 'PutRule' },
  { says: ['creating eventbridge target'], service: 'events', operation: 'PutTargets' },
  {
    says: ['creating route 53 record', 'creating route53 record', 'creating route53 resource record'],
    service: 'route53',
    operation: 'ChangeResourceRecordSets',
  },
  {
    says: ['creating sns topic subscription', 'creating sns subscription', 'subscribing to sns topic'],
    service: 'sns',
    operation: 'Subscribe',
  },
  { says: ['requesting acm certificate', 'creating acm certificate'], service: 'acm', operation: 'RequestCertificate' },
  { says: ['creating auto scaling group'], service: 'autoscaling', operation: 'CreateAutoScalingGroup' },
  { says: ['creating auto scaling group lifecycle hook'], service: 'autoscaling', operation: 'PutLifecycleHook' },
  { says: ['creating glue catalog database'], service: 'glue', operation: 'CreateDatabase' },
  { says: ['creating glue catalog table'], service: 'glue', operation: 'CreateTable' },
  { says: ['creating backup vault'], service: 'backup', operation: 'CreateBackupVault' },
  { says: ['creating backup plan'], service: 'backup', operation: 'CreateBackupPlan' },
  { says: ['creating cognito user pool'], service: 'cognito-idp', operation: 'CreateUserPool' },
  {
    says: ['creating application autoscaling target', 'creating application auto scaling target'],
    service: 'application-autoscaling',
    operation: 'RegisterScalableTarget',
  },
]

/** "stopping instance" is Packer's only with the code of Amazon EC2. */
const ofPacker: readonly Row[] = packerRows.map((row) => ({ ...row, service: 'ec2', code: 'UnauthorizedOperation' }))

const byWords: ReadonlyMap<string, Row> = new Map(
  [...rows, ...ofPacker].flatMap((row) => row.says.map((words) => [words, row] as const)),
)

const phrase =
  /\b(?:(?:authoriz|creat|updat|revok|delet|allocat|releas|associat|attach|modify|enabl|terminat|stopp|start|putt|read|add|subscrib|request|copy|validat|deregister)ing|modify)(?:\s[A-Za-z0-9]{1,31}(?![\w-])|\s?\([^()\n]{0,200}\)){1,10}/gi

/** The code of the error, at most 200 characters behind in the same line. */
const errorBehind = /^([\s:,][^\n]{0,200}?)\b(AccessDenied(?:Exception)?|UnauthorizedOperation|AuthorizationError)\b/i

/** More of them in one text say nothing new. */
const most = 20

/** The end of a sentence, or another error’s code: what follows is about something else. */
export const anotherError =
  /[.!?]\s+[A-Z]|\b(?!Amazon|AWS|S3Exception|AccessDenied)[A-Z]\w{2,60}(?:Exists|NotFound|Exception|Exceeded)\b/

/** An operation that Terraform’s words mean, and the code of the error. */
export interface TerraformOperation {
  readonly operation: string
  readonly service: string
  readonly code: string
}

/** The operation behind the first words of Terraform that name none; undefined where a text has no such words with an error behind them. */
export function terraformOperation(text: string): TerraformOperation | undefined {
  let seen = 0
  for (const { 0: said, index } of text.matchAll(phrase)) {
    const row = longest(wordsOf(said))
    if (!row) continue
    if (++seen > most) return undefined
    const end = index + said.length
    const [, between = '', code] = errorBehind.exec(text.slice(end, end + 250)) ?? []
    if (code === undefined || (row.code !== undefined && row.code !== code)) continue
    if (!anotherError.test(between) && fitsCode(row.operation, code))
      return { operation: directed(row.operation, text), service: row.service, code }
  }
  return undefined
}

/** Without the names in parentheses. */
const wordsOf = (said: string): readonly string[] =>
  said
    .toLowerCase()
    .replace(/\([^()\n]{0,200}\)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')

/** What the most of the words say: "creating Auto Scaling Group (web) Lifecycle Hook" isn’t about a group. */
function longest(words: readonly string[]): Row | undefined {
  for (let length = words.length; length > 1; length--) {
    const row = byWords.get(words.slice(0, length).join(' '))
    if (row) return row
  }
  return undefined
}

/** Rules of one resource go in either direction, which is in the ID of the rule or in what the text shows of the configuration. */
const directed = (operation: string, text: string): string =>
  /Ingress$/.test(operation) && /\begress\b|_egress_rule\b/i.test(text) && !/\bingress\b|_ingress_rule\b/i.test(text)
    ? operation.replace(/Ingress$/, 'Egress')
    : operation
