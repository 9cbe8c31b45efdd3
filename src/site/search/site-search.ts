// The dialog of the search: opens with its button or its keys, loads the index then, and shows pages while one types.
import { partOfSite } from '../shelves.ts'
import type { SearchAnswer } from './answer.ts'
import type { Ask } from './load.ts'
import type { Hit } from './rank.ts'

/** Long enough that a fast typist doesn't cause a search per letter, in milliseconds. */
const pause = 80

/** After so long without an answer, the dialog says that it's searching: the index isn't loaded yet. In milliseconds. */
const slow = 300

class SiteSearch extends HTMLElement {
  #ask: Promise<Ask> | undefined
  #newest = 0
  #timer = 0

  connectedCallback(): void {
    const [open, close] = [this.#one<HTMLButtonElement>('[data-open-modal]'), this.#one('[data-close-modal]')]
    const dialog = this.#one<HTMLDialogElement>('dialog')
    const input = this.#one<HTMLInputElement>('input')
    if (!open || !dialog || !input) return
    const show = (): void => {
      dialog.showModal()
      document.body.toggleAttribute('data-search-modal-open', true)
      input.select()
      this.#load()
    }
    open.disabled = false
    open.addEventListener('click', show)
    close?.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => document.body.toggleAttribute('data-search-modal-open', false))
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close()
    })
    window.addEventListener('keydown', (event) => {
      if (!(event.metaKey || event.ctrlKey) || event.key !== 'k') return
      event.preventDefault()
      if (dialog.open) dialog.close()
      else show()
    })
    input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#search(input.value), pause)
    })
    dialog.addEventListener('keydown', (event) => this.#move(event, input))
    dialog.addEventListener('click', ({ target }) => {
      const asked = target instanceof Element ? target.closest<HTMLElement>('[data-ask]')?.dataset.ask : undefined
      if (asked === undefined) return
      input.value = asked
      input.focus()
      void this.#search(asked)
    })
    const words = wordsInAddress()
    if (words === undefined) return
    input.value = words
    show()
    void this.#search(words)
  }

  #one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind | null {
    return this.querySelector<Kind>(selector)
  }

  #load(): Promise<Ask> {
    this.#ask ??= import('./load.ts').then(({ loadSearch }) => loadSearch(this.#root()))
    // The next attempt loads it again.
    this.#ask.catch(() => {
      this.#ask = undefined
    })
    return this.#ask
  }

  #root = (): string => new URL(this.dataset.root ?? '/', location.href).href

  async #search(typed: string): Promise<void> {
    const asked = ++this.#newest
    const place = this.#one('.found')
    if (!place) return
    if (typed.trim() === '') return place.replaceChildren()
    const show = (answer: SearchAnswer): void => {
      if (asked === this.#newest) place.replaceChildren(...this.#shown(typed, answer))
    }
    const waiting = window.setTimeout(() => {
      if (asked === this.#newest && place.childElementCount === 0) place.replaceChildren(paragraph('Searching…'))
    }, slow)
    try {
      const ask = await this.#load()
      show(await ask(typed, show))
    } catch {
      if (asked === this.#newest)
        place.replaceChildren(paragraph('The search could not be loaded. Type again to retry.'))
    } finally {
      clearTimeout(waiting)
    }
  }

  #shown(typed: string, { about, hits }: SearchAnswer): readonly Node[] {
    const checker = link(`${this.#root()}checker/#paste=${encodeURIComponent(typed)}`, 'Open this error in the checker')
    if (about.length === 0 && hits.length === 0) return this.#nothing(checker)
    const box = document.createElement('div')
    box.className = 'wd-best'
    if (about.length > 0) box.append(paragraph('About this error'), ...about.map((hit) => this.#link(hit)), checker)
    const list = document.createElement('ul')
    list.append(...hits.map((hit) => this.#item(hit)))
    return [...(about.length > 0 ? [box] : []), list]
  }

  /** Nothing fits: three ways on. */
  #nothing(checker: HTMLAnchorElement): readonly Node[] {
    checker.textContent = 'Paste it into the checker'
    const ways = document.createElement('p')
    ways.className = 'ways'
    ways.append(
      checker,
      link(`${this.#root()}messages/which-gate/`, 'Find the policy type that stopped you'),
      link(`${this.#root()}billing/pages-and-actions/`, 'Look up a Billing page'),
    )
    return [paragraph('No page has these words.'), ways]
  }

  #link({ path, title, section }: Hit): HTMLAnchorElement {
    const anchor = section && path.startsWith('reference/') ? `#${section.anchor}` : ''
    return link(`${this.#root()}${path}/${anchor}`, anchor ? `${section?.text} – ${title}` : title)
  }

  #item(hit: Hit): HTMLElement {
    const item = document.createElement('li')
    item.append(this.#link(hit))
    const part = partOfSite(hit.path)
    if (part !== undefined) {
      const where = document.createElement('span')
      where.className = 'where'
      where.textContent = part
      item.append(where)
    }
    if (hit.description !== '') item.append(paragraph(hit.description))
    if (hit.section && !hit.path.startsWith('reference/')) {
      const section = link(`${this.#root()}${hit.path}/#${hit.section.anchor}`, hit.section.text)
      section.className = 'part'
      item.append(section)
    }
    return item
  }

  /** The arrow keys go through the results, or before them through what can be asked; Enter opens the first result. */
  #move(event: KeyboardEvent, input: HTMLInputElement): void {
    if (event.key === 'Enter' && event.target === input) {
      event.preventDefault()
      this.#one('.found a')?.click()
    }
    const links = [...this.querySelectorAll<HTMLElement>('.found a, .hints [data-ask]')].filter((one) =>
      one.checkVisibility(),
    )
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || links.length === 0) return
    event.preventDefault()
    const at = links.findIndex((one) => one.matches(':focus'))
    const next = links[at + step]
    if (next) next.focus()
    else if (step < 0) input.focus()
  }
}

/** What a link asked the search for, with #search=WORDS, as the page for a wrong address does. It's taken out of the address, so that a reload doesn't ask again. */
function wordsInAddress(): string | undefined {
  const words = new URLSearchParams(location.hash.slice(1)).get('search') ?? undefined
  if (words !== undefined) history.replaceState(history.state, '', location.pathname + location.search)
  return words
}

function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a')
  element.href = href
  element.textContent = text.replaceAll('`', '')
  return element
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text.replaceAll('`', '')
  return element
}

customElements.define('site-search', SiteSearch)
