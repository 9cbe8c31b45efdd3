import type { JSX } from 'preact'
import { CodeLines } from './CodeLines.tsx'
import { CopyButton } from './CopyButton.tsx'

/** A text as it is, and a button that copies it. */
export const CopyableText = ({ text, label }: { readonly text: string; readonly label: string }): JSX.Element => (
  <>
    <pre class="wd-quote">
      <CodeLines text={text} />
    </pre>
    <CopyButton text={text} label={label} />
  </>
)
