import { entriesOf, fieldOf, itemsOf, type Tree, textOf } from './json-tree.ts'

type Pair = readonly [key: string, value: string | readonly string[] | undefined]

/**
 * The condition keys whose values a CloudTrail event shows. What AWS derives from the principal's ARN (aws:PrincipalArn, aws:username, …) is
 * left to the code that evaluates the request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function eventContext(event: Tree): ReadonlyMap<string, string | readonly string[]> {
  const pairs: readonly Pair[] = [...network(event), ...session(event), ...tags(event)]
  return new Map(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])))
}

function network(event: Tree): readonly Pair[] {
  const address = textOf(event, 'sourceIPAddress')
  const isAddress = address !== undefined && /^[\d.]+$|^[\da-f.]*:[\da-f:.]*$/i.test(address)
  const tls = fieldOf(event, 'tlsDetails')
  // Through an endpoint the caller's address inside the VPC is another key; aws:SourceIp does not exist then.
  const key = textOf(event, 'vpcEndpointId') === undefined ? 'aws:SourceIp' : 'aws:VpcSourceIp'
  return [
    [key, isAddress ? address : undefined],
    ['aws:UserAgent', textOf(event, 'userAgent')],
    ['aws:RequestedRegion', textOf(event, 'awsRegion')],
    ['aws:SourceVpce', textOf(event, 'vpcEndpointId')],
    ['aws:VpceAccount', textOf(event, 'vpcEndpointAccountId')],
    ['aws:SecureTransport', textOf(tls, 'tlsVersion') === undefined ? undefined : 'true'],
    ['aws:CurrentTime', textOf(event, 'eventTime')],
  ]
}

function session(event: Tree): readonly Pair[] {
  const identity = fieldOf(event, 'userIdentity')
  const context = fieldOf(identity, 'sessionContext')
  const attributes = fieldOf(context, 'attributes')
  const invokedBy = textOf(identity, 'invokedBy')
  const isService = textOf(identity, 'type') === 'AWSService'
  // "invokedBy" names the service that called on someone’s behalf; in a service’s own call, that service is the caller.
  const via =
    invokedBy !== undefined && !isService && /\.amazonaws\.com(?:\.cn)?$/.test(invokedBy) ? invokedBy : undefined
  return [
    ['aws:userid', textOf(identity, 'principalId') || undefined],
    ['aws:MultiFactorAuthPresent', textOf(attributes, 'mfaAuthenticated')],
    ['aws:TokenIssueTime', textOf(attributes, 'creationDate')],
    ['aws:SourceIdentity', textOf(context, 'sourceIdentity')],
    ['aws:FederatedProvider', textOf(fieldOf(context, 'webIdFederationData'), 'federatedProvider')],
    ['ec2:RoleDelivery', textOf(context, 'ec2RoleDelivery')],
    ['aws:ViaAWSService', via === undefined ? undefined : 'true'],
    ['aws:CalledVia', via === undefined ? undefined : [via]],
    ['aws:PrincipalIsAWSService', isService ? 'true' : undefined],
  ]
}

/** Tags that the request wanted to set, in the spellings of the services: {k: v}, [{key, value}], tagSpecificationSet. */
function tags(event: Tree): readonly Pair[] {
  const parameters = fieldOf(event, 'requestParameters')
  const given = new Map<string, string>()
  for (const name of ['tags', 'Tags', 'tagSet', 'tagList', 'principalTags']) collect(fieldOf(parameters, name), given)
  for (const specification of itemsOf(fieldOf(parameters, 'tagSpecificationSet')))
    collect(fieldOf(specification, 'tags'), given)
  if (given.size === 0) return []
  return [
    ...[...given].map(([key, value]): Pair => [`aws:RequestTag/${key}`, value]),
    ['aws:TagKeys', [...given.keys()]],
  ]
}

function collect(tree: Tree, into: Map<string, string>): void {
  const items = itemsOf(tree)
  for (const item of items) {
    const key = textOf(item, 'key') ?? textOf(item, 'Key') ?? textOf(item, 'tagKey')
    const value = textOf(item, 'value') ?? textOf(item, 'Value') ?? textOf(item, 'tagValue')
    if (key !== undefined) into.set(key, value ?? '')
  }
  if (items.length > 0) return
  for (const [key, value] of entriesOf(tree)) if (value.kind === 'string' && key !== 'items') into.set(key, value.value)
}
