import { clientPrefixes } from './operation-services.ts'
import { serviceNames } from './operation-table.ts'

/** Names that the API models don't have: commands of the AWS CLI, names of older SDKs, event sources, and clients newer than the models. */
const furtherNames = `
apigateway apigatewayv2
aws-marketplace marketplacemetering marketplaceentitlementservice meteringmarketplace
ce costexplorerservice
codedeploy deploy
cognito-identity cognitoidentity
cur costandusagereport
ds directoryservice
dynamodb dynamodbv2
elasticloadbalancing elb elbv2
es opensearch opensearchservice elasticsearch
events cloudwatchevents
iot iotdata
lex lexruntime
rds-data rdsdataservice
redshift-data redshiftdataapiservice
s3 s3api
ses sesv2 simpleemail simpleemailv2
states stepfunctions sfn
sts securitytokenservice securitytoken
ssm simplesystemsmanagement
iam identitymanagement
firehose kinesisfirehose
acm certificatemanager
`

/**
 * The prefix of a service's actions, by the other names it goes under, in small letters without blanks and hyphens.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const prefixes: ReadonlyMap<string, string> = new Map(
  `${serviceNames}${furtherNames}`
    .trim()
    .split(/\n+/)
    .flatMap((line) => {
      const [prefix = '', ...names] = line.split(' ')
      return names.map((name) => [name, prefix] as const)
    }),
)

/** Services that AWS has closed or is closing: the table of operations lacks them, but policies and older messages name their actions. */
const closed =
  'chime codestar elastictranscoder finspace-api honeycode opsworks opsworks-cm qldb robomaker sms workdocs worklink'

/** Every prefix that AWS lists. */
const known: ReadonlySet<string> = new Set([...clientPrefixes(), ...closed.split(' ')])

/** Is it the prefix of a service's actions? */
export const isService = (prefix: string): boolean => known.has(prefix)

/** The prefix of a service's actions, from its name as an SDK, an event source, a host or the CLI writes it; undefined if it isn’t one of these names. */
export function prefixOf(service: string): string | undefined {
  const name = service
    .toLowerCase()
    .replace(/\.amazonaws\.com(?:\.cn)?$/, '')
    .replace(/\s+/g, '')
  const plain = name.replaceAll('-', '')
  const other = prefixes.get(name) ?? (known.has(name) ? name : prefixes.get(plain))
  return other ?? (known.has(plain) ? plain : /^[a-z0-9-]{2,60}$/.test(name) ? name : undefined)
}

/** Is it a service's prefix, or another name that a service goes under, in any case? */
export const isServiceName = (name: string): boolean =>
  known.has(name.toLowerCase()) || prefixes.has(name.toLowerCase())

/** Every prefix that AWS lists. */
export const servicePrefixes = (): readonly string[] => [...known]

/** The services whose prefix differs in one letter from a name that no service has; none where the name is one. */
export function nearestServices(name: string): readonly string[] {
  const lower = name.toLowerCase()
  return lower === '' || isServiceName(lower) ? [] : [...known].filter((prefix) => differsInOne(prefix, lower))
}

function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return a.slice(at + 1) === b.slice(at + 1)
}

/** The service in an endpoint's host name: "ssm.us-east-1.amazonaws.com", "bucket.s3.eu-west-1.amazonaws.com". */
export function serviceOfHost(host: string): string | undefined {
  const labels = host.replace(/\.amazonaws\.com.*$/, '').split('.')
  const name = labels.filter((label) => !/^[a-z]{2}(?:-[a-z]+){1,2}-\d$|^dualstack$/.test(label)).at(-1)
  return name && /^s3[.-]/.test(`${name}.`) ? 's3' : name
}
