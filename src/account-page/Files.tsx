import type { JSX } from 'preact'
import { collectionScript } from '../account/index.ts'
import { CopyableText } from '../controls/CopyableText.tsx'
import { download } from '../controls/download.ts'
import { FileDrop } from '../controls/FileDrop.tsx'
import { Fold } from '../controls/Fold.tsx'
import { Icon } from '../controls/Icon.tsx'
import { scriptWords } from '../words/index.ts'
import { exampleTexts } from './example.ts'
import type { Store } from './store.ts'
import { kindsInWords } from './words.ts'

/** Opens files, folders, and the example. */
export function Opener({ store, site }: { readonly store: Store; readonly site: string }): JSX.Element {
  return (
    <FileDrop
      label="Open files"
      lead={
        <>
          Drop the output of <code class="wd-code">aws iam get-account-authorization-details</code> here, for one
          account or several. You can add the organization’s policies, resource-based policies, IAM Identity Center, and
          the credential report. Files can be compressed with gzip or zip. Nothing leaves your browser, and nothing is
          stored.
        </>
      }
      onFiles={(files) => void store.open({ ask: 'open', files })}
      onExample={() => void store.open({ ask: 'open-texts', texts: exampleTexts })}
    >
      <Fold summary="How do I get these files?">
        <p>Sign in with a user or role that can read IAM, such as one with SecurityAudit, and run:</p>
        <CopyableText text={oneCommand} label="Copy" />
        <p>
          For the organization, resource-based policies, IAM Identity Center, and the credential report, run this
          script. It only reads, writes one file, and says what it can’t see.
        </p>
        <div class="wd-row">
          <button
            type="button"
            class="wd-button"
            onClick={() => download('collect-account.sh', collectionScript('bash', scriptWords()))}
          >
            Save the script for bash
          </button>
          <button
            type="button"
            class="wd-button"
            onClick={() => download('collect-account.ps1', collectionScript('powershell', scriptWords()))}
          >
            Save it for PowerShell
          </button>
          <a href={`${site}policies/who-can/`}>What the answers cover</a>
        </div>
      </Fold>
    </FileDrop>
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
