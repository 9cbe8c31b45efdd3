import type { JSX } from 'preact'
import type { Request } from '../../evaluate/index.ts'
import { siteRoot } from '../site.ts'

/** The way to the account page with the same question: it needs the account's files, which this page doesn't keep. */
export function WhoElse({ request }: { readonly request: Request | undefined }): JSX.Element | null {
  // The checker as one file on a disk has no other pages.
  if (!request || location.protocol === 'file:') return null
  const question = new URLSearchParams({ action: request.action, resource: request.resource })
  return (
    <p data-who-else>
      <a href={`${siteRoot(location.href)}account/#who-can?${question}`}>Who already can?</a>{' '}
      <span class="wd-hint">Opens the Account page with this action. Give it the account’s files there.</span>
    </p>
  )
}
