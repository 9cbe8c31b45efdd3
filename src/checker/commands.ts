import { type AnswerTab, answerTabs } from './reducer.ts'
import { rememberReader } from './remembered.ts'
import { emptyBench } from './state.ts'
import type { Store } from './store.ts'
import { answerTabWords } from './words.ts'

/** Something the page can do without a mouse: it has a key, and a line in the command palette. */
export interface Command {
  readonly does: string
  /** The key's place on the keyboard, pressed with Alt and Shift: with these two, some keyboards write other letters. */
  readonly code: string
  /** What's written on the key. */
  readonly key: string
  run(store: Store): void
}

const element = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)

/** Once the page has drawn what the event before it changed. */
const afterDrawing = (act: () => void): void => void setTimeout(act)

const press = (selector: string) => (): void => element(selector)?.click()

/** Presses a button of one of the answer's tabs. */
const pressIn =
  (tab: AnswerTab, selector: string) =>
  (store: Store): void => {
    store.send({ is: 'tab chosen', tab })
    store.send({ is: 'side chosen', side: 'answer' })
    afterDrawing(press(selector))
  }

function otherReader(store: Store): void {
  const reader = store.reader.value === 'denied' ? 'administrator' : 'denied'
  store.send({ is: 'reader chosen', reader })
  rememberReader(reader)
}

function nextDocument(store: Store, by: 1 | -1): void {
  const ids = ['paste', ...store.bench.value.policies.map(({ id }) => id)] as const
  const at = ids.indexOf(store.document.value)
  const document = ids[(at + by + ids.length) % ids.length] ?? 'paste'
  store.send({ is: 'document chosen', document })
  store.send({ is: 'side chosen', side: 'input' })
}

export const commands: readonly Command[] = [
  {
    does: 'Go to the box for the error',
    code: 'KeyE',
    key: 'E',
    run(store) {
      store.send({ is: 'document chosen', document: 'paste' })
      store.send({ is: 'side chosen', side: 'input' })
      afterDrawing(() => element('#wd-paste')?.focus())
    },
  },
  {
    does: 'Go to the answer',
    code: 'KeyA',
    key: 'A',
    run(store) {
      store.send({ is: 'side chosen', side: 'answer' })
      afterDrawing(() => element('#wd-result')?.focus())
    },
  },
  ...answerTabs.map((tab, i) => ({
    does: `Open ${answerTabWords[tab]}`,
    code: `Digit${i + 1}`,
    key: String(i + 1),
    run(store: Store) {
      store.send({ is: 'tab chosen', tab })
      store.send({ is: 'side chosen', side: 'answer' })
    },
  })),
  { does: 'Apply the first fix', code: 'KeyF', key: 'F', run: press('[data-press="apply"]') },
  { does: 'Copy the first fix', code: 'KeyC', key: 'C', run: pressIn('fix', '[data-press="copy-fix"]') },
  {
    does: 'Compare before and after the first fix',
    code: 'KeyV',
    key: 'V',
    run: pressIn('fix', '[data-press="compare"]'),
  },
  {
    does: 'Copy the message to your administrator',
    code: 'KeyM',
    key: 'M',
    run: pressIn('message', '.wd-message .wd-copy > button'),
  },
  { does: 'Switch between “I was denied” and “I administer this account”', code: 'KeyW', key: 'W', run: otherReader },
  { does: 'Undo the last fix', code: 'KeyU', key: 'U', run: (store) => store.send({ is: 'undone' }) },
  { does: 'Add a policy', code: 'KeyP', key: 'P', run: (store) => store.send({ is: 'policy added' }) },
  { does: 'Next document', code: 'KeyD', key: 'D', run: (store) => nextDocument(store, 1) },
  { does: 'Previous document', code: 'KeyB', key: 'B', run: (store) => nextDocument(store, -1) },
  { does: 'Open a file', code: 'KeyO', key: 'O', run: press('[data-press="open-file"]') },
  { does: 'Share the answer', code: 'KeyS', key: 'S', run: press('[data-press="share"]') },
  { does: 'Copy the report', code: 'KeyR', key: 'R', run: press('[data-press="report"]') },
  {
    does: 'Start over',
    code: 'KeyN',
    key: 'N',
    run: (store) => store.send({ is: 'opened', bench: emptyBench }),
  },
]
