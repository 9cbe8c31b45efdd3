// <link-builder>: makes links that open the checker with an error and policies, and the bookmarklet. LinkBuilder.astro has its markup.
import { copyText } from '../../controls/copy-text.ts'
import { blankSecrets } from '../../session/blank-secrets.ts'
import { longestFragment, writeLink } from '../../session/links-in.ts'
import { loadCompany } from '../../session/load-company.ts'
import { bookmarklet } from './bookmarklet.ts'

class LinkBuilder extends HTMLElement {
  connectedCallback(): void {
    const site = new URL(this.dataset.root ?? '/', location.href).href
    this.offerBookmarklet(`${site}checker/`)
    for (const area of this.querySelectorAll('textarea')) area.addEventListener('input', () => this.build(site))
    this.listen('add-policy', () => {
      const first = this.querySelector('[data-policies] label')
      const next = first?.cloneNode(true)
      const area = next instanceof Element ? next.querySelector('textarea') : null
      if (!next || !area) return
      area.value = ''
      area.addEventListener('input', () => this.build(site))
      first?.parentElement?.append(next)
      area.focus()
    })
    this.listen('copy', () => void this.copy(this.find<HTMLAnchorElement>('link')?.href ?? '', 'outcome'))
    void loadCompany(site).then(({ company }) => {
      if (company.sharing !== false) return
      this.find('form')?.remove()
      this.say('off', 'Your company has turned off links that hold a case.')
    })
    this.build(site)
    this.dataset.ready = ''
  }

  private build(site: string): void {
    const form = this.find('form')
    if (!form) return
    let isBlanked = false
    const texts = [...form.querySelectorAll('textarea')].map(({ value }) => {
      if (value.length > longestFragment) return value
      const { text, found } = blankSecrets(value)
      isBlanked ||= found.length > 0
      return text
    })
    const [paste = '', ...policies] = texts
    const fragment = texts.some(({ length }) => length > longestFragment) ? undefined : writeLink(paste, policies)
    const link = this.find<HTMLAnchorElement>('link')
    const result = this.find('result')
    if (!link || !result) return
    result.hidden = fragment === undefined || fragment === ''
    link.href = result.hidden ? '' : `${site}checker/${fragment}`
    link.textContent = link.href
    this.say('outcome', '')
    this.say(
      'state',
      fragment === undefined
        ? 'This is too long for a link: mail and chat programs would cut it. Open it in the checker, choose Share, and save the case as a file.'
        : fragment === ''
          ? 'Give an error or a policy.'
          : `${link.href.length.toLocaleString('en')} characters. Anyone who has the link can read what it holds.${isBlanked ? ' Keys and tokens were taken out.' : ''}`,
    )
  }

  private offerBookmarklet(checker: string): void {
    const offered = this.find<HTMLAnchorElement>('bookmarklet')
    if (!offered) return
    offered.href = bookmarklet(checker)
    // This page's policy would not run it, and there is nothing selected here.
    offered.addEventListener('click', (event) => {
      event.preventDefault()
      this.say('bookmarklet-outcome', 'Drag it to your bookmarks bar, and click it there.')
    })
    this.listen('copy-bookmarklet', () => void this.copy(offered.href, 'bookmarklet-outcome'))
  }

  private async copy(text: string, outcome: string): Promise<void> {
    this.say(outcome, await copyText(text))
  }

  private listen(press: string, does: () => void): void {
    this.querySelector(`[data-press=${press}]`)?.addEventListener('click', does)
  }

  private say(part: string, text: string): void {
    const place = this.find(part)
    if (!place) return
    place.textContent = text
    place.hidden = text === ''
  }

  private find<Kind extends HTMLElement = HTMLElement>(name: string): Kind | null {
    return this.querySelector<Kind>(`[data-part=${name}]`)
  }
}

customElements.define('link-builder', LinkBuilder)
