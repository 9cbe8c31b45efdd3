import { onlyRegionOf } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import type { Asked } from '../situation.ts'
import { nameOf } from '../words.ts'
import { type DeedRow, type Doing, isTrue, sent, tagOf, valuesOf, wantedOf } from './deed.ts'

const told = messagesOf('deeds-request', {
  region: 'Use Region {{values}}',
  regionText:
    'The policy accepts {{values}} only. Add --region to the command, or change the Region of your profile. Global services such as IAM count as us-east-1, wherever you call from.',
  exempt: 'Have {{service}} exempted from the Region lock',
  exemptText:
    'Requests to this service count as {{region}}, wherever you call from, and the policy accepts {{values}}.',
  exemptTextForOthers:
    'Requests to this service count as {{region}}, wherever they come from, and the policy accepts {{values}}.',
  otherRegion: 'Use another Region than {{values}}',
  otherRegionText: 'Add --region to the command, or change the Region of your profile.',
  otherRegionTextForOthers: 'I add --region to the command, or change the Region of my profile.',
  through: 'Make the call through {{values}}',
  throughText:
    'The policy accepts the call only if that service makes it with your permissions, not if you call directly.',
  throughTextForOthers:
    'The policy accepts the call only if that service makes it with my permissions, not if I call directly.',
  throughSome: 'Make the call through an AWS service, such as CloudFormation',
  directly: 'Make the call directly, not through another AWS service',
  directlyText: 'The policy doesn’t accept calls that a service makes with your permissions.',
  directlyTextForOthers: 'The policy doesn’t accept calls that a service makes with my permissions.',
  notThrough: 'Make the call directly, not through {{values}}',
  agent: 'Let the agent make the call through the AWS MCP server',
  agentText: 'The policy accepts calls that come through the AWS MCP server.',
  yourself: 'Make the call yourself, with the AWS CLI or in the console',
  yourselfForOthers: 'I make the call myself, with the AWS CLI or in the console',
  yourselfText: 'The policy denies it to AI agents that work through the AWS MCP server.',
  referer: 'Open the address from a page of {{values}}',
  refererAny: 'Open the address from a web page, not directly',
  noReferer: 'Open the address directly, or from another page',
  refererText:
    'The browser sends the page’s address in the header Referer. SDKs, the AWS CLI, and typed addresses send none.',
  userAgent: 'Call with the program that the policy names',
  userAgentText: 'The policy accepts {{wanted}} in the header User-Agent.',
  otherUserAgent: 'Call with another tool',
  otherUserAgentText: 'The policy accepts {{wanted}} in the header User-Agent.',
  sendTags: 'Send the tags in the create call',
  sendTagsText:
    'The policy accepts {{action}} only if the call itself sets the tag {{tag}} to {{wanted}}. Tools that tag the resource afterward are denied: set the tag in the same call (TagSpecifications for EC2, Tags elsewhere; default_tags in Terraform’s provider).',
  anyTagText:
    'The policy accepts {{action}} only if the call itself sets the tag {{tag}}, with any value. Tools that tag the resource afterward are denied: set the tag in the same call (TagSpecifications for EC2, Tags elsewhere; default_tags in Terraform’s provider).',
  onlyCreating: 'Have the condition on {{key}} limited to calls that create something',
  onlyCreatingText:
    '{{action}} never sends tags, so no call meets the condition. An administrator moves {{action}} into a statement without it; aws:ResourceTag/{{tag}} looks at the tags of what exists.',
  setTag: 'Set the tag {{tag}} to {{wanted}}',
  setTagText: 'The policy accepts {{action}} only with that. Upper and lower case can matter.',
  leaveTag: 'Make the call without the tag {{tag}}',
  leaveTagText: 'The policy doesn’t accept {{action}} with this tag.',
  otherTagValue: 'Give the tag {{tag}} another value in the call',
  otherTagValueText: 'The policy doesn’t accept the value {{values}}. Upper and lower case can matter.',
  onlyTags: 'Send no other tags than {{values}}',
  onlyTagsText: 'The policy accepts only these tag keys in the call. Tools often add tags of their own: turn that off.',
  oneTag: 'Send one of the tags {{values}} in the call',
  oneTagText: 'The policy accepts {{action}} only if the call itself sets such a tag. Tagging afterward is too late.',
  withoutTags: 'Make the call without the tags {{values}}',
  withoutTagsText: 'The policy doesn’t accept these tag keys in the call.',
  someTag: 'Send tags in the call',
  someTagText: 'The policy accepts {{action}} only with tags. Tagging afterward is too late.',
  noTags: 'Make the call without tags',
  noTagsText: 'The policy accepts {{action}} only without tags.',
  before: 'Ask for more time',
  beforeText: 'The policy accepts calls until {{value}}. Its owner sets a later date.',
  after: 'Call after {{value}}',
  afterText: 'The policy accepts calls from then on. The command shows the time now.',
  serviceResource: 'Set the service up with what the policy names, or have the condition corrected',
  serviceResourceText:
    'An AWS service that calls for a resource sends this key, and the policy accepts {{wanted}}. Compare it with the resource that the service calls for, such as the bucket, the rule, or the alarm. Users and roles never send this key.',
})

const region: Doing = (demand, { service, caller }) => {
  const values = valuesOf(demand)
  const only = onlyRegionOf(service, caller.partition)
  if (only !== undefined && demand.want === 'one-of' && !demand.values.includes(only))
    return {
      title: told('exempt', { service }),
      text: told('exemptText', { region: only, values }),
      owner: 'account administrator',
      changesCondition: true,
    }
  if (demand.want === 'one-of')
    return {
      title: told('region', { values }),
      text: told('regionText', { values }),
      command: `aws configure set region ${shellWord(sent(demand), '<REGION>')}`,
    }
  if (demand.want !== 'none-of') return undefined
  return {
    title: told('otherRegion', { values }),
    text: told('otherRegionText'),
    command: 'aws configure set region <REGION>',
  }
}

const calledVia: Doing = (demand) => {
  const values = valuesOf(demand)
  if (demand.want === 'one-of') return { title: told('through', { values }), text: told('throughText') }
  if (demand.want === 'present') return { title: told('throughSome'), text: told('throughText') }
  return demand.want === 'absent'
    ? { title: told('directly'), text: told('directlyText') }
    : { title: told('notThrough', { values }), text: told('directlyText') }
}

const viaService: Doing = (demand) =>
  isTrue(demand)
    ? { title: told('throughSome'), text: told('throughText') }
    : { title: told('directly'), text: told('directlyText') }

const agent: Doing = (demand) =>
  isTrue(demand) || (demand.want === 'one-of' && demand.values[0] !== 'false')
    ? { title: told('agent'), text: told('agentText') }
    : { title: told('yourself'), text: told('yourselfText') }

const referer: Doing = (demand) => {
  const title =
    demand.want === 'one-of'
      ? told('referer', { values: valuesOf(demand) })
      : told(demand.want === 'present' ? 'refererAny' : 'noReferer')
  return { title, text: told('refererText') }
}

const userAgent: Doing = (demand) =>
  demand.want === 'one-of'
    ? { title: told('userAgent'), text: told('userAgentText', { wanted: wantedOf(demand) }) }
    : { title: told('otherUserAgent'), text: told('otherUserAgentText', { wanted: wantedOf(demand) }) }

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase()

/** Operations that create nothing and tag nothing. */
const neverTags =
  /^[\w-]+:(?:Stop|Terminate|Delete(?!Tags)|Get(?!FederationToken)|List|Describe|Reboot|Detach|Disable|Decrypt|View|Read|Invoke|Cancel)/

/** "security-group" of an ARN of EC2: what the option calls ResourceType. */
const typeOf = (arn: string): string => /:ec2:[^:]*:[^:]*:([a-z][a-z-]{1,60})\//.exec(arn)?.[1] ?? '<RESOURCE_TYPE>'

/** EC2's operations that take --tag-specifications. */
const takesSpecifications = /^ec2:(?:Run|Create|Allocate|Copy|Import|Request|Provision)/

/** Tags are sent while something is created; tools that tag it afterward are too late. */
const requestTag: Doing = (demand, asked) => {
  const { action } = asked
  const tag = tagOf(demand)
  if (demand.want === 'absent') return { title: told('leaveTag', { tag }), text: told('leaveTagText', { action }) }
  if (demand.want === 'none-of')
    return { title: told('otherTagValue', { tag }), text: told('otherTagValueText', { values: valuesOf(demand) }) }
  if (neverTags.test(action))
    return {
      title: told('onlyCreating', { key: demand.key }),
      text: told('onlyCreatingText', { action, tag }),
      owner: 'account administrator',
      changesCondition: true,
    }
  // An action such as CreateTags or TagResource is about the tag alone.
  if (/:(?:Create|Delete|Add|Put|Un|Remove)?Tag|Tags(?:On|To|For|From)/i.test(action))
    return { title: told('setTag', { tag, wanted: wantedOf(demand) }), text: told('setTagText', { action }) }
  return {
    title: told('sendTags'),
    text:
      demand.want === 'present'
        ? told('anyTagText', { action, tag })
        : told('sendTagsText', { action, tag, wanted: wantedOf(demand) }),
    command: tagsInCall(asked, tag, sent(demand)),
  }
}

/** Tags in a call that creates something in EC2. */
const tagsInCall = (
  { action, request }: Asked,
  tag: string | undefined,
  value: string | undefined,
): string | undefined =>
  takesSpecifications.test(action)
    ? `aws ec2 ${kebab(nameOf(action))} --tag-specifications 'ResourceType=${typeOf(request.resource)},Tags=[{Key=${shellWord(tag, '<TAG_KEY>')},Value=${shellWord(value, '<TAG_VALUE>')}}]'`
    : undefined

const tagKeys: Doing = (demand, asked) => {
  const { action } = asked
  const command = tagsInCall(asked, sent(demand), undefined)
  const values = valuesOf(demand)
  switch (demand.want) {
    case 'one-of':
      return demand.isOnly
        ? { title: told('onlyTags', { values }), text: told('onlyTagsText') }
        : { title: told('oneTag', { values }), text: told('oneTagText', { action }), command }
    case 'none-of':
      return { title: told('withoutTags', { values }), text: told('withoutTagsText') }
    case 'present':
      return { title: told('someTag'), text: told('someTagText', { action }), command }
    case 'absent':
      return { title: told('noTags'), text: told('noTagsText', { action }) }
    default:
      return undefined
  }
}

const time: Doing = ({ want, values: [value = ''] }) => {
  if (want === 'less' || want === 'at-most')
    return {
      title: told('before'),
      text: told('beforeText', { value }),
      owner: 'account administrator',
      changesCondition: true,
    }
  if (want === 'more' || want === 'at-least')
    return { title: told('after', { value }), text: told('afterText'), command: 'date -u' }
  return undefined
}

const serviceResource: Doing = (demand) => ({
  title: told('serviceResource'),
  text: told('serviceResourceText', { wanted: wantedOf(demand) }),
  owner: 'account administrator',
  changesCondition: true,
})

/** Keys about what a call sends and how it's made. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-request-properties */
export const requestDeeds: readonly DeedRow[] = [
  ['aws:requestedregion', region],
  ['aws:requesttag/', requestTag],
  ['aws:tagkeys', tagKeys],
  [['aws:viaawsmcpservice', 'aws:calledviaawsmcp'], agent],
  ['aws:referer', referer],
  ['aws:useragent', userAgent],
  [['aws:currenttime', 'aws:epochtime'], time],
  [['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceowner'], serviceResource],
]

/** Keys about the service that forwards a call. In a Deny they're usually the exception for calls by services. */
export const forwardedDeeds: readonly DeedRow[] = [
  [['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'], calledVia],
  ['aws:viaawsservice', viaService],
]
