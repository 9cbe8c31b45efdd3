import type { CollectedText } from '../account/index.ts'
import { openBytes } from '../logs/index.ts'

/** The texts of files, and of files in gzip and zip; what can't be read is a problem with its name. */
export async function readFiles(
  files: readonly File[],
  progress: (words: string) => void,
): Promise<{ readonly texts: readonly CollectedText[]; readonly unread: readonly CollectedProblem[] }> {
  const texts: CollectedText[] = []
  const unread: CollectedProblem[] = []
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let bytes = 0
  for (const file of files) {
    const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath
    const reader = openBytes(path, {
      begin: (name) => {
        const pieces: string[] = []
        return { text: (piece) => pieces.push(piece), end: () => texts.push({ name, text: pieces.join('') }) }
      },
      unread: (problem) => unread.push(problem),
    })
    const stream = file.stream().getReader()
    for (;;) {
      const { done, value = new Uint8Array(0) } = await stream.read()
      reader.push(value, done)
      bytes += value.length
      if (total > 0) progress(`Reading … ${Math.round((bytes / total) * 100)}%`)
      if (done) break
    }
  }
  return { texts, unread }
}

interface CollectedProblem {
  readonly name: string
  readonly why: string
}
