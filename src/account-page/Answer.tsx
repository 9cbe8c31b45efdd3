import type { JSX } from 'preact'
import { Icon } from '../controls/Icon.tsx'
import type { IconName } from '../controls/icon-paths.ts'
import type { ShownPrincipal } from './messages.ts'

/** An icon and its word. */
export function Word({ icon, word }: { readonly icon: IconName; readonly word: string }): JSX.Element {
  return (
    <span class="wd-account-word" data-icon={icon}>
      <Icon name={icon} />
      {word}
    </span>
  )
}

/** A principal's name as a button that shows more about it. */
export function Name(props: {
  readonly principal: ShownPrincipal
  readonly pressed: boolean
  readonly onChoose: () => void
}): JSX.Element {
  const { principal, pressed, onChoose } = props
  return (
    <button type="button" class="wd-account-name" aria-pressed={pressed} title={principal.arn} onClick={onChoose}>
      <span class="wd-account-kind">{principal.kind}</span> {principal.name}
    </button>
  )
}

/** Sentences about what an answer couldn't take into account. */
export function Gaps({ gaps }: { readonly gaps: readonly string[] }): JSX.Element | null {
  if (gaps.length === 0) return null
  return (
    <div class="wd-note" data-gaps={gaps.length}>
      <Icon name="info" />
      <div>
        <p class="wd-strong">Not taken into account</p>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The way to the checker with the policies that decide. */
export function CheckerLink({ site, link }: { readonly site: string; readonly link: string | undefined }): JSX.Element {
  if (link === undefined) return <p class="wd-hint">The policies are too long for a link to the checker.</p>
  return (
    <a class="wd-button" href={`${site}checker/#case=${link}`}>
      Open in the checker
    </a>
  )
}

/** Does a row contain every word that was typed? */
export function matchesWords(typed: string, ...texts: readonly string[]): boolean {
  const text = texts.join('\n').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
