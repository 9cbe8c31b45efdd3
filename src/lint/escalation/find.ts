import { type Condition, matches, overlaps, type Statement } from '../../iam/index.ts'
import { dataText, type Told } from '../../words/index.ts'
import type { Found, Subject } from '../check.ts'
import { told } from '../messages.ts'
import { onThemselves } from './account-paths.ts'
import type { Granted, Grants } from './grants.ts'
import type { EscalationPath, Step } from './path.ts'

/** The paths whose actions a policy all allows on every resource, each at its last action. Policies that are meant to allow everything have none. */
export function* findEscalations(subject: Subject, paths: readonly EscalationPath[]): Iterable<Escalation> {
  const grants = subject.grants()
  if (!grants) return
  const said = new Set<string>()
  for (const path of paths) {
    const last = lastStep(path, grants)
    if (last && !grants.isDenied(path) && isNew(last, path, said)) yield found(last, path)
  }
}

/** The paths that need all their actions on one resource only, whichever it is. Those on every resource are left to `findEscalations`. */
export function* findOnOneResource(subject: Subject, paths: readonly EscalationPath[]): Iterable<Escalation> {
  const grants = subject.grants()
  if (!grants) return
  for (const path of paths) {
    const [first, second] = path.steps
    if (!first || !second) continue
    const isNarrow = (each: Granted, step: Step): boolean => !isEverywhere(each, step)
    const one = grants.of(first).filter((each) => isNarrow(each, first))
    if (one.length === 0) continue
    const other = grants.of(second).filter((each) => isNarrow(each, second))
    const last = other.find(({ statement }) => one.some((each) => shareResource(each.statement, statement)))
    if (last && !grants.isDenied(path)) yield found(last, path)
  }
}

/** Several actions of one service can be as good as each other; `lambda:*` allows all of them, and one sentence says so. */
function isNew({ entry }: Granted, { actions, how }: EscalationPath, said: Set<string>): boolean {
  const before = said.size
  return said.add([entry.path, how, ...actions.slice(0, -1)].join('\n')).size > before
}

/** Where a path ends in the policy; undefined if a step isn't allowed everywhere, or under a condition that stops it. */
function lastStep(path: EscalationPath, grants: Grants): Granted | undefined {
  let last: Granted | undefined
  for (const step of path.steps) {
    // Almost every policy lacks an action of almost every path.
    const granted = grants.of(step)
    if (granted.length === 0) return undefined
    last = granted.find(
      (each) => isEverywhere(each, step) && each.statement.conditions.every((condition) => isOpen(condition, path)),
    )
    if (!last) return undefined
  }
  return last
}

const alone = '`{{action}}` amounts to more permissions than the policy shows:'
const together = 'Together with `{{others}}`, `{{action}}` amounts to more permissions than the policy shows:'
const holders = 'anyone who has it can {{how}}.'
const conditional = 'anyone who meets the conditions can {{how}}.'
const byName = 'Limit it to named resources.'
const byBoundary =
  'Require a permissions boundary with `iam:PermissionsBoundary`, or list the policies with `iam:PolicyARN`.'

/** For the checks that report paths on every resource. */
export const escalationMessages = {
  alone: `${alone} ${holders} ${byName}`,
  aloneUnderConditions: `${alone} ${conditional} ${byName}`,
  together: `${together} ${holders} ${byName}`,
  togetherUnderConditions: `${together} ${conditional} ${byName}`,
} as const

/** For the check that reports paths on one resource. */
export const oneResourceMessages = {
  alone: `${alone} ${holders} ${byBoundary}`,
  aloneUnderConditions: `${alone} ${conditional} ${byBoundary}`,
  together: `${together} ${holders} ${byBoundary}`,
  togetherUnderConditions: `${together} ${conditional} ${byBoundary}`,
} as const

/** What both kinds of checks find: their messages have the same IDs and the same places. */
interface Escalation extends Pick<Found, 'path' | 'span'> {
  readonly message: {
    readonly id: keyof typeof escalationMessages
    readonly data: { readonly action: string; readonly how: Told; readonly others: readonly string[] }
  }
}

function found({ entry, statement }: Granted, { actions, how }: EscalationPath): Escalation {
  const others = actions.slice(0, -1)
  const data = { action: entry.value.raw, how: dataText(how), others }
  const isConditional = statement.conditions.length > 0
  const place = { path: entry.path, span: entry.span }
  if (others.length === 0)
    return { ...place, message: isConditional ? told('aloneUnderConditions', data) : told('alone', data) }
  return { ...place, message: isConditional ? told('togetherUnderConditions', data) : told('together', data) }
}

/** Allows the action on all resources of a type, or on the caller itself. */
function isEverywhere({ reach }: Granted, { service, name }: Step): boolean {
  const { everyName, theCaller } = reach()
  return everyName || (theCaller && service === 'iam' && onThemselves.has(name))
}

/**
 * A condition on who calls, when, and from where chooses those who can take the path, and doesn't stop them. One on the service that a role is passed
 * to stops the paths through other services.
 */
function isOpen({ key, operator: { value: operator }, values }: Condition, { passedTo }: EscalationPath): boolean {
  const name = key.value.toLowerCase()
  if (aboutTheCall.test(name)) return true
  if (name !== 'iam:passedtoservice' || passedTo === undefined || !operator || operator.negated) return false
  return values.some(({ value }) =>
    operator.comparison === 'string-like' ? matches(value.raw, passedTo) : value.raw === passedTo,
  )
}

const aboutTheCall =
  /^aws:(?:requestedregion|securetransport|currenttime|epochtime|tokenissuetime|useragent|referer|multifactorauth(?:present|age)|sourceip|vpcsourceip|sourcevpce?|principal(?:account|arn|orgid|orgpaths|type|tag\/.*)|userid|username)$/

/** Is there a resource that both statements allow their actions on, under conditions that stop nothing? */
function shareResource(one: Statement, other: Statement): boolean {
  const isLimited = [one, other].some(({ conditions }) =>
    conditions.some(({ key }) => !aboutTheCall.test(key.value.toLowerCase())),
  )
  if (isLimited || one.resource?.sense !== 'any-of' || other.resource?.sense !== 'any-of') return false
  const others = other.resource.items
  return one.resource.items.some(({ value }) =>
    others.some((each) => each.value.raw === value.raw || overlaps(each.value.raw, value.raw)),
  )
}
