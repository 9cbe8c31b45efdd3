// A condition to try out: reads the fields, asks the evaluator, shows the answer. The evaluator loads when a field is first changed.
import type { Trial } from './decide-condition.ts'
import { isSceneName } from './scenes.ts'

class TryCondition extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    for (const field of form.querySelectorAll<HTMLFieldSetElement | HTMLInputElement>('[disabled]'))
      field.disabled = false
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('input', () => void this.#ask(form))
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const field = form.querySelector<HTMLTextAreaElement>('[name="actual"]')
    if (field) field.readOnly = new FormData(form).has('absent')
    try {
      const { decideCondition, policyOf } = await import('./decide-condition.ts')
      const { decisionWords } = await import('../../controls/decision-words.ts')
      // What is typed by now, not what was there when the evaluator began to load.
      const trial = this.#trial(new FormData(form))
      if (!trial) return
      const { decision, clause } = decideCondition(trial)
      this.dataset.decision = decision
      this.#show('decision', decisionWords[decision].word)
      this.#show('clause', clause.replaceAll('`', ''))
      this.#show('policy', policyOf(trial))
    } catch {
      this.#show('clause', 'The evaluator could not be loaded. Change a field to try again.')
    }
  }

  #trial(form: FormData): Trial | undefined {
    const { scene, key } = this.dataset
    if (!isSceneName(scene) || key === undefined) return undefined
    const values = linesOf(form.get('actual'))
    return {
      scene,
      key,
      effect: form.get('effect') === 'Deny' ? 'Deny' : 'Allow',
      operator: String(form.get('operator') ?? ''),
      wanted: linesOf(form.get('wanted')),
      actual: form.has('absent') ? undefined : values,
      multivalued: this.dataset.multivalued !== undefined,
    }
  }

  #show(part: string, text: string): void {
    const element = this.querySelector(`[data-part="${part}"]`)
    if (element && element.textContent !== text) element.textContent = text
  }
}

/** One value per line; an empty field is one empty value. */
function linesOf(value: FormDataEntryValue | null): readonly string[] {
  const lines = String(value ?? '')
    .slice(0, 4_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
  const filled = lines.filter((line) => line !== '').slice(0, 50)
  return filled.length > 0 ? filled : ['']
}

customElements.define('try-condition', TryCondition)
