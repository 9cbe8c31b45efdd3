import { type JsonNode, member } from '../../text/index.ts'
import { withNames } from './filled-names.ts'

/**
 * The tree of a serverless.yml with `${self:PATH}` replaced by what the file has at that path. A fallback counts only where the path has no value, and then
 * nothing is put in. Options of the command line keep their names: only the person who ran it knows them.
 * https://www.serverless.com/framework/docs/guides/variables#recursively-reference-properties-inside-serverlessyml
 */
export function withSelf(tree: JsonNode): JsonNode {
  const file = tree.kind === 'array' && tree.items.length === 1 ? (tree.items[0] ?? tree) : tree
  const lookUp = (path: string): JsonNode | undefined =>
    path
      .split('.')
      .slice(0, mostKeys)
      .reduce<JsonNode | undefined>((node, key) => node && member(node, key), file)
  return withNames(tree, { mark: '${self:', pattern: /\$\{self:([\w.-]{1,200})(?:\s?,[^{}]{0,200})?\}/, lookUp })
}

/** No path in a real file is longer. */
const mostKeys = 12
