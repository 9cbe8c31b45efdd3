// The engine's own thread, so that the page never freezes. It answers the newest question; older ones that still wait are dropped.
import type { Opens } from '../advise/index.ts'
import { answerCase } from './answer-case.ts'
import type { Message, Question } from './messages.ts'
import { openShelf, type Shelf } from './service-data.ts'
import { createSession } from './session.ts'

let newest = 0
let shelf: Shelf | undefined
const session = createSession()

/** Milliseconds without a question after which what the fixes open is worked out. */
const quiet = 250

const say = (message: Message): void => self.postMessage(message)

/** Lets the questions that already wait come in first. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function fetchText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined // offline, or the file is missing: the page says so and goes on without
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id, home } = data
  newest = id
  say({ is: 'heard', id })
  shelf ??= openShelf(home.site, fetchText)
  await turn()
  if (id !== newest) return
  let opens: (() => readonly (Opens | undefined)[]) | undefined
  try {
    const answer = await answerCase(
      data,
      shelf,
      {
        isCurrent: () => id === newest,
        computing: () => say({ is: 'computing', id }),
        later: (compute) => {
          opens = compute
        },
      },
      session,
    )
    if (!answer) return
    say({ is: 'answer', id, answer })
    // While someone types, the next question comes first.
    await new Promise((resolve) => setTimeout(resolve, quiet))
    if (id === newest && opens) say({ is: 'opens', id, opens: opens() })
  } catch (error) {
    say({ is: 'broken', id, why: error instanceof Error ? error.message : String(error) })
  }
})
