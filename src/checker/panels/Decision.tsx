import type { JSX } from 'preact'
import type { Diagnosis } from '../../advise/index.ts'
import { decisionWords } from '../../controls/decision-words.ts'
import { Icon } from '../../controls/Icon.tsx'
import type { IconName } from '../../controls/icon-paths.ts'
import { Prose } from '../../controls/Prose.tsx'
import { saying, type Tone } from '../../controls/saying.ts'
import { certaintyWords, gateName } from '../../words/index.ts'
import type { Spot } from '../reducer.ts'
import { standingPolicies } from '../state.ts'
import type { Answered, Store } from '../store.ts'
import { denialWords, stoppedWords } from '../words.ts'
import { allowedByChanges } from './Applied.tsx'
import type { Surroundings } from './surroundings.ts'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly surroundings: Surroundings
}

/** The decision and its cause: the part of the answer that stays in view. */
export function VerdictHeader({ store, answered, surroundings }: Props): JSX.Element {
  const { diagnosis } = answered.answer
  const { cause } = diagnosis
  const { word, icon, tone } = saying(diagnosis)
  const { label, because } = certaintyWords[cause.certainty]
  const kind = diagnosis.verdict && denialWords[diagnosis.verdict.decision]
  const instead = isPoliciesOnly(answered)
    ? policiesOnly(answered)
    : allowedByChanges(answered)
      ? changedHere(diagnosis)
      : undefined
  if (instead) return <PlainHeader {...instead} onShow={(spot) => store.send({ is: 'shown', spot })} />
  return (
    <header class="wd-verdict" data-tone={tone}>
      <Icon name={icon} />
      <h2 class="wd-verdict-title" id="wd-cause" data-cause-title>
        <Prose text={cause.title} />
      </h2>
      <p class="wd-verdict-why">
        <Prose text={cause.explanation} />
      </p>
      <p class="wd-badges">
        <span class="wd-badge wd-decision" data-tone={tone} role="status">
          <Icon name={icon} />
          <span>
            <strong>{word}</strong>
            {kind && ` · ${kind}`}
          </span>
        </span>
        <span class="wd-badge" data-certainty={cause.certainty} title={because}>
          <span>
            <strong>{label}</strong>
            <span class="wd-because">: {because}</span>
          </span>
        </span>
        <ArticleLink article={cause.article} surroundings={surroundings} />
      </p>
    </header>
  )
}

function ArticleLink(props: { readonly article: string; readonly surroundings: Surroundings }): JSX.Element | null {
  const { article, surroundings } = props
  if (!surroundings.articles.includes(article)) return null
  return (
    <a class="wd-read-more" href={`${surroundings.site}${article}/`}>
      Read more about this cause
    </a>
  )
}

/** Policies without an error: nothing was denied yet, and nothing went wrong. */
export const isPoliciesOnly = ({ answer: { diagnosis }, bench }: Answered): boolean =>
  bench.paste.trim() === '' && diagnosis.denial.kind === 'not-authorization' && !diagnosis.request

interface PlainProps {
  readonly icon: IconName
  readonly tone: Tone
  readonly title: string
  readonly why: string
  /** What to look at first. */
  readonly spot?: Spot
}

/** Asks for the request. A policy with an error comes first: an answer without it could be wrong. */
function policiesOnly({ answer, bench }: Answered): PlainProps {
  const next = 'Then paste an error, or name the caller and the action.'
  for (const [i, { id, name }] of standingPolicies(bench).entries()) {
    const error = answer.policies[i]?.find(({ severity }) => severity === 'error')
    if (error)
      return {
        icon: 'warning',
        tone: 'maybe',
        title: `“${name}” has errors`,
        why: `Fix them first: AWS wouldn’t accept this policy. ${next}`,
        spot: { policyId: id, span: error.span },
      }
  }
  const why = 'Paste an error, or name the caller and the action. The answer appears here.'
  return { icon: 'info', tone: 'none', title: 'Which request do you want to check?', why }
}

const changedHere = ({ request }: Diagnosis): PlainProps => ({
  icon: 'yes',
  tone: 'allow',
  title: `With your changes, the policies allow ${request?.action ?? 'this request'}`,
  why: 'The error is from before these changes.',
})

/** A header for answers whose cause isn't about the request as it is now. */
const PlainHeader = (props: PlainProps & { readonly onShow: (spot: Spot) => void }): JSX.Element => {
  const { icon, tone, title, why, spot, onShow } = props
  return (
    <header class="wd-verdict" data-tone={tone}>
      <Icon name={icon} />
      <h2 class="wd-verdict-title" id="wd-cause" data-cause-title>
        {title}
      </h2>
      <p class="wd-verdict-why">{why}</p>
      {spot && (
        <button type="button" class="wd-link" onClick={() => onShow(spot)}>
          Go to the first error
        </button>
      )}
      {tone === 'allow' && (
        <p class="wd-badges">
          <span class="wd-badge wd-decision" data-tone={tone} role="status">
            <Icon name={icon} />
            <strong>{decisionWords.allowed.word}</strong>
          </span>
        </p>
      )}
    </header>
  )
}

/** What the decision means, and where the request stops, in a sentence or two. */
export function meaningOf(diagnosis: Diagnosis): string {
  const stop = diagnosis.verdict?.gates.find(({ blocks }) => blocks)
  const why = stop && diagnosis.verdict?.decision === 'implicitDeny' ? stoppedWords[stop.kind] : undefined
  const where = stop && diagnosis.verdict?.decision !== 'allowed' ? ` It stops at: ${gateName(stop)}.` : ''
  return `${why ?? saying(diagnosis).meaning}${where}`
}
