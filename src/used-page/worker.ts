// The thread of the page about used permissions, so that the page never freezes. It keeps counts of what was opened, not the trails.
import { answerPage, fetchText } from '../session/page-thread.ts'
import { openShelf } from '../session/service-data.ts'
import { UsedEngine } from './engine.ts'
import type { Answer, NamedText, Question } from './messages.ts'
import { pushFiles } from './read-trails.ts'

let engine: UsedEngine | undefined

answerPage<Question, Answer>(async (question, site, progress) => {
  engine ??= new UsedEngine(openShelf(site, fetchText))
  switch (question.ask) {
    case 'open':
      return { ask: 'open', answer: await engine.open(question.files, [], progress) }
    case 'open-texts':
      return { ask: 'open', answer: await engine.open([], question.texts, progress) }
    case 'details':
      return { ask: question.ask, answer: await engine.details(question.caller) }
    case 'trim': {
      const texts = [...question.texts, ...(await textsOf(question.files))]
      return { ask: question.ask, answer: await engine.trim(question.caller, texts) }
    }
  }
})

/** Throws for a file that can't be read: a policy that's missing would make the answer wrong. */
async function textsOf(files: readonly File[]): Promise<readonly NamedText[]> {
  const texts: NamedText[] = []
  await pushFiles(
    files,
    {
      begin: (name) => {
        const pieces: string[] = []
        return { text: (piece) => pieces.push(piece), end: () => texts.push({ name, text: pieces.join('') }) }
      },
      unread: ({ name, why }) => {
        throw new Error(`${name} can’t be read: ${why}`)
      },
    },
    () => {},
  )
  return texts
}
