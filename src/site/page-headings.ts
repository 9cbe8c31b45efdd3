// The lists of a page's headings, on wide and on narrow screens: they mark the one that's being read. astro.config.mjs puts this in the place of
// Starlight's own script, which watches all that follows a heading: on the page of a large service, thousands of rows, twice.

/** The element around a list of links to headings. Starlight's list for narrow screens extends it. */
export class StarlightTOC extends HTMLElement {
  #current: HTMLAnchorElement | undefined
  #linkOf = new Map<Element, HTMLAnchorElement>()
  readonly #above = new Set<Element>()
  #observer: IntersectionObserver | undefined
  #isWaiting = false

  set current(link: HTMLAnchorElement) {
    if (link === this.#current) return
    this.#current?.removeAttribute('aria-current')
    link.setAttribute('aria-current', 'true')
    this.#current = link
  }

  connectedCallback(): void {
    whenIdle(() => {
      const links = [...this.querySelectorAll('a')]
      this.#linkOf = new Map(
        links.flatMap((link) => {
          const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
          return heading ? [[heading, link] as const] : []
        }),
      )
      this.#observe()
      addEventListener('resize', () => this.#observeSoon())
    })
  }

  /** On phones, the bar with the address changes the size of the screen over and over while someone scrolls. */
  #observeSoon(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    whenIdle(() => {
      this.#isWaiting = false
      this.#observe()
    })
  }

  /** Watches which headings are above the line at which a heading stops that a link leads to. */
  #observe(): void {
    this.#observer?.disconnect()
    this.#above.clear()
    const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + justBelow
    const rootMargin = `${farAway}px 0px ${line - innerHeight}px`
    this.#observer = new IntersectionObserver((entries) => this.#mark(entries), { rootMargin })
    for (const heading of this.#linkOf.keys()) this.#observer.observe(heading)
  }

  #mark(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#above.add(target)
      else this.#above.delete(target)
    }
    const [first] = this.#linkOf.values()
    const read = [...this.#linkOf].findLast(([heading]) => this.#above.has(heading))
    const link = read?.[1] ?? first
    if (link) this.current = link
  }
}

/** A heading above the screen counts as well, however long the page is. */
const farAway = 10_000_000
/** The heading that a link led to is above the line, not on it. */
const justBelow = 8

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run)
  else setTimeout(run, 1)
}

customElements.define('starlight-toc', StarlightTOC)
