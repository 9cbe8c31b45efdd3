import type { JSX } from 'preact'
import { CodeLines } from '../controls/CodeLines.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { download } from '../controls/download.ts'

/** A policy to copy or download. */
export function PolicyText({ name, text }: { readonly name: string; readonly text: string }): JSX.Element {
  return (
    <>
      <pre class="wd-quote wd-json" data-policy-text={name}>
        <CodeLines text={text} json />
      </pre>
      <div class="wd-row">
        <CopyButton text={text} label="Copy the policy" />
        <button type="button" class="wd-button" onClick={() => download(`${name}.json`, `${text}\n`)}>
          Save it as a file
        </button>
      </div>
    </>
  )
}
