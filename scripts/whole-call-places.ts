// Resources that the shared facts describe in words, as ARNs with holes. Without them, a further action would get the ARN of its first type, whatever that is.

const ec2 = 'arn:{Partition}:ec2:{Region}:{Account}'
const glue = 'arn:{Partition}:glue:{Region}:{Account}'
const iam = 'arn:{Partition}:iam::{Account}'
const secret = 'arn:{Partition}:secretsmanager:{Region}:{Account}:secret'
const bucket = (name: string): string => `arn:{Partition}:s3:::{${name}} arn:{Partition}:s3:::{${name}}/*`
const catalog = `${glue}:catalog`
const table = `${catalog} ${glue}:database/{DatabaseName} ${glue}:table/{DatabaseName}/{TableName}`
const restApis = 'arn:{Partition}:apigateway:{Region}::/restapis'

/** What an instance is started with. The launch template is left out where a caller names none. */
const launched = [
  'arn:{Partition}:ec2:{Region}::image/{ImageId}',
  `${ec2}:subnet/{SubnetId}`,
  `${ec2}:security-group/{SecurityGroupId}`,
  `${ec2}:instance/*`,
  `${ec2}:network-interface/*`,
  `${ec2}:volume/*`,
].join(' ')
const withTemplate = `${launched} ${ec2}:launch-template/{LaunchTemplateId}`

/** The words of the facts, and what they mean. */
const places: ReadonlyMap<string, string> = new Map([
  ['image/*, instance/*, subnet/*, network-interface/*, security-group/*, volume/*, launch-template/ID', withTemplate],
  ['as for RunInstances', withTemplate],
  [
    'arn:$'.concat('{Partition}:ssm:$', '{Region}::parameter/aws/service/* or your own parameter'),
    'arn:{Partition}:ssm:{Region}:{Account}:parameter/{ParameterNameWithoutLeadingSlash} arn:{Partition}:ssm:{Region}::parameter/aws/service/*',
  ],
  ['what is launched', launched],
  ['instances, volumes', `${ec2}:instance/* ${ec2}:volume/*`],
  ['result bucket and bucket/prefix/*', bucket('ResultBucketName')],
  ['data bucket and bucket/*', bucket('DataBucketName')],
  ['catalog, database/default AND the database', `${catalog} ${glue}:database/default ${glue}:database/{DatabaseName}`],
  ['catalog, database/DB, table/DB/TABLE', table],
  ['catalog, database, table', table],
  ['secret:redshift!*', `${secret}:redshift!*`],
  ['secret:rds!*', `${secret}:rds!*`],
  [
    'the job run',
    'arn:{Partition}:emr-serverless:{Region}:{Account}:/applications/{ApplicationId} arn:{Partition}:emr-serverless:{Region}:{Account}:/applications/{ApplicationId}/jobruns/*',
  ],
  ['/restapis/*, /restapis', `${restApis} ${restApis}/*`],
  ['/restapis/*', `${restApis}/*`],
  ['the stage', `${restApis}/{RestApiId}/stages/{StageName}`],
])

/** Where the same words mean other things in each call. By the operation and the action. */
const ownPlaces: ReadonlyMap<string, string> = new Map([
  [
    'WAF AssociateWebACL elasticloadbalancing:SetWebAcl',
    'arn:{Partition}:elasticloadbalancing:{Region}:{Account}:loadbalancer/app/{LoadBalancerName}/{LoadBalancerId}',
  ],
  ['WAF AssociateWebACL appsync:SetWebACL', 'arn:{Partition}:appsync:{Region}:{Account}:apis/{GraphQLAPIId}'],
  [
    'WAF AssociateWebACL apprunner:AssociateWebAcl',
    'arn:{Partition}:apprunner:{Region}:{Account}:service/{ServiceName}/{ServiceId}',
  ],
  ['EMR RunJobFlow elasticmapreduce:AddTags', 'arn:{Partition}:elasticmapreduce:{Region}:{Account}:cluster/*'],
  ['Redshift CreateCluster secretsmanager:GetRandomPassword', '*'],
  ['Marketplace: subscribe cloudformation:CreateStack', ''],
  ['Marketplace: subscribe iam:PassRole', `${iam}:role/{RoleNameWithPath}`],
])

/** "role/eks*" is short for an ARN of IAM. */
const ofIam = /^(?:role|instance-profile)\/[\w.*/-]+$/

/** The ARNs that a fact's words mean for this action, separated by spaces; "" where the action's own kind of resource is meant. */
export const placeOf = (words: string, operation: string, action: string): string =>
  ownPlaces.get(`${operation} ${action}`) ?? places.get(words) ?? (ofIam.test(words) ? `${iam}:${words}` : '')
