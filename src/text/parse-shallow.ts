import type { Parser, Tree } from '@lezer/common'

/** Open rules of the grammar. A level of objects takes about three, and programs that people write have fewer than 20 levels; the tree of broken text is five times as deep. */
const deepest = 400

/**
 * Parses a text as far as it isn't nested deeper than anything people write, in brackets or without them (`- - -`, `a => b => c`). What the
 * library needs for deep text grows faster than the text: 300 KB of nothing but opening brackets took gigabytes, 40 KB of `++` ten seconds, and a
 * long `- -` overflowed the stack. Reads the depth from a field that the library doesn't document; a test notices if it's gone.
 */
export function parseShallow(parser: Parser, text: string): Tree {
  const parse = parser.startParse(text)
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    if (parse.stoppedAt === null && depthOf(parse) > deepest) parse.stopAt(parse.parsedPos)
  }
}

/** The library reads ambiguous text in several ways at the same time; a stack has three numbers for each open rule. */
function depthOf(parse: object): number {
  const { stacks } = parse as { readonly stacks: readonly { readonly stack: ArrayLike<number> }[] }
  return stacks.reduce((depth, { stack }) => Math.max(depth, stack.length / 3), 0)
}
