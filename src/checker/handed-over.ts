import { type AnswerTab, answerTabs } from './reducer.ts'

/** Takes what another page handed over, an error, a policy, or a case, and clears it from the address. */
export function takeHandedOver(): Readonly<Record<'pasted' | 'policy' | 'linked', string | undefined>> {
  const handed = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B'))
  const [pasted, policy, linked] = ['paste', 'policy', 'case'].map((name) => handed.get(name) ?? undefined)
  if (pasted !== undefined || policy !== undefined || linked !== undefined)
    history.replaceState(null, '', location.pathname + location.search)
  return { pasted, policy, linked }
}

/** The answer's tab that the address names. */
export const tabInAddress = (): AnswerTab | undefined => answerTabs.find((tab) => location.hash === `#${tab}`)

/** Puts the tab into the address, so that a reload or a copied address comes back to it. */
export function nameTabInAddress(tab: AnswerTab): void {
  history.replaceState(null, '', `${location.pathname}${location.search}#${tab}`)
}
