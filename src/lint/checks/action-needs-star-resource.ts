import { type ActionPattern, matchPattern, type Statement, splitArn, wildcardMatch } from '../../iam/index.ts'
import type { Reference, Service } from '../../reference/index.ts'
import { type Check, type Found, identityTypes } from '../check.ts'
import { withFix } from '../changes.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { moveToStar } from '../move-to-star.ts'
import { quote } from '../words.ts'

/** Actions without resource types are asked for on "*", so an ARN never matches them. */
export const actionNeedsStarResource: Check = {
  code: 'ACTION_NEEDS_STAR_RESOURCE',
  type: 'WARNING',
  title: 'An action that knows no single resource is limited to an ARN',
  policyTypes: [...identityTypes, 'scp'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::reports" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" }'),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ policy: { statements }, reference }): Iterable<Found> {
    if (!reference) return
    for (const statement of statements) {
      const { action, resource, effect } = statement
      if (action?.sense !== 'any-of' || resource?.sense !== 'any-of' || resource.items.length === 0) continue
      const entries = entriesOf(statement, action)
      const wanting = entries.filter(({ value }) => namesNoResource(value, reference) && !reaches(statement, value, reference))
      for (const entry of wanting) {
        const fix = wanting.length === entries.length ? moveToStar(statement) : moveToStar(statement, entry)
        const result = effect?.value === 'Deny' ? 'does not deny it' : 'does not allow it'
        const message = `${quote(entry.value.raw)} is about no single resource, so with these ARNs the statement ${result}. It needs \`"Resource": "*"\`.`
        yield { path: entry.path, span: entry.span, message, ...withFix(fix) }
      }
    }
  },
}

/** Are all actions that this stands for without resource types? Not loaded, not known: no. */
function namesNoResource(action: ActionPattern, reference: Reference): boolean {
  const service = serviceOf(action, reference)
  if (action.kind !== 'action' || !service) return false
  const matched = [...service.actions].filter(([name]) => matchPattern(action.name, name))
  return matched.length > 0 && matched.every(([, { resourceTypes }]) => resourceTypes.length === 0)
}

const serviceOf = (action: ActionPattern, { services }: Reference): Service | undefined =>
  action.kind === 'action' ? services.get(action.service) : undefined

/**
 * Could one of the statement's resources match after all? Some services ask about such actions on an ARN that names a whole collection
 * ("arn:aws:iam::111122223333:user/" for iam:ListUsers, "arn:aws:s3:::*" for s3:ListAllMyBuckets), whatever their reference says.
 */
function reaches({ resource }: Statement, action: ActionPattern, reference: Reference): boolean {
  const service = serviceOf(action, reference)
  return !service || (resource?.items.some(({ value }) => reachesCollection(value.raw, service)) ?? false)
}

function reachesCollection(raw: string, service: Service): boolean {
  const parts = splitArn(raw)
  if (!parts || wildcardMatch(raw, '*')) return /[*?$]/.test(raw)
  const [, , of, , , name] = parts
  if (/[*?$]/.test(of)) return true
  if (of !== service.prefix) return false
  return collectionsOf(service).some((collection) => wildcardMatch(name, collection))
}

/** How a service may write "all of them" in the last part of an ARN: "*", and each resource type without its name. */
function collectionsOf({ resourceTypes }: Service): readonly string[] {
  const names = [...resourceTypes.values()].map(({ arn }) => splitArn(arn.replaceAll(/\$\{[^}]*\}/g, '\u0000'))?.[5] ?? '')
  return ['', '*', ...names.flatMap((name) => [name.replaceAll('\u0000', ''), name.replaceAll('\u0000', '*')])]
}
