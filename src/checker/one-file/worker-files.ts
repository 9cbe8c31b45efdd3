// What the engine's thread of the checker in one file does first: it waits for the message that brings the files.
import { answerFetches, unpack } from './embedded.ts'

answerFetches(
  new Promise((resolve, reject) => {
    self.addEventListener('message', (event: MessageEvent<{ readonly packed?: string }>) => {
      const { packed } = event.data
      if (packed === undefined) return
      event.stopImmediatePropagation()
      unpack(packed).then(resolve, reject)
    })
  }),
)
