import { messagesOf } from '../../words/index.ts'
import { byArn, readWithCli } from './by-arn.ts'
import { type Place, placeTable } from './place.ts'

const told = messagesOf('places/shared-resources', {
  resourceShares: 'AWS RAM writes this policy. In the AWS RAM console, open Resource shares.',
  bySystemsManager: '# To change an existing policy, add its --policy-id and --policy-hash. The next line prints them.',
  byRekognition: '# To change an existing policy, use its name. The next line prints the names.',
})

const ofImageBuilder = (kind: string): Place =>
  byArn({
    service: 'imagebuilder',
    only: new RegExp(`^${kind}/`),
    cli: 'imagebuilder',
    get: `get-${kind}-policy`,
    put: `put-${kind}-policy`,
    arn: `${kind}-arn`,
    query: 'policy',
  })

const ofResolver = (kind: string, field: string): Place =>
  byArn({
    service: 'route53resolver',
    only: new RegExp(`^${kind}/`),
    cli: 'route53resolver',
    get: `get-${kind}-policy`,
    put: `put-${kind}-policy`,
    arn: 'arn',
    document: `${kind}-policy`,
    query: field,
  })

/** AWS RAM writes the policy when the resource is shared. */
const shared = (services: readonly string[], only: RegExp): Place => ({
  ...byArn({
    service: services.join(' '),
    only,
    cli: 'ram',
    get: 'get-resource-policies',
    put: 'none',
    arn: 'resource-arns',
    query: 'policies',
  }),
  console: told('resourceShares'),
})

/** Where policies stand that share resources with other accounts. */
export const sharedPlaces = placeTable({
  'image-component': ofImageBuilder('component'),
  image: ofImageBuilder('image'),
  'image-recipe': ofImageBuilder('image-recipe'),
  'container-recipe': ofImageBuilder('container-recipe'),
  'resolver-rule': ofResolver('resolver-rule', 'ResolverRulePolicy'),
  'resolver-query-log-config': ofResolver('resolver-query-log-config', 'ResolverQueryLogConfigPolicy'),
  'firewall-rule-group': ofResolver('firewall-rule-group', 'FirewallRuleGroupPolicy'),
  'systems-manager': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'ssm', name: 'arn', only: /^(?:document|opsitemgroup|parameter)\// },
    standIn: '<RESOURCE_ARN>',
    get: 'aws ssm get-resource-policies --resource-arn {}',
    put: [
      told('bySystemsManager'),
      'aws ssm get-resource-policies --resource-arn {}',
      'aws ssm put-resource-policy --resource-arn {} --policy file://policy.json',
    ],
    cloudFormation: { type: 'AWS::SSM::ResourcePolicy', properties: { ResourceArn: '{}' }, field: 'Policy' },
  },
  'response-plan': byArn({
    service: 'ssm-incidents',
    only: /^response-plan\//,
    cli: 'ssm-incidents',
    get: 'get-resource-policies',
    query: 'resourcePolicies',
  }),
  'investigation-group': byArn({
    service: 'aiops',
    only: /^investigation-group\//,
    cli: 'aiops',
    get: 'get-investigation-group-policy',
    put: 'put-investigation-group-policy',
    arn: 'identifier',
    query: 'policy',
  }),
  'cloudhsm-backup': byArn({ service: 'cloudhsm', only: /^backup\//, cli: 'cloudhsmv2', query: 'Policy' }),
  'vpc-origin': byArn({
    service: 'cloudfront',
    only: /^vpcorigin\//,
    cli: 'cloudfront',
    document: 'policy-document',
    query: 'PolicyDocument',
  }),
  'audience-model': byArn({
    service: 'cleanrooms-ml',
    only: /^configured-audience-model\//,
    cli: 'cleanroomsml',
    get: 'get-configured-audience-model-policy',
    put: 'put-configured-audience-model-policy',
    arn: 'configured-audience-model-arn',
    document: 'configured-audience-model-policy',
    query: 'configuredAudienceModelPolicy',
  }),
  'equipment-model': byArn({
    service: 'lookoutequipment',
    only: /^(?:dataset|model)\//,
    cli: 'lookoutequipment',
    get: 'describe-resource-policy',
    document: 'resource-policy',
    query: 'ResourcePolicy',
  }),
  'catalog-entity': byArn({ service: 'aws-marketplace', only: /\//, cli: 'marketplace-catalog', query: 'Policy' }),
  'recognition-project': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'rekognition', name: 'arn', only: /^project\/[^/]+\/[^/]+$/ },
    standIn: '<PROJECT_ARN>',
    get: 'aws rekognition list-project-policies --project-arn {}',
    put: [
      told('byRekognition'),
      'aws rekognition list-project-policies --project-arn {}',
      'aws rekognition put-project-policy --project-arn {} --policy-name <POLICY_NAME> --policy-document file://policy.json',
    ],
  },
  messaging: byArn({
    service: 'sms-voice',
    only: /^(?:opt-out-list|phone-number|pool|sender-id)\//,
    cli: 'pinpoint-sms-voice-v2',
    query: 'Policy',
    cloudFormation: ['AWS::SMSVOICE::ResourcePolicy', 'ResourceArn', 'PolicyDocument'],
  }),
  'resource-configuration': byArn({
    service: 'vpc-lattice',
    only: /^resourceconfiguration\//,
    cli: 'vpc-lattice',
    query: 'policy',
    terraform: ['aws_vpclattice_resource_policy', 'resource_arn', 'policy'],
    cloudFormation: ['AWS::VpcLattice::ResourcePolicy', 'ResourceArn', 'Policy'],
  }),
  environment: {
    ...byArn({
      service: 'refactor-spaces',
      only: /^environment\/[^/]+$/,
      cli: 'migration-hub-refactor-spaces',
      query: 'Policy',
    }),
    get: 'aws migration-hub-refactor-spaces get-resource-policy --identifier {} --query Policy --output text',
  },
  'portal-product': {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'apigateway', name: 'last', only: /^\/portalproducts\//, isRare: true },
    standIn: '<PORTAL_PRODUCT_ID>',
    get: 'aws apigatewayv2 get-portal-product-sharing-policy --portal-product-id {} --query PolicyDocument --output text',
    put: [
      'aws apigatewayv2 put-portal-product-sharing-policy --portal-product-id {} --policy-document file://policy.json',
    ],
  },
  'web-acl-rule-group': byArn({
    service: 'waf',
    only: /^rulegroup\//,
    cli: 'waf',
    get: 'get-permission-policy',
    put: 'put-permission-policy',
    query: 'Policy',
  }),
  'regional-rule-group': byArn({
    service: 'waf-regional',
    only: /^rulegroup\//,
    cli: 'waf-regional',
    get: 'get-permission-policy',
    put: 'put-permission-policy',
    query: 'Policy',
  }),
  // Written with AssociatePermission. https://docs.aws.amazon.com/amazonq/latest/api-reference/API_GetPolicy.html
  assistant: {
    type: 'resource',
    console: readWithCli,
    resource: { service: 'qbusiness', name: 'segment', only: /^application\// },
    standIn: '<APPLICATION_ID>',
    get: 'aws qbusiness get-policy --application-id {} --query policy --output text',
  },
  'billing-view': shared(['billing'], /^billingview\//),
  dashboard: shared(['bcm-dashboards'], /^dashboard\//),
  // AWS RAM prints the policies that it writes; these services have no operation that does. https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourcePolicies.html
  shared: shared(
    [
      'agent-registry',
      'appmesh',
      'appmesh-preview',
      'datazone',
      'ec2',
      'elasticloadbalancing',
      'fsx',
      'odb',
      'resource-explorer-2',
      'resource-groups',
      'route53-recovery-control-config',
      'route53profiles',
      'servicecatalog',
      'servicediscovery',
    ],
    /^(?:\/?(?:applications|attribute-groups)|cloud-exadata-infrastructure|cluster|domain|exascale-db-storage-vault|group|ipam-pool|mesh|namespace|odb-network|placement-group|profile|registry|truststore|verified-access-group|view|volume)\//,
  ),
})
