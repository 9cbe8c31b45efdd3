import { readOf, type StatementRef } from '../../evaluate/index.ts'
import { isSymbolName } from '../../iam/index.ts'
import { inTurn, messagesOf, symbolText, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { avoidSteps, stepOf } from '../deed-steps.ts'
import { deedFor, deedToMeet } from '../deeds/index.ts'
import { deployAgain, finished, lookAtEvent, pasteWhole, unmasked } from '../depends-steps.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { variableNameSteps } from '../missing-value.ts'
import { statementPhrase } from '../near-miss.ts'
import { isMasked, isWritten, keysOf, openNames } from '../open-names.ts'
import { conditionPhrase, factsInTitles, isOfUserId, outcomes } from '../outcomes.ts'
import { withoutVia } from '../sent-by-service.ts'
import { isUnread } from '../settle.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { isOfUnnamed, onResources } from '../unnamed-resource.ts'
import { listed, statementBelow, whoPhrase } from '../words.ts'
import { hasImpossibleAccount } from './arn-mismatch.ts'

const told = messagesOf('depends', {
  title: 'The part of the policy that you pasted doesn’t decide {{action}}',
  titleForOthers: 'The part of the policy that I have doesn’t decide {{action}}',
  explanation:
    'The rest wasn’t pasted or can’t be read, and it can allow or deny the call. Compare the Resource of what you have with the resource of the call: {{resource}}.',
  explanationForOthers:
    'I don’t have the rest of it, and the rest can allow or deny the call. Compare the Resource of the whole policy with the resource of the call: {{resource}}.',
  cutTitle: 'A Deny that’s cut off may stop {{action}}',
  cutExplanation:
    '{{statement}} denies {{action}}, but it ends in the middle. Usually a condition follows. It says when the Deny applies, and so how to make the call without it.',
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
  tellUsRequests: 'Tell us the request’s values',
  tellUsRequestsForOthers: '',
  giveValuesDocuments: 'Give the values that the documents leave open',
  giveValuesDocumentsForOthers: '',
  depends: 'It depends on {{named}}',
  documentsSayNoValue:
    'The documents don’t say it. For some values the policies allow this, for others they don’t, so give the value or paste the finished policy.',
  documentsSayNoValueForOthers:
    'The documents that I have leave a value open. For some values the policies allow this, for others they don’t.',
  documentsSayNoValues:
    'The documents don’t say it. For some values the policies allow this, for others they don’t, so give the values or paste the finished policy.',
  documentsSayNoValuesForOthers:
    'The documents that I have leave values open. For some values the policies allow this, for others they don’t.',
  maskTitle: 'It depends on what {{named}} hides',
  maskTitleMany: 'It depends on what {{named}} hide',
  maskExplanation:
    'A value is masked in what you pasted. With some values the policies allow this, with others they don’t, so nothing can be said for sure before you put the real value back.',
  maskExplanationForOthers:
    'A value is masked in what I have. With some values the policies allow this, with others they don’t.',
  maskedDeny:
    'A value is masked in what you pasted, and it decides whether a Deny stops the call. Something must allow the call, too, and nothing that you pasted does.',
  maskedDenyForOthers:
    'A value is masked in what I have, and it decides whether a Deny stops the call. Something must allow the call, too, and nothing that I have does.',
  accountsTitle: 'It depends on which account {{named}} hides',
  accountsTitleMany: 'It depends on which accounts {{named}} hide',
  accountsExplanation:
    'They can be the same account, written in two ways. AWS denies the call either way, but whether the accounts are the same decides which policy has to change. Put the real account IDs back before you change one.',
  accountsExplanationForOthers:
    'An account ID is masked in what I have. AWS denies the call either way, but whether the accounts are the same decides which policy has to change.',
  unnamedTitle: 'It depends on the resource, which the message doesn’t name',
  unnamedExplanation:
    'Your policies allow {{action}} on some resources and don’t on others, so nothing can be said for sure before you say which one the call was about.',
  unnamedExplanationForOthers:
    'The policies that I have allow {{action}} on some resources and don’t on others, and the message doesn’t say which one it was.',
  nameResource: 'Find out which resource the call was about',
  nameResourceText: '{{which}} Enter its ARN as the resource, or paste the command or the log line that names it.',
  nameResourceTextForOthers: '{{which}}',
  allowedOn: 'The policies allow it on {{resources}}.',
  notAllowedOn: 'The policies don’t allow it on {{resources}}.',
  allowUnnamed: 'If it’s one that the policies don’t allow, allow it',
  allowUnnamedText: 'An IAM administrator of the account adds {{addition}} to a policy of {{who}}, with the real ARN.',
  unnamedNote: 'It allows {{action}} on the resource whose name you fill in.',
  factTitle: 'It depends on whether {{what}}',
  factExplanation: 'If so, the policies allow {{action}}. If not, they don’t. The policies themselves don’t say which.',
  findOut: 'Find out whether {{what}}',
  findOutText: 'Answer the question next to the request, and the answer is settled.',
  findOutTextForOthers: 'The policies don’t say it.',
  sharedbyram: 'AWS RAM shares the resource with the caller’s account',
  delegatedadministrator: 'the account is a delegated administrator for the service',
  dataaccesspolicy: 'a data access policy of OpenSearch Serverless allows it',
  aclgrantee: 'an ACL of the bucket or object allows it',
  unmask: 'Put the real values back',
  unmaskForOthers: '',
  allowItself: 'Or allow this resource by its ARN',
  allowItselfText:
    'Whatever the open values are: if the Resource doesn’t come out as {{resource}}, an IAM administrator of the account adds {{addition}}, or changes the values so that it does.',
  note: 'It allows {{action}} on this resource, whatever the open values are.',
  ifNew: '{{note}} Attach it to {{who}}; the existing policies stay as they are.',
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
    if (isOfUnnamed(situation))
      return {
        title: told('unnamedTitle'),
        explanation: told('unnamedExplanation', { action: asked.action }),
        basis: 'experience',
      }
    const open = openNames(situation)
    const cut = open.length > 0 && open.every((name) => isUnread(name)) ? cutOffDeny(situation) : undefined
    if (cut)
      return {
        title: told('cutTitle', { action: asked.action }),
        explanation: told('cutExplanation', { statement: statementPhrase(cut), action: asked.action }),
        basis: 'experience',
      }
    if (open.length > 0 && open.every((name) => isUnread(name)))
      return {
        title: told('title', { action: asked.action }),
        explanation: told('explanation', { resource: asked.request.resource }),
        basis: 'experience',
      }
    if (open.length > 0) return openDocuments(open, situation)
    const fact = onlyFact(situation)
    if (fact !== undefined)
      return {
        title: told('factTitle', { what: fact }),
        explanation: told('factExplanation', { action: asked.action }),
        basis: 'experience',
      }
    const keys = listed(keysOf(situation))
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
    const condition = listed(
      verdict.questions.filter(({ key }) => !isSymbolName(key)).map((question) => conditionPhrase(question, policies)),
    )
    return denial.kind === 'access-denied' || denial.kind === 'encoded-authorization-failure'
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
    const { asked, policies } = situation
    const say: Step = { title: told('tellUsRequests'), text: outcomes(situation), owner: 'caller' }
    if (isOfUnnamed(situation))
      return [
        nameResource(situation),
        // An anonymous caller has no policies.
        ...(onResources(situation).others === 'allowed' || asked.caller.kind === 'anonymous'
          ? []
          : [allowUnnamed(situation)]),
      ]
    const open = openNames(situation)
    if (open.length > 0) {
      const value = open.every((name) => isUnread(name))
        ? pasteWhole
        : { ...say, title: told(isMasked(open, policies) ? 'unmask' : 'giveValuesDocuments') }
      const [first = value, ...others] = [...variableNameSteps(situation), value]
      const own = isOwnAllow(situation) ? [allowItself(situation)] : []
      return [first, ...others, ...own, isMasked(open, policies) ? unmasked : finished]
    }
    const fact = onlyFact(situation)
    if (fact !== undefined)
      return [{ title: told('findOut', { what: fact }), text: told('findOutText'), owner: 'account administrator' }]
    const deeds = deedsOf(situation)
    const [first = say, ...more] = [...deeds, say]
    return [first, ...more, asked.service === 'execute-api' ? deployAgain : lookAtEvent(asked)]
  },
  fixes: (situation) => {
    const isUnnamed = isOfUnnamed(situation)
    if (isUnnamed ? onResources(situation).others === 'allowed' : !isOwnAllow(situation)) return []
    const note = told(isUnnamed ? 'unnamedNote' : 'note', { action: situation.asked.action })
    const ifNew = told('ifNew', { note, who: whoPhrase(situation.asked) })
    return allowIn(situation, { type: 'identity', note, ifNew })
  },
})

const facts = ['sharedbyram', 'delegatedadministrator', 'dataaccesspolicy', 'aclgrantee'] as const

/** What the answer depends on, where that is one fact about the account: allowed if it's so, denied if not. */
function onlyFact({ verdict: { questions, missingContext } }: Evaluated): Text | undefined {
  const [question, ...more] = questions
  const fact = facts.find((each) => each === question?.key.toLowerCase())
  if (!question || !fact || more.length > 0 || missingContext.length > 1) return undefined
  const isSettled = question.outcomes.every(
    ({ value, decision }) => (decision === 'allowed') === (String(value) === 'true'),
  )
  return isSettled ? told(fact) : undefined
}

/** Does only a name that a document of the caller leaves open keep the answer from being an implicit deny? Then naming the resource itself settles it. */
const isOwnAllow = ({ verdict, denial, policies, blame }: Evaluated): boolean =>
  denial.kind === 'access-denied' &&
  blame.effect !== 'explicit-deny' &&
  verdict.missingContext.every((name) => isWritten(name, policies) && !isOfEffect(name, policies)) &&
  verdict.gates.every(({ kind, state }) => kind === 'identity' || state !== 'unknown') &&
  policies.some(({ type, given }) => type === 'identity' && given)

/** Could the name be replaced by either Allow or Deny? A deny stays a deny, whatever else is allowed. */
const isOfEffect = (name: string, policies: Evaluated['policies']): boolean =>
  policies.some((policy) => readOf(policy).policy.statements.some(({ openEffect }) => openEffect?.value === name))

/** The Deny that would stop the call, if the rest of its statement, which isn't here, lets it. */
const cutOffDeny = ({ verdict: { gates }, policies }: Evaluated): StatementRef | undefined =>
  gates
    .flatMap(({ statements }) => statements)
    .find(
      ({ effect, answer, ref }) =>
        effect === 'Deny' && answer === 'unknown' && policies[ref.policyIndex]?.given === true,
    )?.ref

const nameResource = (situation: Evaluated): Step => {
  const { allowed, denied } = onResources(situation)
  const which = inTurn([
    ...(allowed.length > 0 ? [told('allowedOn', { resources: listed(allowed) })] : []),
    ...(denied.length > 0 ? [told('notAllowedOn', { resources: listed(denied) })] : []),
  ])
  return { title: told('nameResource'), text: told('nameResourceText', { which }), owner: 'caller' }
}

const allowUnnamed = ({ asked }: Evaluated): Step => ({
  title: told('allowUnnamed'),
  text: told('allowUnnamedText', { addition: statementBelow, who: whoPhrase(asked) }),
  owner: 'account administrator',
})

const allowItself = ({ asked }: Evaluated): Step => ({
  title: told('allowItself'),
  text: told('allowItselfText', { resource: asked.request.resource, addition: statementBelow }),
  owner: 'account administrator',
})

/** What to do so that the missing keys have values that the policies allow: the values that lead to an Allow by themselves, else what the conditions ask for. */
const deedsOf = ({ verdict, asked, policies }: Evaluated): readonly Step[] =>
  withoutVia(verdict.questions).flatMap(({ key, outcomes: known }) => {
    const allowing = conditionsOn(policies, key, 'Allow')
    const values = known.flatMap(({ value = [], decision }) => (decision === 'allowed' ? value : []))
    // A range of addresses or a pattern is told as the policy has it, not by a sample.
    const isPlain = allowing.every(
      ({ operator: { value }, values }) =>
        value?.negated === false &&
        value.order === 'equal' &&
        value.comparison !== 'ip' &&
        !values.some(({ value: { raw } }) => isOfUserId(raw)),
    )
    const deed =
      isPlain && values.length > 0
        ? deedFor({ effect: 'Allow', key, want: 'one-of', values }, asked)
        : allowing.flatMap((condition) => deedToMeet(condition, asked) ?? [])[0]
    return deed ? [stepOf(deed)] : avoidSteps([conditionsOn(policies, key, 'Deny').slice(0, 1)], asked)
  })

/** The conditions on a key in all statements with this effect. */
const conditionsOn = (policies: Evaluated['policies'], key: string, wanted: 'Allow' | 'Deny') =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect }) => effect?.value === wanted)
    .flatMap((statement) => statement.conditions)
    .filter((condition) => condition.key.value.toLowerCase() === key.toLowerCase())

/** Do the masks only decide which policy stops the call? Then no value of them leads elsewhere. */
const isUpToAccounts = (verdict: Evaluated['verdict']): boolean =>
  verdict.decision === 'undetermined' &&
  !verdict.canBeAllowed &&
  verdict.questions.every(({ outcomes: known }) => known.length === 0)

/** The answer depends on something the documents leave out: the value of a name, or a part that can’t be read. Then nothing can be confirmed. */
function openDocuments(open: readonly string[], { verdict, policies }: Evaluated) {
  const { missingContext } = verdict
  const named = missingContext.map(
    (key) => factsInTitles.get(key) ?? (isSymbolName(key) && !isUnread(key) ? `\`${key}\`` : symbolText(key)),
  )
  if (isMasked(missingContext, policies) && isUpToAccounts(verdict))
    return {
      title: told(open.length === 1 ? 'accountsTitle' : 'accountsTitleMany', { named: listed(named) }),
      explanation: told('accountsExplanation'),
      basis: 'experience' as const,
    }
  if (isMasked(missingContext, policies))
    return {
      title: told(open.length === 1 ? 'maskTitle' : 'maskTitleMany', { named: listed(named) }),
      explanation: told(
        verdict.decision === 'undetermined' && !verdict.canBeAllowed ? 'maskedDeny' : 'maskExplanation',
      ),
      basis: 'experience' as const,
    }
  return {
    title: told('depends', { named: listed(named) }),
    explanation: told(open.length === 1 ? 'documentsSayNoValue' : 'documentsSayNoValues'),
    basis: 'experience' as const,
  }
}
