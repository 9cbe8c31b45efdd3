import { type PolicyType, parseArn } from '../../iam/index.ts'
import { fromTemplate } from './templates.ts'
import { near, type Trail } from './tree.ts'

/** What the output around a policy says about it. */
export interface Told {
  /** Undefined: only its content shows the type. */
  readonly policyType: PolicyType | undefined
  /** One clause, for "because …"; undefined if nothing around the policy shows the type. */
  readonly because: string | undefined
  readonly name: string | undefined
  /** The ARN or the name of the user, group, role or resource that it is attached to. */
  readonly holder: string | undefined
  /** The policy's own ARN. */
  readonly arn: string | undefined
}

/** A policy under one of these keys. `sibling`: another key of the same object, required if `key` alone is ambiguous. */
interface Shape {
  readonly key: string
  readonly sibling?: string
  readonly policyType: PolicyType
  readonly because: string
  readonly name?: readonly string[]
  readonly holder?: readonly string[]
}

/** Of the output of get-policy-version. https://docs.aws.amazon.com/cli/latest/reference/iam/get-policy-version.html */
export const becauseVersion = 'it is a version of a managed policy'
/** Of the output of get-group-policy. */
export const becauseOfGroup = 'it is the inline policy of a group'
/** Of the outputs of get-role-policy and get-user-policy. */
export const becauseInline = 'it is the inline policy of a user, group or role'

const ofFunctions = 'the Serverless Framework gives these statements to the functions’ role'
const managedOfFunctions = 'the Serverless Framework gives it to the functions’ role'
const ofServiceAccount = 'eksctl gives it to a service account’s role'

/**
 * Clauses of policies that a deployment gives to the roles of what it deploys, and not to the one who deploys.
 * https://www.serverless.com/framework/docs/providers/aws/guide/iam
 */
export const forFunctions: ReadonlySet<string> = new Set([ofFunctions, managedOfFunctions, ofServiceAccount])

/** The outputs of AWS's command line, and the fields of its APIs. The first match counts. */
const shapes: readonly Shape[] = [
  {
    key: 'AssumeRolePolicyDocument',
    policyType: 'trust',
    because: 'it’s under AssumeRolePolicyDocument, the trust policy of a role',
    name: ['RoleName'],
    holder: ['Arn', 'RoleName'],
  },
  {
    key: 'PolicyDocument',
    sibling: 'VpcEndpointId',
    policyType: 'vpc-endpoint',
    because: 'it comes with a VPC endpoint',
    name: ['VpcEndpointId'],
    holder: ['VpcEndpointId'],
  },
  ...(['UserName', 'RoleName', 'GroupName', 'PolicyName'] as const).map(
    (sibling): Shape => ({
      key: 'PolicyDocument',
      sibling,
      policyType: 'identity',
      because: sibling === 'GroupName' ? becauseOfGroup : becauseInline,
      name: ['PolicyName'],
      holder: ['Arn', sibling],
    }),
  ),
  {
    key: 'Document',
    sibling: 'VersionId',
    policyType: 'identity',
    because: becauseVersion,
    name: ['PolicyName', 'VersionId'],
  },
  // A session policy in a program: it limits what the new session may do. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  ...(['RoleSessionName', 'RoleArn', 'DurationSeconds'] as const).map(
    (sibling): Shape => ({
      key: 'Policy',
      sibling,
      policyType: 'session',
      because: 'it is the Policy of a call that opens a session',
    }),
  ),
  {
    key: 'InlinePolicy',
    policyType: 'identity',
    because: 'it is the inline policy of a permission set',
  },
  ...(
    [
      ['iamRoleStatements', ofFunctions],
      ['iamManagedPolicies', managedOfFunctions],
      ['attachPolicy', ofServiceAccount],
    ] as const
  ).map(([key, because]): Shape => ({ key, policyType: 'identity', because })),
  ...(
    [
      ['Policy', 'QueueArn', 'it is the policy of a queue'],
      ['Policy', 'TopicArn', 'it is the policy of a topic'],
      ['Policy', 'RevisionId', 'it is the policy of a function'],
      ['Policy', 'PolicyName', 'it is a key policy, as get-key-policy gives it'],
      ['ResourcePolicy', 'ARN', 'it is the policy of a secret'],
      ['policyText', 'repositoryName', 'it is the policy of a repository'],
      ['ResourcePolicy', '', 'it is a resource’s policy'],
      ['policyText', '', 'it is a resource’s policy'],
      ['policy', 'resourceArn', 'it is a resource’s policy'],
    ] as const
  ).map(
    ([key, sibling, because]): Shape => ({
      key,
      ...(sibling === '' ? {} : { sibling }),
      policyType: 'resource',
      because,
      name: ['Name', 'repositoryName', 'QueueArn', 'TopicArn'],
      holder: ['ARN', 'QueueArn', 'TopicArn', 'resourceArn', 'repositoryName'],
    }),
  ),
]

/** Of statements where the Serverless Framework doesn't look for any. https://www.serverless.com/framework/docs/providers/aws/guide/iam */
export const becauseUnused = 'it’s under custom, where the Serverless Framework takes no permissions from'

/** What the objects around a policy say about it: command-line output, a template, a Terraform plan. */
export function toldBy(whole: Trail): Told {
  // Calls that write JSON change nothing about what it's given to.
  const trail = whole.filter(
    ({ key }) => !/^call:(?:JSON\.stringify|json\.dumps|[\w.]*(?:toJsonString|jsonStringify))$/.test(key),
  )
  const last = trail.at(-1)
  const arn = [near(trail, 'PolicyArn'), near(trail, 'Arn')].find((text) => /:policy\//.test(text ?? ''))
  if (!last) return nothing
  const template = fromTemplate(trail)
  if (template) return { ...nothing, ...template }
  const content = organizationPolicy(trail)
  if (content) return { ...content, arn }
  // `provider: iam: role: statements:` of the Serverless Framework. https://www.serverless.com/framework/docs/providers/aws/guide/iam
  if (last.key === 'role' && trail.at(-2)?.key === 'iam')
    return {
      ...nothing,
      policyType: 'identity',
      because: ofFunctions,
      arn,
    }
  if (last.key === 'iamRoleStatements' && trail.at(-2)?.key === 'custom')
    return { ...nothing, policyType: 'identity', because: becauseUnused, arn }
  const shape = shapes.find(
    ({ key, sibling }) => key === last.key && (sibling === undefined || near(trail.slice(-2), sibling) !== undefined),
  )
  if (!shape) return { ...nothing, arn }
  const { policyType, because, name = [], holder = [] } = shape
  const held = near(trail, ...holder)
  return { policyType, because, name: nameOf(trail, name, policyType), holder: policyArn(held) ? undefined : held, arn }
}

const nothing: Told = { policyType: undefined, because: undefined, name: undefined, holder: undefined, arn: undefined }

const policyArn = (text: string | undefined): boolean => parseArn(text ?? '')?.resource.startsWith('policy/') ?? false

function nameOf(trail: Trail, keys: readonly string[], type: PolicyType): string | undefined {
  const name = near(trail, ...keys)
  if (name === undefined) return undefined
  if (type === 'trust') return `Trust policy of ${name}`
  return /^v\d+$/.test(name) ? `Managed policy, version ${name}` : name
}

/** `organizations describe-policy`: the document is a string next to a summary that gives its type. */
function organizationPolicy(trail: Trail): Omit<Told, 'arn'> | undefined {
  if (trail.at(-1)?.key !== 'Content') return undefined
  const summary = trail.at(-1)?.object.members.find(({ key }) => key.value === 'PolicySummary')?.value
  const within: Trail = summary?.kind === 'object' ? [{ object: summary, key: '' }] : trail.slice(-1)
  const kind = near(within, 'Type')
  const policyType = kind === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : 'scp'
  return { policyType, because: 'it comes from AWS Organizations', name: near(within, 'Name'), holder: undefined }
}
