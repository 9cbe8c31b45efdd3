import { type JsonNode, type Place, readJson, type Span } from '../../text/index.ts'

/**
 * Where the parts of a policy are that is in a literal block of YAML ("policy.json: |"): the block's lines are those of its value, with an indent.
 * `own` is the policy as it's read, character for character as long as the value without blanks around it; `source` holds the node. None for any other
 * string, and where the lines don't agree.
 */
export function placesInBlock(
  own: string,
  { value, span }: Extract<JsonNode, { kind: 'string' }>,
  source: string,
): readonly Place[] {
  const first = source.indexOf('\n', span.from) + 1
  if (source[span.from] !== '|' || first === 0 || own.length !== value.trim().length) return []
  const starts = lineStarts(value.split('\n'), source.slice(first, span.to).split('\n'))
  const { value: read } = readJson(own)
  if (!starts || !read) return []
  const lead = value.length - value.trimStart().length
  // The last line that begins at or before an offset of the value; the walk below asks for offsets in rising order.
  let line = 0
  const origin = (offset: number): number => {
    const at = offset + lead
    while ((starts[line]?.inValue ?? 0) > at) line--
    while ((starts[line + 1]?.inValue ?? Number.POSITIVE_INFINITY) <= at) line++
    const start = starts[line]
    return first + (start?.inBlock ?? 0) + at - (start?.inValue ?? 0)
  }
  const place = ({ from, to }: Span): Place => ({ at: { from, to }, from: { from: origin(from), to: origin(to) } })
  const placesOf = (node: JsonNode): readonly Place[] => {
    const here = place(node.span)
    if (node.kind === 'array') return [here, ...node.items.flatMap(placesOf)]
    if (node.kind === 'object')
      return [here, ...node.members.flatMap(({ key, value }) => [place(key.span), ...placesOf(value)])]
    return [here]
  }
  return placesOf(read)
}

/** Where each line's text begins in the value and in the block, behind the indent; undefined if they aren't the same lines. */
function lineStarts(
  lines: readonly string[],
  written: readonly string[],
): readonly { readonly inValue: number; readonly inBlock: number }[] | undefined {
  const some = lines.findIndex((line) => line.trim() !== '')
  const indent = lengthOf(written[some]) - lengthOf(lines[some])
  let [inValue, inBlock] = [0, 0]
  const starts: { inValue: number; inBlock: number }[] = []
  for (const [i, line] of lines.entries()) {
    const isBlank = line.trim() === ''
    if (indent < 0 || (!isBlank && lengthOf(written[i]) - lengthOf(line) !== indent)) return undefined
    starts.push({ inValue, inBlock: inBlock + (isBlank ? 0 : indent) })
    inValue += line.length + 1
    inBlock += (written[i]?.length ?? 0) + 1
  }
  return starts
}

const lengthOf = (line = ''): number => (line.endsWith('\r') ? line.length - 1 : line.length)
