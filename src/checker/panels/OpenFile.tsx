import type { JSX } from 'preact'
import { FileButton } from '../../controls/FileButton.tsx'
import { benchOfFile } from '../state.ts'
import type { Store } from '../store.ts'

/** Opens a saved case or a file of policy tests; other files, such as logs, CloudTrail files, or a policy, go into the box as if they had been pasted. */
export function OpenFile({
  store,
  reportTrouble,
}: {
  readonly store: Store
  readonly reportTrouble: (trouble: string) => void
}): JSX.Element {
  const open = async (files: readonly File[]): Promise<void> => {
    const progress = (bytes: number): void => reportTrouble(`Reading a long log: ${Math.round(bytes / 1e6)} MB so far…`)
    const opened = await (await import('../open-files.ts')).openFiles(files, { progress })
    if (!opened.ok) {
      reportTrouble(opened.problem)
      return
    }
    const { text } = opened
    reportTrouble('')
    if (/^\s*["{]?\s*"?(?:policies|requests|facts)"?\s*:/m.test(text.slice(0, 2000)) && /\bexpect"?\s*:/.test(text)) {
      const tests = (await import('../access-file.ts')).openAccessFile(text)
      if (tests.ok) store.send({ is: 'opened', bench: benchOfFile(tests.given, tests.saved) })
      reportTrouble(tests.ok ? tests.notes.join(' ') : tests.problem)
      return
    }
    const isCase = /^\s*\{\s*"whydenied"\s*:/.test(text.slice(0, 200))
    if (!isCase) {
      store.send({ is: 'pasted', text })
      return
    }
    const read = (await import('../take-along.ts')).readCaseFile(text)
    if (read.ok) store.send({ is: 'opened', bench: benchOfFile(read.file.given, read.file.saved) })
    else reportTrouble(read.problem)
  }
  return (
    <FileButton
      class="wd-button wd-quiet"
      label="A saved case, policy tests, a CloudTrail file, a policy"
      multiple
      press="open-file"
      onFiles={(files) => void open(files)}
    >
      Open a file
    </FileButton>
  )
}
