// The account page's own thread, so that the page never freezes. It keeps what was opened, and answers one question after the other.
import { openShelf } from '../session/service-data.ts'
import { AccountEngine } from './engine.ts'
import type { Answer, Asked, Question, Told } from './messages.ts'
import { readFiles } from './read-files.ts'

let engine: AccountEngine | undefined
let work: Promise<void> = Promise.resolve()

const say = (message: Told): void => self.postMessage(message)

async function fetchText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined // offline, or the file is missing: answers go on without
  }
}

async function answerTo(question: Question, to: AccountEngine, progress: (words: string) => void): Promise<Answer> {
  switch (question.ask) {
    case 'open': {
      const { texts, unread } = await readFiles(question.files, progress)
      return { ask: 'open', answer: to.open(texts, unread) }
    }
    case 'open-texts':
      return { ask: 'open', answer: to.open(question.texts, []) }
    case 'who-can':
      return { ask: question.ask, answer: await to.whoCan(question.action, question.resource) }
    case 'why':
      return { ask: question.ask, answer: await to.why(question.principal, question.action, question.resource) }
    case 'what-can':
      return { ask: question.ask, answer: await to.whatCan(question.principal) }
    case 'billing':
      return { ask: question.ask, answer: await to.billing(question.access) }
    case 'task':
      return { ask: question.ask, answer: await to.task(question.principal, question.task, question.access) }
    case 'risks':
      return { ask: question.ask, answer: await to.risks() }
    case 'reach':
      return { ask: question.ask, answer: await to.reach(question.center) }
    case 'complete':
      return { ask: question.ask, answer: await to.complete(question.text) }
  }
}

self.addEventListener('message', ({ data: { id, site, question } }: MessageEvent<Asked>) => {
  engine ??= new AccountEngine(openShelf(site, fetchText))
  const current = engine
  work = work.then(async () => {
    try {
      say({
        is: 'answer',
        id,
        answer: await answerTo(question, current, (words) => say({ is: 'progress', id, words })),
      })
    } catch (error) {
      say({ is: 'broken', id, why: error instanceof Error ? error.message : String(error) })
    }
  })
})
