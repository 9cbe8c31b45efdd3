import type { JSX } from 'preact'
import type { DenialGroup } from '../../denial/index.ts'
import { withWhich } from '../state.ts'
import type { Store } from '../store.ts'

/** More than this is not listed: the rest is said in a number. */
const mostListed = 50

/** If the paste contains several denials, lets the user choose the one to explain. */
export function Which({ store }: { readonly store: Store }): JSX.Element | null {
  const denials = store.answered.value?.answer.diagnosis.denials ?? []
  if (denials.length === 0) return null
  const { which } = store.bench.value
  const total = denials.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset class="wd-panel wd-which" data-denials={denials.length}>
      <legend class="wd-h">
        {total} denials, {denials.length} different ones: which one?
      </legend>
      {denials.slice(0, mostListed).map((group, index) => (
        <label key={labelOf(group) + String(index)}>
          <input
            type="radio"
            name="wd-which"
            checked={index === which}
            onChange={() => store.change((bench) => withWhich(bench, index))}
          />
          <span>
            {labelOf(group)} <span class="wd-hint">{timesOf(group)}</span>
          </span>
        </label>
      ))}
      {denials.length > mostListed && <p class="wd-hint">And {denials.length - mostListed} more.</p>}
    </fieldset>
  )
}

function labelOf({ denial: { principal, accountId, action, actionDerived, kind } }: DenialGroup): string {
  const who = principal?.replace(/^arn:[^:]*:[^:]*:[^:]*:/, '') ?? accountId ?? 'unknown caller'
  const what =
    action ?? actionDerived ?? (kind === 'credential-problem' ? 'a credential problem' : 'an action not named')
  return `${who} → ${what}`
}

/** "12 times, last 2026-11-20 10:00 UTC" */
function timesOf({ count, last }: DenialGroup): string {
  const times = count === 1 ? 'once' : `${count} times`
  return last === undefined ? times : `${times}, last ${last.slice(0, 16).replace('T', ' ')} UTC`
}
