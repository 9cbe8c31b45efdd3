import { type Question, readOf } from '../../evaluate/index.ts'
import { isSymbolName } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import { deedFor } from '../deeds.ts'
import type { Step } from '../diagnosis.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed } from '../words.ts'
import { hasImpossibleAccount } from './arn-mismatch.ts'

/** The policies allow the request under one condition and deny it under another, and we don’t know which one is met. */
export const depends = defineCause<Evaluated>({
  id: 'depends',
  article: 'messages/which-gate',
  applies: (situation) =>
    isEvaluated(situation) && situation.verdict.decision === 'undetermined' && !hasImpossibleAccount(situation)
      ? situation
      : undefined,
  explain: (situation) => {
    const { verdict, denial, asked, policies } = situation
    const open = verdict.missingContext.filter(isSymbolName)
    if (open.length > 0 && open.every((name) => name.startsWith('what ')))
      return {
        title: `The part of the policy that you pasted doesn’t decide ${asked.action}`,
        explanation: `The rest wasn’t pasted or can’t be read, and it can allow or deny the call. Compare the Resource of what you have with the resource of the call: ${asked.request.resource}.`,
        basis: 'experience',
      }
    if (open.length > 0) return openDocuments(open, verdict)
    const keys = listed(verdict.missingContext)
    if (keys === '' || verdict.questions.length === 0)
      return {
        title: `It depends on ${keys || 'unknown details of the request'}`,
        explanation: 'The policies allow this for some values of these condition keys and deny it for others.',
      }
    const condition = listed(verdict.questions.map((question) => conditionPhrase(question, policies)))
    return denial.kind === 'access-denied'
      ? {
          title: `The policies allow ${asked.action} only under a condition on ${keys}`,
          explanation: `They allow it ${condition}. AWS denied the call, so the request probably doesn’t meet that condition.`,
        }
      : { title: `It depends on ${keys}`, explanation: `The policies allow ${asked.action} ${condition}.` }
  },
  steps: (situation) => {
    const { verdict, asked } = situation
    const say: Step = { title: 'Tell us the request’s values', text: outcomes(verdict.questions), owner: 'caller' }
    if (verdict.missingContext.some(isSymbolName))
      return [{ ...say, title: 'Give the values that the documents leave open' }, finished]
    const deeds = deedsOf(situation)
    const [first = say, ...more] = [...deeds, say]
    return [
      first,
      ...more,
      {
        title: 'If you don’t know, look at the event in CloudTrail',
        text: 'The event of the denied call contains the Region, the IP address, the session, and the tags.',
        owner: 'account administrator',
        command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
      },
    ]
  },
})

/** What to do so that the missing keys have the values that the policies allow. Only values that lead to an Allow by themselves are named. */
const deedsOf = ({ verdict, asked, policies }: Evaluated): readonly Step[] =>
  verdict.questions.flatMap(({ key, outcomes: known }) => {
    const alone = known.flatMap(({ value = [], decision }) => (decision === 'allowed' ? value : []))
    const values = alone.length > 0 ? alone : valuesAsked(policies, key)
    const deed = values.length > 0 ? deedFor(key, values, asked) : undefined
    return deed ? [{ ...deed, owner: 'caller' as const }] : []
  })

/** "if aws:SourceVpc is vpc-1", "unless aws:MultiFactorAuthPresent is false": when the policies allow the request, for one key. */
function conditionPhrase({ key, outcomes: known }: Question, policies: Evaluated['policies']): string {
  const of = (isAllowed: boolean): readonly string[] =>
    known.filter(({ decision }) => (decision === 'allowed') === isAllowed).map(({ value }) => valueText(value))
  const allowed = of(true)
  const denied = of(false).filter((value) => value !== 'absent')
  const isOpen = allowed.includes('absent') || allowed.includes(anyOther)
  if (isOpen && denied.length > 0) return `unless ${key} is ${listed(denied.slice(0, 6), 'or')}`
  const values = allowed.length > 0 ? allowed : valuesAsked(policies, key)
  return values.length > 0 ? `if ${key} is ${listed(values.slice(0, 6), 'or')}` : `for some values of ${key}`
}

const valueText = (value: string | readonly string[] | undefined): string =>
  value === undefined ? 'absent' : listed([value].flat()) || 'an empty list'

/** If several keys must match together: the values that the Allow statements require for this one. */
const valuesAsked = (policies: Evaluated['policies'], key: string): readonly string[] =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect }) => effect?.value === 'Allow')
    .flatMap(({ conditions }) => conditions)
    .filter(
      (condition) =>
        condition.key.value.toLowerCase() === key.toLowerCase() && condition.operator.value?.negated === false,
    )
    .flatMap((condition) => condition.values.map(({ value }) => value.raw))

/** The policy in AWS contains the values that a template or a program leaves open. */
const finished: Step = {
  title: 'Or paste the finished policy',
  text: 'AWS has it with every value filled in. The command is read-only. `terraform show -json` prints Terraform’s.',
  owner: 'account administrator',
  command: 'aws iam get-account-authorization-details --output json',
}

/** The answer depends on something the documents leave out: the value of a name, or a part that can’t be read. Then nothing can be confirmed. */
function openDocuments(open: readonly string[], { missingContext }: Evaluated['verdict']) {
  const named = missingContext.map((key) => (isSymbolName(key) && !key.startsWith('what ') ? `\`${key}\`` : key))
  return {
    title: `It depends on ${listed(named)}`,
    explanation: `The documents don’t say it. For some values the policies allow this, for others they don’t, so give the ${open.length === 1 ? 'value' : 'values'} or paste the finished policy.`,
    basis: 'experience' as const,
  }
}

function outcomes(questions: Evaluated['verdict']['questions']): string {
  const lines = questions.map((question) => `${question.key}: ${outcomeText(question)}.`)
  return lines.length > 0 ? lines.join(' ') : 'Add the condition keys of the request.'
}

/** More values than this aren't listed. */
const mostValues = 6

/** "allowed if it is vpc-1, denied if it is absent", "allowed if it is abc, otherwise denied": which values decide. */
function outcomeText({ outcomes: known }: Question): string {
  if (known.length === 0) return 'decides together with the others'
  const of = (isAllowed: boolean): readonly string[] =>
    known.filter(({ decision }) => (decision === 'allowed') === isAllowed).map(({ value }) => valueText(value))
  const [allowed, denied] = [of(true), of(false)]
  const said = (word: string, values: readonly string[]): string =>
    `${word} if it is ${listed(values.slice(0, mostValues), 'or')}`
  if (allowed.length > 0 && denied.includes(anyOther)) return `${said('allowed', allowed)}, otherwise denied`
  if (denied.length > 0 && allowed.includes(anyOther)) return `${said('denied', denied)}, otherwise allowed`
  const parts = [allowed.length > 0 ? said('allowed', allowed) : '', denied.length > 0 ? said('denied', denied) : '']
  return parts.filter((part) => part !== '').join(', ')
}

/** How the evaluator shows a value that no policy names. */
const anyOther = '(any other value)'
