// Services, roles, and origins with rules of their own.
import { type Case, guide, type Rule } from './rule.ts'
import { allow, at, deny, full, here, identity, policy, queue, role, there, user } from './scenario.ts'

const docs = 'https://docs.aws.amazon.com'
const everyone = policy('resource', allow('*', { Principal: '*' }))
const both = [full, everyone]
const arn = (service: string, resource: string): string => `arn:aws:${service}:us-east-1:${there}:${resource}`
/** Both sides allow everything, and still the decision is this one. */
const asked = (action: string, on: string, decision: 'allowed' | 'implicitDeny'): Case => [
  action,
  { action, on, owner: there, policies: both },
  decision,
  [],
]
const denied = (action: string, on: string): Case => asked(action, on, 'implicitDeny')
const works = (action: string, on: string): Case => asked(action, on, 'allowed')
const lattice = {
  action: 'vpc-lattice-svcs:Invoke',
  on: `arn:aws:vpc-lattice:us-east-1:${here}:service/svc-0123456789abcdef0/*`,
} as const
const latticePolicy = policy('resource', allow('vpc-lattice-svcs:Invoke', { Principal: { AWS: user } }))
const domain = `arn:aws:codeartifact:us-east-1:${here}:domain/d`
const url = {
  as: 'anonymous',
  action: 'lambda:InvokeFunctionUrl',
  on: `arn:aws:lambda:us-east-1:${here}:function:f`,
} as const
const urlPolicy = (actions: readonly string[]) => policy('resource', allow(actions, { Principal: '*' }))
const collection = { action: 'aoss:APIAccessAll', on: `arn:aws:aoss:us-east-1:${here}:collection/abc` } as const
const originIdentity = (id: string): string => `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${id}`
const fromCloudFront = {
  as: originIdentity('E2QWRUHAPOMQZL'),
  action: 's3:GetObject',
  on: 'arn:aws:s3:::reports/index.html',
  owner: here,
} as const
const forIdentity = (id: string) =>
  policy(
    'resource',
    allow('s3:GetObject', { Principal: { AWS: originIdentity(id) }, Resource: 'arn:aws:s3:::reports/*' }),
  )

export const ownRules: readonly Rule[] = [
  {
    number: 155,
    says: 'A call to a VPC Lattice service needs an Allow in the identity-based policy and in the auth policy, in one account, too.',
    source: `${docs}/vpc-lattice/latest/ug/auth-policies.html`,
    cases: [
      ['the auth policy alone', { ...lattice, policies: [latticePolicy] }, 'implicitDeny', ['identity']],
      ['the identity-based policy alone', { ...lattice, policies: [full] }, 'implicitDeny', ['resource']],
      ['both', { ...lattice, policies: [full, latticePolicy] }, 'allowed'],
    ],
  },
  {
    number: 156,
    says: 'A Lambda function URL needs lambda:InvokeFunctionUrl and lambda:InvokeFunction.',
    source: `${docs}/lambda/latest/dg/urls-auth.html`,
    cases: [
      ['only the first', { ...url, policies: [urlPolicy(['lambda:InvokeFunctionUrl'])] }, 'implicitDeny', ['resource']],
      ['both', { ...url, policies: [urlPolicy(['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'])] }, 'allowed'],
      [
        'the second for calls through a URL only',
        {
          ...url,
          policies: [
            policy(
              'resource',
              allow('lambda:InvokeFunctionUrl', { Principal: '*' }),
              allow('lambda:InvokeFunction', {
                Principal: '*',
                Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
              }),
            ),
          ],
        },
        'allowed',
      ],
    ],
  },
  {
    number: 157,
    says: 'AWS ignores a CodeArtifact policy when someone replaces that policy.',
    source: `${docs}/codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html`,
    cases: [
      [
        'its Deny',
        {
          action: 'codeartifact:PutDomainPermissionsPolicy',
          on: domain,
          policies: [full, policy('resource', deny('codeartifact:*', { Principal: '*' }))],
        },
        'allowed',
      ],
      [
        'its Allow',
        {
          action: 'codeartifact:PutDomainPermissionsPolicy',
          on: domain,
          policies: [policy('resource', allow('codeartifact:*', { Principal: '*' }))],
        },
        'implicitDeny',
        ['identity'],
      ],
      denied('codeartifact:PutDomainPermissionsPolicy', arn('codeartifact', 'domain/d')),
    ],
  },
  {
    number: 158,
    says: 'Only an identity-based policy can allow ecr:GetAuthorizationToken.',
    source: `${docs}/AmazonECR/latest/userguide/repository-policies.html`,
    cases: [
      [
        'a repository policy',
        { action: 'ecr:GetAuthorizationToken', policies: [policy('resource', allow('ecr:*', { Principal: '*' }))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        'an identity-based policy',
        { action: 'ecr:GetAuthorizationToken', policies: [identity(allow('ecr:GetAuthorizationToken'))] },
        'allowed',
      ],
    ],
  },
  {
    number: 159,
    says: 'The policy of a Prometheus workspace counts for Prometheus-compatible calls only.',
    source: `${docs}/prometheus/latest/APIReference/API_PutResourcePolicy.html`,
    cases: [
      works('aps:RemoteWrite', arn('aps', 'workspace/ws-1')),
      denied('aps:DeleteWorkspace', arn('aps', 'workspace/ws-1')),
    ],
  },
  {
    number: 160,
    says: 'OpenSearch Serverless also asks its own data access policies.',
    source: `${docs}/opensearch-service/latest/developerguide/serverless-data-access.html`,
    cases: [
      ['no one says what they allow', { ...collection, policies: [full] }, 'undetermined'],
      ['they allow it', { ...collection, facts: { dataAccessPolicy: true }, policies: [full] }, 'allowed'],
      ['they don’t', { ...collection, facts: { dataAccessPolicy: false }, policies: [full] }, 'implicitDeny'],
    ],
  },
  {
    number: 161,
    says: 'A role’s ARN as the caller is limited by the role’s permissions boundary, also where a resource-based policy names the role.',
    source: guide('reference_policies_evaluation-logic_policy-eval-denyallow'),
    cases: [
      [
        'a silent boundary',
        {
          as: role,
          action: 'sqs:SendMessage',
          on: queue,
          policies: [
            policy('permissions-boundary', allow('ec2:*')),
            policy('resource', allow('sqs:SendMessage', { Principal: { AWS: role } })),
          ],
        },
        'implicitDeny',
        ['permissions-boundary'],
      ],
      [
        'a silent session policy',
        {
          as: role,
          action: 'sqs:SendMessage',
          on: queue,
          policies: [
            policy('session', allow('ec2:*')),
            policy('resource', allow('sqs:SendMessage', { Principal: { AWS: role } })),
          ],
        },
        'implicitDeny',
        ['session'],
      ],
    ],
  },
  {
    number: 162,
    says: 'Only a role below /aws-service-role/ is linked to a service. A user whose name looks like it is limited by SCPs.',
    source: guide('id_roles_create-service-linked-role'),
    cases: [
      [
        'a user named like such a role',
        {
          as: `arn:aws:iam::${here}:user/AWSServiceRoleForX`,
          policies: [full, at('r-root', policy('scp', deny('*')))],
        },
        'explicitDeny',
        ['scp'],
      ],
      [
        'a user with such a path',
        {
          as: `arn:aws:iam::${here}:user/aws-service-role/mary`,
          policies: [full, at('r-root', policy('scp', deny('*')))],
        },
        'explicitDeny',
        ['scp'],
      ],
      [
        'a role below the path',
        {
          as: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
          policies: [full, at('r-root', policy('scp', deny('*')))],
        },
        'allowed',
      ],
    ],
  },
  {
    number: 163,
    says: 'A bucket policy can name CloudFront’s origin access identity.',
    source: `${docs}/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html`,
    cases: [
      ['it names this one', { ...fromCloudFront, policies: [forIdentity('E2QWRUHAPOMQZL')] }, 'allowed'],
      [
        'it names another',
        { ...fromCloudFront, policies: [forIdentity('E1ABCDEFGHIJKL')] },
        'implicitDeny',
        ['resource'],
      ],
    ],
  },
]
