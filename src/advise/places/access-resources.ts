import { byArn, readWithCli } from './by-arn.ts'
import { type InArn, placeTable } from './place.ts'

const channelGroup: readonly InArn[] = [['<CHANNEL_GROUP_NAME>', /:channelGroup\/([^/]+)/]]
const domainName: readonly InArn[] = [
  ['<DOMAIN_NAME_ID>', /\/domainnames\/[^+/]+\+([^/]+)/],
  ['<DOMAIN_NAME>', /\/domainnames\/([^+/]+)/],
]
const account = '--account-id <ACCOUNT_ID>'
const asText = (value: string): string =>
  `node -e 'const Policy = require("fs").readFileSync("policy.json", "utf8"); console.log(JSON.stringify(${value}))' > input.json`

/** Where policies stand that grant access to resources of services that people use more seldom. */
export const accessPlaces = placeTable({
  // https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html
  vault: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'glacier', name: 'second', only: /^vaults\// },
    standIn: '<VAULT_NAME>',
    get: 'aws glacier get-vault-access-policy --account-id - --vault-name {} --query policy.Policy --output text',
    put: [
      asText('{ Policy }'),
      'aws glacier set-vault-access-policy --account-id - --vault-name {} --policy file://input.json',
    ],
    terraform: { type: 'aws_glacier_vault', lines: ['name = "{}"'], field: 'access_policy' },
  },
  model: byArn({
    service: 'bedrock',
    only: /^(?:custom-model|guardrail|guardrail-profile)\//,
    cli: 'bedrock',
    document: 'resource-policy',
    query: 'resourcePolicy',
    cloudFormation: ['AWS::Bedrock::ResourcePolicy', 'ResourceArn', 'PolicyDocument'],
  }),
  'knowledge-base': byArn({ service: 'bedrock', only: /^knowledge-base\//, cli: 'bedrock-agent', query: 'policy' }),
  agent: {
    ...byArn({
      service: 'bedrock-agentcore',
      only: /^(?:gateway|runtime)\//,
      cli: 'bedrock-agentcore-control',
      query: 'policy',
    }),
    cloudFormation: {
      type: 'AWS::BedrockAgentCore::ResourcePolicy',
      properties: { ResourceArn: '{}' },
      field: 'Policy',
      isText: true,
    },
  },
  'media-channel': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'mediatailor', name: 'second', only: /^channel\// },
    standIn: '<CHANNEL_NAME>',
    get: 'aws mediatailor get-channel-policy --channel-name {} --query Policy --output text',
    put: ['aws mediatailor put-channel-policy --channel-name {} --policy file://policy.json'],
    cloudFormation: { type: 'AWS::MediaTailor::ChannelPolicy', properties: { ChannelName: '{}' }, field: 'Policy' },
  },
  'origin-endpoint': {
    type: 'resource',
    console: readWithCli,
    resource: {
      service: 'mediapackagev2',
      name: 'last',
      only: /^channelGroup\/[^/]*\/channel\/[^/]*\/originEndpoint\//,
      more: [...channelGroup, ['<CHANNEL_NAME>', /\/channel\/([^/]+)\//]],
    },
    standIn: '<ORIGIN_ENDPOINT_NAME>',
    get: 'aws mediapackagev2 get-origin-endpoint-policy --channel-group-name <CHANNEL_GROUP_NAME> --channel-name <CHANNEL_NAME> --origin-endpoint-name {} --query Policy --output text',
    put: [
      'aws mediapackagev2 put-origin-endpoint-policy --channel-group-name <CHANNEL_GROUP_NAME> --channel-name <CHANNEL_NAME> --origin-endpoint-name {} --policy file://policy.json',
    ],
    cloudFormation: {
      type: 'AWS::MediaPackageV2::OriginEndpointPolicy',
      properties: { ChannelGroupName: '<CHANNEL_GROUP_NAME>', ChannelName: '<CHANNEL_NAME>', OriginEndpointName: '{}' },
      field: 'Policy',
    },
  },
  'ingest-channel': {
    type: 'resource',
    console: readWithCli,
    resource: {
      service: 'mediapackagev2',
      name: 'last',
      only: /^channelGroup\/[^/]*\/channel\/[^/]*$/,
      more: channelGroup,
    },
    standIn: '<CHANNEL_NAME>',
    get: 'aws mediapackagev2 get-channel-policy --channel-group-name <CHANNEL_GROUP_NAME> --channel-name {} --query Policy --output text',
    put: [
      'aws mediapackagev2 put-channel-policy --channel-group-name <CHANNEL_GROUP_NAME> --channel-name {} --policy file://policy.json',
    ],
    cloudFormation: {
      type: 'AWS::MediaPackageV2::ChannelPolicy',
      properties: { ChannelGroupName: '<CHANNEL_GROUP_NAME>', ChannelName: '{}' },
      field: 'Policy',
    },
  },
  container: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'mediastore', name: 'segment', only: /^container\// },
    standIn: '<CONTAINER_NAME>',
    get: 'aws mediastore get-container-policy --container-name {} --query Policy --output text',
    put: ['aws mediastore put-container-policy --container-name {} --policy file://policy.json'],
    terraform: { type: 'aws_media_store_container_policy', lines: ['container_name = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::MediaStore::Container',
      properties: { ContainerName: '{}' },
      field: 'Policy',
      isText: true,
    },
  },
  feed: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'elemental-inference', name: 'second', only: /^feed\// },
    standIn: '<FEED_ID>',
    get: 'aws elementalinference get-feed-policy --id {} --query policy --output text',
    put: ['aws elementalinference put-feed-policy --id {} --policy file://policy.json'],
  },
  // For AWS services only. https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html
  traces: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'xray', name: 'none' },
    standIn: '<POLICY_NAME>',
    get: 'aws xray list-resource-policies',
    put: ['aws xray put-resource-policy --policy-name <POLICY_NAME> --policy-document file://policy.json'],
    terraform: { type: 'aws_xray_resource_policy', lines: ['policy_name = "<POLICY_NAME>"'], field: 'policy_document' },
    cloudFormation: {
      type: 'AWS::XRay::ResourcePolicy',
      properties: { PolicyName: '<POLICY_NAME>' },
      field: 'PolicyDocument',
      isText: true,
    },
  },
  // For AWS services only. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
  'log-group': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'logs', name: 'none', only: /^log-group:/ },
    standIn: '<POLICY_NAME>',
    get: 'aws logs describe-resource-policies',
    put: ['aws logs put-resource-policy --policy-name <POLICY_NAME> --policy-document file://policy.json'],
    terraform: {
      type: 'aws_cloudwatch_log_resource_policy',
      lines: ['policy_name = "<POLICY_NAME>"'],
      field: 'policy_document',
    },
    cloudFormation: {
      type: 'AWS::Logs::ResourcePolicy',
      properties: { PolicyName: '<POLICY_NAME>' },
      field: 'PolicyDocument',
    },
  },
  'delivery-destination': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'logs', name: 'last', only: /^delivery-destination:/ },
    standIn: '<DELIVERY_DESTINATION_NAME>',
    get: 'aws logs get-delivery-destination-policy --delivery-destination-name {} --query policy.deliveryDestinationPolicy --output text',
    put: [
      'aws logs put-delivery-destination-policy --delivery-destination-name {} --delivery-destination-policy file://policy.json',
    ],
    terraform: {
      type: 'aws_cloudwatch_log_delivery_destination_policy',
      lines: ['delivery_destination_name = "{}"'],
      field: 'delivery_destination_policy',
    },
  },
  bot: {
    ...byArn({
      service: 'lex',
      only: /^bot(?:-alias)?\//,
      cli: 'lexv2-models',
      get: 'describe-resource-policy',
      query: 'policy',
      cloudFormation: ['AWS::Lex::ResourcePolicy', 'ResourceArn', 'Policy'],
    }),
    put: [
      'aws lexv2-models create-resource-policy --resource-arn {} --policy file://policy.json || aws lexv2-models update-resource-policy --resource-arn {} --policy file://policy.json',
    ],
  },
  workspace: {
    type: 'resource',
    console: readWithCli,
    resource: {
      service: 'aps',
      name: 'second',
      only: /^workspace\//,
      more: [['<WORKSPACE_ARN>', /^(arn:[^:]*:aps:[^:]*:[^:]*:workspace\/[^/]+)/]],
    },
    standIn: '<WORKSPACE_ID>',
    get: 'aws amp describe-resource-policy --workspace-id {} --query policyDocument --output text',
    put: ['aws amp put-resource-policy --workspace-id {} --policy-document file://policy.json'],
    terraform: { type: 'aws_prometheus_resource_policy', lines: ['workspace_id = "{}"'], field: 'policy_document' },
    cloudFormation: {
      type: 'AWS::APS::ResourcePolicy',
      properties: { WorkspaceArn: '<WORKSPACE_ARN>' },
      field: 'PolicyDocument',
      isText: true,
    },
  },
  'sql-cluster': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'dsql', name: 'second', only: /^cluster\// },
    standIn: '<CLUSTER_ID>',
    get: 'aws dsql get-cluster-policy --identifier {} --query policy --output text',
    put: ['aws dsql put-cluster-policy --identifier {} --policy file://policy.json'],
    cloudFormation: { type: 'AWS::DSQL::Cluster', properties: {}, field: 'PolicyDocument', isText: true },
  },
  pipeline: byArn({ service: 'osis', only: /^pipeline\//, cli: 'osis', query: 'Policy' }),
  'payment-key': byArn({
    service: 'payment-cryptography',
    only: /^key\//,
    cli: 'payment-cryptography',
    query: 'Policy',
  }),
  monitor: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'rum', name: 'second', only: /^appmonitor\// },
    standIn: '<APP_MONITOR_NAME>',
    get: 'aws rum get-resource-policy --name {} --query PolicyDocument --output text',
    put: ['aws rum put-resource-policy --name {} --policy-document file://policy.json'],
  },
  // The following take no whole document: one statement at a time, or statements of the service's own form.
  application: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'serverlessrepo', name: 'arn', only: /^applications\// },
    standIn: '<APPLICATION_ARN>',
    get: 'aws serverlessrepo get-application-policy --application-id {}',
  },
  'signing-profile': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'signer', name: 'last', only: /^\/signing-profiles\// },
    standIn: '<PROFILE_NAME>',
    get: 'aws signer list-profile-permissions --profile-name {}',
  },
  'layer-version': {
    type: 'resource',
    console: readWithCli,
    resource: {
      service: 'lambda',
      name: 'none',
      only: /^layer:/,
      more: [
        ['<LAYER_NAME>', /:layer:([^:]+)/],
        ['<VERSION>', /:layer:[^:]+:([^:]+)$/],
      ],
    },
    standIn: '<LAYER_NAME>',
    get: 'aws lambda get-layer-version-policy --layer-name <LAYER_NAME> --version-number <VERSION> --query Policy --output text',
  },
  'profiling-group': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'codeguru-profiler', name: 'second', only: /^profilingGroup\// },
    standIn: '<PROFILING_GROUP>',
    get: 'aws codeguruprofiler get-policy --profiling-group-name {} --query policy --output text',
  },
  'search-domain': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'cloudsearch', name: 'second', only: /^domain\// },
    standIn: 'DOMAIN',
    get: 'aws cloudsearch describe-service-access-policies --domain-name {} --query AccessPolicies.Options --output text',
    put: ['aws cloudsearch update-service-access-policies --domain-name {} --access-policies file://policy.json'],
    terraform: {
      type: 'aws_cloudsearch_domain_service_access_policy',
      lines: ['domain_name = "{}"'],
      field: 'access_policy',
    },
  },
  // A Multi-Region Access Point's ARN holds its alias, and commands take its name.
  'multi-region-access-point': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3', name: 'none', only: /^accesspoint\/[^/]*\.mrap(?:\/|$)/ },
    standIn: '<ACCESS_POINT_NAME>',
    get: `aws s3control get-multi-region-access-point-policy ${account} --name <ACCESS_POINT_NAME> --query Policy.Established.Policy --output text`,
    put: [
      asText('{ Name: "<ACCESS_POINT_NAME>", Policy }'),
      `aws s3control put-multi-region-access-point-policy ${account} --details file://input.json`,
    ],
    cloudFormation: {
      type: 'AWS::S3::MultiRegionAccessPointPolicy',
      properties: { MrapName: '<ACCESS_POINT_NAME>' },
      field: 'Policy',
    },
  },
  'access-grants': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3', name: 'none', only: /^access-grants\/default$/ },
    standIn: '<ACCOUNT_ID>',
    get: `aws s3control get-access-grants-instance-resource-policy ${account} --query Policy --output text`,
    put: [`aws s3control put-access-grants-instance-resource-policy ${account} --policy file://policy.json`],
    terraform: { type: 'aws_s3control_access_grants_instance_resource_policy', lines: [], field: 'policy' },
  },
  'object-lambda-access-point': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3-object-lambda', name: 'segment', only: /^accesspoint\// },
    standIn: '<ACCESS_POINT_NAME>',
    get: `aws s3control get-access-point-policy-for-object-lambda ${account} --name {} --query Policy --output text`,
    put: [`aws s3control put-access-point-policy-for-object-lambda ${account} --name {} --policy file://policy.json`],
    terraform: { type: 'aws_s3control_object_lambda_access_point_policy', lines: ['name = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::S3ObjectLambda::AccessPointPolicy',
      properties: { ObjectLambdaAccessPoint: '{}' },
      field: 'PolicyDocument',
    },
  },
  'directory-access-point': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3express', name: 'segment', only: /^accesspoint\// },
    standIn: '<ACCESS_POINT_NAME>',
    get: `aws s3control get-access-point-policy ${account} --name {} --query Policy --output text`,
    put: [`aws s3control put-access-point-policy ${account} --name {} --policy file://policy.json`],
  },
  // Both take the ARN where others take a name. https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutBucketPolicy.html
  'outposts-bucket': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3-outposts', name: 'arn', only: /^(outpost\/[^/]+\/bucket\/[^/]+)/ },
    standIn: '<BUCKET_ARN>',
    get: `aws s3control get-bucket-policy ${account} --bucket {} --query Policy --output text`,
    put: [`aws s3control put-bucket-policy ${account} --bucket {} --policy file://policy.json`],
    terraform: { type: 'aws_s3control_bucket_policy', lines: ['bucket = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::S3Outposts::BucketPolicy', properties: { Bucket: '{}' }, field: 'PolicyDocument' },
  },
  'outposts-access-point': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3-outposts', name: 'arn', only: /^(outpost\/[^/]+\/accesspoint\/[^/]+)/ },
    standIn: '<ACCESS_POINT_ARN>',
    get: `aws s3control get-access-point-policy ${account} --name {} --query Policy --output text`,
    put: [`aws s3control put-access-point-policy ${account} --name {} --policy file://policy.json`],
    terraform: { type: 'aws_s3control_access_point_policy', lines: ['access_point_arn = "{}"'], field: 'policy' },
  },
  'bucket-files': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 's3files', name: 'second', only: /^file-system\/([^/]+)|^access-point\// },
    standIn: '<FILE_SYSTEM_ID>',
    get: 'aws s3files get-file-system-policy --file-system-id {} --query policy --output text',
    put: ['aws s3files put-file-system-policy --file-system-id {} --policy file://policy.json'],
    cloudFormation: { type: 'AWS::S3Files::FileSystemPolicy', properties: { FileSystemId: '{}' }, field: 'Policy' },
  },
  // A table's ARN holds an ID, and commands take its name.
  'bucket-table': {
    type: 'resource',
    console: readWithCli,
    resource: {
      service: 's3tables',
      name: 'arn',
      only: /^bucket\/[^/]+\/table\//,
      more: [['<TABLE_BUCKET_ARN>', /^(arn:[^:]*:s3tables:[^:]*:[^:]*:bucket\/[^/]+)\//]],
    },
    standIn: '<TABLE_ARN>',
    get: 'aws s3tables get-table-policy --table-bucket-arn <TABLE_BUCKET_ARN> --namespace <NAMESPACE> --name <TABLE_NAME> --query resourcePolicy --output text',
    put: [
      'aws s3tables put-table-policy --table-bucket-arn <TABLE_BUCKET_ARN> --namespace <NAMESPACE> --name <TABLE_NAME> --resource-policy file://policy.json',
    ],
    terraform: {
      type: 'aws_s3tables_table_policy',
      lines: [
        'table_bucket_arn = "<TABLE_BUCKET_ARN>"',
        'namespace        = "<NAMESPACE>"',
        'name             = "<TABLE_NAME>"',
      ],
      field: 'resource_policy',
    },
    cloudFormation: { type: 'AWS::S3Tables::TablePolicy', properties: { TableARN: '{}' }, field: 'ResourcePolicy' },
  },
  // Its policy also decides for its indexes.
  'vector-bucket': byArn({
    service: 's3vectors',
    only: /^(bucket\/[^/]+)/,
    cli: 's3vectors',
    get: 'get-vector-bucket-policy',
    put: 'put-vector-bucket-policy',
    arn: 'vector-bucket-arn',
    query: 'policy',
    terraform: ['aws_s3vectors_vector_bucket_policy', 'vector_bucket_arn', 'policy'],
    cloudFormation: ['AWS::S3Vectors::VectorBucketPolicy', 'VectorBucketArn', 'Policy'],
  }),
  // The policy of a store's S3 access point, whose ARN isn't the store's.
  'sequence-store': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'omics', name: 'none', only: /^sequenceStore\//, isRare: true },
    standIn: '<ACCESS_POINT_ARN>',
    get: 'aws omics get-s3-access-policy --s3-access-point-arn <ACCESS_POINT_ARN> --query s3AccessPolicy --output text',
    put: [
      'aws omics put-s3-access-policy --s3-access-point-arn <ACCESS_POINT_ARN> --s3-access-policy file://policy.json',
    ],
  },
  'new-event-bus': byArn({
    service: 'events',
    only: /^event-busv2\//,
    cli: 'eventbridgev2',
    document: 'policy-document',
    query: 'PolicyDocument',
    cloudFormation: ['AWS::EventsV2::ResourcePolicy', 'EventBusArn', 'PolicyDocument'],
  }),
  // What its policy says about execute-api:Invoke counts for calls; the management policy is about the domain name itself.
  'private-domain': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'execute-api', name: 'none', only: /^\/domainnames\//, more: domainName },
    standIn: '<DOMAIN_NAME>',
    get: 'aws apigateway get-domain-name --domain-name <DOMAIN_NAME> --domain-name-id <DOMAIN_NAME_ID> --query policy --output text',
    put: [
      asText('[{ op: "replace", path: "/policy", value: Policy }]'),
      'aws apigateway update-domain-name --domain-name <DOMAIN_NAME> --domain-name-id <DOMAIN_NAME_ID> --patch-operations file://input.json',
    ],
  },
  'managed-domain': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'apigateway', name: 'none', only: /^\/domainnames\/[^/]*\+/, isRare: true, more: domainName },
    standIn: '<DOMAIN_NAME>',
    get: 'aws apigateway get-domain-name --domain-name <DOMAIN_NAME> --domain-name-id <DOMAIN_NAME_ID> --query managementPolicy --output text',
    put: [
      asText('[{ op: "replace", path: "/managementPolicy", value: Policy }]'),
      'aws apigateway update-domain-name --domain-name <DOMAIN_NAME> --domain-name-id <DOMAIN_NAME_ID> --patch-operations file://input.json',
    ],
  },
  // One for the organization: it lets member accounts manage policies. https://docs.aws.amazon.com/organizations/latest/userguide/orgs-policy-delegate.html
  delegation: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'organizations', name: 'none' },
    standIn: '<ORGANIZATION_ID>',
    get: 'aws organizations describe-resource-policy --query ResourcePolicy.Content --output text',
    put: ['aws organizations put-resource-policy --content file://policy.json'],
    terraform: { type: 'aws_organizations_resource_policy', lines: [], field: 'content' },
    cloudFormation: { type: 'AWS::Organizations::ResourcePolicy', properties: {}, field: 'Content' },
  },
})
