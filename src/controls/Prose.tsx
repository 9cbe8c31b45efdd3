import type { JSX } from 'preact'

/** A sentence of the engine: plain text, with what is in backticks shown as code. Only ever text nodes. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split('`')
  return (
    <>
      {parts.map((part, i) => {
        // An odd number of backticks leaves a last one that opens nothing: it is shown as it is.
        if (i % 2 === 0) return part
        return i === parts.length - 1 ? `\`${part}` : <code class="wd-code">{part}</code>
      })}
    </>
  )
}
