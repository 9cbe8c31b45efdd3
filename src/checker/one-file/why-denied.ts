// <why-denied>: an error on a page of another site, with a button that shows the checker's answer below it. Written to why-denied.js, which a portal can copy.

import { isFrameMessage, showing } from '../../session/framing.ts'
import { writeLink } from '../../session/links-in.ts'

/** Where this script came from: checker.html lies next to it unless the element's `src` says otherwise. */
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI

/** Time for a slow network to bring checker.html, in milliseconds. */
const patience = 15_000

const style = `:host{display:block}:host([hidden]){display:none}
p{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.5rem 0}
button{font:inherit;min-height:2.5rem;padding:.25rem 1rem;cursor:pointer}
iframe{width:100%;height:44rem;border:1px solid;border-radius:.5rem}[hidden]{display:none!important}`

/**
 * The error is the element's text, or its attribute `paste`; `policy` is the text of a policy; `src` is the address of checker.html; `open` shows the
 * answer at once; `label` names the button.
 */
class WhyDenied extends HTMLElement {
  private readonly button = document.createElement('button')
  private readonly link = document.createElement('a')
  private readonly note = document.createElement('span')
  private readonly frame = document.createElement('iframe')
  private timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    if (!this.shadowRoot) this.draw()
    addEventListener('message', this.hear)
    if (this.hasAttribute('open')) this.show()
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.hear)
    clearTimeout(this.timer)
  }

  private draw(): void {
    const { button, link, note, frame } = this
    const shadow = this.attachShadow({ mode: 'open' })
    // Not a style element: the page's own Content-Security-Policy would block it.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    shadow.adoptedStyleSheets = [sheet]
    const row = document.createElement('p')
    Object.assign(button, { type: 'button', textContent: this.getAttribute('label') ?? 'Why was this denied?' })
    button.setAttribute('part', 'button')
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', () => (frame.hidden ? this.show() : this.hide()))
    Object.assign(link, { target: '_blank', rel: 'noopener', textContent: 'Open in a new tab', hidden: true })
    link.setAttribute('part', 'link')
    note.setAttribute('role', 'status')
    frame.hidden = true
    frame.title = 'Why this was denied'
    frame.allow = 'clipboard-write'
    frame.setAttribute('part', 'frame')
    row.append(button, link, note)
    shadow.append(document.createElement('slot'), row, frame)
  }

  private show(): void {
    const checker = new URL(this.getAttribute('src') ?? 'checker.html', own)
    const error = this.getAttribute('paste') ?? this.textContent ?? ''
    const policy = this.getAttribute('policy')
    const fragment = writeLink(error.trim(), policy === null ? [] : [policy])
    this.link.href = `${checker.href}${fragment ?? ''}`
    this.link.hidden = false
    if (fragment === undefined) {
      this.note.textContent = 'This error is too long to hand over. Open the checker, and paste it there.'
      return
    }
    this.note.textContent = ''
    this.button.setAttribute('aria-expanded', 'true')
    this.frame.hidden = false
    this.frame.src = this.link.href
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.hide()
      this.note.textContent = 'The checker can’t be shown here. Open it in a new tab.'
    }, patience)
  }

  private hide(): void {
    clearTimeout(this.timer)
    this.button.setAttribute('aria-expanded', 'false')
    this.frame.hidden = true
  }

  /** The checker in the frame asks which page shows it: the browser puts this page's origin on the answer. */
  private readonly hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== this.frame.contentWindow || !isFrameMessage(data)) return
    clearTimeout(this.timer)
    this.frame.contentWindow?.postMessage(showing, origin === 'null' ? '*' : origin)
  }
}

customElements.define('why-denied', WhyDenied)
