import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Diagnosis } from '../../advise/index.ts'
import { Prose } from '../../controls/Prose.tsx'
import type { Company } from '../../session/company.ts'
import { certaintyWords } from '../../words/index.ts'
import type { Answered, Store } from '../store.ts'
import { Deciding } from './Deciding.tsx'
import { Decision } from './Decision.tsx'
import { Fixes } from './Fixes.tsx'
import { Gates } from './Gates.tsx'
import { Notes } from './Notes.tsx'
import { Questions } from './Questions.tsx'
import { Share } from './Share.tsx'
import { Steps } from './Steps.tsx'
import type { Surroundings } from './surroundings.ts'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly surroundings: Surroundings
}

/** The answer, from "what was denied" to "this change allows it". */
export function Answer({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis } = answered.answer
  const { verdict, cause, notices } = diagnosis
  return (
    <div
      class="wd-answer"
      data-cause={cause.id}
      data-kind={diagnosis.denial.kind}
      data-decision={verdict?.decision ?? ''}
      data-blocked-by={verdict?.blockedBy.join(' ') ?? ''}
    >
      <WhatWasDenied diagnosis={diagnosis} />
      <Accounts diagnosis={diagnosis} company={surroundings.company} />
      <Decision diagnosis={diagnosis} />
      <section aria-labelledby="wd-cause" class="wd-panel">
        <p class="wd-hint" data-certainty={cause.certainty}>
          <strong>{certaintyWords[cause.certainty].label}</strong>: {certaintyWords[cause.certainty].because}.
        </p>
        <h3 class="wd-h" id="wd-cause" data-cause-title>
          <Prose text={cause.title} />
        </h3>
        <p>
          <Prose text={cause.explanation} />
        </p>
        <p class="wd-hint">
          <ArticleLink article={cause.article} surroundings={surroundings} />
        </p>
        {notices.map((notice) => (
          <p key={notice} class="wd-note" data-notice>
            <Prose text={notice} />
          </p>
        ))}
      </section>
      <Jump diagnosis={diagnosis} />
      {verdict && verdict.questions.length > 0 && <Questions store={store} questions={verdict.questions} />}
      {verdict && <Gates store={store} answered={answered} verdict={verdict} />}
      {verdict && <Deciding store={store} answered={answered} verdict={verdict} />}
      <FurtherDown store={store} answered={answered} surroundings={surroundings} />
    </div>
  )
}

/** What to do, and the rest. It is drawn in a step of its own, so that who types sees the decision first and the page stays free between. */
function FurtherDown({ store, answered: newest, surroundings }: Props): JSX.Element | null {
  const answered = useAfterPaint(newest)
  if (!answered) return null
  const { diagnosis, requestText } = answered.answer
  const { cause, fixes, otherWay, fetchScript } = diagnosis
  const { company, version } = surroundings
  return (
    <>
      <Steps
        store={store}
        cause={cause}
        requestText={isRefused(diagnosis) ? requestText : undefined}
        company={company}
        fetchScript={fetchScript}
      />
      {fixes.length > 0 && <Fixes store={store} answered={answered} fixes={fixes} otherWay={otherWay} />}
      <Share store={store} answered={answered} sharing={company.sharing !== false} version={version} />
      <Notes answered={answered} dateLanguage={company.dateLanguage} />
    </>
  )
}

/** A value, once what else shows it is on the screen; until then the one before. */
function useAfterPaint<Value>(value: Value): Value | undefined {
  const shown = useSignal<Value | undefined>(undefined)
  useEffect(() => {
    shown.value = value
  }, [value])
  return shown.value
}

/** The answer is long: straight to its parts. */
function Jump({ diagnosis: { verdict, fixes } }: { readonly diagnosis: Diagnosis }): JSX.Element {
  const parts: readonly (readonly [id: string, words: string, isThere: boolean])[] = [
    ['wd-gates', 'The way through AWS', verdict !== undefined],
    ['wd-steps', 'What to do', true],
    ['wd-fixes', fixes.length > 1 ? 'The changes' : 'The change', fixes.length > 0],
    ['wd-share', 'Take it along', true],
  ]
  return (
    <nav class="wd-jump" aria-label="Parts of the answer">
      {parts
        .filter(([, , isThere]) => isThere)
        .map(([id, words]) => (
          <a key={id} href={`#${id}`}>
            {words}
          </a>
        ))}
    </nav>
  )
}

function ArticleLink(props: { readonly article: string; readonly surroundings: Surroundings }): JSX.Element | null {
  const { article, surroundings } = props
  if (!surroundings.articles.includes(article)) return null
  return <a href={`${surroundings.site}${article}/`}>Read more about this cause</a>
}

/** Is there something to ask an administrator for? What no permission can help needs no message about one. */
const isRefused = ({ verdict, denial, request }: Diagnosis): boolean =>
  verdict ? verdict.decision !== 'allowed' : denial.kind !== 'not-authorization' || request !== undefined

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

/** One sentence: who was refused what, on what. */
function WhatWasDenied({ diagnosis }: { readonly diagnosis: Diagnosis }): JSX.Element | null {
  const { denial, request } = diagnosis
  const principal = request?.principal ?? denial.principal
  const action = request?.action ?? denial.action ?? denial.actionDerived
  const resource = denial.resource ?? request?.resource
  if (denial.kind === 'not-authorization' && !request) return null
  if (!principal && !action && !resource) return null
  return (
    <p class="wd-sentence" data-sentence>
      {principal ? <mark class="wd-who">{principal}</mark> : 'Somebody'} wants to{' '}
      {action ? <mark class="wd-what">{action}</mark> : 'do something'}
      {resource && resource !== '*' && (
        <>
          {' '}
          on <mark class="wd-on">{resource}</mark>
        </>
      )}
      .
    </p>
  )
}
