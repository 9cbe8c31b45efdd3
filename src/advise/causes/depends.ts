import { type Question, readOf } from '../../evaluate/index.ts'
import { isSymbolName } from '../../iam/index.ts'
import { inTurn, messagesOf, type Text, write } from '../../words/index.ts'
import { bringFor } from '../bring.ts'
import { defineCause } from '../cause.ts'
import { deedFor } from '../deeds.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { isUnread } from '../settle.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed, statementBelow, whoPhrase } from '../words.ts'
import { hasImpossibleAccount } from './arn-mismatch.ts'

const told = messagesOf('depends', {
  title: 'The part of the policy that you pasted doesn’t decide {{action}}',
  titleForOthers: 'The part of the policy that I have doesn’t decide {{action}}',
  explanation:
    'The rest wasn’t pasted or can’t be read, and it can allow or deny the call. Compare the Resource of what you have with the resource of the call: {{resource}}.',
  explanationForOthers:
    'I don’t have the rest of it, and the rest can allow or deny the call. Compare the Resource of the whole policy with the resource of the call: {{resource}}.',
  unknownDetailsRequest: 'unknown details of the request',
  dependsTitle: 'It depends on {{keys}}',
  policiesAllowSomeExplanation:
    'The policies allow this for some values of these condition keys and deny it for others.',
  policiesAllowUnderTitle: 'The policies allow {{action}} only under a condition on {{keys}}',
  allowDeniedCallExplanation:
    'They allow it {{condition}}. AWS denied the call, so the request probably doesn’t meet that condition.',
  policiesAllowExplanation: 'The policies allow {{action}} {{condition}}.',
  denyDependsTitle: 'A Deny depends on {{keys}}',
  denyDependsExplanation:
    'It stops {{action}} for some values of {{keys}}. AWS denied the call, so it probably applied. Something must allow the call, too, and nothing that you pasted does.',
  denyDependsExplanationForOthers:
    'It stops {{action}} for some values of {{keys}}. AWS denied the call, so it probably applied. Something must allow the call, too, and nothing that I have does.',
  decidesDeny: 'decides whether the Deny applies',
  avoidDeny: 'Make the call so that the Deny doesn’t apply',
  tellUsRequests: 'Tell us the request’s values',
  tellUsRequestsForOthers: '',
  giveValuesDocuments: 'Give the values that the documents leave open',
  giveValuesDocumentsForOthers: '',
  knowLookEvent: 'If you don’t know, look at the event in CloudTrail',
  knowLookEventForOthers: '',
  knowLookEventText: 'The event of the denied call contains the Region, the IP address, the session, and the tags.',
  unless: 'unless {{key}} is {{denied}}',
  ifIs: 'if {{key}} is {{values}}',
  emptyList: 'an empty list',
  pasteFinishedPolicy: 'Or paste the finished policy',
  pasteFinishedPolicyForOthers: '',
  pasteFinishedPolicyText:
    'AWS has it with every value filled in. The command is read-only. `terraform show -json` prints Terraform’s.',
  depends: 'It depends on {{named}}',
  documentsSayNoValue:
    'The documents don’t say it. For some values the policies allow this, for others they don’t, so give the value or paste the finished policy.',
  documentsSayNoValueForOthers:
    'The documents that I have leave a value open. For some values the policies allow this, for others they don’t.',
  documentsSayNoValues:
    'The documents don’t say it. For some values the policies allow this, for others they don’t, so give the values or paste the finished policy.',
  documentsSayNoValuesForOthers:
    'The documents that I have leave values open. For some values the policies allow this, for others they don’t.',
  addConditionKeys: 'Add the condition keys of the request.',
  decidesTogetherOthers: 'decides together with the others',
  allowedIf: 'allowed if it is {{values}}',
  deniedIf: 'denied if it is {{values}}',
  otherwiseDenied: 'allowed if it is {{values}}, otherwise denied',
  otherwiseAllowed: 'denied if it is {{values}}, otherwise allowed',
  absent: 'absent',
  forSome: 'for some values of {{key}}',
  outcome: '{{key}}: {{outcome}}.',
  anyOther: '(any other value)',
  cognitoGuest: 'Whether an Amazon Cognito identity that didn’t sign in made the call',
  guestInTitle: 'whether the Amazon Cognito identity signed in',
  fits: '`{{key}}`: compare what it becomes with {{value}}.',
  allowItself: 'Or allow this resource by its ARN',
  allowItselfText:
    'Whatever the open values are: if the Resource doesn’t come out as {{resource}}, an IAM administrator of the account adds {{addition}}, or changes the values so that it does.',
  note: 'It allows {{action}} on this resource, whatever the open values are.',
  ifNew: '{{note}} Attach it to {{who}}; the existing policies stay as they are.',
  pasteWhole: 'Paste the whole policy',
  pasteWholeForOthers: '',
  pasteWholeText: 'A part of it is missing or can’t be read, and that part decides.',
})

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
    if (open.length > 0 && open.every((name) => isUnread(name)))
      return {
        title: told('title', { action: asked.action }),
        explanation: told('explanation', { resource: asked.request.resource }),
        basis: 'experience',
      }
    if (open.length > 0) return openDocuments(open, verdict)
    const keys = listed(verdict.missingContext)
    if (keys === '' || verdict.questions.length === 0)
      return {
        title: told('dependsTitle', { keys: keys || told('unknownDetailsRequest') }),
        explanation: told('policiesAllowSomeExplanation'),
      }
    if (verdict.decision === 'undetermined' && !verdict.canBeAllowed)
      return {
        title: told('denyDependsTitle', { keys }),
        explanation: told('denyDependsExplanation', { action: asked.action, keys }),
      }
    const condition = listed(verdict.questions.map((question) => conditionPhrase(question, policies)))
    return denial.kind === 'access-denied'
      ? {
          title: told('policiesAllowUnderTitle', { action: asked.action, keys }),
          explanation: told('allowDeniedCallExplanation', { condition }),
        }
      : {
          title: told('dependsTitle', { keys }),
          explanation: told('policiesAllowExplanation', { action: asked.action, condition }),
        }
  },
  steps: (situation) => {
    const { verdict, asked } = situation
    const say: Step = { title: told('tellUsRequests'), text: outcomes(situation), owner: 'caller' }
    const open = verdict.missingContext.filter(isSymbolName)
    if (open.length > 0)
      return [
        open.every((name) => isUnread(name)) ? pasteWhole : { ...say, title: told('giveValuesDocuments') },
        ...(isOwnAllow(situation) ? [allowItself(situation)] : []),
        finished,
      ]
    const deeds = deedsOf(situation)
    const [first = say, ...more] = [...deeds, say]
    return [
      first,
      ...more,
      {
        title: told('knowLookEvent'),
        text: told('knowLookEventText'),
        owner: 'account administrator',
        command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
      },
    ]
  },
  fixes: (situation) => {
    if (!isOwnAllow(situation)) return []
    const note = told('note', { action: situation.asked.action })
    const ifNew = told('ifNew', { note, who: whoPhrase(situation.asked) })
    return allowIn(situation, { type: 'identity', note, ifNew })
  },
})

/** Does only a name that a document of the caller leaves open keep the answer from being an implicit deny? Then naming the resource itself settles it. */
const isOwnAllow = ({ verdict, denial, policies, blame }: Evaluated): boolean =>
  denial.kind === 'access-denied' &&
  blame.effect !== 'explicit-deny' &&
  verdict.missingContext.every((name) => isWritten(name, policies) && !isOfEffect(name, policies)) &&
  verdict.gates.every(({ kind, state }) => kind === 'identity' || state !== 'unknown') &&
  policies.some(({ type, given }) => type === 'identity' && given)

/** Is it a name in a document of the case, such as "${var.bucket}"? A mask hides something that the reader knows. */
const isWritten = (name: string, policies: Evaluated['policies']): boolean =>
  isSymbolName(name) && policies.some(({ text }) => text.includes(`\${${name}`))

/** Could the name be replaced by either Allow or Deny? A deny stays a deny, whatever else is allowed. */
const isOfEffect = (name: string, policies: Evaluated['policies']): boolean =>
  policies.some((policy) => readOf(policy).policy.statements.some(({ openEffect }) => openEffect?.value === name))

/** Does the name mean a principal, not a resource? */
const isOfPrincipal = (name: string, policies: Evaluated['policies']): boolean =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .some(({ principal }) => principal?.items.some(({ value }) => value.raw.includes(`\${${name}`)))

const allowItself = ({ asked }: Evaluated): Step => ({
  title: told('allowItself'),
  text: told('allowItselfText', { resource: asked.request.resource, addition: statementBelow }),
  owner: 'account administrator',
})

/** What to do so that the missing keys have the values that the policies allow. Only values that lead to an Allow by themselves are named. */
const deedsOf = ({ verdict, asked, policies }: Evaluated): readonly Step[] =>
  verdict.questions.flatMap(({ key, outcomes: known }) => {
    const alone = known.flatMap(({ value = [], decision }) => (decision === 'allowed' ? value : []))
    const values = alone.length > 0 ? alone : valuesAsked(policies, key)
    const deed = values.length > 0 ? deedFor(key, values, asked) : undefined
    return deed ? [{ ...deed, owner: 'caller' as const }] : avoided(policies, key, asked)
  })

/** What to do so that no Deny with a condition on this key applies. */
function avoided(policies: Evaluated['policies'], key: string, asked: Evaluated['asked']): readonly Step[] {
  const conditions = policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect }) => effect?.value === 'Deny')
    .flatMap((statement) => statement.conditions)
    .filter((condition) => condition.key.value.toLowerCase() === key.toLowerCase())
  // MFA is a sign-in, not a value that a call could carry.
  const mfa = /^aws:multifactorauth/i.test(key) && conditions.length > 0 ? deedFor(key, ['true'], asked) : undefined
  if (mfa) return [{ ...mfa, owner: 'caller' }]
  return conditions.slice(0, 1).flatMap((condition): readonly Step[] => {
    const text = bringFor(condition)
    return text === undefined ? [] : [{ title: told('avoidDeny'), text, owner: 'caller' }]
  })
}

/** "if aws:SourceVpc is vpc-1", "unless aws:MultiFactorAuthPresent is false": when the policies allow the request, for one key. */
function conditionPhrase({ key, outcomes: known }: Question, policies: Evaluated['policies']): Text {
  const { allowed, denied } = sides(known)
  const isOpen = allowed.some((value) => value === undefined || isAnyOther(value))
  const other = denied.filter((value) => value !== undefined)
  if (isOpen && other.length > 0) return told('unless', { key, denied: oneOf(other) })
  const values = allowed.length > 0 ? allowed : valuesAsked(policies, key)
  return values.length > 0 ? told('ifIs', { key, values: oneOf(values) }) : told('forSome', { key })
}

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

const pasteWhole: Step = { title: told('pasteWhole'), text: told('pasteWholeText'), owner: 'caller' }

/** The policy in AWS contains the values that a template or a program leaves open. */
const finished: Step = {
  title: told('pasteFinishedPolicy'),
  text: told('pasteFinishedPolicyText'),
  owner: 'account administrator',
  command: 'aws iam get-account-authorization-details --output json',
}

/** The answer depends on something the documents leave out: the value of a name, or a part that can’t be read. Then nothing can be confirmed. */
function openDocuments(open: readonly string[], { missingContext }: Evaluated['verdict']) {
  const named = missingContext.map(
    (key) => factsInTitles.get(key) ?? (isSymbolName(key) && !isUnread(key) ? `\`${key}\`` : key),
  )
  return {
    title: told('depends', { named: listed(named) }),
    explanation: told(open.length === 1 ? 'documentsSayNoValue' : 'documentsSayNoValues'),
    basis: 'experience' as const,
  }
}

function outcomes({ verdict: { questions }, asked, policies }: Evaluated): Text {
  // A part that can't be read has no value that anyone could give.
  const lines = questions
    .filter(({ key }) => !isUnread(key))
    .map((question) => {
      const isAllowed = question.outcomes.some(({ decision }) => decision === 'allowed')
      // Of a document's names, only the values that let the call in say anything: the others are parts of ARNs that were tried.
      if (isSymbolName(question.key) && !isAllowed)
        return told('fits', {
          key: question.key,
          value: isOfPrincipal(question.key, policies) ? asked.request.principal : asked.request.resource,
        })
      return told('outcome', { key: facts.get(question.key) ?? question.key, outcome: outcomeText(question) })
    })
  return lines.length > 0 ? inTurn(lines) : told('addConditionKeys')
}

/** Facts that no policy and no request holds, in words. */
const facts: ReadonlyMap<string, Text> = new Map([['cognitoGuest', told('cognitoGuest')]])

const factsInTitles: ReadonlyMap<string, Text> = new Map([['cognitoGuest', told('guestInTitle')]])

/** More values than this aren't listed. */
const mostValues = 6

/** "allowed if it is vpc-1, denied if it is absent", "allowed if it is abc, otherwise denied": which values decide. */
function outcomeText({ outcomes: known }: Question): Text {
  if (known.length === 0) return told('decidesTogetherOthers')
  const { allowed, denied } = sides(known)
  if (allowed.length === 0 && denied.some(isAnyOther)) return told('decidesDeny')
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
const anyOther = '(any other value)'

const isAnyOther = (value: Value): boolean => [value].flat().join() === anyOther
