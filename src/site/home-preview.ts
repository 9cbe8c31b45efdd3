// The home page's preview of an answer: three lines. The engine loads when the user types.
import { iconPaths } from '../controls/icon-paths.ts'
import { saying } from '../controls/saying.ts'
import type { Engine, Listener } from '../session/engine.ts'
import type { EngineAnswer, Home } from '../session/messages.ts'

/** Shows the decision and its cause in `place` for each text it's given; an empty text hides it. */
export function previewIn(place: HTMLElement, home: Home): (text: string) => Promise<void> {
  let engine: Engine | undefined
  let newest = ''
  const listener: Listener = {
    state: () => undefined,
    opens: () => undefined,
    answer: (answer) => newest.trim() !== '' && show(place, answer),
  }
  return async (text) => {
    newest = text
    if (text.trim() === '') {
      place.hidden = true
      engine?.forget()
      return
    }
    const [{ startEngine }, { startThread }] = await Promise.all([
      import('../session/engine.ts'),
      import('../session/start-thread.ts'),
    ])
    engine ??= startEngine(startThread, home, listener)
    if (newest === text)
      engine.ask({ given: { paste: text, policies: [] }, sort: true, saved: [], whole: false, ownTexts: [] })
  }
}

function show(place: HTMLElement, { diagnosis }: EngineAnswer): void {
  const { word, icon, tone } = saying(diagnosis)
  place.querySelector('path')?.setAttribute('d', iconPaths[icon])
  place.dataset.tone = tone
  place.hidden = false
  const texts = { word, cause: diagnosis.cause.title, why: diagnosis.cause.explanation }
  for (const [part, text] of Object.entries(texts)) {
    const element = place.querySelector(`[data-part="${part}"]`)
    // The backticks mark code, which these lines don't set apart.
    if (element) element.textContent = text.replaceAll('`', '')
  }
}
