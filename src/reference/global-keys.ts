import type { Sourced } from './fact.ts'

/** What the values of a key are. */
export type KeyType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip'

/** What a key is about, as AWS's page groups them. */
export type KeyGroup = 'principal' | 'session' | 'network' | 'resource' | 'request'

/** What a global condition key holds. */
export interface GlobalKey extends Sourced {
  /** In AWS's spelling; with a slash at its end where a tag's key follows. */
  readonly name: string
  readonly group: KeyGroup
  readonly type: KeyType
  readonly multivalued: boolean
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'

/** Anchors of AWS's page that differ from the key's own name. */
const anchors: ReadonlyMap<string, string> = new Map([
  ['aws:CalledViaAWSMCP', 'calledviaawasmcp'],
  ['aws:Ec2InstanceSourcePrivateIPv4', 'ec2instancesourceprivateip4'],
])

/** Keys that aren't on AWS's page of global keys. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  [
    'aws:PrincipalOrgMasterAccountId',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSSOServiceRolePolicy.html',
  ],
  ['aws:SourceOwner', 'https://github.com/awsdocs/iam-user-guide/issues/111'],
])

const sourceOf = (name: string): string =>
  elsewhere.get(name) ??
  `${page}#condition-keys-${anchors.get(name) ?? name.slice('aws:'.length).replace('/', '').toLowerCase()}`

/** The keys of a group: their names separated by spaces, by the type of their values; "[]" marks a multivalued key. */
const keysOf = (group: KeyGroup, names: Readonly<Partial<Record<KeyType, string>>>): readonly GlobalKey[] =>
  keyTypes.flatMap((type) =>
    (names[type]?.split(' ') ?? []).map((written) => {
      const name = written.replace('[]', '')
      return { name, group, type, multivalued: name !== written, source: sourceOf(name), read: '2026-11-28' }
    }),
  )

const keyTypes: readonly KeyType[] = ['string', 'arn', 'bool', 'numeric', 'date', 'ip']

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const globalKeys: readonly GlobalKey[] = [
  ...keysOf('principal', {
    string:
      'aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgMasterAccountId aws:PrincipalOrgPaths[] aws:PrincipalTag/ aws:PrincipalServiceName aws:PrincipalServiceNamesList[] aws:PrincipalType aws:userid aws:username',
    arn: 'aws:PrincipalArn',
    bool: 'aws:PrincipalIsAWSService',
  }),
  ...keysOf('session', {
    string: 'aws:FederatedProvider aws:SourceIdentity aws:Ec2InstanceSourceVpc',
    arn: 'aws:ChatbotSourceArn aws:SignInSessionArn',
    bool: 'aws:AssumedRoot aws:MultiFactorAuthPresent',
    numeric: 'aws:MultiFactorAuthAge',
    date: 'aws:TokenIssueTime',
    ip: 'aws:Ec2InstanceSourcePrivateIPv4',
  }),
  ...keysOf('network', {
    string: 'aws:SourceVpc aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths[]',
    arn: 'aws:SourceVpcArn',
    ip: 'aws:SourceIp aws:VpcSourceIp',
  }),
  ...keysOf('resource', {
    string: 'aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths[] aws:ResourceTag/',
  }),
  ...keysOf('request', {
    string:
      'aws:CalledVia[] aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:referer aws:RequestedRegion aws:RequestTag/ aws:TagKeys[] aws:SourceAccount aws:SourceOrgID aws:SourceOrgPaths[] aws:SourceOwner aws:UserAgent',
    arn: 'aws:SourceArn',
    bool: 'aws:ViaAWSService aws:ViaAWSMCPService aws:IsMcpServiceAction aws:SecureTransport',
    date: 'aws:CurrentTime aws:EpochTime',
  }),
]

const byName: ReadonlyMap<string, GlobalKey> = new Map(globalKeys.map((key) => [key.name.toLowerCase(), key]))

/** Looks a key up in any case, "aws:PrincipalTag/team" too; undefined where AWS has none such. */
export function findGlobalKey(key: string): GlobalKey | undefined {
  const lower = key.toLowerCase()
  const slash = lower.indexOf('/')
  return byName.get(slash < 0 ? lower : lower.slice(0, slash + 1))
}
