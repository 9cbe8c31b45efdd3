/** What a global condition key holds. */
export interface GlobalKey {
  /** In AWS's spelling; with a slash at its end where a tag's key follows. */
  readonly name: string
  readonly multivalued: boolean
}

const single =
  'aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:ViaAWSService aws:ViaAWSMCPService aws:IsMcpServiceAction aws:ChatbotSourceArn aws:CurrentTime aws:EpochTime aws:FederatedProvider aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:PrincipalAccount aws:PrincipalArn aws:PrincipalIsAWSService aws:PrincipalOrgID aws:PrincipalOrgMasterAccountId aws:PrincipalServiceName aws:PrincipalTag/ aws:PrincipalType aws:referer aws:RequestedRegion aws:RequestTag/ aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/ aws:SecureTransport aws:SourceAccount aws:SourceArn aws:SourceIdentity aws:SourceIp aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:TokenIssueTime aws:UserAgent aws:userid aws:username aws:VpcSourceIp aws:VpceAccount aws:VpceOrgID aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4 aws:AssumedRoot aws:SignInSessionArn'
const multivalued =
  'aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths aws:TagKeys aws:VpceOrgPaths'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const globalKeys: readonly GlobalKey[] = [
  ...single.split(' ').map((name) => ({ name, multivalued: false })),
  ...multivalued.split(' ').map((name) => ({ name, multivalued: true })),
]

const byName: ReadonlyMap<string, GlobalKey> = new Map(globalKeys.map((key) => [key.name.toLowerCase(), key]))

/** Looks a key up in any case, "aws:PrincipalTag/team" too; undefined where AWS has none such. */
export function findGlobalKey(key: string): GlobalKey | undefined {
  const lower = key.toLowerCase()
  const slash = lower.indexOf('/')
  return byName.get(slash < 0 ? lower : lower.slice(0, slash + 1))
}
