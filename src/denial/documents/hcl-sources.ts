import type { Span } from '../../text/index.ts'
import type { Languages } from './languages.ts'
import { type HclRegion, hclRegions } from './regions.ts'
import type { Source } from './source.ts'

/** Terraform in a text. Only blocks that can matter are parsed, each by itself, because parsing costs far more than looking for words. */
export function hclSources(
  text: string,
  read: NonNullable<Languages['hcl']>,
  isFree: (span: Span) => boolean,
): readonly Source[] {
  return hclRegions(text)
    .filter(isFree)
    .map(({ blocks, from, to }) => {
      const span = { from, to }
      const members = relevant(text, blocks).flatMap((block) => read(textOf(text, block), block.from).members)
      return { span, language: 'Terraform', tree: { kind: 'object', members, span }, isCutOff: false }
    })
}

const textOf = (text: string, { from, to }: Span): string => text.slice(from, to)

/**
 * What every policy, and everything else that is looked for in a block, is written with: an action, a statement, a policy’s argument or document, the lists
 * of IAM’s outputs, or an escape that can spell any of these. And the users, roles, and groups that policies are attached to.
 */
const relevantWord = /action|statement|polic|DetailList|PermissionsBoundaryArn|"aws_iam_(?:user|role|group)"|\\u/i

/** Independent blocks: one without a relevant word says nothing about a policy. */
const labeled = /^\s*(?:resource|data|module|variable|output|provider|terraform)\b/
const locals = /^\s*locals\b/

/** The blocks that hold policies or name them, and the locals if one of these names a local. */
function relevant(text: string, blocks: HclRegion['blocks']): readonly Span[] {
  const own = blocks.map((block) => ({ block, written: textOf(text, block) }))
  const isRead = own.map(
    ({ written }) => relevantWord.test(written) || !(labeled.test(written) || locals.test(written)),
  )
  const namesLocals = own.some(({ written }, i) => isRead[i] && written.includes('local.'))
  return own.filter(({ written }, i) => isRead[i] || (namesLocals && locals.test(written))).map(({ block }) => block)
}
