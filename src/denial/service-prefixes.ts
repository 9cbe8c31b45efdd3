/**
 * The prefix of a service's actions, by the other names it goes under: in SDKs (service ids), in event sources, on the command line.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const names: Readonly<Record<string, string>> = {
  'acm-pca': 'acmpca',
  apigateway: 'apigatewayv2',
  'application-autoscaling': 'applicationautoscaling',
  'aws-marketplace': 'marketplacemetering marketplaceentitlementservice marketplacecatalog meteringmarketplace',
  'bcm-data-exports': 'bcmdataexports',
  bedrock: 'bedrockruntime bedrock-runtime bedrockagent bedrock-agent bedrockagentruntime bedrock-agent-runtime',
  ce: 'costexplorer costexplorerservice',
  cloudwatch: 'monitoring',
  codedeploy: 'deploy',
  'codestar-connections': 'codestarconnections',
  'cognito-identity': 'cognitoidentity',
  'cognito-idp': 'cognitoidentityprovider',
  'compute-optimizer': 'computeoptimizer',
  config: 'configservice',
  'cost-optimization-hub': 'costoptimizationhub',
  cur: 'costandusagereportservice costandusagereport',
  dms: 'databasemigrationservice',
  ds: 'directoryservice',
  dynamodb: 'dynamodbstreams dynamodbv2',
  elasticfilesystem: 'efs',
  elasticloadbalancing: 'elasticloadbalancingv2 elb elbv2',
  elasticmapreduce: 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  es: 'opensearch elasticsearchservice opensearchservice elasticsearch',
  events: 'eventbridge cloudwatchevents',
  iot: 'iotdataplane iot-data iotdata',
  kinesisanalytics: 'kinesisanalyticsv2',
  lex: 'lexruntimev2 lexmodelsv2 lexruntimeservice',
  logs: 'cloudwatchlogs',
  mobiletargeting: 'pinpoint',
  'network-firewall': 'networkfirewall',
  rds: 'docdb neptune',
  'rds-data': 'rdsdata rdsdataservice',
  'redshift-data': 'redshiftdata redshiftdataapiservice',
  'resource-groups': 'resourcegroups',
  s3: 's3api s3control',
  serverlessrepo: 'serverlessapplicationrepository',
  servicequotas: 'service-quotas',
  ses: 'email sesv2 simpleemailv2 simpleemail',
  sso: 'ssoadmin sso-admin',
  states: 'sfn stepfunctions',
  tag: 'tagging resourcegroupstaggingapi',
  tax: 'taxsettings',
}

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([prefix, others]) => others.split(' ').map((name) => [name, prefix] as const)),
)

/** The prefix of a service's actions, from its name as an SDK, an event source, a host or the CLI writes it; undefined where it is no name. */
export function prefixOf(service: string): string | undefined {
  const name = service
    .toLowerCase()
    .replace(/\.amazonaws\.com(?:\.cn)?$/, '')
    .replace(/\s+/g, '')
  return (
    prefixes.get(name) ?? prefixes.get(name.replaceAll('-', '')) ?? (/^[a-z0-9-]{2,60}$/.test(name) ? name : undefined)
  )
}

/** The service in an endpoint's host name: "ssm.us-east-1.amazonaws.com", "bucket.s3.eu-west-1.amazonaws.com". */
export function serviceOfHost(host: string): string | undefined {
  const labels = host.replace(/\.amazonaws\.com.*$/, '').split('.')
  const name = labels.filter((label) => !/^[a-z]{2}(?:-[a-z]+){1,2}-\d$|^dualstack$/.test(label)).at(-1)
  return name && /^s3[.-]/.test(`${name}.`) ? 's3' : name
}
