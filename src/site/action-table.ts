// The table of a service's actions: filter, order, and what there is to know of one action, loaded when it is asked for.
import { type Action, readShard, type Service } from '../reference/index.ts'
import { exampleError, smallestStatement } from './action-texts.ts'

class ActionTable extends HTMLElement {
  #rows: readonly HTMLTableRowElement[] = []
  #service: Promise<Service | undefined> | undefined

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')]
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => event.preventDefault())
    form?.addEventListener('input', () => this.#filter(form))
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-sort]')) {
      button.disabled = false
      button.addEventListener('click', () => this.#sort(button))
    }
    this.querySelector('table')?.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>('[aria-expanded]') : null
      const row = button?.closest('tr')
      if (button && row) void this.#toggle(row, button)
    })
    // A browser that comes back to the page fills in what was typed before.
    if (form) this.#filter(form)
  }

  #filter(form: HTMLFormElement): void {
    const data = new FormData(form)
    const parts = partsOf(String(data.get('part') ?? ''))
    const level = String(data.get('level') ?? '')
    let shown = 0
    for (const row of this.#rows) {
      const fits = holds(row.id, parts) && (level === '' || (row.cells[1]?.textContent ?? '').includes(level))
      if (row.hidden === fits) row.hidden = !fits
      if (!fits) this.#close(row)
      shown += Number(fits)
    }
    const output = form.querySelector('output')
    if (output) output.textContent = `${shown} of ${this.#rows.length} actions`
  }

  #sort(button: HTMLButtonElement): void {
    const column = Number(button.dataset.sort)
    const head = button.closest('th')
    const down = head?.getAttribute('aria-sort') === 'ascending'
    for (const other of this.querySelectorAll('thead th')) other.removeAttribute('aria-sort')
    head?.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    for (const row of this.#rows) this.#close(row)
    const text = (row: HTMLTableRowElement): string => row.cells[column]?.textContent ?? ''
    const sign = down ? -1 : 1
    const order = new Intl.Collator('en')
    this.#rows = this.#rows.toSorted((a, b) => sign * order.compare(text(a), text(b)) || order.compare(a.id, b.id))
    // Each part of the table keeps its number of rows.
    const parts = [...this.querySelectorAll('tbody')].map((part) => ({ part, count: part.rows.length }))
    let next = 0
    for (const { part, count } of parts) {
      part.append(...this.#rows.slice(next, next + count))
      next += count
    }
  }

  #close(row: HTMLTableRowElement): void {
    const button = row.querySelector('button')
    if (button?.getAttribute('aria-expanded') !== 'true') return
    button.setAttribute('aria-expanded', 'false')
    row.nextElementSibling?.remove()
  }

  async #toggle(row: HTMLTableRowElement, button: HTMLButtonElement): Promise<void> {
    if (button.getAttribute('aria-expanded') === 'true') return this.#close(row)
    button.setAttribute('aria-expanded', 'true')
    const opened = document.createElement('tr')
    const cell = opened.insertCell()
    opened.setAttribute('role', 'row')
    cell.setAttribute('role', 'cell')
    cell.setAttribute('aria-colspan', '3')
    cell.className = 'opened'
    cell.textContent = 'Loading …'
    row.after(opened)
    this.#service ??= loadService(this.dataset.shard ?? '')
    const service = await this.#service
    const action = service?.actions.get(row.id)
    if (!service) this.#service = undefined
    cell.replaceChildren(
      service && action ? detailsOf(service, action) : 'This could not be loaded. Close it and open it again to retry.',
    )
  }
}

/** "s3:Put*Acl" → "put", "acl": the service is that of the page. */
const partsOf = (typed: string): readonly string[] =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^[\w-]+:/, '')
    .split('*')

/** Does a name hold these parts, in this order? */
function holds(name: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = name.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

async function loadService(address: string): Promise<Service | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? readShard(await response.text()) : undefined
  } catch {
    return undefined
  }
}

function detailsOf(service: Service, action: Action): HTMLElement {
  const error = exampleError(service, action)
  const details = document.createElement('div')
  details.className = 'details'
  details.append(
    ...listed('Condition keys', action.conditionKeys),
    ...listed('Needs as well', action.dependentActions),
    ...quoted('What the error looks like', error),
    ...quoted('The smallest statement that allows it', smallestStatement(service, action)),
    checkerLink(error),
  )
  return details
}

function listed(title: string, items: readonly string[]): readonly Node[] {
  if (items.length === 0) return []
  const paragraph = document.createElement('p')
  const strong = document.createElement('strong')
  strong.textContent = `${title}: `
  paragraph.append(strong, items.join(', '))
  return [paragraph]
}

function quoted(title: string, text: string): readonly Node[] {
  const strong = document.createElement('strong')
  strong.textContent = title
  const pre = document.createElement('pre')
  pre.textContent = text
  return [strong, pre]
}

function checkerLink(error: string): Node {
  const link = document.createElement('a')
  link.href = new URL(`../../checker/#paste=${encodeURIComponent(error)}`, document.baseURI).href
  link.textContent = 'Open this error in the checker'
  return link
}

customElements.define('action-table', ActionTable)
