import { messagesOf, type Text } from '../../words/index.ts'
import { byArn, readWithCli } from './by-arn.ts'
import { placeTable } from './place.ts'

const told = messagesOf('places/more-resources', {
  consoleServiceOpen:
    'In the console of the service, open the {{what}}. Its policy is under Permissions or Access policy.',
  accessPoint: 'access point',
  repository: 'repository',
  dataCatalog: 'Data Catalog’s settings',
  project: 'project or report group',
  identity: 'verified identity',
  service: 'service or service network',
})

const under = (what: Text): Text => told('consoleServiceOpen', { what })

/** Where policies of further resources stand, after shared/knowledge/facts/resource-policies.json. */
export const moreResourcePlaces = placeTable({
  'access-point': {
    type: 'resource',
    console: under(told('accessPoint')),
    resource: { service: 's3', name: 'segment', only: /^accesspoint\/(?![^/]*\.mrap(?:\/|$))/ },
    standIn: '<ACCESS_POINT_NAME>',
    get: 'aws s3control get-access-point-policy --account-id <ACCOUNT_ID> --name {} --query Policy --output text',
    put: ['aws s3control put-access-point-policy --account-id <ACCOUNT_ID> --name {} --policy file://policy.json'],
  },
  'directory-bucket': {
    type: 'resource',
    console: under('bucket'),
    resource: { service: 's3express', name: 'second', only: /^bucket\// },
    standIn: '<BUCKET_NAME>',
    get: 'aws s3api get-bucket-policy --bucket {} --query Policy --output text',
    put: ['aws s3api put-bucket-policy --bucket {} --policy file://policy.json'],
    terraform: { type: 'aws_s3_bucket_policy', lines: ['bucket = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::S3Express::BucketPolicy', properties: { Bucket: '{}' }, field: 'PolicyDocument' },
  },
  'package-repository': {
    type: 'resource',
    console: under(told('repository')),
    resource: {
      service: 'codeartifact',
      name: 'last',
      only: /^repository\//,
      more: [['<DOMAIN_NAME>', /:repository\/([^/]+)\//]],
    },
    standIn: '<REPOSITORY_NAME>',
    get: 'aws codeartifact get-repository-permissions-policy --domain <DOMAIN_NAME> --repository {} --query policy.document --output text',
    put: [
      'aws codeartifact put-repository-permissions-policy --domain <DOMAIN_NAME> --repository {} --policy-document file://policy.json',
    ],
    terraform: {
      type: 'aws_codeartifact_repository_permissions_policy',
      lines: ['domain     = "<DOMAIN_NAME>"', 'repository = "{}"'],
      field: 'policy_document',
    },
  },
  // One policy for the catalog of an account and Region.
  catalog: {
    type: 'resource',
    console: under(told('dataCatalog')),
    resource: {
      service: 'glue',
      name: 'arn',
      only: /^(?:catalog|connection|database|table|userDefinedFunction)(?:\/|$)/,
    },
    standIn: '<RESOURCE_ARN>',
    get: 'aws glue get-resource-policy --query PolicyInJson --output text',
    put: ['aws glue put-resource-policy --policy-in-json file://policy.json'],
    terraform: { type: 'aws_glue_resource_policy', lines: [], field: 'policy' },
  },
  'log-destination': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'logs', name: 'last', only: /^destination:/ },
    standIn: '<DESTINATION_NAME>',
    get: "aws logs describe-destinations --destination-name-prefix {} --query 'destinations[0].accessPolicy' --output text",
    put: ['aws logs put-destination-policy --destination-name {} --access-policy file://policy.json'],
    terraform: {
      type: 'aws_cloudwatch_log_destination_policy',
      lines: ['destination_name = "{}"'],
      field: 'access_policy',
    },
  },
  'email-identity': {
    type: 'resource',
    console: under(told('identity')),
    resource: { service: 'ses', name: 'second', only: /^identity\// },
    standIn: '<EMAIL_IDENTITY>',
    get: 'aws sesv2 get-email-identity-policies --email-identity {}',
    put: [
      'aws sesv2 update-email-identity-policy --email-identity {} --policy-name <POLICY_NAME> --policy file://policy.json',
    ],
    terraform: {
      type: 'aws_ses_identity_policy',
      lines: ['identity = "{}"', 'name     = "<POLICY_NAME>"'],
      field: 'policy',
    },
  },
  'schema-registry': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'schemas', name: 'second', only: /^registry\// },
    standIn: '<REGISTRY_NAME>',
    get: 'aws schemas get-resource-policy --registry-name {} --query Policy --output text',
    put: ['aws schemas put-resource-policy --registry-name {} --policy file://policy.json'],
    terraform: { type: 'aws_schemas_registry_policy', lines: ['registry_name = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::EventSchemas::RegistryPolicy', properties: { RegistryName: '{}' }, field: 'Policy' },
  },
  'model-package-group': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'sagemaker', name: 'second', only: /^model-package-group\// },
    standIn: '<MODEL_PACKAGE_GROUP>',
    get: 'aws sagemaker get-model-package-group-policy --model-package-group-name {} --query ResourcePolicy --output text',
    put: [
      'aws sagemaker put-model-package-group-policy --model-package-group-name {} --resource-policy file://policy.json',
    ],
    terraform: {
      type: 'aws_sagemaker_model_package_group_policy',
      lines: ['model_package_group_name = "{}"'],
      field: 'resource_policy',
    },
  },
  'lattice-service': {
    ...byArn({
      service: 'vpc-lattice vpc-lattice-svcs',
      only: /^service(?:network)?\//,
      cli: 'vpc-lattice',
      get: 'get-auth-policy',
      put: 'put-auth-policy',
      arn: 'resource-identifier',
      query: 'policy',
      terraform: ['aws_vpclattice_auth_policy', 'resource_identifier', 'policy'],
    }),
    resource: { service: 'vpc-lattice vpc-lattice-svcs', name: 'segment', only: /^service(?:network)?\// },
    console: under(told('service')),
    cloudFormation: { type: 'AWS::VpcLattice::AuthPolicy', properties: { ResourceIdentifier: '{}' }, field: 'Policy' },
  },
  'build-project': {
    ...byArn({
      service: 'codebuild',
      only: /^(?:project|report-group)\//,
      cli: 'codebuild',
      query: 'policy',
      terraform: ['aws_codebuild_resource_policy', 'resource_arn', 'policy'],
    }),
    console: under(told('project')),
  },
  sink: byArn({
    service: 'oam',
    only: /^sink\//,
    cli: 'oam',
    get: 'get-sink-policy',
    put: 'put-sink-policy',
    arn: 'sink-identifier',
    query: 'Policy',
    terraform: ['aws_oam_sink_policy', 'sink_identifier', 'policy'],
  }),
  firewall: byArn({
    service: 'network-firewall',
    only: /^(?:firewall|firewall-policy|stateful-rulegroup|stateless-rulegroup)\//,
    cli: 'network-firewall',
    get: 'describe-resource-policy',
    query: 'Policy',
    terraform: ['aws_networkfirewall_resource_policy', 'resource_arn', 'policy'],
  }),
  namespace: byArn({
    service: 'redshift',
    only: /^namespace:/,
    cli: 'redshift',
    query: 'ResourcePolicy.Policy',
    terraform: ['aws_redshift_resource_policy', 'resource_arn', 'policy'],
  }),
  snapshot: byArn({
    service: 'redshift-serverless',
    only: /^snapshot\//,
    cli: 'redshift-serverless',
    query: 'resourcePolicy.policy',
    terraform: ['aws_redshiftserverless_resource_policy', 'resource_arn', 'policy'],
  }),
  'rule-group': byArn({
    service: 'wafv2',
    only: /\/rulegroup\//,
    cli: 'wafv2',
    get: 'get-permission-policy',
    put: 'put-permission-policy',
    query: 'Policy',
  }),
  'trained-model': byArn({
    service: 'comprehend',
    only: /^(?:document-classifier|entity-recognizer)\//,
    cli: 'comprehend',
    get: 'describe-resource-policy',
    document: 'resource-policy',
    query: 'ResourcePolicy',
  }),
  workflow: byArn({
    service: 'entityresolution',
    only: /^(?:matchingworkflow|idnamespace|schemamapping)\//,
    cli: 'entityresolution',
    get: 'get-policy',
    put: 'put-policy',
    arn: 'arn',
    query: 'policy',
  }),
  contact: byArn({
    service: 'ssm-contacts',
    only: /^contact\//,
    cli: 'ssm-contacts',
    get: 'get-contact-policy',
    put: 'put-contact-policy',
    arn: 'contact-arn',
    query: 'Policy',
  }),
  'core-network': byArn({
    service: 'networkmanager',
    only: /^core-network\//,
    cli: 'networkmanager',
    document: 'policy-document',
    query: 'PolicyDocument',
  }),
})
