import type { JSX } from 'preact'
import { hanging } from './indentation.ts'
import { JsonLine } from './JsonLine.tsx'

interface Props {
  readonly text: string
  /** JSON gets its colors; commands and other texts are plain. */
  readonly json?: boolean
}

/** Code, line by line. A line that wraps goes on behind its own indentation, so nesting stays visible on a phone. Only ever text nodes. */
export const CodeLines = ({ text, json = false }: Props): JSX.Element => (
  <>
    {text.split('\n').map((line, i, lines) => (
      <span key={i} class="wd-code-line" style={hanging(line)}>
        {json ? <JsonLine text={line} /> : line}
        {i + 1 < lines.length && '\n'}
      </span>
    ))}
  </>
)
