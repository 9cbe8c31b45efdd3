import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { benchOfFile, withPaste } from '../state.ts'
import type { Store } from '../store.ts'

/** Larger files are for the command line. */
const largest = 60_000_000

/** Opens a saved case; any other file, such as a CloudTrail file or a policy, goes into the box as if it had been pasted. */
export function OpenFile({
  store,
  tell,
}: {
  readonly store: Store
  readonly tell: (trouble: string) => void
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File): Promise<void> => {
    if (file.size > largest) {
      tell(
        `This file has ${Math.round(file.size / 1e6)} MB. The page reads up to ${largest / 1e6} MB; use the command line for more.`,
      )
      return
    }
    const text = await readText(file)
    if (text === undefined) {
      tell('This file could not be unpacked.')
      return
    }
    tell('')
    const isCase = /^\s*\{\s*"whydenied"\s*:/.test(text.slice(0, 200))
    if (!isCase) {
      store.change((bench) => withPaste(bench, text))
      return
    }
    const read = (await import('../take-along.ts')).readCaseFile(text)
    if (read.ok) store.open(benchOfFile(read.file.given, read.file.saved))
    else tell(read.problem)
  }
  return (
    <>
      <button type="button" class="wd-button" onClick={() => input.current?.click()}>
        Open a file
      </button>
      <input
        ref={input}
        type="file"
        class="sr-only"
        tabIndex={-1}
        aria-label="A saved case, a CloudTrail file, a policy"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void open(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Files of CloudTrail come packed. What inflates beyond the bound is not read to its end. */
async function readText(file: File): Promise<string | undefined> {
  if (!file.name.endsWith('.gz')) return file.text()
  try {
    const reader = file
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .pipeThrough(new TextDecoderStream())
      .getReader()
    const pieces: string[] = []
    let length = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return pieces.join('')
      length += value.length
      if (length > largest) {
        await reader.cancel()
        return undefined
      }
      pieces.push(value)
    }
  } catch {
    return undefined
  }
}
