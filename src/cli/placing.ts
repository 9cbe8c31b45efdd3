import type { PastedPolicy } from '../denial/index.ts'
import type { Finding } from '../lint/index.ts'
import { originOf, type Position } from '../text/index.ts'

/** How a policy's own offsets and findings turn into places in the file around it. */
interface Placing {
  readonly positionOf: (offset: number) => Position
  readonly placed: (finding: Finding) => Finding
}

/** Where the elements of a policy are in its file. The fix is for the policy alone, so it isn't kept. */
export function placing(
  { span, places, name }: Pick<PastedPolicy, 'span' | 'places' | 'name'>,
  positionIn: (offset: number) => Position,
): Placing {
  const at = (from: number, to: number): Position => positionIn((originOf(places, { from, to }) ?? span).from)
  return {
    positionOf: (offset) => at(offset, offset + 1),
    placed({ fix: _, ...finding }) {
      const message = name === undefined ? finding.message : `${name}: ${finding.message}`
      return { ...finding, message, ...at(finding.span.from, finding.span.to) }
    },
  }
}
