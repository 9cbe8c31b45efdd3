import type { ContextInput, Decision, Evaluator, Question, Request, Verdict } from '../evaluate/index.ts'
import { isSymbolName, parseArn, readIpRange } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Stated } from './situation.ts'
import { stackValues } from './stack-values.ts'
import { containerValues } from './template-values.ts'

const told = messagesOf('settle', {
  and: '{{first}} and {{more}}',
  absent: 'absent',
  toBe: '{{key}} to be {{value}}',
  deniedWhatever: 'The call is denied whatever {{names}} holds.',
  deniedAnyway: 'The call is denied whatever {{missingContext}} holds. We assume {{taken}}.',
  ofStack: 'The template leaves it to the stack, so we assume {{values}}.',
  ofTemplate: 'The template doesn’t say it, so we assume {{values}}.',
  otherAccount:
    'The ARN doesn’t name the account that owns the resource. AWS denied the call, and these policies deny it only for another account’s, so we assume that.',
  weKnowValue:
    'We don’t know the value of {{missingContext}}. AWS denied the call, and these policies deny it only for some values, so we assume {{taken}}.',
})

/** A verdict, and the request that it answers. */
export interface Settled {
  readonly request: Request
  readonly verdict: Verdict
  /** The assumptions, in plain words; undefined if there are none. */
  readonly inferred: Text | undefined
}

/**
 * Runs the evaluator. If its decision depends on unknown keys, but AWS states its own decision, this assumes key values that lead to
 * AWS’s decision.
 */
export function settle(evaluator: Evaluator, request: Request, stated: Pick<Stated, 'effect'>): Settled {
  const verdict = evaluator.explain(request)
  const elsewhere = inOtherAccount(evaluator, { request, verdict, inferred: undefined }, stated)
  if (elsewhere) return elsewhere
  const stack = stackValues(verdict.missingContext, request)
  const containers =
    stated.effect === 'explicit-deny' ? new Map() : containerValues(verdict.missingContext, request.resource)
  // A bucket's ARN never is an object's. Where the call is denied for that, it's denied whichever bucket is meant.
  const inContainers = assuming(evaluator, request, new Map([...stack, ...containers]))
  if (containers.size > 0 && inContainers.verdict.decision === 'implicitDeny')
    return { ...inContainers, inferred: told('ofTemplate', { values: inContainers.values }) }
  if (stack.size === 0) return settleKeys(evaluator, { request, verdict, inferred: undefined }, stated)
  const { values, ...inStack } = assuming(evaluator, request, stack)
  return settleKeys(evaluator, { ...inStack, inferred: told('ofStack', { values }) }, stated)
}

/** The answer with values for a template's names, and these in words. */
function assuming(evaluator: Evaluator, request: Request, named: ReadonlyMap<string, string>) {
  const inStack = { ...request, context: { ...request.context, ...Object.fromEntries(named) } }
  const values = allOf([...named].map(([key, value]) => told('toBe', { key, value })))
  return { request: inStack, verdict: evaluator.explain(inStack), values }
}

/**
 * A bucket's ARN names no account, so the caller's is taken. Where AWS states an explicit deny that only another account's bucket meets, it's another's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
function inOtherAccount(
  evaluator: Evaluator,
  { request, verdict }: Settled,
  { effect }: Pick<Stated, 'effect'>,
): Settled | undefined {
  const isUnknown = request.resourceAccount === undefined && parseArn(request.resource)?.account === ''
  const isOther = verdict.decision === 'allowed' || verdict.decision === 'implicitDeny'
  if (effect !== 'explicit-deny' || !isOther || !isUnknown) return undefined
  const elsewhere: Request = { ...request, resourceAccount: strange }
  const answer = evaluator.explain(elsewhere)
  return answer.decision === 'explicitDeny'
    ? { request: elsewhere, verdict: answer, inferred: told('otherAccount') }
    : undefined
}

/** An account that no one has: it only differs from the caller's. */
const strange = '000000000000'

/** The keys whose values were assumed, in lower case. */
export function keysAdded({ context: before = {} }: Request, { context: after = {} }: Request): ReadonlySet<string> {
  const known = new Set(Object.keys(before))
  return new Set(Object.keys(after).flatMap((key) => (known.has(key) ? [] : [key.toLowerCase()])))
}

/** Assumes values of keys of the request. What a document leaves open stays open. */
function settleKeys(evaluator: Evaluator, open: Settled, stated: Pick<Stated, 'effect'>): Settled {
  const { request, verdict } = open
  if (verdict.decision !== 'undetermined') return open
  // Whether a Deny applies as well is all that isn't known: what is missing leads, because it's missing whatever the values are.
  const isDenied = stated.effect === undefined && !verdict.canBeAllowed
  if (stated.effect === undefined && !isDenied) return open
  // Who signed in is a fact of the session, not of the call: no value is usual, and the answer says which one is needed.
  if (verdict.missingContext.every(isClaim)) return open
  // Nothing is usual for a name that a document leaves open, unless the call is denied whatever it is.
  if (verdict.missingContext.some(isSymbolName))
    return verdict.canBeAllowed ? open : deniedAnyway(evaluator, open, stated)
  const decision = stated.effect === 'explicit-deny' ? 'explicitDeny' : 'implicitDeny'
  for (const values of [usual(verdict, request), fitting(verdict.questions, decision)]) {
    const guess = { ...request, context: { ...request.context, ...values } }
    const answer = evaluator.explain(guess)
    if (answer.decision === decision && (!isDenied || isShown(answer)))
      return { request: guess, verdict: answer, inferred: sentence(verdict, values, isDenied) }
  }
  const complete: Request = { ...request, contextIs: 'complete' }
  const answer = evaluator.explain(complete)
  return answer.decision === decision && (!isDenied || isShown(answer))
    ? { request: complete, verdict: answer, inferred: sentence(verdict, {}, isDenied) }
    : open
}

/** Do the pasted documents show what is missing? A layer that wasn't pasted can lack anything. */
const isShown = ({ gates }: Verdict): boolean => gates.every(({ blocks, state }) => !blocks || state !== 'not given')

/** Open names only choose between an implicit and an explicit deny: then what is missing leads. */
function deniedAnyway(evaluator: Evaluator, open: Settled, { effect }: Pick<Stated, 'effect'>): Settled {
  const { request, verdict } = open
  // What can't be read may deny, unless AWS says that nothing does.
  if (effect !== 'implicit-deny' && verdict.missingContext.some(isUnread)) return open
  const values = Object.fromEntries(verdict.missingContext.filter(isSymbolName).map((name) => [name, 'another-value']))
  const elsewhere: Request = { ...request, contextIs: 'complete', context: { ...request.context, ...values } }
  const answer = evaluator.explain(elsewhere)
  if (answer.decision !== 'implicitDeny' || !isShown(answer)) return open
  return {
    request: elsewhere,
    verdict: answer,
    // Parts that can't be read are told where they're read.
    inferred: verdict.missingContext.every(isUnread)
      ? undefined
      : told('deniedWhatever', { names: allOf(verdict.missingContext) }),
  }
}

/** A part that can't be read is a symbol, too, but it has no value. */
export const isUnread = (key: string): boolean => key.startsWith('what ')

/** "cognito-identity.amazonaws.com:sub": no service's prefix has a dot in it, and every issuer's host does. */
const isClaim = (key: string): boolean => key.slice(0, key.lastIndexOf(':')).includes('.')

type Values = Readonly<Record<string, ContextInput>>

/** Usual values of keys in calls that are denied because of them. */
function usual({ missingContext }: Verdict, { resource }: Request): Values {
  const { region } = parseArn(resource) ?? {}
  const known: ReadonlyMap<string, string | undefined> = new Map([
    ['aws:multifactorauthpresent', 'false'],
    ['aws:requestedregion', region || 'us-east-1'],
    ['aws:securetransport', 'true'],
    ['aws:viaawsservice', 'false'],
  ])
  return Object.fromEntries(
    missingContext.flatMap((key) => {
      const value = known.get(key.toLowerCase())
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** The values that lead to this decision by themselves. */
function fitting(questions: readonly Question[], decision: Decision): Values {
  return Object.fromEntries(
    questions.flatMap(({ key, outcomes }) => {
      // A key that may as well be absent is left so: that's likelier than one of the values that we'd try.
      if (outcomes.some((outcome) => outcome.value === undefined && outcome.decision === decision)) return []
      const value = outcomes.find((outcome) => isTellable(key, outcome.value) && outcome.decision === decision)?.value
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** Can people be told to assume this value? What only distinguishes patterns, such as a letter, isn't an address. */
function isTellable(key: string, value: ContextInput | undefined): boolean {
  const texts = value === undefined ? [] : [value].flat()
  return texts.length > 0 && texts.every((text) => !/ip$/i.test(key) || readIpRange(String(text)) !== undefined)
}

function sentence({ missingContext }: Verdict, values: Values, isDenied: boolean): Text {
  const taken = missingContext.map((key) =>
    told('toBe', { key, value: values[key] === undefined ? told('absent') : String(values[key]) }),
  )
  return told(isDenied ? 'deniedAnyway' : 'weKnowValue', { missingContext: allOf(missingContext), taken: allOf(taken) })
}

/** "a and b and c": every one matters as much as the others. */
const allOf = ([first = '', ...more]: readonly Text[]): Text =>
  more.length === 0 ? first : told('and', { first, more: allOf(more) })
