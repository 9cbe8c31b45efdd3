/** The type of resource that an ID belongs to, by how the ID begins. */
export interface IdForm {
  /** AWS’s name of the type. */
  readonly type: string
  /** The ARN with holes. */
  readonly arn: string
}

const inAccount = (service: string, type: string): IdForm => ({
  type,
  arn: `arn:\${Partition}:${service}:\${Region}:\${Account}:${type}/\${Id}`,
})

// Images and snapshots have no account in their ARNs.
const ofRegion = (type: string): IdForm => ({
  type,
  arn: `arn:\${Partition}:ec2:\${Region}::${type}/\${Id}`,
})

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-resources-for-iam-policies
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-managed-nodes.html
 */
const forms: ReadonlyMap<string, IdForm> = new Map([
  ['i', inAccount('ec2', 'instance')],
  ['mi', inAccount('ssm', 'managed-instance')],
  ['vol', inAccount('ec2', 'volume')],
  ['ami', ofRegion('image')],
  ['snap', ofRegion('snapshot')],
  ['vpc', inAccount('ec2', 'vpc')],
  ['subnet', inAccount('ec2', 'subnet')],
  ['sg', inAccount('ec2', 'security-group')],
  ['sgr', inAccount('ec2', 'security-group-rule')],
  ['eni', inAccount('ec2', 'network-interface')],
  ['igw', inAccount('ec2', 'internet-gateway')],
  ['nat', inAccount('ec2', 'natgateway')],
  ['rtb', inAccount('ec2', 'route-table')],
  ['acl', inAccount('ec2', 'network-acl')],
  ['eipalloc', inAccount('ec2', 'elastic-ip')],
  ['lt', inAccount('ec2', 'launch-template')],
  ['vpce', inAccount('ec2', 'vpc-endpoint')],
  ['pcx', inAccount('ec2', 'vpc-peering-connection')],
  ['tgw', inAccount('ec2', 'transit-gateway')],
  ['tgw-attach', inAccount('ec2', 'transit-gateway-attachment')],
  ['dopt', inAccount('ec2', 'dhcp-options')],
  ['fl', inAccount('ec2', 'vpc-flow-log')],
  ['cgw', inAccount('ec2', 'customer-gateway')],
  ['vgw', inAccount('ec2', 'vpn-gateway')],
  ['vpn', inAccount('ec2', 'vpn-connection')],
])

/** The form of "i-0123456789abcdef0"; undefined for a name, and for an ID that isn’t in the table. */
export const idFormOf = (id: string): IdForm | undefined =>
  forms.get(/^([a-z]{1,10}(?:-[a-z]{1,10})?)-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.exec(id)?.[1] ?? '')

const types: ReadonlySet<string> = new Set([...forms.values()].map(({ type }) => type))

/** Does the ARN of a type end in an ID that only another type can have? "managed-instance/i-0123456789abcdef0" names nothing. */
export function hasIdOfOther(arn: string): boolean {
  const [, type, id = ''] = /:([a-z-]{1,40})\/([^/]{1,60})$/.exec(arn) ?? []
  const form = idFormOf(id)
  return form !== undefined && type !== undefined && type !== form.type && types.has(type)
}
