import { type Question, readOf } from '../evaluate/index.ts'
import { type Condition, openPattern } from '../iam/index.ts'
import { inTurn, messagesOf, type Text, write } from '../words/index.ts'
import { wantedOf } from './deeds/deed.ts'
import { demandOf } from './deeds/demand.ts'
import { isMasked, isOfPrincipal, isWritten, keysOf, valuesOf } from './open-names.ts'
import { isUnread } from './settle.ts'
import type { Evaluated } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('outcomes', {
  unless: 'unless {{key}} is {{denied}}',
  ifIs: 'if {{key}} is {{values}}',
  emptyList: 'an empty list',
  addConditionKeys: 'Add the condition keys of the request.',
  decidesTogetherOthers: 'decides together with the others',
  togetherDecide: 'Together, the values behind {{keys}} decide.',
  allowedIf: 'allowed if it is {{values}}',
  deniedIf: 'denied if it is {{values}}',
  otherwiseDenied: 'allowed if it is {{values}}, otherwise denied',
  denyAppliesIf: 'the Deny applies if it is {{values}}',
  neededTogether: 'must be {{values}}, together with what the policies ask for in the other keys',
  denyAppliesUnless: 'the Deny doesn’t apply if it is {{values}}',
  otherwiseAllowed: 'denied if it is {{values}}, otherwise allowed',
  absent: 'absent',
  forSome: 'for some values of {{key}}',
  outcome: '{{key}}: {{outcome}}.',
  anyOther: '(any other value)',
  cognitoGuest: 'Whether an Amazon Cognito identity that didn’t sign in made the call',
  guestInTitle: 'whether the Amazon Cognito identity signed in',
  fits: '`{{key}}`: compare what it becomes with {{value}}.',
  ifIn: 'if {{key}} is in {{values}}',
  decidesDeny: 'decides whether the Deny applies',
})

/** "if aws:SourceVpc is vpc-1", "unless aws:MultiFactorAuthPresent is false": when the policies allow the request, for one key. */
export function conditionPhrase({ key, outcomes: known }: Question, policies: Evaluated['policies']): Text {
  const { allowed, denied } = sides(known)
  const isOpen = allowed.some((value) => value === undefined || isAnyOther(value))
  const other = denied.filter((value) => value !== undefined)
  if (isOpen && other.length > 0) return told('unless', { key, denied: oneOf(other) })
  const asked = conditionsAsked(policies, key)
  const asWritten = valuesAsked(policies, key)
  // A sample of a range says less than the range.
  if (asked.length > 0 && asked.every(({ operator: { value } }) => value?.comparison === 'ip'))
    return told('ifIn', { key, values: oneOf(asWritten) })
  const [only, ...more] = asked
  const range =
    only && more.length === 0 && only.operator.value?.order !== 'equal' ? demandOf(only, 'Allow') : undefined
  if (range) return told('ifIs', { key, values: wantedOf(range) })
  const values = allowed.length > 0 && !asWritten.some(isOfUserId) ? allowed : asWritten
  return values.length > 0 ? told('ifIs', { key, values: oneOf(values) }) : told('forSome', { key })
}

/** No message shows a role’s ID, so a sample of aws:userid says less than the variable. */
export const isOfUserId = (value: string): boolean => value.toLowerCase().includes('{aws:userid}')

type Value = Question['outcomes'][number]['value']

/** The values that lead to an Allow, and those that don't. */
const sides = (known: Question['outcomes']) => ({
  allowed: known.filter(({ decision }) => decision === 'allowed').map(({ value }) => value),
  denied: known.filter(({ decision }) => decision !== 'allowed').map(({ value }) => value),
})

const oneOf = (values: readonly Value[]): Text => {
  const texts = new Map(values.map((value) => [write(valueText(value)), valueText(value)]))
  return listed([...texts.values()].slice(0, mostValues), 'or')
}

function valueText(value: Value): Text {
  if (value === undefined) return told('absent')
  return isAnyOther(value) ? told('anyOther') : listed([value].flat()) || told('emptyList')
}

/** The conditions on a key that Allow statements have and a value can meet. */
const conditionsAsked = (policies: Evaluated['policies'], key: string): readonly Condition[] =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect }) => effect?.value === 'Allow')
    .flatMap(({ conditions }) => conditions)
    .filter(
      (condition) =>
        condition.key.value.toLowerCase() === key.toLowerCase() && condition.operator.value?.negated === false,
    )

/** Does a Deny have a condition on this key? */
const isDenied = (policies: Evaluated['policies'], key: string): boolean =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .some(
      ({ effect, conditions }) =>
        effect?.value === 'Deny' && conditions.some((each) => each.key.value.toLowerCase() === key.toLowerCase()),
    )

/** If several keys must match together: the values that the Allow statements require for this one. */
const valuesAsked = (policies: Evaluated['policies'], key: string): readonly string[] =>
  conditionsAsked(policies, key).flatMap(({ values }) => values.map(({ value }) => value.raw))

/** Which values of the missing keys lead where, a sentence each. */
export function outcomes(situation: Evaluated): Text {
  const { verdict, asked, policies } = situation
  const keys = keysOf(situation)
  // None of several masks decides by itself: one sentence says so.
  const together = verdict.questions.filter(
    ({ key, outcomes: known }) => known.length === 0 && isMasked([key], policies),
  )
  if (together.length > 1 && together.length === verdict.questions.length)
    return told('togetherDecide', { keys: listed(together.map(({ key }) => key)) })
  // A part that can't be read has no value that anyone could give.
  const lines = verdict.questions
    .filter(({ key }) => keys.includes(key) && !isUnread(key))
    .map((question) => {
      const isAllowed = question.outcomes.some(({ decision }) => decision === 'allowed')
      // Of a document's names, only the values that let the call in say anything: the others are parts of ARNs that were tried.
      if (isWritten(question.key, policies) && !isAllowed && question.outcomes.length > 0)
        return told('fits', {
          key: question.key,
          value: isOfPrincipal(question.key, policies) ? asked.request.principal : asked.request.resource,
        })
      return told('outcome', {
        key: facts.get(question.key) ?? question.key,
        outcome: outcomeText(withoutFragments(question, situation), policies),
      })
    })
  return lines.length > 0 ? inTurn(lines) : told('addConditionKeys')
}

/** Facts that no policy and no request holds, in words. */
const facts: ReadonlyMap<string, Text> = new Map([['cognitoGuest', told('cognitoGuest')]])

/** The same in a title. */
export const factsInTitles: ReadonlyMap<string, Text> = new Map([['cognitoGuest', told('guestInTitle')]])

/** More values than this aren't listed. */
const mostValues = 6

/** A key that a document compares with an open name: the values that were tried are fragments, and only what the document says is useful. */
function withoutFragments(question: Question, situation: Evaluated): Question {
  const { policies } = situation
  const raws = valuesOf(policies, question.key)
  const isOpen = raws.some((raw) => openPattern(raw) !== undefined || isOfUserId(raw))
  if (!isOpen || question.outcomes.some(({ value }) => raws.includes(String(value)))) return question
  const asked = keysOf(situation).length === 1 ? valuesAsked(policies, question.key) : []
  return asked.length === 0
    ? { ...question, outcomes: [] }
    : {
        ...question,
        outcomes: [
          { value: asked, decision: 'allowed' },
          { value: anyOther, decision: 'implicitDeny' },
        ],
      }
}

/** "allowed if it is vpc-1, denied if it is absent", "allowed if it is abc, otherwise denied": which values decide. */
function outcomeText({ key, outcomes: known }: Question, policies: Evaluated['policies']): Text {
  if (known.length === 0) return told('decidesTogetherOthers')
  const { allowed, denied } = sides(known)
  if (allowed.length === 0 && denied.some(isAnyOther)) return told('decidesDeny')
  // Nothing allows the call yet: the values only say whether the Deny stops it, too.
  if (allowed.length === 0) {
    const asked = valuesAsked(policies, key)
    // No Deny looks at this key: the Allow needs several at once, so no value of one alone is enough.
    if (asked.length > 0 && !isDenied(policies, key)) return told('neededTogether', { values: oneOf(asked) })
    const hit = known.filter(({ decision }) => decision === 'explicitDeny').map(({ value }) => value)
    return hit.length > 0
      ? told('denyAppliesIf', { values: oneOf(hit) })
      : told('denyAppliesUnless', { values: oneOf(denied) })
  }
  if (allowed.length > 0 && denied.some(isAnyOther)) return told('otherwiseDenied', { values: oneOf(allowed) })
  if (denied.length > 0 && allowed.some(isAnyOther)) return told('otherwiseAllowed', { values: oneOf(denied) })
  return inTurn(
    [
      ...(allowed.length > 0 ? [told('allowedIf', { values: oneOf(allowed) })] : []),
      ...(denied.length > 0 ? [told('deniedIf', { values: oneOf(denied) })] : []),
    ],
    ', ',
  )
}

/** How the evaluator shows a value that no policy names. */
/** A value that isn't any of the others. */
export const anyOther = '(any other value)'

const isAnyOther = (value: Value): boolean => [value].flat().join() === anyOther
