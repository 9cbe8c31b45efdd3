import type { JSX } from 'preact'
import type { ShownExample, StatementPlace } from './messages.ts'

interface Props {
  readonly example: ShownExample
  /** "Allowed by". */
  readonly by: string
  readonly site: string
  readonly onShow: (place: StatementPlace) => void
}

/** One request: what it does, which statements decide it, and the way to the checker. */
export function Example({ example, by, site, onShow }: Props): JSX.Element {
  const { principal, action, isListed, resource, context, other, assumed, link } = example
  return (
    <li class="wd-compare-example">
      <p class="wd-compare-request">
        <code class="wd-code">{action}</code> on <code class="wd-code">{resource}</code>
      </p>
      {!isListed && <p class="wd-hint">AWS lists no action with this name today.</p>}
      {context.length > 0 && (
        <ul class="wd-compare-context" aria-label="Request context">
          {context.map(([key, value]) => (
            <li key={key}>
              <code>{key}</code>: {value}
            </li>
          ))}
        </ul>
      )}
      <p class="wd-hint wd-break">Caller: {principal}</p>
      {example.by && (
        <p class="wd-compare-by">
          {by} <PlaceButton place={example.by} onShow={onShow} />
        </p>
      )}
      {other?.by && (
        <p class="wd-compare-by">
          Denied by <PlaceButton place={other.by} onShow={onShow} />
        </p>
      )}
      {other && !other.by && <p class="wd-hint">{otherWords[other.decision]}</p>}
      {assumed.length > 0 && <p class="wd-hint">Where {assumed.join(', and ')}.</p>}
      {link === undefined ? (
        <p class="wd-hint">The policies are too long for a link to the checker.</p>
      ) : (
        <a class="wd-compare-open" href={`${site}checker/#case=${link}`}>
          Open in the checker
        </a>
      )}
    </li>
  )
}

/** What the other side says of it where no statement of it denies. */
const otherWords = {
  allowed: '',
  explicitDeny: 'The other version denies it.',
  implicitDeny: 'No statement of the other version allows it.',
  undetermined: 'In the other version, it depends on values that aren’t known.',
} as const

const partNames = { old: 'old version', new: 'new version', around: 'surrounding policies' } as const

function PlaceButton(props: {
  readonly place: StatementPlace
  readonly onShow: (place: StatementPlace) => void
}): JSX.Element {
  const { place, onShow } = props
  return (
    <button type="button" class="wd-link" onClick={() => onShow(place)}>
      {`${place.label} (${partNames[place.part]}, line ${place.line})`}
    </button>
  )
}
