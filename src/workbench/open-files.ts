import { openBytes, type Unread } from '../logs/index.ts'

/** The text of opened files, or why they can't be opened, as a sentence. */
export type Opened = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

/** The most characters that the page holds as one text; the command line reads logs of any size. */
const largest = 60_000_000

/** Reads files, and the files in archives, as one text: UTF-8 or UTF-16, plain or packed with gzip or zip, told by content. */
export async function openFiles(files: readonly Pick<File, 'name' | 'stream'>[], most = largest): Promise<Opened> {
  const pieces: string[] = []
  const unread: Unread[] = []
  let length = 0
  const sink = {
    begin: () => ({
      text: (piece: string) => {
        length += piece.length
        if (length <= most) pieces.push(piece)
      },
      // Two logs: the last line of one and the first of the next stay two lines.
      end: () => pieces.push('\n'),
    }),
    unread: (each: Unread) => unread.push(each),
  }
  for (const file of files) {
    const reader = openBytes(file.name, sink)
    const bytes = file.stream().getReader()
    for (;;) {
      const { done, value } = await bytes.read()
      reader.push(value ?? new Uint8Array(0), done)
      if (length > most) {
        await bytes.cancel()
        return { ok: false, problem: tooLarge(most) }
      }
      if (done) break
    }
  }
  const [first] = unread
  if (first) return { ok: false, problem: `Can’t open ${first.name}: ${first.why}.` }
  return { ok: true, text: pieces.join('').replace(/\n$/, '') }
}

const tooLarge = (most: number): string =>
  `This is more than ${most / 1e6} million characters, the most that the page reads. Use the command line: npm run -s whydenied -- denials FILE`
