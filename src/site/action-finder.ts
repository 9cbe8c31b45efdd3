// The box that finds actions by part of a name. The names load when the user begins to type.
import { type ActionNames, type FoundAction, mostFound, searchActions } from '../reference/index.ts'

class ActionFinder extends HTMLElement {
  #names: Promise<ActionNames | undefined> | undefined

  connectedCallback(): void {
    const form = this.querySelector('form')
    const input = this.querySelector('input')
    if (!form || !input) return
    form.addEventListener('submit', (event) => event.preventDefault())
    input.addEventListener('input', () => void this.#find(input))
  }

  async #find(input: HTMLInputElement): Promise<void> {
    const asked = input.value
    if (!this.#names) this.#say('Loading the names of all actions …')
    this.#names ??= loadNames(this.dataset.names ?? '')
    const names = await this.#names
    if (input.value !== asked) return // a newer one is on its way
    if (!names) {
      this.#names = undefined
      return this.#say('The names could not be loaded. Type on to try again.')
    }
    const found = searchActions(names, asked)
    this.querySelector('ul')?.replaceChildren(...found.map(itemOf))
    this.#say(summaryOf(asked, found.length))
  }

  #say(text: string): void {
    const output = this.querySelector('output')
    if (output) output.textContent = text
  }
}

async function loadNames(address: string): Promise<ActionNames | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? new Map<string, readonly string[]>(await response.json()) : undefined
  } catch {
    return undefined
  }
}

function summaryOf(asked: string, found: number): string {
  if (asked.trim() === '') return ''
  if (found === 0) return `AWS lists no action like “${asked}”.`
  return found < mostFound ? `${found} found` : `The first ${found}. Type more to narrow them down.`
}

function itemOf({ action, operation }: FoundAction): HTMLLIElement {
  const [prefix = '', name = ''] = action.split(':')
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = new URL(`${prefix}/#${name.toLowerCase()}`, document.baseURI).href
  link.textContent = action
  item.append(link)
  if (operation !== undefined) item.append(` – what IAM asks for when ${operation} is called`)
  return item
}

customElements.define('action-finder', ActionFinder)
