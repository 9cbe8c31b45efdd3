import type { CallerKind } from '../iam/index.ts'
import type { Sourced } from './fact.ts'

/** A caller as far as the presence of keys depends on it: a session of IAM Identity Center is a role session with rules of its own. */
export type Bearer = CallerKind | 'identity-center-session' | 'roles-anywhere'

/** Which requests carry a condition key. What a row leaves out doesn't limit it. */
interface PresenceRow extends Sourced {
  /** In lower case, separated by spaces; a name that ends in "/" matches every key with that prefix. */
  readonly keys: string
  /** No other caller's requests carry it. */
  readonly carriedFor?: readonly Bearer[]
  /** Every request of these callers carries it. */
  readonly always?: readonly Bearer[] | 'everyone'
  /** Requests to other services don't carry it. */
  readonly services?: ReadonlySet<string>
  /** These operations' requests don't carry it: "service:operation" in lower case, "service:*" for all of a service. */
  readonly exceptFor?: ReadonlySet<string>
  /** A key of one service that requests to every service can carry, because it shows where the credentials come from. */
  readonly crossService?: true
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'
const from = (anchor: string): Sourced => ({ source: `${page}#condition-keys-${anchor}`, read: '2026-11-28' })

const roleSessions: readonly Bearer[] = ['role', 'role-session', 'identity-center-session']
const temporary: readonly Bearer[] = [...roleSessions, 'federated-user']
const identities: readonly Bearer[] = [...temporary, 'user', 'root', 'account']

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Services that report the VPC behind an endpoint; AWS lists them on the page of each key. */
const tellVpcArn =
  'apprunner discovery athena servicediscovery applicationinsights cloudformation comprehendmedical compute-optimizer ecr ecs kinesisanalytics route53 datasync ebs scheduler firehose medical-imaging healthlake omics iam iotfleetwise iotwireless kms lambda payment-cryptography polly acm-pca rbin rekognition servicequotas s3 storagegateway ssm-contacts textract transcribe transfer'
const tellVpceAccount = `${tellVpcArn} dynamodb gamelift shield`
const tellVpceOrg = `${tellVpceAccount} b2bi cognito-identity dms ds-data identitystore iottwinmaker cassandra network-firewall sms-voice pricing ses sqs workmail`

/** Everyone but AWS services: AWS leaves out where a service's own call comes from. */
const overTheNetwork: readonly Bearer[] = [...identities, 'anonymous', 'identity-provider', 'origin-access-identity']

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const rows: readonly PresenceRow[] = [
  { keys: 'aws:currenttime aws:epochtime aws:useragent', always: 'everyone', ...from('currenttime') },
  { keys: 'aws:securetransport', always: 'everyone', ...from('securetransport') },
  { keys: 'aws:requestedregion', always: 'everyone', ...from('requestedregion') },
  { keys: 'aws:principaltype', always: 'everyone', ...from('principaltype') },
  {
    keys: 'aws:principalisawsservice',
    carriedFor: [...identities, 'service', 'roles-anywhere', 'identity-provider', 'origin-access-identity'],
    always: [...identities, 'service', 'roles-anywhere'],
    ...from('principalisawsservice'),
  },
  { keys: 'aws:userid', always: 'everyone', ...from('userid') },
  { keys: 'aws:viaawsservice', always: identities, ...from('viaawsservice') },
  { keys: 'aws:principalarn', carriedFor: identities, always: identities, ...from('principalarn') },
  { keys: 'aws:principalorgid', carriedFor: identities, ...from('principalorgid') },
  { keys: 'aws:principalorgpaths', carriedFor: identities, ...from('principalorgpaths') },
  {
    // IAM Roles Anywhere is the one service that brings tags of its own: those of the certificate.
    keys: 'aws:principaltag/',
    carriedFor: [...temporary, 'user', 'account', 'roles-anywhere'],
    source: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    read: '2026-11-28',
  },
  {
    keys: 'aws:principalservicename',
    carriedFor: ['service', 'roles-anywhere'],
    always: ['service', 'roles-anywhere'],
    ...from('principalservicename'),
  },
  {
    keys: 'aws:principalservicenameslist',
    carriedFor: ['service', 'roles-anywhere'],
    always: ['service', 'roles-anywhere'],
    ...from('principalservicenameslist'),
  },
  { keys: 'aws:username', carriedFor: ['user'], always: ['user'], ...from('username') },
  { keys: 'aws:assumedroot', carriedFor: ['root', 'account'], ...from('assumedroot') },
  { keys: 'aws:federatedprovider', carriedFor: [...roleSessions, 'identity-provider'], ...from('federatedprovider') },
  { keys: 'aws:tokenissuetime', carriedFor: identities, always: temporary, ...from('tokenissuetime') },
  { keys: 'aws:signinsessionarn', carriedFor: identities, ...from('signinsessionarn') },
  {
    keys: 'aws:multifactorauthpresent',
    carriedFor: ['user', 'root', 'account', 'role', 'role-session', 'federated-user'],
    ...from('multifactorauthpresent'),
  },
  {
    keys: 'aws:multifactorauthage',
    carriedFor: ['user', 'root', 'account', 'role', 'role-session', 'federated-user'],
    ...from('multifactorauthage'),
  },
  { keys: 'aws:sourceidentity', carriedFor: roleSessions, ...from('sourceidentity') },
  { keys: 'aws:chatbotsourcearn', carriedFor: roleSessions, ...from('chatbotsourcearn') },
  { keys: 'aws:ec2instancesourcevpc', carriedFor: roleSessions, ...from('ec2instancesourcevpc') },
  { keys: 'aws:ec2instancesourceprivateipv4', carriedFor: roleSessions, ...from('ec2instancesourceprivateip4') },
  { keys: 'ec2:roledelivery', carriedFor: roleSessions, crossService: true, ...from('ec2-roledelivery') },
  { keys: 'ec2:sourceinstancearn', carriedFor: roleSessions, crossService: true, ...from('ec2-sourceinstancearn') },
  {
    keys: 'glue:roleassumedby glue:credentialissuingservice',
    carriedFor: roleSessions,
    crossService: true,
    ...from('glue-roleassumedby'),
  },
  {
    keys: 'codebuild:buildarn codebuild:projectarn',
    carriedFor: roleSessions,
    crossService: true,
    ...from('codebuild-buildarn'),
  },
  {
    keys: 'lambda:sourcefunctionarn',
    carriedFor: roleSessions,
    crossService: true,
    ...from('lambda-sourcefunctionarn'),
  },
  { keys: 'ssm:sourceinstancearn', carriedFor: roleSessions, crossService: true, ...from('ssm-sourceinstancearn') },
  { keys: 'identitystore:userid', carriedFor: roleSessions, crossService: true, ...from('identitystore-userid') },
  { keys: 'aws:sourceip', carriedFor: overTheNetwork, ...from('sourceip') },
  { keys: 'aws:sourcevpc', carriedFor: overTheNetwork, ...from('sourcevpc') },
  { keys: 'aws:sourcevpce', carriedFor: overTheNetwork, ...from('sourcevpce') },
  { keys: 'aws:vpcsourceip', carriedFor: overTheNetwork, ...from('vpcsourceip') },
  { keys: 'aws:sourcevpcarn', carriedFor: overTheNetwork, services: words(tellVpcArn), ...from('sourcevpcarn') },
  {
    keys: 'aws:vpceaccount',
    carriedFor: overTheNetwork,
    services: words(tellVpceAccount),
    exceptFor: words('iam:passrole'),
    ...from('vpceaccount'),
  },
  {
    keys: 'aws:vpceorgid',
    carriedFor: overTheNetwork,
    services: words(tellVpceOrg),
    exceptFor: words('iam:passrole'),
    ...from('vpceorgid'),
  },
  {
    keys: 'aws:vpceorgpaths',
    carriedFor: overTheNetwork,
    services: words(tellVpceAccount),
    exceptFor: words('iam:passrole'),
    ...from('vpceorgpaths'),
  },
  { keys: 'aws:calledvia aws:calledviafirst aws:calledvialast', carriedFor: identities, ...from('calledvia') },
  {
    keys: 'aws:sourcearn aws:sourceaccount aws:sourceorgid aws:sourceorgpaths',
    carriedFor: ['service', 'roles-anywhere'],
    ...from('sourceaccount'),
  },
  {
    keys: 'aws:resourceaccount aws:resourceorgid aws:resourceorgpaths',
    exceptFor: words(
      'auditmanager:updateassessmentframeworkshare detective:acceptinvitation ds:acceptshareddirectory ebs:* ec2:accepttransitgatewaypeeringattachment ec2:acceptvpcendpointconnections ec2:acceptvpcpeeringconnection ec2:createtransitgatewaypeeringattachment ec2:createvpcendpoint ec2:createvpcpeeringconnection es:acceptinboundconnection guardduty:acceptadministratorinvitation macie2:acceptinvitation route53:associatevpcwithhostedzone route53:createvpcassociationauthorization securityhub:acceptadministratorinvitation',
    ),
    ...from('resourceaccount'),
  },
]

/** Claims of a token, under their issuer's host ("token.actions.githubusercontent.com:sub") or "saml:": AWS provides them when the token is exchanged, and some in the session. */
const claims: PresenceRow = {
  keys: 'saml:',
  carriedFor: [...roleSessions, 'account', 'identity-provider', 'anonymous'],
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  read: '2026-11-28',
}

const byKey: ReadonlyMap<string, PresenceRow> = new Map(
  rows.flatMap((row) => row.keys.split(' ').map((key) => [key, row])),
)

/** "aws:principaltag/team" is one of "aws:principaltag/". */
const rowOf = (key: string): PresenceRow | undefined => {
  if (isClaim(key)) return claims
  const slash = key.indexOf('/')
  return byKey.get(slash < 0 ? key : key.slice(0, slash + 1))
}

/** No service's prefix has a dot in it, and every issuer's host does. */
const isClaim = (key: string): boolean => {
  const colon = key.indexOf(':')
  const dot = key.indexOf('.')
  return key.startsWith('saml:') || (dot >= 0 && dot < colon)
}

/** The request that a key's presence is asked about; prefix and operation in lower case. */
export interface KeyBearer {
  readonly bearer: Bearer
  readonly service: string
  readonly operation: string
}

/** Is it certain that such a request carries the key, or that it doesn't? Undefined where it can be either. Keys in lower case. */
export function presenceOf(key: string, { bearer, service, operation }: KeyBearer): 'present' | 'absent' | undefined {
  const row = rowOf(key)
  if (!row) return undefined
  const isLeftOut =
    (row.carriedFor && !row.carriedFor.includes(bearer)) ||
    (row.services && !row.services.has(service)) ||
    row.exceptFor?.has(`${service}:${operation}`) ||
    row.exceptFor?.has(`${service}:*`)
  if (isLeftOut) return 'absent'
  return row.always === 'everyone' || row.always?.includes(bearer) ? 'present' : undefined
}

/** Can requests to every service carry this key, although one service gives it its name? In lower case. */
export const isCrossService = (key: string): boolean => rowOf(key)?.crossService === true

const throughEndpoint =
  'aws:sourcevpc aws:sourcevpce aws:vpcsourceip aws:sourcevpcarn aws:vpceaccount aws:vpceorgid aws:vpceorgpaths'

/** Groups of keys; a request carries keys of one group of a row at most. */
const exclusions: readonly (Sourced & { readonly groups: readonly ReadonlySet<string>[] })[] = [
  // Over a public endpoint, or through a VPC endpoint.
  { groups: [words('aws:sourceip'), words(throughEndpoint)], ...from('sourceip') },
  // A call that a service forwards for its caller drops the caller's VPC, and keeps the caller's public address.
  {
    groups: [words('aws:calledvia aws:calledviafirst aws:calledvialast'), words(throughEndpoint)],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html',
    read: '2026-11-28',
  },
  // A session's credentials come from one place.
  {
    groups: [
      words('ec2:sourceinstancearn ec2:roledelivery aws:ec2instancesourcevpc aws:ec2instancesourceprivateipv4'),
      words('lambda:sourcefunctionarn'),
      words('codebuild:buildarn codebuild:projectarn'),
      words('ssm:sourceinstancearn'),
    ],
    ...from('ec2-sourceinstancearn'),
  },
]

const excluded: ReadonlyMap<string, readonly string[]> = new Map(
  exclusions
    .flatMap(({ groups }) => groups)
    .flatMap((group) => [...group])
    .map((key) => [key, othersThan(key)]),
)

function othersThan(key: string): readonly string[] {
  const rowsOfKey = exclusions.filter(({ groups }) => groups.some((group) => group.has(key)))
  return [
    ...new Set(rowsOfKey.flatMap(({ groups }) => groups.filter((group) => !group.has(key)).flatMap((g) => [...g]))),
  ]
}

const nothing: readonly string[] = []

/** The keys that no request carries together with this one. In lower case. */
export const excludedBy = (key: string): readonly string[] => excluded.get(key) ?? nothing

/** Keys of calls through a VPC endpoint: a call that a service forwards (aws:ViaAWSService is true) carries none of them. */
export const endpointKeys: readonly string[] = throughEndpoint.split(' ')

/**
 * The Region that every request to a service names; undefined where there are several, and outside the standard partition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
export const onlyRegionOf = (service: string, partition: string): string | undefined =>
  partition === 'aws' && service === 'iam' ? 'us-east-1' : undefined
