// The table of services and gates against AWS's own lists, read on 2026-11-29.
import { expect, test } from 'vitest'
import { supportsRcp } from '../../src/iam/index.ts'
import { serviceGatesRows } from '../../src/reference/facts/service-gates.ts'
import { gatesOf, resourcePolicyKindOf } from '../../src/reference/service-gates.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
const rcpList = words(`
  appstream dsql clouddirectory cloudfront cloudsearch logs networkmonitor cognito-identity cognito-idp comprehend
  comprehendmedical firehose dynamodb dax autoscaling ecr ecr-public gamelift inspector-scan kendra kinesisvideo memorydb
  aoss personalize polly s3 swf sqs textract timestream-influxdb transcribe translate workspaces appconfig
  autoscaling-plans budgets servicediscovery cloudtrail-data codeartifact codebuild codecommit codepipeline
  compute-optimizer cost-optimization-hub events fms fis health rolesanywhere kms opensearch pricing pca-connector-ad
  resource-groups secretsmanager sts signin support transfer notifications wafv2 xray`)

test('RCPs cover the services of AWS’s list, and no others', () => {
  expect(rcpList.filter((service) => !supportsRcp(service))).toEqual([])
  const more = serviceGatesRows.filter(({ service, rcp }) => rcp && !rcpList.includes(service))
  expect(more.map(({ service }) => service)).toEqual([])
})

// https://docs.aws.amazon.com/ram/latest/userguide/shareable.html, with the prefixes of IAM
const ramList = words(`
  appmesh:Mesh appsync:Apis apigateway:domain route53-recovery-control-config:Cluster arc-region-switch:Plan rds:Cluster
  backup:BackupVault bedrock:CustomModel bcm-dashboards:dashboard billing:billingview servicediscovery:Namespace
  networkmanager:CoreNetwork cloudfront:VpcOrigin cloudhsm:Backup codebuild:Project codebuild:ReportGroup
  codeconnections:Connection datazone:Domain ec2:CapacityReservation ec2:DedicatedHost ec2:PlacementGroup
  imagebuilder:Component imagebuilder:ContainerRecipe imagebuilder:Image imagebuilder:ImageRecipe
  elasticloadbalancing:TrustStore sms-voice:OptOutList sms-voice:PhoneNumber sms-voice:Pool sms-voice:SenderId fsx:Volume
  glue:Catalog glue:Database glue:Table license-manager:LicenseConfiguration aws-marketplace:Entity
  refactor-spaces:Environment mpa:ApprovalTeam network-firewall:Firewall network-firewall:FirewallPolicy
  network-firewall:StatefulRuleGroup network-firewall:StatelessRuleGroup odb:CloudExadataInfrastructure odb:OdbNetwork
  outposts:Outpost ec2:LocalGatewayRouteTable outposts:Site s3-outposts:Outpost acm-pca:CertificateAuthority
  resource-explorer-2:View resource-groups:Group route53globalresolver:dns-view route53resolver:FirewallRuleGroup
  route53profiles:Profile route53resolver:ResolverRule route53resolver:ResolverQueryLogConfig s3:AccessGrants
  sagemaker:SagemakerCatalog sagemaker:FeatureGroup sagemaker:Hub sagemaker:LineageGroup sagemaker:ModelCard
  sagemaker:model-package-group sagemaker:PartnerApp sagemaker:Pipeline servicecatalog:Applications
  servicecatalog:AttributeGroups ssm-contacts:Contact ssm-incidents:ResponsePlan ssm:Document ssm:Parameter ec2:CoipPool
  ec2:IpamPool ec2:IpamResourceDiscovery ec2:PrefixList ec2:Subnet ec2:SecurityGroup ec2:TrafficMirrorTarget
  ec2:TransitGateway ec2:TransitGatewayMulticastDomain ec2:VerifiedAccessGroup vpc-lattice:ResourceConfiguration
  vpc-lattice:Service vpc-lattice:ServiceNetwork`)

test('AWS RAM shares the resource types of AWS’s list, and no others', () => {
  const types = serviceGatesRows.flatMap(({ service, ram }) =>
    (ram ?? '').split(', ').flatMap((type) => (type ? [`${service}:${type.split(' ')[0]}`] : [])),
  )
  expect(types.toSorted()).toEqual(ramList.toSorted())
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html: the services, then whether they
// have resource-based policies and service-linked roles.
const iamPage = {
  neither: words(`
    account action-recommendations activate amplifybackend amplify amplifyuibuilder appstudio a2c appconfig appflow eks-auth
    elastictranscoder elemental-activations elemental-appliances-software mediaconvert medialive elemental-support-cases
    elemental-support-content aws-marketplace-management vendor-insights mechanicalturk mediaimport ec2messages ssmmessages
    serviceextract mapcredits uxc network-security-director sdb swf simspaceweaver snowball snow-device-management
    wellarchitected wickr workmailmessageflow workspaces-instances`),
  role: words(`
    account-access app-integrations application-autoscaling ecs drs eks evs elasticache mediaconnect mediapackage
    mediapackage-vod elasticmapreduce emr-containers memorydb mgh migrationhub-orchestrator migrationhub-strategy monitron mq
    neptune-db securitylake shield workmail workspaces-web`),
  policy: words('mediastore serverlessrepo signin sns sqs'),
  both: words('execute-api elasticfilesystem refactor-spaces ses s3 s3-outposts'),
}

test.each([
  ['neither', false, false],
  ['role', false, true],
  ['policy', true, false],
  ['both', true, true],
] as const)('services that have %s according to IAM’s list', (name, hasPolicies, hasRoles) => {
  const answers = iamPage[name].map((service) => {
    const policies = resourcePolicyKindOf(service) !== 'no'
    return { service, policies, roles: gatesOf(service)?.linkedRoles !== undefined }
  })
  expect(answers.filter(({ policies, roles }) => policies !== hasPolicies || roles !== hasRoles)).toEqual([])
})
