import {
  answerQuestion,
  type Comparison,
  type Example,
  needlessStatements,
  noNewAccess,
  nothingShared,
} from '../compare/index.ts'
import { compile, type PolicyInput, type StatementRef } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import { type Reference, requiredServices } from '../reference/index.ts'
import type { ComparisonCase, NeverAllow } from '../session/comparison.ts'
import type { Complaint } from '../session/messages.ts'
import { positionAt } from '../text/index.ts'
import { assumptionClause, needlessSentence } from '../words/index.ts'
import { checkerLink } from './checker-link.ts'
import type { ComparisonAnswer, Difference, Outcome, Part, ShownExample, StatementPlace } from './messages.ts'
import { newEscalations } from './new-escalations.ts'
import { type ReadComparison, type ReadPolicyText, readComparisonTexts } from './read-texts.ts'

/** Loads the data of services; `missing` are those whose data can't be loaded. */
export type LoadServices = (services: readonly string[]) => Promise<{
  readonly reference: Reference | undefined
  readonly missing: readonly string[]
}>

/** Examples per question: as many as a screen shows. */
const mostExamples = 6

/** Everything that the page shows for one comparison: reads the texts, loads what they name, and compares. */
export async function answerComparison(comparison: ComparisonCase, load: LoadServices): Promise<ComparisonAnswer> {
  const read = await readComparisonTexts(comparison)
  const texts = [...read.policies.old, ...read.policies.new, ...read.policies.around].map(({ text }) => text)
  const asked = comparison.never.flatMap((never) => (never.ask === 'not-granted' ? never.actions : []))
  const { reference, missing } = await load(requiredServices([...texts, ...asked]))
  const { type, because, complaints } = read
  const ground: Ground = { read, type, reference }
  const hasBoth = read.policies.old.length > 0 && read.policies.new.length > 0
  return {
    type,
    because,
    complaints: { ...complaints, new: withNeedless(complaints.new, ground) },
    difference: hasBoth ? await differenceOf(ground) : undefined,
    never: await Promise.all(comparison.never.map((never) => neverAllowed(never, ground))),
    data: { date: reference?.date, missing },
  }
}

/** Statements of the new side that change nothing, as suggestions next to what can't be read. */
function withNeedless(
  complaints: readonly (readonly Complaint[])[],
  { read, type, reference }: Ground,
): readonly (readonly Complaint[])[] {
  return complaints.map((own, index) => [
    ...own,
    ...read.policies.new
      .filter((policy) => policy.index === index)
      .flatMap((policy) =>
        needlessStatements(type, policy.text, reference).map((needless): Complaint => {
          const { from } = policy.placeOf(needless.statement.span)
          const message = needlessSentence(needless).replace(/\.$/, '')
          const { line, column } = positionAt(policy.text, needless.statement.span.from)
          const span = { from, to: from + 1 }
          return {
            severity: 'suggestion',
            code: 'REDUNDANT_STATEMENT',
            message,
            expected: undefined,
            span,
            line,
            column,
            fix: undefined,
          }
        }),
      ),
  ])
}

interface Ground {
  readonly read: ReadComparison
  readonly type: PolicyType
  readonly reference: Reference | undefined
}

const inputsOf = (policies: readonly ReadPolicyText[], type: PolicyType): readonly PolicyInput[] =>
  policies.map(({ name, text }) => ({ type, name, text }))

/** Undefined where a policy has a syntax error: nothing is compared then, so there's nothing to say. */
async function differenceOf(ground: Ground): Promise<Difference | undefined> {
  const { read, type, reference } = ground
  const [old, now] = [inputsOf(read.policies.old, type), inputsOf(read.policies.new, type)]
  const shared = { type, surroundings: read.around, reference, most: mostExamples }
  const opened = noNewAccess({ ...shared, old, new: now })
  if (opened.result === 'unknown' && opened.because === 'unreadable-policy') return undefined
  return {
    opened: await outcomeOf(opened, { ground, allows: 'new', other: 'old' }),
    closed: await outcomeOf(noNewAccess({ ...shared, old: now, new: old }), { ground, allows: 'old', other: 'new' }),
    kept: await outcomeOf(nothingShared({ ...shared, old, new: now }), { ground, allows: 'new', other: undefined }),
    escalations:
      type === 'identity' ? newEscalations([...old, ...read.around], [...now, ...read.around], reference) : [],
  }
}

async function neverAllowed(never: NeverAllow, ground: Ground): Promise<Outcome | undefined> {
  const { read, type, reference } = ground
  if (read.policies.new.length === 0) return undefined
  const input = {
    type,
    new: inputsOf(read.policies.new, type),
    surroundings: read.around,
    reference,
    most: mostExamples,
  }
  const comparison =
    never.ask === 'not-public'
      ? answerQuestion({ check: 'not-public', resourceType: never.resourceType }, input)
      : answerQuestion({ check: 'not-granted', access: never }, input)
  return outcomeOf(comparison, { ground, allows: 'new', other: undefined })
}

interface Sides {
  readonly ground: Ground
  /** The side that allows the examples. */
  readonly allows: 'old' | 'new'
  /** The side that doesn't; undefined where there is none. */
  readonly other: 'old' | 'new' | undefined
}

async function outcomeOf(comparison: Comparison, sides: Sides): Promise<Outcome> {
  if (comparison.result !== 'fail') return comparison
  return {
    result: 'fail',
    examples: await Promise.all(comparison.examples.map((example) => shown(example, sides))),
  }
}

async function shown(example: Example, { ground, allows, other }: Sides): Promise<ShownExample> {
  const { request, statement, assumed } = example
  const { read, type, reference } = ground
  const policiesOn = (side: 'old' | 'new'): readonly PolicyInput[] => [
    ...inputsOf(read.policies[side], type),
    ...read.around,
    ...assumed,
  ]
  const verdict = other && compile(policiesOn(other), {}, reference).explain(request)
  const denied = verdict?.decision === 'explicitDeny' ? verdict.decidedBy[0] : undefined
  return {
    principal: request.principal,
    action: request.action,
    isListed: isListed(request.action, reference),
    resource: request.resource,
    context: Object.entries(request.context ?? {}).map(([key, value]) => [key, valueText(value)]),
    by: statement && placeOf(statement, allows, read),
    other: verdict && other && { decision: verdict.decision, by: denied && placeOf(denied, other, read) },
    assumed: assumed.map(({ name = '' }) => assumptionClause(name)),
    link: await checkerLink(request, policiesOn('new'), compile(policiesOn('new'), {}, reference)),
  }
}

/** Without the service's data, nothing is said against the action. */
function isListed(action: string, reference: Reference | undefined): boolean {
  const [prefix = '', name = ''] = action.split(':')
  return reference?.services.get(prefix)?.actions.has(name.toLowerCase()) ?? true
}

/** `null` says that the request doesn't carry the key. */
const valueText = (value: unknown): string =>
  value === null ? 'not present' : typeof value === 'string' ? value : JSON.stringify(value)

/** Statements of compared policies come first, then those of surrounding ones; assumed policies have no text to show. */
function placeOf(
  { policyIndex, statement, sid, span }: StatementRef,
  side: 'old' | 'new',
  { policies }: ReadComparison,
): StatementPlace | undefined {
  const own: readonly ReadPolicyText[] = policies[side]
  const policy = own[policyIndex] ?? policies.around[policyIndex - own.length]
  if (!policy) return undefined
  const part: Part = policy.part
  const at = policy.placeOf(span)
  const { line } = positionAt(policy.text, span.from)
  return { part, index: policy.index, span: at, line, label: sid === undefined ? `statement ${statement + 1}` : sid }
}
