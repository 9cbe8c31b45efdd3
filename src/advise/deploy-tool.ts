import { messagesOf, type Text } from '../words/index.ts'
import type { Dependent } from './diagnosis.ts'
import type { Evaluated } from './situation.ts'

const told = messagesOf('deploy-tool', {
  stack: '{{tool}} makes these calls for the stack, one after the other',
  validate: '{{tool}} has the template checked',
  package: '{{tool}} uploads the packages to this bucket',
  functions: 'for the functions: {{tool}} and CloudFormation call them with the caller’s permissions',
  roles:
    'if the deployment makes roles: CloudFormation makes them with the caller’s permissions. Someone who can change roles can gain their permissions',
  pass: 'if the functions get roles: the deployment hands them to Lambda',
  logs: 'if the deployment makes log groups',
  api: 'if the deployment makes an API',
  managedStack: 'SAM keeps a stack of its own for the bucket of its packages, with --guided or --resolve-s3',
  transform: 'SAM’s templates use this transform',
  images: 'the bootstrap stack has a repository for images',
  version: 'the bootstrap stack keeps its version in this parameter',
  bootstrapRoles:
    'the bootstrap stack has five roles. Someone who can change roles can gain their permissions, so let an administrator bootstrap if you can',
})

/** What a tool calls next, on an ARN with {stack}, {region}, {account}, and {partition}. */
interface Need {
  readonly actions: string
  readonly on: string
  readonly why: Parameters<typeof told>[0]
  /** Does every deployment need it? */
  readonly isCertain?: true
  readonly passedTo?: string
}

interface Tool {
  readonly name: string
  readonly sign: RegExp
  /** Only for this stack. */
  readonly stack?: string
  readonly needs: readonly Need[]
}

const onStack = 'arn:{partition}:cloudformation:{region}:{account}:stack/{stack}/*'
const ofChangeSets = 'CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet'
const ofRoles = 'GetRole CreateRole PutRolePolicy AttachRolePolicy DeleteRole DeleteRolePolicy TagRole'
const ofFunctions =
  'GetFunction CreateFunction UpdateFunctionCode UpdateFunctionConfiguration PublishVersion ListVersionsByFunction AddPermission RemovePermission TagResource'

/** "cloudformation: CreateStack UpdateStack" */
const all = (service: string, names: string): string =>
  names
    .split(' ')
    .map((name) => `${service}:${name}`)
    .join(' ')

/** The functions that a stack holds, and their roles: only a deployment that has them needs it. */
const functionsWithRoles: readonly Need[] = [
  {
    actions: all('lambda', ofFunctions),
    on: 'arn:{partition}:lambda:{region}:{account}:function:{stack}-*',
    why: 'functions',
  },
  { actions: all('iam', ofRoles), on: 'arn:{partition}:iam::{account}:role/{stack}-*', why: 'roles' },
  {
    actions: 'iam:PassRole',
    on: 'arn:{partition}:iam::{account}:role/{stack}-*',
    why: 'pass',
    passedTo: 'lambda.amazonaws.com',
  },
]

/**
 * What deployment tools call behind their first call, as reports show it: https://github.com/serverless/serverless/issues/1674,
 * https://github.com/aws/aws-sam-cli/issues/5567, https://github.com/aws/aws-dotnet-deploy/issues/687 (CDK).
 */
const tools: readonly Tool[] = [
  {
    name: 'CDK',
    sign: /\bcdk bootstrap\b|\bCDKToolkit\b/,
    stack: 'CDKToolkit',
    needs: [
      {
        actions: all('cloudformation', `${ofChangeSets} DescribeStacks DescribeStackEvents GetTemplate`),
        on: onStack,
        why: 'stack',
        isCertain: true,
      },
      {
        actions: all(
          's3',
          'CreateBucket GetBucketLocation PutBucketPolicy PutEncryptionConfiguration PutBucketVersioning PutBucketPublicAccessBlock PutLifecycleConfiguration',
        ),
        on: 'arn:{partition}:s3:::cdk-*-assets-{account}-{region}',
        why: 'package',
        isCertain: true,
      },
      {
        actions: all(
          'ecr',
          'CreateRepository DescribeRepositories SetRepositoryPolicy PutLifecyclePolicy PutImageTagMutability',
        ),
        on: 'arn:{partition}:ecr:{region}:{account}:repository/cdk-*',
        why: 'images',
        isCertain: true,
      },
      {
        actions: all('ssm', 'PutParameter GetParameters DeleteParameter'),
        on: 'arn:{partition}:ssm:{region}:{account}:parameter/cdk-bootstrap/*',
        why: 'version',
        isCertain: true,
      },
      {
        actions: all('iam', ofRoles),
        on: 'arn:{partition}:iam::{account}:role/cdk-*',
        why: 'bootstrapRoles',
      },
    ],
  },
  {
    name: 'Serverless',
    sign: /\bServerless Framework gives\b|\bServerless ?Error\b|\b(?:serverless|sls) deploy\b|\bserverless\.(?:com|ya?ml)\b|\bServerless: /,
    needs: [
      {
        actions: all(
          'cloudformation',
          `CreateStack UpdateStack DescribeStacks DescribeStackEvents DescribeStackResource DescribeStackResources ListStackResources ${ofChangeSets}`,
        ),
        on: onStack,
        why: 'stack',
        isCertain: true,
      },
      { actions: 'cloudformation:ValidateTemplate', on: '*', why: 'validate', isCertain: true },
      {
        actions: all('s3', 'CreateBucket GetBucketLocation ListBucket PutBucketPolicy PutEncryptionConfiguration'),
        on: 'arn:{partition}:s3:::{stack}-serverlessdeploymentbuck*',
        why: 'package',
        isCertain: true,
      },
      {
        actions: all('s3', 'PutObject GetObject DeleteObject'),
        on: 'arn:{partition}:s3:::{stack}-serverlessdeploymentbuck*/*',
        why: 'package',
        isCertain: true,
      },
      ...functionsWithRoles,
      {
        actions: all('logs', 'CreateLogGroup DescribeLogGroups PutRetentionPolicy TagResource'),
        on: 'arn:{partition}:logs:{region}:{account}:log-group:/aws/lambda/{stack}-*',
        why: 'logs',
      },
      {
        actions: all('apigateway', 'GET POST PUT PATCH DELETE'),
        on: 'arn:{partition}:apigateway:{region}::/*',
        why: 'api',
      },
    ],
  },
  {
    name: 'SAM',
    sign: /\bsam (?:deploy|sync)\b|\baws-sam-cli\b/,
    stack: 'aws-sam-cli-managed-default',
    needs: [
      {
        actions: all('cloudformation', `${ofChangeSets} DescribeStacks DescribeStackEvents GetTemplateSummary`),
        on: onStack,
        why: 'managedStack',
        isCertain: true,
      },
      {
        actions: all('s3', 'CreateBucket PutBucketPolicy PutEncryptionConfiguration PutBucketVersioning'),
        on: 'arn:{partition}:s3:::aws-sam-cli-managed-default-*',
        why: 'managedStack',
        isCertain: true,
      },
      {
        actions: all('s3', 'PutObject GetObject'),
        on: 'arn:{partition}:s3:::aws-sam-cli-managed-default-*/*',
        why: 'package',
        isCertain: true,
      },
    ],
  },
  {
    name: 'SAM',
    sign: /\bsam (?:deploy|sync)\b|\baws-sam-cli\b|\bsamconfig\.toml\b/,
    needs: [
      {
        actions: all('cloudformation', `${ofChangeSets} DescribeStacks DescribeStackEvents GetTemplateSummary`),
        on: onStack,
        why: 'stack',
        isCertain: true,
      },
      {
        actions: 'cloudformation:CreateChangeSet',
        on: 'arn:{partition}:cloudformation:{region}:aws:transform/Serverless-2016-10-31',
        why: 'transform',
        isCertain: true,
      },
      {
        actions: all('cloudformation', 'CreateChangeSet DescribeStacks ExecuteChangeSet DescribeChangeSet'),
        on: 'arn:{partition}:cloudformation:{region}:{account}:stack/aws-sam-cli-managed-default/*',
        why: 'managedStack',
      },
      {
        actions: all('s3', 'CreateBucket PutBucketPolicy PutEncryptionConfiguration PutBucketVersioning'),
        on: 'arn:{partition}:s3:::aws-sam-cli-managed-default-*',
        why: 'managedStack',
      },
      {
        actions: all('s3', 'PutObject GetObject'),
        on: 'arn:{partition}:s3:::aws-sam-cli-managed-default-*/*',
        why: 'package',
      },
      ...functionsWithRoles,
    ],
  },
]

/** A tool's call for its stack: the first one that is denied shows that the caller has no permissions for deployments yet. */
const ofStack =
  /^cloudformation:(?:DescribeStack\w*|ListStackResources|CreateStack|UpdateStack|CreateChangeSet|GetTemplate)$/
const stackArn = /^arn:([^:]*):cloudformation:([^:]*):([^:]*):stack\/([^/*?]+)(?:\/|$)/
const most = 20_000

/** What a deployment needs next, if a tool's call for its stack was denied. */
export function deploymentNeeds({ asked, given }: Evaluated): readonly Dependent[] {
  const [, partition = '', region = '', account = '', stack = ''] = stackArn.exec(asked.request.resource) ?? []
  if (stack === '' || !ofStack.test(asked.action)) return []
  // What was cut out of the paste says where it was.
  const text = [given.paste.slice(0, most), ...given.policies.map(({ because = '' }) => because)].join('\n')
  const tool = tools.find((each) => each.sign.test(text) && (each.stack ?? stack) === stack)
  if (!tool) return []
  const values: ReadonlyMap<string, string> = new Map(Object.entries({ partition, region, account, stack }))
  const fill = (arn: string): string => arn.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
  return tool.needs.flatMap(({ actions, on, why, isCertain = false, passedTo }) => {
    const reason: Text = told(why, { tool: tool.name })
    return actions
      .split(' ')
      .map((action) => ({ action, resource: fill(on), reason, isCertain, passedTo, via: undefined }))
  })
}
