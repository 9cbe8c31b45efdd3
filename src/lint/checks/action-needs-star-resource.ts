import { type ActionPattern, matches, type Pattern, type Statement, splitArn } from '../../iam/index.ts'
import type { Action, Service } from '../../reference/index.ts'
import { withFix } from '../changes.ts'
import { identityTypes, type Subject } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { moveToStar, useStar } from '../move-to-star.ts'

/** Actions without resource types are asked for on "*", so an ARN never matches them. */
export const actionNeedsStarResource = check({
  code: 'ACTION_NEEDS_STAR_RESOURCE',
  own: true,
  type: 'WARNING',
  title: 'An action without resource-level permissions is limited to an ARN',
  messages: {
    found:
      '`{{entry}}` doesn\'t support resource-level permissions, so with these ARNs the statement doesn\'t allow it. It needs `"Resource": "*"`.',
    inDeny:
      '`{{entry}}` doesn\'t support resource-level permissions, so with these ARNs the statement doesn\'t deny it. It needs `"Resource": "*"`.',
  },
  policyTypes: [...identityTypes, 'scp'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::reports" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" }'),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find(subject) {
    const { statements, text } = subject.policy
    for (const statement of statements) {
      const entries = entriesOf(statement.action)
      const unreached = isComparable(statement)
        ? entries.filter(({ value }) => isUnreached(value, statement, subject))
        : []
      for (const entry of unreached) {
        const fix = unreached.length === entries.length ? useStar(statement) : moveToStar(text, statement, entry)
        const message = told(statement.effect?.value === 'Deny' ? 'inDeny' : 'found', { entry: entry.value.raw })
        yield { path: entry.path, span: entry.span, message, ...withFix(fix) }
      }
    }
  },
})

/** More pairs of an action and a resource are not compared; no policy that AWS accepts is long enough for them. */
const mostPairs = 10_000

const isComparable = ({ action, resource, effect }: Statement): boolean =>
  effect !== undefined &&
  action?.sense === 'any-of' &&
  resource?.sense === 'any-of' &&
  resource.items.length > 0 &&
  resource.items.every(({ value }) => value.kind === 'arn') &&
  action.items.length * resource.items.length <= mostPairs

/** Has the action no resource types, and can none of the statement's resources match what it is asked on? */
function isUnreached(action: ActionPattern, { resource }: Statement, { reference, matched }: Subject): boolean {
  const service = action.kind === 'action' ? reference?.services.get(action.service) : undefined
  if (action.kind !== 'action' || !service || !nameNoResource(matched(action) ?? [])) return false
  if (typeLeftOut.has(action.raw.toLowerCase())) return false
  const collections = isAskedOnStar(service, action.name) ? [] : collectionsOf(service)
  return !resource?.items.some(({ value }) => reaches(value.raw, service, collections))
}

/** Actions that AWS asks for on a resource which their list leaves out. https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html */
const typeLeftOut: ReadonlySet<string> = new Set(['ssmmessages:opendatachannel'])

/** Are there actions, and all of them without resource types? */
const nameNoResource = (actions: readonly Action[]): boolean =>
  actions.length > 0 && actions.every(({ resourceTypes }) => resourceTypes.length === 0)

/**
 * Could this resource match after all? Some services ask about such actions on an ARN that names a whole collection
 * ("arn:aws:iam::111122223333:user/" for iam:ListUsers, "arn:aws:s3:::*" for s3:ListAllMyBuckets), whatever their reference says.
 */
function reaches(raw: string, { prefix }: Service, collections: readonly string[]): boolean {
  const parts = splitArn(raw)
  if (!parts) return /[*?$]/.test(raw)
  const [, , service, , , name] = parts
  if (/[*?$]/.test(service)) return true
  return service === prefix && collections.some((collection) => matches(name, collection))
}

/**
 * EC2 and EC2 Auto Scaling ask about what they describe on `*`, never on a collection: their denials name no resource.
 * https://aws.amazon.com/blogs/security/demystifying-ec2-resource-level-permissions/
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/security_iam_service-with-iam.html
 */
const isAskedOnStar = ({ prefix }: Service, { raw }: Pattern): boolean =>
  (prefix === 'ec2' || prefix === 'autoscaling') && /^describe/i.test(raw)

/** How a service may write "all of them" in the last part of an ARN: "*", and each resource type without its name. */
function collectionsOf({ resourceTypes }: Service): readonly string[] {
  const names = [...resourceTypes.values()].map(({ arn }) => splitArn(arn.replaceAll(/\$\{[^}]*\}/g, '\0'))?.[5] ?? '')
  return ['', '*', ...names.flatMap((name) => [name.replaceAll('\0', ''), name.replaceAll('\0', '*')])]
}
