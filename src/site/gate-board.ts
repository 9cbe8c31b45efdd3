// The board of gates: reads its switches, asks the evaluator, shows the answer. The evaluator is loaded when a switch is first touched.
import type { Board, BoardAnswer, Setting } from './board.ts'

class GateBoard extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    for (const fieldset of form.querySelectorAll('fieldset')) fieldset.disabled = false
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', () => void this.#ask(form))
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    try {
      const { askBoard } = await import('./board.ts')
      this.#show(askBoard(this.#board(new FormData(form))))
    } catch {
      this.#say('The evaluator could not be loaded. Change a switch to try again.')
    }
  }

  #board(form: FormData): Board {
    const gates = [...this.#rows().keys()].flatMap((type) => {
      const setting = form.get(type)
      return isSetting(setting) ? [[type, setting] as const] : []
    })
    return {
      gates: new Map(gates) as Board['gates'],
      caller: form.get('caller') === 'user' ? 'user' : 'role',
      resourceIn: form.get('where') === 'another account' ? 'another account' : 'same account',
      managementAccount: form.has('management'),
    }
  }

  #show({ decision, sentence, gates }: BoardAnswer): void {
    this.dataset.decision = decision
    const rows = this.#rows()
    for (const { type, state, decides } of gates) {
      const row = rows.get(type)
      if (!row) continue
      row.dataset.state = state
      row.toggleAttribute('data-decides', decides)
      const note = row.querySelector('em')
      if (note) note.hidden = state !== 'exempt'
    }
    this.#say(sentence)
  }

  #rows(): ReadonlyMap<string, HTMLElement> {
    return new Map([...this.querySelectorAll<HTMLElement>('[data-gate]')].map((row) => [row.dataset.gate ?? '', row]))
  }

  #say(text: string): void {
    const output = this.querySelector('output')
    if (output && output.textContent !== text) output.textContent = text
  }
}

const isSetting = (value: unknown): value is Setting =>
  value === 'allows' || value === 'silent' || value === 'denies' || value === 'absent'

customElements.define('gate-board', GateBoard)
