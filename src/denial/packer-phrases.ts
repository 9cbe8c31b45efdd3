/** What Packer says in front of an error of Amazon EC2, where its words don't spell the operation. */
interface PackerRow {
  readonly says: readonly string[]
  readonly operation: string
}

/** The verb and what it acts on, in lower case, without the names in parentheses. https://github.com/hashicorp/packer-plugin-amazon/tree/main/common */
export const packerRows: readonly PackerRow[] = [
  { says: ['enabling enhanced networking'], operation: 'ModifyInstanceAttribute' },
  { says: ['creating temporary keypair'], operation: 'CreateKeyPair' },
  { says: ['creating temporary security group'], operation: 'CreateSecurityGroup' },
  { says: ['authorizing temporary security group'], operation: 'AuthorizeSecurityGroupIngress' },
  { says: ['stopping instance'], operation: 'StopInstances' },
  { says: ['copying ami'], operation: 'CopyImage' },
  { says: ['modify ami attributes'], operation: 'ModifyImageAttribute' },
  { says: ['modify snapshot attributes'], operation: 'ModifySnapshotAttribute' },
  { says: ['adding tags to resources'], operation: 'CreateTags' },
  { says: ['validating regions'], operation: 'DescribeRegions' },
  { says: ['deregistering existing ami'], operation: 'DeregisterImage' },
]
