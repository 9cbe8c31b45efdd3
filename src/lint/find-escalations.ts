import { type ActionPattern, coversAction, overlaps, type Statement } from '../iam/index.ts'
import type { Found, Subject } from './check.ts'
import { type Entry, entriesOf } from './entries.ts'
import type { EscalationPath } from './escalation-paths.ts'
import { listed, quote } from './words.ts'

/** The paths whose actions a policy all allows on every resource, each at its last action. Policies that are meant to allow everything have none. */
export function* findEscalations(
  { policy: { statements } }: Subject,
  paths: readonly EscalationPath[],
): Iterable<Found> {
  if (statements.some(isAdministrator)) return
  const granted = byService(statements.filter(isUnlimited).flatMap((each) => entriesOf(each, each.action)))
  const denied = statements.filter(({ effect }) => effect?.value === 'Deny')
  for (const path of paths) {
    const steps = path.actions.map((action) => {
      const [service = '', name = ''] = action.toLowerCase().split(':')
      return granted.get(service)?.find(({ value }) => coversAction(value, service, name))
    })
    const last = steps.at(-1)
    if (!last || steps.includes(undefined) || denied.some((each) => limits(each, path))) continue
    yield { path: last.path, span: last.span, message: messageOf(path, last) }
  }
}

const messageOf = ({ actions, how }: EscalationPath, last: Entry<ActionPattern>): string => {
  const others = actions.slice(0, -1).map(quote)
  const together = others.length > 0 ? `Together with ${listed(others)}, ` : ''
  return `${together}${quote(last.value.raw)} amounts to more permissions than the policy shows: anyone who has it can ${how}. Limit it to named resources.`
}

/** Allows its actions on all resources of a type, under no condition that would stop anyone: one on the Region or the time doesn't. */
const isUnlimited = ({ effect, action, resource, conditions, effective }: Statement): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  conditions.every(({ key }) => withoutEffect.test(key.value)) &&
  resource?.sense === 'any-of' &&
  resource.items.some(({ value }) => value.kind === 'all' || isEveryName(value.raw))

const withoutEffect = /^aws:(?:requestedregion|securetransport|currenttime|epochtime|useragent|referer)$/i

/** "arn:aws:iam::*:user/*", "arn:aws:lambda:*:*:function:*": every resource of a type, in some account. */
const isEveryName = (raw: string): boolean => /^(?:arn:[^:]*:[^:]*:[^:]*:[^:]*:)?(?:[\w-]+[:/])?\*$/.test(raw)

/** Meant to be able to do everything: that is no slip. */
const isAdministrator = ({ effect, action }: Statement): boolean =>
  effect?.value === 'Allow' &&
  (action?.sense === 'none-of' ||
    Boolean(action?.items.some(({ value }) => value.kind === 'all' || value.raw.toLowerCase() === 'iam:*')))

/** There are a hundred paths, and most policies name few services. */
function byService(entries: readonly Entry<ActionPattern>[]): ReadonlyMap<string, readonly Entry<ActionPattern>[]> {
  const found = new Map<string, Entry<ActionPattern>[]>()
  for (const entry of entries) {
    if (entry.value.kind !== 'action') continue
    const of = found.get(entry.value.service) ?? []
    of.push(entry)
    found.set(entry.value.service, of)
  }
  return found
}

/** Might this Deny stop the path, on some resource or under some condition? */
const limits = ({ action }: Statement, { actions }: EscalationPath): boolean =>
  action?.sense === 'none-of' ||
  actions.some((step) =>
    action?.items.some(({ value }) => value.kind === 'all' || overlaps(value.raw.toLowerCase(), step.toLowerCase())),
  )
