import type { JSX } from 'preact'
import { jsonTokens } from './json-tokens.ts'

/** A line of JSON in colors. Only ever text nodes. */
export const JsonLine = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {jsonTokens(text).map(({ kind, text: piece }, i) =>
      kind ? (
        <span key={i} class={`wd-syntax-${kind}`}>
          {piece}
        </span>
      ) : (
        piece
      ),
    )}
  </>
)
