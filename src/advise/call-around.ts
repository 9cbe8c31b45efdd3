import { readOf } from '../evaluate/index.ts'
import { coversAction } from '../iam/index.ts'
import { type WholeCallRow, wholeCallsWith } from '../reference/index.ts'
import { calledActions } from './called-action.ts'
import type { Evaluated, StandingPolicy } from './situation.ts'

/** The call of which the denied action is only a part. */
export interface CallAround {
  /** What that call needs; empty where no such call is known. */
  readonly rows: readonly WholeCallRow[]
  /** Nothing names the call: the policies allow only this one of those that need the action. */
  readonly isGuess: boolean
}

const none: CallAround = { rows: [], isGuess: false }

/**
 * AWS checks one permission after the other, so a message from the middle of a call names a part of it. What the whole call needs is known if the paste
 * names its operation, or if the policies already allow the beginning of exactly one call that has this part.
 */
export function callAround(situation: Evaluated): CallAround {
  const { asked, given } = situation
  const isOther = (action: string): boolean => action.toLowerCase() !== asked.action.toLowerCase()
  const rows = wholeCallsWith(asked.action).filter(({ action }) => isOther(action))
  const all = calledActions(given)
  const called = all.filter(isOther)
  const named = onlyCall(
    rows.filter(({ action }) => called.some((each) => each.toLowerCase() === action.toLowerCase())),
  )
  if (named.length > 0) return { rows: named, isGuess: false }
  // The message names the operation, so the denied action isn't a part of another one.
  if (all.length > called.length || situation.denial.actionDerived === asked.action) return none
  const services = [asked.service, ...called.map((each) => each.slice(0, each.indexOf(':')).toLowerCase())]
  const begun = rows.filter(({ action }) => isOfService(action, services) && isBegun(action, situation))
  const inferred = onlyCall(begun).filter((row) => isLikelyPart(asked.action, row))
  return inferred.length === 0 ? none : { rows: inferred, isGuess: true }
}

/** Actions that AWS checks only as a part of other calls, or that tools hardly call by themselves. */
const neverAlone =
  /^iam:(?:PassRole|CreateServiceLinkedRole)$|^kms:CreateGrant$|:(?:TagResource|CreateTags|AddTags\w{0,20}|TagRole)$/

/**
 * Can the action be a part of this call, which nothing names? An action that programs call by themselves is one of creating something only if each such
 * call needs it: a program that updates items isn't making a table with replicas.
 */
function isLikelyPart(action: string, { action: around, needs }: WholeCallRow): boolean {
  if (!/:Create/.test(around) || neverAlone.test(action)) return true
  const own = needs.filter(({ actions }) => actions.toLowerCase().split(' ').includes(action.toLowerCase()))
  return own.some(({ when }) => when === undefined)
}

/** A call can have several rows, one per use. Rows of several calls say nothing. */
const onlyCall = (rows: readonly WholeCallRow[]): readonly WholeCallRow[] =>
  new Set(rows.map(({ action }) => action)).size === 1 ? rows : []

const isOfService = (action: string, services: readonly string[]): boolean =>
  services.some((service) => action.toLowerCase().startsWith(`${service}:`))

const isBegun = (action: string, { policies }: Evaluated): boolean =>
  policies.some((policy) => policy.given && policy.type === 'identity' && names(policy, action))

/** Does a policy allow the action by name? One that allows everything says nothing about what is being done. */
function names(policy: StandingPolicy, action: string): boolean {
  const [service = '', name = ''] = action.split(':')
  return readOf(policy).policy.statements.some(
    ({ effect, action: clause }) =>
      effect?.value === 'Allow' &&
      clause?.sense === 'any-of' &&
      clause.items.some(
        ({ value }) => value.kind === 'action' && coversAction(value, service.toLowerCase(), name.toLowerCase()),
      ),
  )
}
