import type { Denial } from '../denial/index.ts'
import { parseArn } from '../iam/index.ts'
import { linkedServicesOf } from '../reference/index.ts'
import { calledActions } from './called-action.ts'
import type { Case } from './diagnosis.ts'

/** Services whose service-linked role carries another name than their prefix. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
const principals: ReadonlyMap<string, string> = new Map([
  ['apigateway', 'ops.apigateway.amazonaws.com'],
  ['emr-serverless', 'ops.emr-serverless.amazonaws.com'],
  ['es', 'opensearchservice.amazonaws.com'],
])

/** Services that have several service-linked roles, one per kind of resource: the prefix alone doesn’t identify the role. */
const several: ReadonlySet<string> = new Set(['ec2', 'application-autoscaling', 'iam', 'sts', 'organizations', 'lex'])

/** Sentences about service-linked roles that only one service says. */
const bySentence: ReadonlyMap<string, string> = new Map([
  ['slr-apigateway', 'ops.apigateway.amazonaws.com'],
  ['slr-ecs', 'ecs.amazonaws.com'],
  ['slr-ecs-capacity', 'ecs.amazonaws.com'],
  ['slr-emr-serverless', 'ops.emr-serverless.amazonaws.com'],
])

/** Sentences that name the role themselves, whichever call it was. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html */
const namedIn: ReadonlyMap<string, string> = new Map([
  ['slr-ec2-spot', 'spot.amazonaws.com'],
  ['slr-ec2-fleet', 'spotfleet.amazonaws.com'],
])

/**
 * The service whose service-linked role the call would create ("network-firewall.amazonaws.com"), as the message, the request, or the operation
 * that failed names it; undefined if nothing does.
 */
export function linkedService(given: Case, denial: Denial): string | undefined {
  const path = parseArn(given.resource ?? denial.resource ?? '')?.resource
  const named = /^role\/aws-service-role\/([\w.-]+)\//.exec(path ?? '')?.[1]
  const bySentenceId = denial.sentence && bySentence.get(denial.sentence.id)
  const called = calledActions(given)
  const sure = denial.sentence && namedIn.get(denial.sentence.id)
  return named ?? sure ?? (called.length === 0 ? bySentenceId : byCall(called))
}

/** By the call within which the role is created: the actions that its name can mean. */
function byCall([action = '', ...more]: readonly string[]): string | undefined {
  const [prefix = '', operation = ''] = action.split(':')
  const [listed, ...others] = linkedServicesOf(operation)
  if (listed !== undefined) return others.length === 0 ? listed : undefined
  if (more.length > 0 || action === 'iam:CreateServiceLinkedRole') return undefined
  return principals.get(prefix) ?? (several.has(prefix) ? undefined : `${prefix}.amazonaws.com`)
}
