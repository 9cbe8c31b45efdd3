import { type Caller, type PolicyType, parseArn } from '../../iam/index.ts'
import { identityCenterPath, withAnyRegion } from '../identity-center.ts'
import { registryActions } from '../registry-actions.ts'
import type { Asked } from '../situation.ts'
import { unnamedService } from '../stand-in.ts'
import { nameOf } from '../words.ts'
import type { NewStatement } from './edit-policy.ts'
import type { Json } from './json-text.ts'
import { onlyFromSource } from './service-source.ts'

/** The smallest Allow for this request in a policy of this type; undefined where it would open more than it should. */
export function allowStatement(type: PolicyType, asked: Asked): NewStatement | undefined {
  const base = { Sid: sidFor(asked), Effect: 'Allow' } as const
  const Action = asked.action
  const Resource = resourceFor(asked)
  switch (type) {
    case 'identity':
    case 'permissions-boundary':
    case 'session':
      return { ...base, Action, Resource, ...onlyForService(asked) }
    case 'scp':
      return { ...base, Action, Resource: '*' }
    case 'resource': {
      const who = principalFor(asked.caller)
      return who && { ...base, ...who, Action, ...ownResource(asked), ...onlyFromSource(asked) }
    }
    case 'trust': {
      // Without conditions on its token an identity provider would let all its users in: nothing is offered for it.
      const who = comesWithToken(asked) ? undefined : principalFor(asked.caller)
      return who && { ...base, ...who, Action }
    }
    case 'vpc-endpoint': {
      const arn = principalArnOf(asked.caller)
      return arn ? { ...base, Principal: '*', Action, Resource, Condition: onlyFor(arn) } : undefined
    }
    case 'rcp':
      return undefined
  }
}

/** How a resource's own policy names it: "*" in a key policy; the policy of an ECR repository takes no Resource, that of a registry does. */
function ownResource(asked: Asked): Pick<NewStatement, 'Resource'> {
  if ((asked.service === 'ecr' && !registryActions.test(asked.action)) || asked.service === 'ecr-public') return {}
  return { Resource: asked.service === 'kms' ? '*' : resourceFor(asked) }
}

/** A caller that a token of an identity provider lets in. */
export const comesWithToken = ({ caller, action }: Asked): boolean =>
  caller.kind === 'identity-provider' || /^sts:AssumeRoleWith/i.test(action)

/** The resource as a policy can name it: its ARN, or "*" where AWS takes nothing else, whatever the message names. */
export const resourceFor = ({ request, takesArn, action, standIns }: Asked): string => {
  if (!parseArn(request.resource) || !takesArn) return '*'
  // A service makes its roles with names of its own: all that are its own will do.
  if (action === createsLinkedRole && standIns.has('resource')) {
    const any = request.resource.replace(/[^/]*$/, '*')
    return standIns.has('principal') ? any.replace(/:iam::\d{12}:/, ':iam::*:') : any
  }
  return everyRun(action, withAnyRegion(request.resource))
}

/** What a policy names of a resource that has a new name with each run: all of them. */
export function everyRun(action: string, resource: string): string {
  // Logs names no stream before it exists, and a service opens a new one with each run: the policy names every stream of the group.
  const streams = writesLogs.test(action) ? /(:log-group:[^:*]+):log-stream:.*$/ : /(:log-group:[^:*]+):log-stream:$/
  const named = resource.replace(streams, '$1:log-stream:*')
  return action === 's3:PutObject' ? named.replace(queryResult, '$1*') : named
}

/** Athena writes the result of each query into an object of its own. https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html */
export const queryResult =
  /^(arn:[\w-]+:s3:::[^*?]+\/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:csv|txt)(?:\.metadata)?$/

const writesLogs = /^logs:(?:CreateLogStream|PutLogEvents)$/

const createsLinkedRole = 'iam:CreateServiceLinkedRole'

/** The pattern that aws:PrincipalArn of this caller matches; undefined where the key does not exist. For a session that is its role. */
export function principalArnOf(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'user':
    case 'role':
    case 'root':
    case 'federated-user':
      return caller.arn
    case 'role-session': {
      const path = pathOf(caller)
      return caller.account && `arn:${caller.partition}:iam::${caller.account}:role/${path}${caller.name}`
    }
    case 'service':
    case 'origin-access-identity':
    case 'identity-provider':
    case 'account':
    case 'anonymous':
      return undefined
  }
}

/** The role's path, which a session's ARN doesn't show: Identity Center puts its Region into it, and a service-linked role has its service's name. */
function pathOf(caller: Caller): string {
  if (isIdentityCenter(caller)) return `${identityCenterPath}*`
  if (!caller.serviceLinked) return ''
  const service = linkedRoles.get(caller.name.replace(/^AWSServiceRoleFor/, ''))
  return `aws-service-role/${service === undefined ? unnamedService : `${service}.amazonaws.com`}/`
}

/**
 * Services by the end of their service-linked role's name; others have names that don't follow from it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const linkedRoles: ReadonlyMap<string, string> = new Map([
  ['AWSCloud9', 'cloud9'],
  ['AmazonEKS', 'eks'],
  ['AmazonElasticFileSystem', 'elasticfilesystem'],
  ['AutoScaling', 'autoscaling'],
  ['Backup', 'backup'],
  ['EC2Spot', 'spot'],
  ['EC2SpotFleet', 'spotfleet'],
  ['ECS', 'ecs'],
  ['ElasticLoadBalancing', 'elasticloadbalancing'],
  ['RDS', 'rds'],
])

/**
 * The caller as a Principal, with the condition that keeps it narrow where a Principal cannot say it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
function principalFor(caller: Caller): Pick<NewStatement, 'Principal' | 'Condition'> | undefined {
  if (caller.kind === 'service') return { Principal: { Service: caller.name } }
  if (caller.kind === 'account') return { Principal: { AWS: caller.arn } }
  const arn = principalArnOf(caller)
  if (!arn || !caller.account) return undefined
  // As a Principal, the root user's ARN means everyone in the account.
  if (!isIdentityCenter(caller) && caller.kind !== 'root') return { Principal: { AWS: arn } }
  return { Principal: { AWS: `arn:${caller.partition}:iam::${caller.account}:root` }, Condition: onlyFor(arn) }
}

const onlyFor = (arn: string): Json => ({ ArnLike: { 'aws:PrincipalArn': arn } })

const isIdentityCenter = (caller: Caller): boolean => caller.name.startsWith('AWSReservedSSO_')

/** The keys that name the service which gets a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const serviceKeys: ReadonlyMap<string, string> = new Map([
  ['iam:PassRole', 'iam:PassedToService'],
  [createsLinkedRole, 'iam:AWSServiceName'],
])

/** A role is passed to, or created for, one service only, where it is known which. */
function onlyForService({ action, request, standIns }: Asked): Pick<NewStatement, 'Condition'> {
  const key = serviceKeys.get(action)
  // The whole name of a service-linked role says it already.
  if (key === undefined || (action === createsLinkedRole && !standIns.has('resource'))) return {}
  const service = Object.entries(request.context ?? {}).find(([each]) => each.toLowerCase() === key.toLowerCase())?.[1]
  return typeof service === 'string' ? { Condition: { StringEquals: { [key]: service } } } : {}
}

/** Identity policies take letters and digits only. */
const sidFor = ({ action }: Asked): string => `Allow${nameOf(action).replaceAll(/[^A-Za-z0-9]/g, '')}`
