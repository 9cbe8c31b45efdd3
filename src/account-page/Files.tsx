import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { collectionScript } from '../account/index.ts'
import { CopyButton } from '../controls/CopyButton.tsx'
import { download } from '../controls/download.ts'
import { droppedFiles } from '../controls/dropped-files.ts'
import { Fold } from '../controls/Fold.tsx'
import { Icon } from '../controls/Icon.tsx'
import { exampleTexts } from './example.ts'
import type { Store } from './store.ts'
import { kindsInWords } from './words.ts'

/** Opens files, folders, and the example. */
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
      aria-label="Open files"
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
        Drop the output of <code class="wd-code">aws iam get-account-authorization-details</code> here, for one account
        or several. You can add the organization’s policies, resource-based policies, IAM Identity Center, and the
        credential report. Files can be compressed with gzip or zip. Nothing leaves your browser, and nothing is stored.
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
          onClick={() => void store.open({ ask: 'open-texts', texts: exampleTexts })}
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
        <p>Sign in with a user or role that can read IAM, such as one with SecurityAudit, and run:</p>
        <pre class="wd-quote">{oneCommand}</pre>
        <CopyButton text={oneCommand} label="Copy" />
        <p>
          For the organization, resource-based policies, IAM Identity Center, and the credential report, run this
          script. It only reads, writes one file, and says what it can’t see.
        </p>
        <div class="wd-row">
          <button
            type="button"
            class="wd-button"
            onClick={() => download('collect-account.sh', collectionScript('bash'))}
          >
            Save the script for bash
          </button>
          <button
            type="button"
            class="wd-button"
            onClick={() => download('collect-account.ps1', collectionScript('powershell'))}
          >
            Save it for PowerShell
          </button>
          <a href={`${site}policies/who-can/`}>What the answers cover</a>
        </div>
      </Fold>
    </section>
  )
}

const oneCommand = 'aws iam get-account-authorization-details > account.json'

/** The documents that were read, and those that are missing. */
export function WhatWasRead({ store }: { readonly store: Store }): JSX.Element | null {
  const opened = store.opened.value
  if (!opened) return null
  const { principals, hasDetails, read, unused, gaps } = opened
  const accounts = new Set(principals.map(({ accountId }) => accountId)).size
  const users = principals.filter(({ kind }) => kind === 'user').length
  return (
    <section class="wd-account-read" aria-label="What was read" data-read={principals.length}>
      <p class="wd-strong" role="status">
        <Icon name={principals.length > 0 ? 'yes' : 'warning'} />
        {principals.length > 0
          ? `${users.toLocaleString('en')} users and ${(principals.length - users).toLocaleString('en')} roles in ${accounts === 1 ? 'one account' : `${accounts} accounts`}`
          : hasDetails
            ? 'The account details list no users or roles.'
            : 'No account details were found. Open the output of get-account-authorization-details.'}
      </p>
      <Fold summary={`What was read, and what wasn’t given (${gaps.length + unused.length})`}>
        <ul>
          {read.map(([kind, count]) => (
            <li key={kind}>
              Read: {kindsInWords[kind]} ({count})
            </li>
          ))}
          {unused.map(({ name, why }, i) => (
            <li key={i} class="wd-break">
              Not used: {name}: {why}.
            </li>
          ))}
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </Fold>
      <div class="wd-row">
        <button type="button" class="wd-button wd-small" onClick={() => store.clear()}>
          Close these files
        </button>
      </div>
    </section>
  )
}
