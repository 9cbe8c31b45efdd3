import { LogCounter, openBytes, type Unread } from '../logs/index.ts'
import { logDigest } from './log-digest.ts'

/** The text of opened files, or why they can't be opened, as a sentence. */
export type Opened = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

type Source = Pick<File, 'name' | 'stream'>

/** The most characters that the page holds as one text. Of longer logs it counts the denials and shows each kind. */
const longest = 5_000_000

/**
 * Reads files, and the files in archives: UTF-8 or UTF-16, plain or packed with gzip or zip, told by content. What fits into the page comes as its text;
 * longer logs are read in pieces, and come as a list of what they hold. `progress` hears how many bytes of these have been read.
 */
export async function openFiles(
  files: readonly Source[],
  { most = longest, progress = () => {} }: { readonly most?: number; readonly progress?: (bytes: number) => void } = {},
): Promise<Opened> {
  const whole = await wholeText(files, most)
  if (whole) return whole
  const counter = new LogCounter()
  let bytes = 0
  for (const file of files) {
    const reader = counter.file(file.name)
    await readThrough(file, (piece, isLast) => {
      bytes += piece.length
      reader.push(piece, isLast)
      progress(bytes)
      return true
    })
  }
  const summary = counter.summary()
  return unreadable(summary.unread) ?? { ok: true, text: logDigest(summary) }
}

/** The files as one text; undefined where they are longer than the page holds. */
async function wholeText(files: readonly Source[], most: number): Promise<Opened | undefined> {
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
    await readThrough(file, (piece, isLast) => {
      reader.push(piece, isLast)
      return length <= most
    })
    if (length > most) return undefined
  }
  return unreadable(unread) ?? { ok: true, text: pieces.join('').replace(/\n$/, '') }
}

/** Hands over a file's bytes piece by piece, for as long as `take` wants more. The page gets to draw in between. */
async function readThrough(file: Source, take: (piece: Uint8Array, isLast: boolean) => boolean): Promise<void> {
  const bytes = file.stream().getReader()
  let sincePause = 0
  for (;;) {
    const { done, value } = await bytes.read()
    const piece = value ?? new Uint8Array(0)
    if (!take(piece, done)) return bytes.cancel()
    if (done) return
    sincePause += piece.length
    if (sincePause < pauseAfter) continue
    sincePause = 0
    await new Promise((resolve) => setTimeout(resolve))
  }
}

const pauseAfter = 2_000_000

function unreadable([first]: readonly Unread[]): Opened | undefined {
  return first && { ok: false, problem: `Can’t open ${first.name}: ${first.why}.` }
}
