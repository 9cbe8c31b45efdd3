import type { JSX } from 'preact'
import type { Denial, DenialField } from '../../denial/index.ts'

/** What each field is marked as: the sentence about the denial uses the same colours. */
const classes: Readonly<Partial<Record<DenialField, string>>> = {
  principal: 'wd-who',
  action: 'wd-what',
  resource: 'wd-on',
  effect: 'wd-why',
  policyArn: 'wd-why',
}

interface Props {
  readonly text: string
  /** Undefined as long as the text is not read. */
  readonly denial: Denial | undefined
}

/** The pasted text once more, behind the box, with what was read from it marked. Screen readers have the sentence instead. */
export function Marks({ text, denial }: Props): JSX.Element {
  const pieces: (JSX.Element | string)[] = []
  let at = 0
  const places = [...(denial?.spans ?? [])].sort(([, a], [, b]) => a.from - b.from)
  for (const [field, { from, to }] of places) {
    const name = classes[field]
    if (name === undefined || from < at || to > text.length) continue
    pieces.push(text.slice(at, from), <mark class={name}>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <div class="wd-field wd-paste wd-marks" aria-hidden="true" key={denial ? 'read' : 'unread'}>
      {[...pieces, `${text.slice(at)} `]}
    </div>
  )
}
