// A table of an article that one can filter by a word, or by an action that one of its patterns covers.
import { rowFits } from './filter-rows.ts'

class FilterTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('input', () => this.#filter(form))
  }

  #filter(form: HTMLFormElement): void {
    const typed = String(new FormData(form).get('word') ?? '')
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')]
    for (const row of rows) {
      const patterns = [...row.querySelectorAll('code')].map(({ textContent }) => textContent ?? '')
      row.hidden = !rowFits(row.textContent ?? '', patterns, typed)
    }
    const output = form.querySelector('output')
    const shown = rows.filter(({ hidden }) => !hidden).length
    if (output) output.textContent = `${shown} of ${rows.length} rows`
  }
}

customElements.define('filter-table', FilterTable)
