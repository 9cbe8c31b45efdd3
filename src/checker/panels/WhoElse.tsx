import type { JSX } from 'preact'
import { type HandedText, handOver } from '../../controls/hand-over.ts'
import type { Request } from '../../evaluate/index.ts'
import { siteRoot } from '../site.ts'

/** The way to the account page with the same question, and with the account details that were pasted here. */
export function WhoElse(props: {
  readonly request: Request | undefined
  /** What was pasted about the account; empty if nothing was. */
  readonly texts: readonly HandedText[]
}): JSX.Element | null {
  const { request, texts } = props
  if (!request) return null
  if (location.protocol === 'file:')
    return (
      <p class="wd-hint" data-who-else>
        The Account page shows who else can. This file doesn’t contain it: open the site, or run{' '}
        <code class="wd-code">whydenied who-can</code>.
      </p>
    )
  const question = new URLSearchParams({ action: request.action, resource: request.resource })
  const address = `${siteRoot(location.href)}account/#who-can?${question}`
  if (texts.length === 0)
    return (
      <p data-who-else>
        <a href={address}>Who already has this access?</a>{' '}
        <span class="wd-hint">Opens the Account page with this action. Open the account’s files there.</span>
      </p>
    )
  return (
    <p data-who-else>
      <a
        href={address}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
          if (isPlain && handOver(address, texts)) event.preventDefault()
        }}
      >
        Who already has this access?
      </a>{' '}
      <span class="wd-hint">
        Opens the Account page in a new tab, with this action and the account details that you pasted. Nothing is stored
        or sent.
      </span>
    </p>
  )
}
