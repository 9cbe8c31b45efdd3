import { answeringService, calledOperation } from '../denial/index.ts'
import {
  type PassedRole,
  passedRolesOf,
  passedToBy,
  passedToByTerraform,
  passedToService,
  roleNamed,
  wholeCallsNamed,
  wholeCallsOf,
} from '../reference/index.ts'
import type { Case } from './diagnosis.ts'

type Pasted = Pick<Case, 'paste' | 'policies'>

/** Longer texts don't say more about which service was called. */
const longest = 20_000

/**
 * The actions behind the operation that the paste names as called: "when calling the CreateCluster operation". One where the operation's name decides it,
 * or a service that the paste or a policy names, or else the error code; several services have a CreateCluster. Empty where no operation is named.
 */
export function calledActions({ paste, policies }: Pasted): readonly string[] {
  const called = calledOperation(paste)
  if (!called) return []
  const actions = [...new Set([...called.actions, ...wholeCallsNamed(called.operation)])]
  if (actions.length < 2) return actions
  const text = [paste, ...policies.map((policy) => policy.text)]
    .map((each) => each.slice(0, longest))
    .join('\n')
    .toLowerCase()
  const named = actions.filter((action) => marksOf(action).some((mark) => text.includes(mark)))
  if (named.length === 1) return named
  const left = called.byCode.filter((action) => named.length === 0 || named.includes(action))
  return left.length === 1 ? left : actions
}

/** How a policy, an ARN, a command, or a host names the service of an action. */
function marksOf(action: string): readonly string[] {
  const prefix = action.slice(0, action.indexOf(':')).toLowerCase()
  return [`"${prefix}:`, ` ${prefix}:`, `:${prefix}:`, `aws ${prefix} `, `${prefix}.amazonaws.com`]
}

/** Only Amazon EC2 answers with this code. https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html */
const codeOfEc2 = /\bUnauthorizedOperation\b/

/** Only instances get their role through one. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
const instanceProfile = /\binstance[ -]profile\b/i

/** What Terraform calls a resource: "aws_lambda_function.api". */
const terraformAddress = /\b(aws_[a-z0-9_]{2,60})\.[A-Za-z_][\w-]{0,100}/g
/** Of more resources than these, nothing says which one failed. */
const mostAddresses = 20
/** The role with which CDK deploys: it hands roles to CloudFormation. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const deployRole = /\bassumed-role\/cdk-[a-z0-9]{1,20}-deploy-role-/

/** The role with which CloudFormation works. Its nested stacks get the same one. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html */
const stackRole = /\bassumed-role\/([\w+=,.@-]{1,64})\/AWSCloudFormation\b/

/** CloudFormation names the service that it called, or the operation: "API: cloudFormation User: …", "API: ecs:CreateService User: …". */
const calledApi = /\bAPI: (?!iam\b)([A-Za-z][\w-]{1,40})(?::([A-Za-z]\w{2,60}))? /

/** The operation or the service that CloudFormation names in front of AWS's message. */
function apiNamed(text: string): { readonly action?: string; readonly service?: string } {
  const [, service, operation] = calledApi.exec(text) ?? []
  if (service === undefined) return {}
  const prefix = service.toLowerCase()
  return operation === undefined ? { service: prefix } : { action: `${prefix}:${operation}` }
}

/** The service that gets a role where the paste names no call: the only one that the resources of Terraform in it hand roles to, or CDK's. */
function passedToInTool(text: string): string | undefined {
  if (deployRole.test(text)) return 'cloudformation.amazonaws.com'
  const types = [...text.matchAll(terraformAddress)].slice(0, mostAddresses).flatMap(([, type]) => type ?? [])
  const services = new Set(types.flatMap((type) => passedToByTerraform(type) ?? []))
  const [only, ...others] = services
  return others.length === 0 ? only : undefined
}

/**
 * The service that gets this role (an ARN) in this call; undefined where nothing tells: if the operation's name is one of several services, or if the call
 * passes several roles and the name doesn't say which this one is.
 */
export function passedToIn(pasted: Pasted, role: string | undefined): string | undefined {
  const text = pasted.paste.slice(0, longest)
  const itself = stackRole.exec(text)?.[1]
  if (itself !== undefined && role?.endsWith(`/${itself}`)) return 'cloudformation.amazonaws.com'
  const api = apiNamed(text)
  const [action, ...others] = api.action === undefined ? calledActions(pasted) : [api.action]
  if (action === undefined)
    return codeOfEc2.test(text) || instanceProfile.test(text)
      ? 'ec2.amazonaws.com'
      : (passedToInTool(text) ?? passedToBy(api.service ?? answeringService(text) ?? ''))
  if (others.length > 0) return undefined
  const roles = passedRolesOf(action)
  if (roles.length > 0) return passedToOf(roles, role)
  return passedToService(action) ?? wholeCallsOf(action).find(({ passedTo }) => passedTo)?.passedTo
}

/** Of several roles, the name can tell the one; or else all that every such call passes go to one service. */
function passedToOf(roles: readonly PassedRole[], role: string | undefined): string | undefined {
  const named = role === undefined ? undefined : roleNamed(roles, role)
  if (named) return named.passedTo
  const always = roles.filter(({ isAlways }) => isAlways)
  const services = new Set((always.length > 0 ? always : roles).map(({ passedTo }) => passedTo))
  return services.size === 1 ? [...services][0] : undefined
}
