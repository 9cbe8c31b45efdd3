// The account page's own thread, so that the page never freezes. It keeps what was opened, and answers one question after the other.
import { answerPage, fetchText } from '../session/page-thread.ts'
import { openShelf } from '../session/service-data.ts'
import { AccountEngine } from './engine.ts'
import type { Answer, Question } from './messages.ts'
import { readFiles } from './read-files.ts'

let engine: AccountEngine | undefined

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
    case 'risk':
      return { ask: question.ask, answer: await to.risk(question.part, question.line) }
    case 'decide':
      return { ask: question.ask, answer: await to.decide(question.principal, question.action, question.resource) }
    case 'reach':
      return { ask: question.ask, answer: await to.reach(question.center) }
    case 'complete':
      return { ask: question.ask, answer: await to.complete(question.text) }
  }
}

answerPage<Question, Answer>((question, site, progress) => {
  engine ??= new AccountEngine(openShelf(site, fetchText))
  return answerTo(question, engine, progress)
})
