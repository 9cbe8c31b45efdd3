// Shows the list of questions one at a time. It shows copies of the list's own steps, so the text exists only once.

class WhichGate extends HTMLElement {
  /** The steps from the first question to the one that is shown. */
  #path: HTMLElement[] = []

  connectedCallback(): void {
    const first = this.querySelector<HTMLElement>('.tree > [data-step]')
    const tree = this.querySelector<HTMLElement>('.tree')
    const one = this.querySelector<HTMLElement>('.one')
    if (!first || !tree || !one) return
    tree.hidden = true
    one.hidden = false
    this.querySelector('[data-back]')?.addEventListener('click', () => this.#go(this.#path.slice(0, -1)))
    this.querySelector('[data-again]')?.addEventListener('click', () => this.#go([first]))
    this.#path = [first]
    this.#show()
  }

  /** Moves the focus, so that keyboard users continue from the new question. */
  #go(path: HTMLElement[]): void {
    this.#path = path
    this.#show()
    this.querySelector<HTMLElement>('.stage')?.focus()
  }

  #show(): void {
    const step = this.#path.at(-1)
    if (!step) return
    const parts = [...step.children].map((part) => (part.matches('.answers') ? this.#buttons(part) : copy(part)))
    this.querySelector('.stage')?.replaceChildren(...parts)
    this.querySelector('.trail')?.replaceChildren(
      ...this.#path.slice(1).map((later, i) => answered(this.#path[i], later)),
    )
    const ways = this.querySelector<HTMLElement>('.ways')
    if (ways) ways.hidden = this.#path.length === 1
  }

  #buttons(answers: Element): HTMLElement {
    const list = document.createElement('ul')
    list.className = 'answers'
    for (const details of answers.querySelectorAll(':scope > li > details')) {
      const next = details.querySelector<HTMLElement>(':scope > [data-step]')
      const button = document.createElement('button')
      button.type = 'button'
      button.append(...wordsOf(details.querySelector('summary')))
      if (next) button.addEventListener('click', () => this.#go([...this.#path, next]))
      const item = document.createElement('li')
      item.append(button)
      list.append(item)
    }
    return list
  }
}

/** A line of the trail: a question, and what was answered. */
function answered(question: Element | undefined, next: HTMLElement): HTMLLIElement {
  const item = document.createElement('li')
  const answer = document.createElement('strong')
  answer.append(...wordsOf(next.parentElement?.querySelector(':scope > summary') ?? null))
  item.append(...wordsOf(question?.querySelector(':scope > .asks') ?? null), ' ', answer)
  return item
}

const copy = (part: Element): Node => part.cloneNode(true)
const wordsOf = (element: Element | null): readonly Node[] =>
  [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true))

customElements.define('which-gate', WhichGate)
