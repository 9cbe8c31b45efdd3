import type { Case } from '../../src/advise/index.ts'
import { answerCase } from '../../src/session/answer-case.ts'
import type { EngineAnswer } from '../../src/session/messages.ts'
import { openShelf, type Shelf } from '../../src/session/service-data.ts'

/** A site without service data. */
export const emptyShelf: Shelf = openShelf('https://example.com/', async () => undefined)

/** The answer that the worker would give. */
export async function answerFor(
  paste: string,
  policies: Case['policies'] = [],
  shelf = emptyShelf,
  sort = false,
): Promise<EngineAnswer> {
  const question = {
    given: { paste, policies },
    sort,
    saved: [],
    whole: true,
    home: { site: 'https://example.com/', version: '1' },
  }
  const answer = await answerCase(question, shelf, { isCurrent: () => true, computing: () => undefined })
  if (!answer) throw new Error('an answer that is waited for must come')
  return answer
}
