import type { Action } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import type { Asked } from '../situation.ts'
import { type Deed, type DeedRow, type Doing, sent, tagOf, valuesOf, wantedOf } from './deed.ts'
import type { Demand } from './demand.ts'

const told = messagesOf('deeds-resource', {
  ofAccount: 'Use a resource of account {{values}}',
  ofOtherAccount: 'Use a resource of an account other than {{values}}',
  ofAccountText:
    'The policy looks at the account that owns the resource. It’s the account ID in the ARN; for a bucket, its owner knows it.',
  ofOrganization: 'Use a resource of the organization {{values}}',
  outside: 'Use a resource outside {{values}}',
  ofOrganizationText:
    'The policy looks at the organization of the account that owns the resource. Resources of AWS, such as public images, are outside yours.',
  ofOrganizationTextForOthers:
    'The policy looks at the organization of the account that owns the resource. Resources of AWS, such as public images, are outside ours.',
  tagResource: 'Have the tag {{tag}} put on the resource',
  tagResourceText:
    'The policy accepts resources whose tag {{tag}} is {{wanted}}. Check the name first: a resource that doesn’t exist has no tag either. Otherwise ask its owner to add the tag, or use a resource that has it.',
  anyTagText:
    'The policy accepts resources that have the tag {{tag}}. Check the name first: a resource that doesn’t exist has no tag either. Otherwise ask its owner to add the tag, or use a resource that has it.',
  documentApart: 'Allow the document in a statement of its own',
  documentApartText:
    'AWS checks {{action}} against the document as well as the target, and the tag {{tag}} is the target’s: AWS’s documents have no tags. An administrator allows the document in a statement without this condition, and leaves the targets in the one with it.',
  denyWithoutDocument: 'Have the Deny limited to the targets',
  denyWithoutDocumentText:
    'AWS checks {{action}} against the document as well as the target, and the tag {{tag}} is the target’s: AWS’s documents have no tags, so this Deny always applies to them. The policy’s owner names the targets in the Deny’s Resource, such as {{targets}}, and the condition stays. A document of your own can get the tag instead.',
  denyWithoutDocumentTextForOthers:
    'AWS checks {{action}} against the document as well as the target, and the tag {{tag}} is the target’s: AWS’s documents have no tags, so this Deny always applies to them. The policy’s owner names the targets in the Deny’s Resource, such as {{targets}}, and the condition stays. A document of ours can get the tag instead.',
  ownSession: 'End the session with the credentials that started it',
  ownSessionText:
    'Session Manager writes the tag {{tag}} itself: the user’s ID, or the role’s ID, a colon, and the name of the role session (RoleSessionName). The policy accepts {{wanted}} only, so assume the role under the same session name as for the start (role_session_name in ~/.aws/config). For all sessions of one role, an administrator writes the role’s ID and “:*” as the value, under StringLike.',
  setByAws: 'Use a resource whose tag {{tag}} is {{wanted}}',
  setByAwsText: 'AWS writes tags that begin with “aws:”, and no one else can set or change them.',
  changeTag: 'Use a resource whose tag {{tag}} is {{wanted}}',
  withoutTag: 'Use a resource without the tag {{tag}}',
  changeTagText: 'The policy doesn’t accept this one. Otherwise ask the resource’s owner to change or remove the tag.',
  sendTag: 'Send the tag in the create call, and have the condition ask for it there',
  sendTagText:
    'The policy accepts {{action}} only on resources whose tag {{tag}} is {{wanted}}. A new resource has no tags but those that the call sends, and many services don’t report these as tags of the resource. Send the tag in the call. If AWS still denies it, an administrator writes aws:RequestTag/{{tag}} in the condition. Existing resources that the call names, such as a VPC, can keep the old condition in a statement of their own.',
  sendAnyTagText:
    'The policy accepts {{action}} only on resources that have the tag {{tag}}. A new resource has no tags but those that the call sends, and many services don’t report these as tags of the resource. Send the tag in the call. If AWS still denies it, an administrator writes aws:RequestTag/{{tag}} in the condition. Existing resources that the call names, such as a VPC, can keep the old condition in a statement of their own.',
})

const account: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'ofAccount' : 'ofOtherAccount', { values: valuesOf(demand) }),
        text: told('ofAccountText'),
      }
    : undefined

const organization: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'ofOrganization' : 'outside', { values: valuesOf(demand) }),
        text: told('ofOrganizationText'),
      }
    : undefined

/** S3 tags objects with an operation of its own; for most other services the tagging API does it. */
function tagCommand(resource: string, tag: string, value: string): string {
  const [, bucket, key] = /^arn:[\w-]+:s3:::([\w.-]+)\/(.+)$/.exec(resource) ?? []
  return bucket === undefined
    ? `aws resourcegroupstaggingapi tag-resources --resource-arn-list ${shellWord(resource, '<RESOURCE_ARN>')} --tags ${tag}=${value}`
    : `aws s3api put-object-tagging --bucket ${bucket} --key ${shellWord(key, '<KEY>')} --tagging 'TagSet=[{Key=${tag},Value=${value}}]'`
}

/**
 * A call that runs a document of Systems Manager on something else, or one on a document that AWS owns.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
 */
const isDocumentOfTarget = (action: string, resource: string): boolean =>
  /^arn:[\w-]+:ssm:[^:]*:[^:]*:document\//.test(resource) &&
  (/^ssm:(?:SendCommand|StartSession)$/.test(action) || /^(?:[^:]*:){4}:document\//.test(resource))

/** The instances and managed nodes that such a call runs on. */
const targetsOf = (document: string): string => {
  const partition = document.split(':')[1] ?? 'aws'
  return `arn:${partition}:ec2:*:*:instance/*, arn:${partition}:ssm:*:*:managed-instance/*`
}

/** The condition is on the target’s tag, and the call was denied on the document. */
function documentDeed(demand: Demand, action: string, document: string): Deed {
  const tag = tagOf(demand)
  return demand.effect === 'Allow'
    ? {
        title: told('documentApart'),
        text: told('documentApartText', { action, tag }),
        changesCondition: true,
        isApart: true,
      }
    : {
        title: told('denyWithoutDocument'),
        text: told('denyWithoutDocumentText', { action, tag, targets: targetsOf(document) }),
        owner: 'account administrator',
        changesCondition: true,
      }
}

/**
 * Does the request create what the condition is about? AWS lists aws:RequestTag for actions that create something with tags, and the ARN of
 * a resource that EC2 is about to create ends with a star. Creating a route or an access key is about what exists.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
function createsResource({ action, known, request: { resource } }: Asked): boolean {
  if (!/^[\w-]+:(?:Create|Run|Allocate)/.test(action)) return false
  if (/^arn:[\w-]+:ec2:/.test(resource)) return resource.endsWith('*')
  return known === undefined || takesTags(known)
}

const takesTags = ({ conditionKeys }: Action): boolean =>
  conditionKeys.some((key) => key.toLowerCase().startsWith('aws:requesttag/'))

/**
 * AWS’s own tags can’t be put on a resource. Session Manager marks each session with who started it.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html, https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html (2026-11-30)
 */
function ofAws(demand: Demand, action: string): Deed {
  const tag = tagOf(demand)
  const wanted = wantedOf(demand)
  return /^ssm:/.test(action) && tag.toLowerCase() === 'aws:ssmmessages:session-id'
    ? {
        title: told('ownSession'),
        text: told('ownSessionText', { tag, wanted }),
        command: 'aws sts get-caller-identity',
      }
    : { title: told('setByAws', { tag, wanted }), text: told('setByAwsText') }
}

const resourceTag: Doing = (demand, asked) => {
  const { action, request, standIns } = asked
  const tag = tagOf(demand)
  const { want } = demand
  if (want === 'absent') return { title: told('withoutTag', { tag }), text: told('changeTagText') }
  if (want === 'none-of')
    return { title: told('changeTag', { tag, wanted: wantedOf(demand) }), text: told('changeTagText') }
  if (createsResource(asked))
    return {
      title: told('sendTag'),
      text: told(want === 'present' ? 'sendAnyTagText' : 'sendTagText', { action, tag, wanted: wantedOf(demand) }),
      changesCondition: true,
    }
  if (isDocumentOfTarget(action, request.resource)) return documentDeed(demand, action, request.resource)
  if (/^aws:/i.test(tag)) return ofAws(demand, action)
  const resource = standIns.has('resource') || request.resource === '*' ? '<RESOURCE_ARN>' : request.resource
  return {
    title: told('tagResource', { tag }),
    text: want === 'present' ? told('anyTagText', { tag }) : told('tagResourceText', { tag, wanted: wantedOf(demand) }),
    command: tagCommand(resource, shellWord(tag, '<TAG_KEY>'), shellWord(sent(demand), '<TAG_VALUE>')),
  }
}

/** Keys about what a call acts on. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties */
export const resourceDeeds: readonly DeedRow[] = [
  [['aws:resourceaccount', 's3:resourceaccount'], account],
  [['aws:resourceorgid', 'aws:resourceorgpaths'], organization],
  ['aws:resourcetag/', resourceTag],
]
