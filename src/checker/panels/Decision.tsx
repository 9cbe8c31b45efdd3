import type { JSX } from 'preact'
import type { Diagnosis } from '../../advise/index.ts'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import { saying } from '../../controls/saying.ts'
import { certaintyWords, gateName } from '../../words/index.ts'
import { denialWords, stoppedWords } from '../words.ts'
import type { Surroundings } from './surroundings.ts'

interface Props {
  readonly diagnosis: Diagnosis
  readonly surroundings: Surroundings
}

/** The decision and its cause: the part of the answer that stays in view. */
export function VerdictHeader({ diagnosis, surroundings }: Props): JSX.Element {
  const { cause } = diagnosis
  const { word, icon, tone } = saying(diagnosis)
  const { label, because } = certaintyWords[cause.certainty]
  const kind = diagnosis.verdict && denialWords[diagnosis.verdict.decision]
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

/** What the decision means, and where the request stops, in a sentence or two. */
export function meaningOf(diagnosis: Diagnosis): string {
  const stop = diagnosis.verdict?.gates.find(({ blocks }) => blocks)
  const why = stop && diagnosis.verdict?.decision === 'implicitDeny' ? stoppedWords[stop.kind] : undefined
  const where = stop && diagnosis.verdict?.decision !== 'allowed' ? ` It stops at: ${gateName(stop)}.` : ''
  return `${why ?? saying(diagnosis).meaning}${where}`
}
