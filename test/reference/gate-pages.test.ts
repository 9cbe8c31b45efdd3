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

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html, every row: whether the
// services have resource-based policies, conditions on tags, and service-linked roles. A prefix with several rows there
// has the most that one of them says. The page doesn't list the prefixes that no row here has.
type Cell = 'yes' | 'partial' | 'no'
// biome-ignore format: services with the same cells in one row
const iamPage: readonly (readonly [cells: readonly [policies: Cell, tags: Cell, roles: Cell], services: string])[] = [
  [['no', 'yes', 'no'], `
    aiops amplifyuibuilder apigateway appconfig appfabric appflow appstream appsync arc-region-switch athena b2bi
    backup-gateway backup-search bedrock bcm-data-exports bcm-pricing-calculator billingconductor budgets cleanrooms
    cleanrooms-ml cloudformation cloudfront-keyvaluestore servicediscovery cloudtrail-data application-signals
    evidently internetmonitor networkmonitor oam observabilityadmin synthetics codecommit codeconnections codedeploy
    codeguru-security codepipeline codestar comprehend cases connect-campaigns voiceid cur ce dlm datazone deadline
    detective ts ds-data ebs ecr-public elemental-activations elemental-appliances-software mediaconvert medialive
    mediapackagev2 elemental-support-cases pipes scheduler iotfleethub forecast frauddetector freertos gamelift
    gameliftstreams databrew medical-imaging healthlake omics ivschat invoicing iotanalytics iotdeviceadvisor
    iotevents iotfleetwise greengrass iotwireless kendra kendra-ranking kinesisanalytics firehose kinesisvideo geo
    lookoutequipment lookoutmetrics lookoutvision apptest managedblockchain aps vendor-insights neptune-graph
    networkflowmonitor nimble one odb partnercentral payment-cryptography pi mobiletargeting private-networks
    pca-connector-ad pca-connector-scep purchase-orders wisdom qldb quicksight rds-data rbin resiliencehub
    route53profiles route53-recovery-control-config sagemaker-geospatial savingsplans sts servicequotas signer swf
    simspaceweaver snow-device-management sqlworkbench states storagegateway scn ssm-sap ssm-quicksetup tnb timestream
    transcribe transfer translate notifications-contacts wellarchitected wickr workspaces workspaces-instances
    thinclient`],
  [['no', 'yes', 'yes'], `
    account-access app-integrations application-autoscaling mgn appmesh apprunner auditmanager dsql batch billing
    braket acm chatbot chime cloudhsm rum codecatalyst codeguru-profiler codeguru-reviewer codestar-connections
    codestar-notifications codewhisperer cognito-identity cognito-idp config connect profile dms dataexchange datasync
    devicefarm directconnect ds docdb-elastic autoscaling imagebuilder ec2-instance-connect elasticbeanstalk ecs drs
    eks evs elasticache mediatailor elasticmapreduce emr-containers emr-serverless sms-voice social-messaging fis
    finspace fsx globalaccelerator groundstation guardduty rolesanywhere inspector2 ivs iotmanagedintegrations
    iotsitewise iottwinmaker cassandra license-manager macie2 m2 grafana kafkaconnect airflow aws-marketplace memorydb
    migrationhub-orchestrator monitron mq network-firewall networkmanager osis aoss outposts panorama pcs proton
    qbusiness qapps q redshift rds repostspace ram resource-explorer-2 resource-groups robomaker
    route53-recovery-readiness route53resolver rtbfabric securityhub security-ir servicecatalog shield
    timestream-influxdb notifications vpc-lattice wafv2 waf waf-regional workmail workspaces-web qdeveloper`],
  [['no', 'no', 'no'], `
    account action-recommendations activate amplifybackend kafka-cluster appstudio a2c arsenal arc-zonal-shift
    application-transformation artifact backup-storage bcm-dashboards bcm-recommended-actions clouddirectory
    cloudsearch cloudshell applicationinsights codedeploy-commands-secure comprehendmedical consoleapp
    consolidatedbilling controlcatalog controltower cost-optimization-hub customer-verification dbqms eks-auth
    elastictranscoder elemental-support-content finspace-api freetier groundtruthlabeling health sso-directory
    identitystore sso-oauth identitystore-auth identity-sync importexport inspector-scan iot-device-tester iotjobsdata
    launchwizard license-manager-linux-subscriptions geo-maps geo-places geo-routes machinelearning
    managedblockchain-query marketplacecommerceanalytics aws-marketplace-management mechanicalturk mediaimport
    ec2messages ssmmessages serviceextract mapcredits networkmanager-chat opensearch opsworks opsworks-cm
    partnercentral-account-management payments personalize polly pricing vpce rds-db redshift-data tag rhelkb route53
    route53domains route53-recovery-cluster s3vectors sagemaker-data-science-assistant sagemaker-mlflow uxc
    network-security-director sdb s3-object-lambda snowball supportapp support-console supportplans sustainability
    ssm-guiconnect resource-explorer tax textract tiros transform user-subscriptions verified-access
    verifiedpermissions vpc-lattice-svcs workmailmessageflow`],
  [['no', 'no', 'yes'], `
    discovery appmesh-preview autoscaling-plans cognito-sync compute-optimizer devops-guru dax mediaconnect inspector
    lakeformation license-manager-user-subscriptions mgh migrationhub-strategy neptune-db securitylake support
    trustedadvisor`],
  [['yes', 'yes', 'no'], `
    codeartifact mediastore entityresolution events schemas kinesis acm-pca redshift-serverless s3express
    secretsmanager sns`],
  [['yes', 'yes', 'yes'], 'backup cloud9 dynamodb ecr kms lex refactor-spaces es organizations ses ssm-incidents'],
  [['no', 'yes', 'partial'], 'cloudwatch ec2 mediapackage mediapackage-vod fms access-analyzer sagemaker'],
  [['no', 'partial', 'no'], 'amplify bedrock-agentcore health-agent datapipeline mpa xray'],
  [['no', 'partial', 'yes'], 'cloudfront elasticloadbalancing sso lightsail'],
  [['yes', 'no', 'no'], 's3tables serverlessrepo signin ssm-contacts'],
  [['partial', 'yes', 'yes'], 'cloudtrail kafka ssm'],
  [['partial', 'partial', 'no'], 'glue iam'],
  [['partial', 'yes', 'no'], 'iot rekognition'],
  [['yes', 'no', 'yes'], 'execute-api s3-outposts'],
  [['yes', 'partial', 'no'], 'codebuild sqs'],
  [['yes', 'partial', 'partial'], 'lambda s3'],
  [['yes', 'partial', 'yes'], 'logs elasticfilesystem'],
  [['yes', 'no', 'partial'], 'glacier'],
]

const columns = ['policies', 'tags', 'roles'] as const

/** Whether our table says something else than "no", by column. */
const ours: Record<(typeof columns)[number], (service: string) => boolean> = {
  policies: (service) => resourcePolicyKindOf(service) !== 'no',
  tags: (service) => gatesOf(service)?.tags !== 'none',
  roles: (service) => gatesOf(service)?.linkedRoles !== undefined,
}

const docs = 'https://docs.aws.amazon.com'
const actions = `${docs}/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html`
const managed = `${docs}/aws-managed-policy/latest/reference/policy-list.html`
const ramPage = `${docs}/ram/latest/userguide/shareable.html`

/** Where our table differs from IAM's page: the services, whose page is better, and why. */
// biome-ignore format: one row per reason
const differences: readonly (readonly [column: (typeof columns)[number], services: string, why: string, source: string])[] = [
  ['policies', 'appmesh appsync arc-region-switch bcm-dashboards billing cloudfront servicediscovery datazone imagebuilder elasticloadbalancing sms-voice fsx aws-marketplace mpa network-firewall networkmanager odb resource-explorer-2 resource-groups route53profiles route53-recovery-control-config route53resolver sagemaker servicecatalog', 'AWS RAM writes their policies', ramPage],
  ['policies', 'appmesh-preview', 'the same as App Mesh', ramPage],
  ['policies', 'cloudhsm', 'backups are shared', `${docs}/cloudhsm/latest/APIReference/API_PutResourcePolicy.html`],
  ['policies', 'ec2', 'VPC has a row of its own, which says partial: an endpoint has a policy', `${docs}/vpc/latest/privatelink/vpc-endpoints-access.html`],
  ['policies', 'apigateway', 'an API’s policy is set with actions of apigateway, and counts for calls of the API', `${docs}/apigateway/latest/developerguide/apigateway-resource-policies.html`],
  ['policies', 'kafka-cluster', 'the cluster’s policy has kafka-cluster:* for topics and groups', `${docs}/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html`],
  ['policies', 'cloudtrail-data', 'a channel’s policy has cloudtrail-data:PutAuditEvents', `${docs}/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html`],
  ['policies', 'sts', 'AssumeRole asks the role’s trust policy', `${docs}/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html`],
  ['policies', 'appstream workspaces aoss', 'policies or permissions of their own kind', actions],
  ['policies', 'aiops dsql bedrock bedrock-agentcore cleanrooms-ml cloudsearch oam rum codeguru-profiler comprehend ecr-public mediapackagev2 mediatailor omics lookoutequipment aps osis payment-cryptography qbusiness redshift s3vectors signer s3-object-lambda vpc-lattice vpc-lattice-svcs wafv2 waf waf-regional xray', 'an action of the service puts a policy on a resource', actions],
  ['tags', 'kafka-cluster arc-zonal-shift artifact bcm-dashboards applicationinsights controltower eks-auth launchwizard license-manager-linux-subscriptions license-manager-user-subscriptions mgh payments personalize redshift-data s3tables s3vectors sagemaker-mlflow ssm-contacts textract transform verifiedpermissions vpc-lattice-svcs', 'actions or their resource types list aws:ResourceTag or aws:RequestTag', actions],
  ['tags', 'securitylake', 'its own guide says that it has them', `${docs}/security-lake/latest/userguide/security_iam_service-with-iam.html`],
  ['tags', 'mediaconnect', 'its guide says no, too, and its actions list both keys', `${docs}/service-authorization/latest/reference/list_mediaconnect.html`],
  ['tags', 'glacier s3-outposts', 'condition keys of the service hold tags', actions],
  ['tags', 'cloudfront-keyvaluestore elemental-activations elemental-appliances-software', 'no action lists a key for tags', `${docs}/service-authorization/latest/reference/list_elemental-activations.html`],
  ['roles', 'appfabric appstream appsync artifact athena bedrock-agentcore cloudformation applicationinsights application-signals internetmonitor codeconnections connect-campaigns cost-optimization-hub detective events schemas health aps neptune-graph servicequotas ssm-sap ssm-quicksetup user-subscriptions thinclient', 'a role of theirs was seen in AWS’s managed policies', managed],
  ['roles', 'cognito-identity cognito-sync', 'the page that is linked is about user pools’ roles', `${docs}/cognito/latest/developerguide/using-service-linked-roles.html`],
  ['roles', 'glacier', 'its own guide says that it has none', `${docs}/amazonglacier/latest/dev/security_iam_service-with-iam.html`],
  ['roles', 'appmesh-preview codewhisperer', 'no page that was found says whom their roles trust', `${docs}/app-mesh/latest/userguide/using-service-linked-roles.html`],
]

test.each(columns.map((column, at) => [column, at] as const))(
  '%s are those of IAM’s list, or have a reason',
  (column, at) => {
    const different = iamPage.flatMap(([cells, services]) =>
      words(services).filter((service) => ours[column](service) !== (cells[at] !== 'no')),
    )
    const explained = differences.flatMap((row) => (row[0] === column ? words(row[1]) : []))
    expect(different.toSorted()).toEqual(explained.toSorted())
  },
)

test('IAM’s list has each service once, and only services of our table', () => {
  const listed = iamPage.flatMap(([, services]) => words(services))
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.filter((service) => gatesOf(service) === undefined)).toEqual([])
  expect(listed.length).toBeGreaterThan(400)
})
