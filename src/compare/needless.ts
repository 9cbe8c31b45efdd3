import { type PolicyInput, type StatementRef, statementsOf } from '../evaluate/index.ts'
import { type PolicyType, readPolicy, type Statement } from '../iam/index.ts'
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
    near.filter((other) => other.effect?.value === effect),
    near.filter((other) => other.effect?.value === 'Deny'),
  ]
  if (alike.length > 0 && allowsNothingMore(alike, [statement], whole)) return 'covered'
  if (effect === 'Allow' && denies.length > 0 && allowsNothingMore([], [statement, ...denies], whole)) return 'denied'
  return undefined
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
  const alone =
    type === 'resource' || type === 'trust' ? type : type === 'rcp' || type === 'vpc-endpoint' ? 'resource' : 'identity'
  const side = (statements: readonly Statement[]): readonly PolicyInput[] => [
    { type: alone, text: documentOf(statements, whole, isAboutDenies) },
  ]
  const { result } = search(
    { type: alone, old: side(old), new: side(now), surroundings: [], facts: {}, reference, most: 1 },
    (allowed) => allowed.new && !allowed.old,
  )
  return result === 'pass'
}

function documentOf(statements: readonly Statement[], { text, version }: Whole, turned: boolean): string {
  const texts = statements.map(({ span, effect }) => {
    if (!turned || !effect) return text.slice(span.from, span.to)
    return `${text.slice(span.from, effect.span.from)}"Allow"${text.slice(effect.span.to, span.to)}`
  })
  return `{"Version":${JSON.stringify(version)},"Statement":[${texts.join(',')}]}`
}
