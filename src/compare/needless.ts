import { type StatementRef, statementsOf } from '../evaluate/index.ts'
import {
  attachedToResource,
  namesPrincipals,
  type PolicyType,
  type PrincipalPattern,
  readPolicy,
  type Statement,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { readJson } from '../text/index.ts'
import { search } from './compare.ts'

/** A statement that changes nothing, and why. */
export interface NeedlessStatement {
  readonly statement: StatementRef
  /** "covered": other statements of the same effect say all of it. "denied": Deny statements deny all that it allows. */
  readonly why: 'covered' | 'denied'
  readonly effect: 'Allow' | 'Deny'
}

/** Policies with more statements aren't examined: each of them takes a comparison. */
const mostStatements = 24

/**
 * Statements of a policy that can be removed without a difference for any request, together with the others that stay. Several statements between
 * them can cover one, which no comparison of two statements shows. Of two that cover each other the later one is needless. Only what is proven is listed.
 */
export function needlessStatements(
  type: PolicyType,
  text: string,
  reference: Reference | undefined,
): readonly NeedlessStatement[] {
  const { policy } = readPolicy(text)
  const { statements } = policy
  if (statements.length < 2 || statements.length > mostStatements || readJson(text).problems.length > 0) return []
  const refs = new Map(statementsOf({ type, text }, 0).map(({ ref }) => [ref.statement, ref]))
  const version = policy.version?.value ?? '2008-10-17'
  const removed = new Set<number>()
  const found: NeedlessStatement[] = []
  // From the end, so that of two that cover each other the first stays.
  for (const statement of statements.toReversed()) {
    const ref = refs.get(statement.index)
    if (!statement.effective || !ref) continue
    const others = statements.filter((other) => other !== statement && !removed.has(other.index))
    const why = whyNeedless(statement, others, { type, text, version, reference })
    if (!why) continue
    removed.add(statement.index)
    found.unshift({ statement: ref, why, effect: statement.effect?.value === 'Deny' ? 'Deny' : 'Allow' })
  }
  return found
}

interface Whole {
  readonly type: PolicyType
  readonly text: string
  readonly version: string
  readonly reference: Reference | undefined
}

function whyNeedless(
  statement: Statement,
  others: readonly Statement[],
  whole: Whole,
): NeedlessStatement['why'] | undefined {
  const effect = statement.effect?.value
  const near = others.filter((other) => canShareActions(statement, other))
  const [alike, denies] = [
    near.filter((other) => other.effect?.value === effect && !(effect === 'Allow' && isWeaker(other, statement))),
    near.filter((other) => other.effect?.value === 'Deny'),
  ]
  if (alike.length > 0 && allowsNothingMore(alike, [statement], whole)) return 'covered'
  if (effect === 'Allow' && denies.length > 0 && allowsNothingMore([], [statement, ...denies], whole)) return 'denied'
  return undefined
}

/**
 * Does a statement name a caller's account, or a session's role, where the other one names the caller itself? Who is named needs no identity-based policy
 * in the resource's account, and a session isn't limited by a boundary. What the statement grants is then less, even where it covers the same requests.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function isWeaker({ principal }: Statement, { principal: named }: Statement): boolean {
  if (principal?.sense !== 'any-of' || !named) return false
  const own = principal.items.map(({ value }) => value)
  if (own.some(({ kind }) => kind === 'everyone')) return false
  const isOpen = named.sense === 'none-of' || named.items.some(({ value }) => value.kind === 'everyone')
  if (isOpen) return own.some(({ kind }) => kind === 'account' || kind === 'arn')
  return named.items.some(
    ({ value }) => !own.some(({ raw }) => raw === value.raw) && own.some((other) => namesLess(other, value)),
  )
}

function namesLess(one: PrincipalPattern, other: PrincipalPattern): boolean {
  if (other.kind !== 'arn') return false
  if (one.kind === 'account') return one.account === other.arn.account
  return one.kind === 'arn' && one.arn.service !== other.arn.service && one.arn.account === other.arn.account
}

/** Statements about different services have nothing in common, which takes no comparison to tell. */
function canShareActions(one: Statement, other: Statement): boolean {
  const [services, others] = [servicesOf(one), servicesOf(other)]
  return !services || !others || services.some((service) => others.includes(service))
}

/** The services that a statement names; undefined if it can be about any. */
function servicesOf({ action }: Statement): readonly string[] | undefined {
  if (action?.sense !== 'any-of') return undefined
  const services = action.items.flatMap(({ value }) =>
    value.kind === 'action' && !/[*?]/.test(value.service) ? [value.service] : [],
  )
  return services.length === action.items.length ? services : undefined
}

/** Do these statements allow nothing that those don't? A list of nothing but Deny statements is read as if it allowed what it denies. */
function allowsNothingMore(old: readonly Statement[], now: readonly Statement[], whole: Whole): boolean {
  const { type, reference } = whole
  const isAboutDenies = now.every(({ effect }) => effect?.value === 'Deny')
  // Alone, the statements decide without what else stands around a policy of this type.
  const alone = attachedToResource.has(type) ? type : namesPrincipals.has(type) ? 'resource' : 'identity'
  const compared = (before: string, after: string): boolean =>
    search(
      {
        type: alone,
        old: [{ type: alone, text: before }],
        new: [{ type: alone, text: after }],
        surroundings: [],
        facts: {},
        reference,
        most: 1,
      },
      (allowed) => allowed.new && !allowed.old,
    ).result === 'pass'
  if (isAboutDenies && [...old, ...now].some(exempts)) {
    const denying = (statements: readonly Statement[]): string =>
      documentOf(statements, whole, false, alone === 'trust' ? roleIsOpen : isOpen)
    return compared(denying([...old, ...now]), denying(old))
  }
  return compared(documentOf(old, whole, isAboutDenies), documentOf(now, whole, isAboutDenies))
}

/**
 * Who is exempt from a Deny by NotPrincipal isn't who an Allow with NotPrincipal leaves out: such Deny statements are compared next to an Allow of everything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
const isOpen = '{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}'
const roleIsOpen = '{"Effect":"Allow","Principal":"*","Action":"sts:*"}'
const exempts = ({ principal }: Statement): boolean => principal?.sense === 'none-of'

function documentOf(
  statements: readonly Statement[],
  { text, version }: Whole,
  turned: boolean,
  ...more: readonly string[]
): string {
  const texts = statements.map(({ span, effect }) => {
    if (!turned || !effect) return text.slice(span.from, span.to)
    return `${text.slice(span.from, effect.span.from)}"Allow"${text.slice(effect.span.to, span.to)}`
  })
  return `{"Version":${JSON.stringify(version)},"Statement":[${[...more, ...texts].join(',')}]}`
}
