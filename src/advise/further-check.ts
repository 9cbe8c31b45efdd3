import { compile } from '../evaluate/index.ts'
import { messagesOf } from '../words/index.ts'
import { type CountedIn, countIn } from './counted-in.ts'
import { shownKey, showsKey } from './encryption-key.ts'
import { ownBucket } from './own-bucket.ts'
import type { Asked, FurtherCheck, Situation } from './situation.ts'
import { arnTemplate, fillTemplate } from './stand-in.ts'

const told = messagesOf('further-checks', {
  passesRole: 'hands over the role of an instance profile',
  leaveOutProfile:
    'Start the instance without an instance profile (iam_instance_profile in Terraform and Packer), if nothing on it needs the role.',
  setsAcl: 'sets an ACL',
  leaveOutAcl:
    'Leave out the ACL: most buckets have ACLs disabled, and a bucket policy or CloudFront can publish files. In the AWS CLI the option is --acl, in the SDKs the parameter ACL.',
  setsTags: 'sets tags',
  uploadWithoutTags: 'Upload without tags. In the AWS CLI the option is --tagging, in the SDKs the parameter Tagging.',
  createGroupWithoutTags: 'Create the log group without tags, and have an administrator tag it.',
  namesVersion: 'names a version',
  createsBucket: 'tries to create the bucket',
  leaveOutBucket:
    'Add --s3-no-check-bucket to the command, or no_check_bucket = true to the remote. Before it uploads a single file, rclone otherwise makes sure that the bucket is there by creating it.',
  setsUpDelivery: 'sets up the delivery of logs to Amazon S3',
  deliverToLogs: 'Send the flow logs to CloudWatch Logs, with a role that the call passes.',
  asksLocation: 'asks for the bucket’s Region',
  nameRegion:
    'Use the endpoint of the bucket’s Region, and name that Region in the tool’s settings, if it has such a setting.',
  encrypts: 'encrypts what it writes with a KMS key',
  leaveOutKey:
    'Leave out the key in the setting or the command. The bucket’s default encryption then applies, and if that’s a customer managed key, the call needs the same permission.',
  decrypts: 'decrypts what it reads with a KMS key',
  writeWithoutKey: 'Store the data without a customer managed key: S3’s own keys (SSE-S3) need no permission.',
  readCurrentVersion: 'Read the current version: leave out the version ID.',
})

interface Sign extends FurtherCheck {
  readonly sign: Pick<RegExp, 'test'>
  readonly action: string
  /** The action takes no ARN. */
  readonly onAll?: true
  /** The service that a role is handed to, for iam:PassRole. */
  readonly passedTo?: string
}

/**
 * Actions that a service checks in addition, and what in a command or a program shows it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html (2026-11-28)
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permission-to-pass-iam-roles.html (2026-11-28)
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html (2026-11-29)
 */
const signs: readonly Sign[] = [
  {
    of: 'ec2:RunInstances',
    action: 'iam:PassRole',
    passedTo: 'ec2.amazonaws.com',
    sign: /\b(?:iam[_-]?instance[_-]?profile|temporary_iam_instance_profile)/i,
    does: told('passesRole'),
    without: told('leaveOutProfile'),
  },
  {
    of: 's3:PutObject',
    action: 's3:PutObjectAcl',
    sign: /--acl[ =]|x-amz-acl|\bacl["']?\s{0,4}[:=]\s{0,4}["']?(?:public-read|private|bucket-owner|authenticated-read|aws-exec-read)/i,
    does: told('setsAcl'),
    without: told('leaveOutAcl'),
  },
  {
    // https://rclone.org/s3/#s3-no-check-bucket (2026-11-30)
    of: 's3:PutObject',
    action: 's3:CreateBucket',
    sign: /^(?![\s\S]*(?:no-check-bucket|no_check_bucket))[\s\S]*\brclone[ \t]/,
    does: told('createsBucket'),
    without: told('leaveOutBucket'),
    isDispensable: true,
  },
  {
    // https://restic.readthedocs.io/en/stable/080_examples.html (2026-11-30)
    of: 's3:ListBucket',
    action: 's3:GetBucketLocation',
    sign: /\bclient\.BucketExists\b/,
    does: told('asksLocation'),
    without: told('nameRegion'),
  },
  {
    of: 's3:PutObject',
    action: 's3:PutObjectTagging',
    sign: /--tagging[ =]|x-amz-tagging|\btagging["']?\s{0,4}[:=]\s{0,4}["']/i,
    does: told('setsTags'),
    without: told('uploadWithoutTags'),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html (2026-11-30)
    of: 's3:PutObject',
    action: 'kms:GenerateDataKey',
    sign: { test: showsKey },
    does: told('encrypts'),
    without: told('leaveOutKey'),
  },
  {
    of: 's3:GetObject',
    action: 'kms:Decrypt',
    sign: { test: showsKey },
    does: told('decrypts'),
    without: told('writeWithoutKey'),
  },
  {
    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html (2026-11-30)
    of: 'ec2:CreateFlowLogs',
    action: 'logs:CreateLogDelivery',
    onAll: true,
    sign: /\blog[_-]?destination[_-]?type["']?(?:\s{0,20}[:=]|[ \t])\s{0,20}["']?s3\b/i,
    does: told('setsUpDelivery'),
    without: told('deliverToLogs'),
  },
  {
    of: 'logs:CreateLogGroup',
    action: 'logs:TagResource',
    sign: /\bCreateLogGroup with tags?\b|\bcreate-log-group\b[^\n]{0,400}--tags[ =]/i,
    does: told('setsTags'),
    without: told('createGroupWithoutTags'),
  },
  {
    of: 's3:GetObject',
    action: 's3:GetObjectVersion',
    sign: /--version-id[ =]|[?&]versionId=|\bversion_?id["']?\s{0,4}[:=]\s{0,4}["']/i,
    does: told('namesVersion'),
    without: told('readCurrentVersion'),
  },
]

/** How much of a paste is searched for signs. */
const mostText = 20_000

type Around = Pick<Situation, 'asked' | 'stated' | 'verdict' | 'given' | 'policies' | 'documents' | 'reference'>

/** What AWS checks in addition, and the policies that count for it. */
interface Further extends Pick<CountedIn, 'notices' | 'guesses' | 'onlyIf' | 'policies'> {
  readonly asked: Asked
  readonly alsoChecked: FurtherCheck
}

/**
 * The request for the further action that the call needs and the policies don't allow, if they allow the operation's own and the paste shows what else
 * the call does. Undefined otherwise.
 */
export function furtherCheck(around: Around): Further | undefined {
  const { asked, stated, verdict, given } = around
  const isOpen = stated.effect === undefined && stated.policyType === undefined
  if (!asked || verdict?.decision !== 'allowed' || !isOpen || given.action !== undefined) return undefined
  const text = given.paste.slice(0, mostText)
  for (const each of signs) {
    const found = each.of === asked.action && each.sign.test(text) ? missing(each, asked, around) : undefined
    if (found) return found
  }
  return undefined
}

function missing(sign: Sign, asked: Asked, around: Around): Further | undefined {
  const { given, stated, policies, documents, reference } = around
  const further = furtherAsked(sign, asked, around)
  // What the caller lacks leads: the key's own policy wasn't given.
  const counted = countIn(policies, stated, further, { facts: given.facts, reference })
  if (further.service === 'kms' && counted.policies.length === policies.length) return undefined
  const decision = compile([...counted.policies, ...documents], given.facts, reference).decide(further.request)
  return decision === 'allowed' ? undefined : { ...counted, asked: further, alsoChecked: checkOf(sign) }
}

const checkOf = ({ of, does, without, isDispensable }: Sign): FurtherCheck => ({
  of,
  does,
  without,
  ...(isDispensable ? { isDispensable } : {}),
})

function furtherAsked({ action, passedTo, onAll }: Sign, asked: Asked, { given, reference }: Around): Asked {
  const [service = '', name = ''] = action.split(':')
  const known = reference?.services.get(service)?.actions.get(name.toLowerCase())
  const own = { ...asked, service, action, known }
  if (passedTo !== undefined)
    return {
      ...own,
      request: passing(asked, passedTo),
      standIns: new Set([...asked.standIns, 'resource' as const]),
      takesArn: true,
      template: arnTemplate(action, undefined, known),
    }
  if (onAll) {
    const { resourceAccount: _, ...rest } = asked.request
    return { ...own, request: { ...rest, action, resource: '*' }, takesArn: false, template: undefined }
  }
  if (service !== 'kms')
    return { ...own, request: { ...asked.request, action, resource: ownBucket(action, asked.request.resource) } }
  const key = shownKey(given.paste, asked)
  const others = [...asked.standIns].filter((part) => part !== 'resource')
  const { resourceAccount: _, ...rest } = asked.request
  return {
    ...own,
    request: { ...rest, action, resource: key.arn },
    standIns: new Set(key.isOpen ? [...others, 'resource' as const] : others),
    takesArn: true,
    template: key.arn,
  }
}

/** The actions that this text shows the call to need in addition to its own. */
export const shownActions = (of: string, paste: string): ReadonlySet<string> => {
  const text = paste.slice(0, mostText)
  return new Set(signs.filter((sign) => sign.of === of && sign.sign.test(text)).map(({ action }) => action))
}

/** Handing over a role is checked against the role, whose name only the instance profile knows. */
function passing({ request, caller }: Asked, service: string): Asked['request'] {
  const resource = fillTemplate(arnTemplate('iam:PassRole', undefined, undefined) ?? '*', {
    caller,
    account: undefined,
    region: undefined,
    name: undefined,
  })
  const { resourceAccount: _, ...rest } = request
  return { ...rest, action: 'iam:PassRole', resource, context: { ...request.context, 'iam:PassedToService': service } }
}
