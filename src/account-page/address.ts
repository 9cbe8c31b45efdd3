import { type AccountTab, accountTabs } from './store.ts'

/** What the address asks, so that a reload or a bookmark comes back to it. The account itself is never part of it. */
export interface AskedInAddress {
  readonly tab: AccountTab
  readonly action: string
  readonly resource: string
  /** An ARN or a name; "" if none is asked about. */
  readonly principal: string
}

/** Reads a fragment such as "#who-can?action=s3:GetObject&resource=*". Whatever else it is opens the first tab. */
export function readAddress(hash: string): AskedInAddress {
  const [name = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  const given = new URLSearchParams(query)
  return {
    tab: accountTabs.find((each) => each === name) ?? 'who-can',
    action: given.get('action') ?? '',
    resource: given.get('resource') ?? '*',
    principal: given.get('principal') ?? '',
  }
}

/** The fragment of a question. */
export function addressOf({ tab, action, resource, principal }: AskedInAddress): string {
  const query = new URLSearchParams()
  if (tab === 'who-can' && action !== '') query.set('action', action)
  if (tab === 'who-can' && resource !== '*' && resource !== '') query.set('resource', resource)
  if ((tab === 'what-can' || tab === 'map') && principal !== '') query.set('principal', principal)
  const text = query.toString()
  return `#${tab}${text === '' ? '' : `?${text}`}`
}
