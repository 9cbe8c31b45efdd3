import { compile } from '../evaluate/index.ts'
import { messagesOf } from '../words/index.ts'
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
  readCurrentVersion: 'Read the current version: leave out the version ID.',
})

interface Sign extends FurtherCheck {
  readonly sign: RegExp
  readonly action: string
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
    of: 's3:PutObject',
    action: 's3:PutObjectTagging',
    sign: /--tagging[ =]|x-amz-tagging|\btagging["']?\s{0,4}[:=]\s{0,4}["']/i,
    does: told('setsTags'),
    without: told('uploadWithoutTags'),
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

/**
 * The request for the further action that the call needs and the policies don't allow, if they allow the operation's own and the paste shows what else
 * the call does. Undefined otherwise.
 */
export function furtherCheck({
  asked,
  stated,
  verdict,
  given,
  policies,
  documents,
  reference,
}: Pick<Situation, 'asked' | 'stated' | 'verdict' | 'given' | 'policies' | 'documents' | 'reference'>):
  | { readonly asked: Asked; readonly alsoChecked: FurtherCheck }
  | undefined {
  const isOpen = stated.effect === undefined && stated.policyType === undefined
  if (!asked || verdict?.decision !== 'allowed' || !isOpen || given.action !== undefined) return undefined
  const text = given.paste.slice(0, mostText)
  const found = signs.find(({ of, sign }) => of === asked.action && sign.test(text))
  if (!found) return undefined
  const { of, does, without, passedTo } = found
  const request = passedTo === undefined ? { ...asked.request, action: found.action } : passing(asked, passedTo)
  const decision = compile([...policies, ...documents], given.facts, reference).decide(request)
  if (decision === 'allowed') return undefined
  const [service = '', name = ''] = found.action.split(':')
  const known = reference?.services.get(service)?.actions.get(name.toLowerCase())
  const standIns = passedTo === undefined ? asked.standIns : new Set([...asked.standIns, 'resource' as const])
  const takesArn = passedTo === undefined ? asked.takesArn : true
  const template = passedTo === undefined ? asked.template : arnTemplate(found.action, undefined, known)
  return {
    asked: { ...asked, request, service, action: found.action, known, template, standIns, takesArn },
    alsoChecked: { of, does, without },
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
