// The comparison's own thread, so that the page never freezes. It answers the newest question; older ones that still wait are dropped.
import { openShelf, type Shelf } from '../session/service-data.ts'
import { answerComparison } from './answer-comparison.ts'
import type { ComparisonMessage, ComparisonQuestion } from './messages.ts'

let newest = 0
let shelf: Shelf | undefined

const say = (message: ComparisonMessage): void => self.postMessage(message)

async function fetchText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined // offline, or the file is missing: the page says so and goes on without
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ComparisonQuestion>) => {
  const { id, comparison, site } = data
  newest = id
  shelf ??= openShelf(site, fetchText)
  const services = shelf
  // Questions that already wait come in first.
  await new Promise((resolve) => setTimeout(resolve))
  if (id !== newest) return
  try {
    const answer = await answerComparison(comparison, (wanted) => services.load(wanted))
    if (id === newest) say({ is: 'answer', id, answer })
  } catch (error) {
    say({ is: 'broken', id, why: error instanceof Error ? error.message : String(error) })
  }
})
