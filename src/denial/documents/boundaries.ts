import type { JsonNode, Span } from '../../text/index.ts'
import type { Told } from './shapes.ts'
import { near, objectsOf, type Trail } from './tree.ts'

/** `permissions_boundary` of Terraform, `PermissionsBoundary` of CloudFormation, and what modules and Pulumi call it. */
const boundaryKey = /^(?:\w{1,40}_)?permissions_?boundary(?:_arn)?$/i

/** Why a policy counts as a permissions boundary, if only its name says so. */
export const becauseOfName = 'its name says so'

/**
 * What a document names as a permissions boundary: "aws_iam_policy.LABEL" for Terraform's resources, else the logical ID or the name of a managed policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundariesIn(tree: JsonNode): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { members } of objectsOf(tree))
    for (const { key, value } of members) {
      if (value.kind !== 'string' || !boundaryKey.test(key.value)) continue
      const { value: text } = value
      const [, resource] = /\b(aws_iam_policy\.[\w-]{1,100})/.exec(text) ?? []
      const [, name] =
        /:policy\/(?:.{0,400}\/)?([^/]{1,200})$/.exec(text) ?? /^\$\{([\w-]{1,200})[\w.[\]]{0,100}\}$/.exec(text) ?? []
      for (const each of [resource, name]) if (each !== undefined) found.add(each)
    }
  return found
}

/** The variables that a program around a place hands over as permissions boundaries. */
export function boundaryVariables(text: string, { from, to }: Span): ReadonlySet<string> {
  const around = text.slice(Math.max(0, from - mostAround), to + mostAround)
  return new Set(
    [
      ...around.matchAll(/permissions_?boundary["']?\s{0,4}[:=]\s{0,4}([A-Za-z_]\w{0,60})/gi),
      ...around.matchAll(/PermissionsBoundary\.of\([^()\n]{1,200}\)\.apply\(([A-Za-z_]\w{0,60})/g),
    ].flatMap(([, name]) => name ?? []),
  )
}

/** As far as this from a policy, a program is searched for its use. */
const mostAround = 5000

/** Names of managed policies that are boundaries; not of those that ask for one. */
const namedSo = /^(?!.*(?:require|enforce|deny|delete|protect|without|manage)).*boundar(?:y|ies)(?:[-_ ]?policy)?$/i

/** Where a policy stands: in what, and the variable that a program gives it to. */
export interface Place {
  readonly trail: Trail
  readonly variable: string | undefined
}

/** The variable that a program assigns the managed policy to in which this place is: "boundary" for `const boundary = new iam.ManagedPolicy(…`. */
export function variableBefore(text: string, from: number): string | undefined {
  const above = text.slice(Math.max(0, from - 1000), from + 20)
  const at = above.lastIndexOf('ManagedPolicy(')
  return at < 0
    ? undefined
    : /([A-Za-z_]\w{0,60})(?:: [\w.]{1,60})? {0,4}= {0,4}(?:new )?[\w.]{0,60}$/.exec(above.slice(0, at))?.[1]
}

/** What is said about a policy, where the document uses a managed policy as a permissions boundary, or calls it one. */
export function asBoundary(told: Told, { trail, variable }: Place, boundaries: ReadonlySet<string>): Told {
  if (told.policyType !== 'identity') return told
  const names = [...ownNames(told, trail), ...(variable === undefined || !isManaged(told, trail) ? [] : [variable])]
  if (names.some((name) => boundaries.has(name)))
    return { ...told, policyType: 'permissions-boundary', because: 'the document uses it as a permissions boundary' }
  const isNamedSo = isManaged(told, trail) && names.some((name) => namedSo.test(name))
  return isNamedSo ? { ...told, policyType: 'permissions-boundary', because: becauseOfName } : told
}

/** What a reference can call the policy: its resource, its logical ID, its name. */
const ownNames = ({ name }: Told, trail: Trail): readonly string[] =>
  [
    name,
    near(trail, 'ManagedPolicyName', 'managedPolicyName', 'name'),
    ...trail.flatMap(({ key }, i) => {
      const label = trail[i + 1]?.key
      if (label === undefined) return []
      return key === 'aws_iam_policy' ? [`aws_iam_policy.${label}`] : key === 'Resources' ? [label] : []
    }),
  ].flatMap((each) => (each === undefined ? [] : [each]))

/** Only a managed policy can be a boundary; an inline policy that is called so is another thing. */
const isManaged = ({ name }: Told, trail: Trail): boolean =>
  name?.startsWith('aws_iam_policy.') === true ||
  trail.some(({ key }) => key === 'aws_iam_policy' || /^call:.*ManagedPolicy$/.test(key)) ||
  near(trail, 'Type') === 'AWS::IAM::ManagedPolicy'
