import { type Condition, type Operator, type PrincipalPattern, type Statement, symbolsIn } from '../iam/index.ts'
import type { Sourced } from './fact.ts'
import { findGlobalKey } from './global-keys.ts'

/** When AWS calls a resource-based policy public, for some types of resources. */
export interface PublicDefinition extends Sourced {
  /** "AWS::S3::Bucket". */
  readonly resourceTypes: readonly string[]
  /** Condition keys that narrow "everyone" down where their values are fixed; in lower case. */
  readonly narrowing: ReadonlySet<string>
  /** Keys that also count as fixed with a wildcard behind a fixed account: `arn:aws:s3:us-west-2:111122223333:accesspoint/*`. */
  readonly fixedAccount: ReadonlySet<string>
  /** Keys that narrow only with this one value. */
  readonly onlyWith: ReadonlyMap<string, string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const none: ReadonlySet<string> = new Set()
const read = '2026-11-28'

/** "An AWS principal, user, role, or service principal", as condition keys. */
const principals = 'aws:principalorgid aws:principalorgpaths aws:principalaccount aws:principalarn'
const sources = 'aws:sourcearn aws:sourceaccount aws:sourceowner aws:sourcevpc aws:sourcevpce'
const s3Keys = `${principals} ${sources} aws:sourceorgid aws:sourceorgpaths aws:sourceip aws:userid s3:x-amz-server-side-encryption-aws-kms-key-id s3:dataaccesspointarn s3:dataaccesspointaccount`

const simple = (
  resourceTypes: readonly string[],
  narrowing: string,
  source: string,
  more: Partial<PublicDefinition> = {},
): PublicDefinition => ({
  resourceTypes,
  narrowing: words(narrowing),
  fixedAccount: none,
  onlyWith: new Map(),
  source,
  read,
  ...more,
})

const docs = 'https://docs.aws.amazon.com'
const s3Page = `${docs}/AmazonS3/latest/userguide/access-control-block-public-access.html`

/** Keys that the published definitions of public for S3 and EFS share. */
const shared = `${principals} aws:sourcearn aws:sourceaccount aws:sourcevpc aws:sourcevpce aws:sourceip aws:userid`

const definitions: readonly PublicDefinition[] = [
  simple(['AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket', 'AWS::S3::MultiRegionAccessPoint'], s3Keys, s3Page, {
    fixedAccount: words('s3:dataaccesspointarn'),
  }),
  // For an access point a set of access points isn't a fixed value.
  simple(['AWS::S3::AccessPoint'], s3Keys, s3Page),
  simple(
    ['AWS::DynamoDB::Table', 'AWS::DynamoDB::Stream'],
    `${principals} aws:sourceaccount aws:sourcearn aws:sourcevpc aws:sourcevpce aws:userid aws:principalservicename aws:principalservicenameslist aws:principalisawsservice aws:ec2instancesourcevpc aws:sourceorgid aws:sourceorgpaths`,
    `${docs}/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html`,
    { onlyWith: new Map([['aws:principalisawsservice', 'true']]) },
  ),
  simple(
    ['AWS::EFS::FileSystem'],
    `${principals} ${sources} aws:sourceip aws:userid elasticfilesystem:accessedviamounttarget`,
    `${docs}/efs/latest/ug/access-control-block-public-access.html`,
    { onlyWith: new Map([['elasticfilesystem:accessedviamounttarget', 'true']]) },
  ),
  simple(
    ['AWS::Lambda::Function'],
    'aws:sourceaccount aws:sourcearn aws:principalorgid',
    `${docs}/securityhub/latest/userguide/lambda-controls.html`,
  ),
  simple(
    ['AWS::KMS::Key'],
    'kms:calleraccount aws:principalorgid aws:principalaccount aws:principalarn',
    `${docs}/securityhub/latest/userguide/kms-controls.html`,
  ),
  simple(
    ['AWS::SNS::Topic'],
    'aws:sourceowner aws:sourceaccount aws:sourcearn aws:principalorgid',
    `${docs}/sns/latest/dg/sns-access-policy-use-cases.html`,
  ),
  simple(
    ['AWS::ECR::Repository'],
    'aws:principalorgid aws:sourcearn aws:sourcevpce',
    `${docs}/AmazonECR/latest/userguide/repository-policies.html`,
  ),
  simple(
    ['AWS::ApiGateway::RestApi'],
    'aws:sourceip aws:sourcevpce aws:sourcevpc aws:principalorgid',
    `${docs}/apigateway/latest/developerguide/apigateway-resource-policies-examples.html`,
  ),
  simple(
    ['AWS::OpenSearchService::Domain'],
    'aws:sourceip',
    `${docs}/opensearch-service/latest/developerguide/ac.html`,
  ),
  simple(
    ['AWS::S3::Glacier'],
    'aws:principalorgid aws:sourceip',
    `${docs}/amazonglacier/latest/dev/vault-access-policy.html`,
  ),
  simple(
    ['AWS::SES::Identity'],
    'aws:sourcearn aws:principalorgid',
    `${docs}/ses/latest/dg/sending-authorization-policies.html`,
  ),
  simple(
    ['AWS::Events::EventBus'],
    'aws:principalorgid aws:sourcearn',
    `${docs}/eventbridge/latest/userguide/eb-event-bus-perms.html`,
  ),
  simple(
    ['AWS::Kinesis::Stream', 'AWS::Kinesis::StreamConsumer'],
    'aws:principalorgid aws:sourceaccount',
    `${docs}/streams/latest/dev/resource-based-policy-examples.html`,
  ),
  simple(
    ['AWS::Backup::BackupVault'],
    'aws:principalorgid aws:principalorgpaths',
    `${docs}/aws-backup/latest/devguide/create-a-vault-access-policy.html`,
  ),
  simple(
    ['AWS::IAM::AssumeRolePolicyDocument'],
    `${principals} aws:sourceip`,
    `${docs}/IAM/latest/UserGuide/reference_policies_elements_principal.html`,
  ),
  simple(
    ['AWS::SQS::Queue'],
    `${shared} aws:sourceowner`,
    `${docs}/config/latest/developerguide/sqs-queue-no-public-access.html`,
  ),
  // AWS checks these types for public access, and publishes no list of keys for them: those that its published definitions share count.
  simple(
    [
      'AWS::SecretsManager::Secret',
      'AWS::S3Express::AccessPoint',
      'AWS::S3Outposts::Bucket',
      'AWS::S3Outposts::AccessPoint',
      'AWS::S3Tables::TableBucket',
      'AWS::S3Tables::Table',
      'AWS::CodeArtifact::Domain',
      'AWS::CloudTrail::Dashboard',
      'AWS::CloudTrail::EventDataStore',
    ],
    shared,
    `${docs}/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html`,
  ),
]

const byType: ReadonlyMap<string, PublicDefinition> = new Map(
  definitions.flatMap((definition) => definition.resourceTypes.map((type) => [type, definition])),
)

/** Every type of resource that AWS defines public access for: "AWS::S3::Bucket". */
export const publicResourceTypes: readonly string[] = [...byType.keys()].sort()

/** When AWS calls the policy of such a resource public; undefined for types that AWS doesn't define it for. Takes "AWS::S3::Bucket". */
export const publicDefinitionOf = (resourceType: string): PublicDefinition | undefined => byType.get(resourceType)

/**
 * Does this statement alone make the policy public? It does if it allows something to everyone, and no condition narrows "everyone" down
 * to fixed values: no wildcard, no policy variable, no very broad range of addresses. Actions don't matter.
 */
export function isPublicStatement(statement: Statement, definition: PublicDefinition): boolean {
  const { effect, principal, conditions } = statement
  if (effect?.value !== 'Allow' || !principal) return false
  const isForEveryone = principal.sense === 'none-of' || principal.items.some(({ value }) => isOpen(value))
  return isForEveryone && !conditions.some((condition) => narrows(condition, definition))
}

/**
 * Does this Deny keep everyone out but callers from fixed values? Each of its conditions is a negated one on a narrowing key, as in the policy of a
 * private API, or spares AWS services. What it denies is for the caller to compare with what is allowed.
 * `symbolsAreFixed`: a value that a template leaves open counts as fixed, for a finding that must be certain.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function deniesThePublic(
  { effect, conditions }: Statement,
  definition: PublicDefinition,
  { symbolsAreFixed = false }: { readonly symbolsAreFixed?: boolean } = {},
): boolean {
  if (effect?.value !== 'Deny') return false
  const keepsOut = conditions.filter((condition) => deniesOthers(condition, definition, symbolsAreFixed)).length
  return keepsOut > 0 && keepsOut + conditions.filter(sparesServices).length === conditions.length
}

/** A negated operator also holds without the key; only ForAnyValue needs one. */
function deniesOthers(
  { operator: { value: operator }, key, values }: Condition,
  definition: PublicDefinition,
  symbolsAreFixed: boolean,
): boolean {
  const name = key.value.toLowerCase()
  if (!operator?.negated || operator.quantifier === 'for-any' || !definition.narrowing.has(name)) return false
  return (
    !definition.onlyWith.has(name) &&
    values.length > 0 &&
    values.every(
      ({ value: { raw } }) =>
        isFixed(raw, name, operator, definition) || (symbolsAreFixed && symbolsIn(raw).length > 0),
    )
  )
}

const sparesServices = ({ operator: { value: operator }, key, values }: Condition): boolean =>
  operator?.comparison === 'bool' &&
  key.value.toLowerCase() === 'aws:principalisawsservice' &&
  values.length > 0 &&
  values.every(({ value }) => value.raw.toLowerCase() === 'false')

/** An identity provider vouches for people of any account: it isn't a fixed principal. */
const isOpen = ({ kind }: PrincipalPattern): boolean => kind === 'everyone' || kind === 'federated'

function narrows({ operator: { value: operator }, key, values }: Condition, definition: PublicDefinition): boolean {
  const name = key.value.toLowerCase()
  if (!operator || !definition.narrowing.has(name) || !asks(operator, name) || values.length === 0) return false
  const only = definition.onlyWith.get(name)
  return values.every(({ value: { raw } }) =>
    only === undefined ? isFixed(raw, name, operator, definition) : raw.toLowerCase() === only,
  )
}

/** Only an operator that fails without the key narrows anything. ForAllValues holds without one, and so does every negated operator. */
const asks = ({ negated, ifExists, comparison, quantifier }: Operator, key: string): boolean =>
  !negated &&
  !ifExists &&
  comparison !== 'null' &&
  (quantifier !== 'for-all' || findGlobalKey(key)?.multivalued === true)

function isFixed(raw: string, key: string, { comparison }: Operator, { fixedAccount }: PublicDefinition): boolean {
  if (raw === '' || raw.includes('${')) return false
  if (comparison === 'ip') return isNarrowRange(raw)
  if (!/[*?]/.test(raw)) return true
  return fixedAccount.has(key) && /^arn:[^:*?]+:[^:*?]+:[^:]*:\d{12}:/.test(raw)
}

/** The broadest ranges that still count as fixed: /8 of IPv4, /32 of IPv6. */
const broadest = { v4: 8, v6: 32 } as const

/** Is this range of addresses narrow enough? One address without a mask is. */
function isNarrowRange(raw: string): boolean {
  const [address = '', mask] = raw.split('/', 2)
  if (mask === undefined) return true
  if (!/^\d{1,3}$/.test(mask)) return false
  return Number(mask) >= (address.includes(':') ? broadest.v6 : broadest.v4)
}
