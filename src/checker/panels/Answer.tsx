import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Diagnosis } from '../../advise/index.ts'
import type { HandedText } from '../../controls/hand-over.ts'
import { Prose } from '../../controls/Prose.tsx'
import { panelId, TabList, tabId } from '../../controls/Tabs.tsx'
import type { Company } from '../../session/company.ts'
import { nameTabInAddress } from '../handed-over.ts'
import { type AnswerTab, answerTabs, type PageState } from '../reducer.ts'
import { type Bench, standingPolicies } from '../state.ts'
import type { Answered, Store } from '../store.ts'
import { answerTabWords } from '../words.ts'
import { allowedByChanges, ChangesToMake } from './Applied.tsx'
import { Deciding } from './Deciding.tsx'
import { meaningOf, VerdictHeader } from './Decision.tsx'
import { Fixes } from './Fixes.tsx'
import { Gates } from './Gates.tsx'
import { Message, needsAdministrator } from './Message.tsx'
import { Notes } from './Notes.tsx'
import { Needs, Questions } from './Questions.tsx'
import { Readers, Steps } from './Steps.tsx'
import type { Surroundings } from './surroundings.ts'
import { WhoElse } from './WhoElse.tsx'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly surroundings: Surroundings
}

const name = 'wd-answer'

/** The answer: the decision and its cause stay in view, and the tabs below say what to do, why, and what is still open. */
export function Answer({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis } = answered.answer
  const { verdict, cause } = diagnosis
  const isPrinting = useIsPrinting()
  const selected = store.tab.value ?? bestTab(diagnosis)
  const shown = isPrinting ? answerTabs : [selected]
  return (
    <div
      class="wd-answer"
      data-cause={cause.id}
      data-kind={diagnosis.denial.kind}
      data-decision={verdict?.decision ?? ''}
      data-blocked-by={verdict?.blockedBy.join(' ') ?? ''}
    >
      <VerdictHeader store={store} answered={answered} surroundings={surroundings} />
      <AnswerTabs store={store} diagnosis={diagnosis} selected={selected} />
      {shown.map((tab) => (
        <div
          key={tab}
          role="tabpanel"
          id={panelId(name, tab)}
          aria-labelledby={tabId(name, tab)}
          class="wd-answer-panel"
          data-panel={tab}
        >
          <Panel tab={tab} store={store} answered={answered} surroundings={surroundings} />
        </div>
      ))}
    </div>
  )
}

/** The tab to begin with: the fix, unless the answer depends on what only the reader knows. */
const bestTab = (diagnosis: Diagnosis): AnswerTab =>
  diagnosis.verdict?.decision === 'undetermined' || (diagnosis.needs.length > 0 && !hasWayOut(diagnosis))
    ? 'questions'
    : 'fix'

/** There’s something to do before a question is answered: what is usually the reason, or a change that is proven. */
const hasWayOut = (diagnosis: Diagnosis): boolean =>
  diagnosis.cause.steps[0].isUsual === true || hasProvenFix(diagnosis)

/** The first fix repairs a pasted policy, and works as it stands, whatever a question still open (usually: who called) adds. */
const hasProvenFix = ({ fixes: [first] }: Diagnosis): boolean =>
  first?.policyIndex !== undefined &&
  !first.hasPlaceholder &&
  first.onlyIf === undefined &&
  first.proof.after.decision === 'allowed'

const questionCount = ({ needs, verdict }: Diagnosis): number => needs.length + (verdict?.questions.length ?? 0)

function AnswerTabs(props: {
  readonly store: Store
  readonly diagnosis: Diagnosis
  readonly selected: AnswerTab
}): JSX.Element {
  const { store, diagnosis, selected } = props
  const count = questionCount(diagnosis)
  return (
    <div class="wd-tabbar wd-answer-tabs">
      <TabList
        label="Parts of the answer"
        name={name}
        selected={selected}
        onSelect={(tab) => {
          store.send({ is: 'tab chosen', tab })
          nameTabInAddress(tab)
        }}
        tabs={answerTabs.map((id) => ({
          id,
          content: (
            <>
              {answerTabWords[id]}
              {id === 'questions' && count > 0 && <span class="wd-badge">{count}</span>}
            </>
          ),
        }))}
      />
      <Readers store={store} />
    </div>
  )
}

function Panel({ tab, ...props }: Props & { readonly tab: AnswerTab }): JSX.Element {
  switch (tab) {
    case 'fix':
      return <FixPanel {...props} />
    case 'why':
      return <WhyPanel {...props} />
    case 'questions':
      return <QuestionsPanel {...props} />
    case 'message':
      return <MessagePanel {...props} />
  }
}

function FixPanel({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis } = answered.answer
  const { cause, fixes, otherWay, notices } = diagnosis
  const steps = cause.steps.length > 0 && <Steps store={store} cause={cause} />
  if (allowedByChanges(answered)) return <ChangesToMake bench={answered.bench} />
  const texts = accountTexts(store.state.value, answered.bench)
  const hasOwnSteps = store.reader.value === 'denied' && cause.steps.some(({ owner }) => owner === 'caller')
  return (
    <>
      <Accounts diagnosis={diagnosis} company={surroundings.company} />
      {notices.map((notice) => (
        <p key={notice} class="wd-note" data-notice>
          <Prose text={notice} />
        </p>
      ))}
      {hasOwnSteps && steps}
      {fixes.length > 0 && <Fixes store={store} answered={answered} fixes={fixes} otherWay={otherWay} />}
      {!hasOwnSteps && steps}
      {cause.steps.length === 0 && fixes.length === 0 && <p>There is nothing to change.</p>}
      {(hasAccountDetails(answered) || texts.length > 0 || store.reader.value !== 'denied') && (
        <WhoElse request={diagnosis.request} texts={texts} />
      )}
    </>
  )
}

/** Were account details pasted? They show whom a policy applies to. */
const hasAccountDetails = ({ bench }: Answered): boolean => standingPolicies(bench).some(({ reach }) => reach)

const listing = /"(?:User|Group|Role)DetailList"\s{0,9}:/

/** What the account page can use: the account details as they were pasted, and the policies around the account. */
function accountTexts({ beforeSorting }: PageState, bench: Bench): readonly HandedText[] {
  const pasted = [bench.paste, beforeSorting.paste].find((text) => listing.test(text))
  if (pasted === undefined) return []
  const around = bench.policies.filter(({ type }) => type === 'scp' || type === 'rcp' || type === 'resource')
  return [
    { name: 'what you pasted into the checker', text: pasted },
    ...around.map(({ name: title, target, text }) => ({ name: [title, target].join(' ').trim(), text })),
  ]
}

function WhyPanel({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis } = answered.answer
  const { verdict, cause } = diagnosis
  return (
    <>
      <p>{meaningOf(diagnosis)}</p>
      <p>
        <Prose text={cause.explanation} />
      </p>
      {verdict && <Gates store={store} answered={answered} verdict={verdict} />}
      {verdict && <Deciding store={store} answered={answered} verdict={verdict} />}
      <Notes answered={answered} dateLanguage={surroundings.company.dateLanguage} />
    </>
  )
}

function QuestionsPanel({ store, answered }: Props): JSX.Element {
  const { needs, verdict } = answered.answer.diagnosis
  if (questionCount(answered.answer.diagnosis) === 0)
    return <p>No open questions. Nothing you could add about the request changes this answer.</p>
  return (
    <>
      {needs.length > 0 && <Needs store={store} needs={needs} />}
      {verdict && verdict.questions.length > 0 && <Questions store={store} questions={verdict.questions} />}
    </>
  )
}

function MessagePanel({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis, requestText } = answered.answer
  if (!needsAdministrator(diagnosis)) return <p>There is nothing to ask an administrator for.</p>
  return <Message store={store} text={requestText} company={surroundings.company} />
}

/** On paper every tab is part of one document. */
function useIsPrinting(): boolean {
  const isPrinting = useSignal(false)
  useEffect(() => {
    const set = ({ type }: Event): void => {
      isPrinting.value = type === 'beforeprint'
    }
    addEventListener('beforeprint', set)
    addEventListener('afterprint', set)
    return () => {
      removeEventListener('beforeprint', set)
      removeEventListener('afterprint', set)
    }
  }, [])
  return isPrinting.value
}

/** What the company calls the accounts that take part. */
function Accounts(props: { readonly diagnosis: Diagnosis; readonly company: Company }): JSX.Element | null {
  const { request, denial } = props.diagnosis
  const text = [
    request?.principal,
    denial.principal,
    request?.resource,
    denial.resource,
    request?.resourceAccount,
  ].join(' ')
  const named = Object.entries(props.company.accounts ?? {}).filter(([account]) => text.includes(account))
  if (named.length === 0) return null
  return <p class="wd-hint">{named.map(([account, name]) => `${account} is ${name}.`).join(' ')}</p>
}
