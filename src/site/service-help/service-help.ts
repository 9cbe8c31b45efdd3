// "Troubleshooting SERVICE identity and access", for any service, from the data: the same topics as AWS's own pages of that name.
import {
  type Action,
  gatesOf,
  ownAccountOnlyOperations,
  passedToService,
  type ResourcePolicyKind,
  resourcePolicyKindOf,
  rolePassings,
  type Service,
  wholeCallsOf,
} from '../../reference/index.ts'
import { actionArticles } from '../action-articles.ts'
import { exampleError, smallestStatement } from '../action-texts.ts'
import { actionPatterns } from './action-patterns.ts'
import { type ReadyPolicy, readyPolicies } from './ready-policies.ts'

/** An action that hands a role to a service. */
interface RolePassing {
  readonly action: string
  /** The service that gets it; undefined where the data doesn't say. */
  readonly passedTo: string | undefined
}

export interface ServiceHelp {
  readonly message: string
  /** The smallest statement that allows what the message is about. */
  readonly statement: string
  readonly passings: readonly RolePassing[]
  /** A policy that lets someone pass a role to the known services; undefined where none is known. */
  readonly passPolicy: string | undefined
  /** Services whose service-linked role this service uses: "lambda.amazonaws.com". */
  readonly linkedRoles: readonly string[]
  /** A policy that lets someone create the service-linked roles; undefined where there are none. */
  readonly linkedPolicy: string | undefined
  /** Patterns of the actions that accept only "*" as their resource, and how many actions they are. */
  readonly starOnly: { readonly patterns: readonly string[]; readonly count: number }
  readonly gates: readonly (readonly [gate: string, answer: string])[]
  /** How people outside the account get access, one sentence each. */
  readonly outside: readonly string[]
  /** Operations that never work from another account. */
  readonly ownAccountOnly: readonly string[]
  readonly policies: readonly ReadyPolicy[]
  /** Paths of articles about the service's actions. */
  readonly articles: readonly string[]
}

/** Everything that the data knows of a service's identity and access. */
export function serviceHelp(service: Service): ServiceHelp {
  const { prefix } = service
  const actions = [...service.actions.values()]
  const action = typicalAction(actions)
  const passings = rolePassingsOf(service)
  const gates = gatesOf(prefix)
  const linkedRoles = gates?.linkedRoles?.split(' ') ?? []
  const starOnly = actions.filter(({ resourceTypes }) => resourceTypes.length === 0)
  return {
    message: action ? exampleError(service, action) : '',
    statement: action ? smallestStatement(service, action) : '',
    passings,
    passPolicy: passPolicy(passings),
    linkedRoles,
    linkedPolicy: linkedPolicy(linkedRoles),
    starOnly: {
      patterns: actionPatterns(
        starOnly.map(({ name }) => name),
        actions.map(({ name }) => name),
      ),
      count: starOnly.length,
    },
    gates: gateAnswers(prefix),
    outside: outsideAnswers(prefix),
    ownAccountOnly: ownAccountOnlyOperations(prefix),
    policies: readyPolicies(service),
    articles: [
      ...new Set([...actionArticles].flatMap(([start, article]) => (start.startsWith(`${prefix}:`) ? [article] : []))),
    ],
  }
}

/** An action that people know: one that reads, on a resource of its own, with a short name. */
function typicalAction(actions: readonly Action[]): Action | undefined {
  const cost = ({ name, accessLevels, resourceTypes }: Action): number =>
    name.length +
    (resourceTypes.length > 0 ? 0 : 100) +
    (accessLevels.includes('Read') ? 0 : 30) +
    (/^(?:Get|Describe|List|Query|Search)/.test(name) ? 0 : 15)
  return actions.toSorted((a, b) => cost(a) - cost(b) || a.name.localeCompare(b.name, 'en'))[0]
}

/** Actions that pass a role, by our table, by whole calls, and by AWS's own list of dependent actions. */
function rolePassingsOf({ prefix, actions }: Service): readonly RolePassing[] {
  const inTable = rolePassings.flatMap((row) => row.actions).filter((action) => action.startsWith(`${prefix}:`))
  const full = [...actions.values()].map((action) => ({ action, name: `${prefix}:${action.name}` }))
  const passing = full.filter(
    ({ action, name }) =>
      action.dependentActions.includes('iam:PassRole') ||
      inTable.includes(name) ||
      wholeCallsOf(name).some(({ passedTo }) => passedTo !== undefined),
  )
  return passing.map(({ name }) => ({
    action: name,
    passedTo: passedToService(name) ?? wholeCallsOf(name).find(({ passedTo }) => passedTo)?.passedTo,
  }))
}

function passPolicy(passings: readonly RolePassing[]): string | undefined {
  const services = [...new Set(passings.flatMap(({ passedTo }) => passedTo ?? []))].sort()
  if (services.length === 0) return undefined
  return policyOf({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::123456789012:role/my-role',
    Condition: { StringEquals: { 'iam:PassedToService': services.length === 1 ? services[0] : services } },
  })
}

function linkedPolicy(services: readonly string[]): string | undefined {
  if (services.length === 0) return undefined
  const arns = services.map((service) => `arn:aws:iam::*:role/aws-service-role/${service}/*`)
  return policyOf({
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: arns.length === 1 ? arns[0] : arns,
    Condition: { StringEquals: { 'iam:AWSServiceName': services.length === 1 ? services[0] : services } },
  })
}

const policyOf = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)

/** What each kind of resource policy means for the reader. */
const resourcePolicyAnswers: Readonly<Record<ResourcePolicyKind, string>> = {
  yes: 'Yes. Its resources can have a policy, and AWS evaluates it.',
  some: 'Some of its resource types can have a policy.',
  services: 'Yes, but the policy only counts for AWS services, not for users and roles.',
  sharing: 'Only to share resources with other accounts. AWS RAM usually writes these policies.',
  delegation: 'One policy for the whole organization. It delegates tasks to member accounts.',
  own: 'The service has permissions of its own kind, next to IAM.',
  no: 'No.',
  unknown: 'Not known.',
}

const tagAnswers = {
  both: 'Yes, on some actions: aws:ResourceTag and aws:RequestTag.',
  resource: 'Only aws:ResourceTag, on some actions.',
  request: 'Only aws:RequestTag, on some actions.',
  'own key': 'Only with a condition key of the service.',
  none: 'No.',
} as const

const endpointAnswers = {
  yes: 'Yes.',
  no: 'The service has VPC endpoints, but they take no policy.',
  unknown: 'The service has VPC endpoints. AWS’s pages don’t say whether they take a policy.',
  'no endpoint': 'AWS lists no VPC endpoint for it.',
} as const

function gateAnswers(prefix: string): ServiceHelp['gates'] {
  const gates = gatesOf(prefix)
  const kind = resourcePolicyKindOf(prefix)
  if (!gates) return [['Resource-based policies', resourcePolicyAnswers[kind]]]
  return [
    ['Resource-based policies', resourcePolicyAnswers[kind]],
    ['Resource control policies (RCPs)', gates.rcp ? 'Yes.' : 'No.'],
    ['Conditions on tags', tagAnswers[gates.tags]],
    ['VPC endpoint policies', endpointAnswers[gates.endpointPolicy]],
    ...(gates.declarative === undefined ? [] : [['Policies of AWS Organizations', `${gates.declarative}.`] as const]),
    ...(gates.dataEvents === undefined
      ? []
      : [['CloudTrail', 'Calls on data aren’t recorded until you turn on data events.'] as const]),
  ]
}

function outsideAnswers(prefix: string): readonly string[] {
  const kind = resourcePolicyKindOf(prefix)
  const shared = gatesOf(prefix)?.ram?.split(', ') ?? []
  const byPolicy = kind === 'yes' || kind === 'some'
  return [
    ...(byPolicy
      ? [
          'Add their account, user, or role to the resource’s policy. Their own administrator must allow the action, too.',
        ]
      : []),
    ...(shared.length > 0 ? [`Share it with AWS RAM: ${shared.join(', ')}.`] : []),
    byPolicy || shared.length > 0
      ? 'Everything else needs a role in your account that they can assume.'
      : 'Create a role in your account that they can assume. No policy and no share does it.',
  ]
}
