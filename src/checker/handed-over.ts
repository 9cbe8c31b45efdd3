import { type LinkIn, readLink } from '../session/links-in.ts'
import { type AnswerTab, answerTabs } from './reducer.ts'

/** Takes what the address brings from another page, and clears it from the address. */
export function takeLink(): LinkIn | undefined {
  const link = readLink(location.hash)
  if (link) history.replaceState(null, '', location.pathname + location.search)
  return link
}

/** The answer's tab that the address names. */
export const tabInAddress = (): AnswerTab | undefined => answerTabs.find((tab) => location.hash === `#${tab}`)

/** Puts the tab into the address, so that a reload or a copied address comes back to it. */
export function nameTabInAddress(tab: AnswerTab): void {
  history.replaceState(null, '', `${location.pathname}${location.search}#${tab}`)
}
