import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { CopyButton } from '../controls/CopyButton.tsx'
import { droppedFiles } from '../controls/dropped-files.ts'
import { Fold } from '../controls/Fold.tsx'
import { exampleCaller, examplePolicy, exampleTrail } from './example.ts'
import type { Store } from './store.ts'

const copyTrail =
  'aws s3 sync s3://<BUCKET_NAME>/AWSLogs/<ACCOUNT_ID>/CloudTrail/<REGION>/2026/ trail/ --exclude "*-Digest/*"'

/** Opens trails and the example. */
export function Opener({ store, site }: { readonly store: Store; readonly site: string }): JSX.Element {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const isOver = useSignal(false)
  const openFiles = (list: readonly File[]): void => {
    if (list.length > 0) void store.open({ ask: 'open', files: list })
  }
  const take = (input: HTMLInputElement): void => {
    openFiles([...(input.files ?? [])])
    input.value = ''
  }
  return (
    <section
      class="wd-account-drop"
      aria-label="Open trails"
      data-over={isOver.value || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={async (event) => {
        event.preventDefault()
        isOver.value = false
        openFiles(await droppedFiles(event.dataTransfer))
      }}
    >
      <p>
        Drop CloudTrail files or a folder of them here. The output of{' '}
        <code class="wd-code">aws cloudtrail lookup-events</code> and JSON from Security Lake work, too. Files can be of
        any size and compressed with gzip or zip. Nothing leaves your browser, and nothing is stored.
      </p>
      <div class="wd-row">
        <button type="button" class="wd-button wd-primary" onClick={() => files.current?.click()}>
          Open files
        </button>
        <button type="button" class="wd-button" onClick={() => folder.current?.click()}>
          Open a folder
        </button>
        <button
          type="button"
          class="wd-button"
          onClick={async () => {
            await store.open({ ask: 'open-texts', texts: [exampleTrail] })
            await store.choose(exampleCaller)
            store.pasted.value = examplePolicy
          }}
        >
          Try an example
        </button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        class="sr-only"
        tabIndex={-1}
        aria-label="Files"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        class="sr-only"
        tabIndex={-1}
        aria-label="A folder"
        {...{ webkitdirectory: true }}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <Fold summary="How do I get these files?">
        <p>
          If a trail writes to a bucket, copy the part that you need. It only reads from the bucket. Take at least as
          many days as your rarest job needs:
        </p>
        <pre class="wd-quote">{copyTrail}</pre>
        <CopyButton text={copyTrail} label="Copy" />
        <p>
          For very large logs, run <code class="wd-code">npx whydenied used trail/</code>.{' '}
          <a href={`${site}tools/command-line/`}>The command line</a> gives the same answers.
        </p>
      </Fold>
    </section>
  )
}
