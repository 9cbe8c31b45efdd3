import { isSatteriProcessor } from '@astrojs/markdown-satteri'
import type { AstroIntegration } from 'astro'
import { defineHastPlugin, defineMdastPlugin } from 'satteri'
import { type Piece, type Says, says } from './articles/index.ts'
import { anchorTerms, markTerms } from './glossary.ts'

/** Marks the glossary's terms in articles, and puts the engine's own answer below every message and every policy, computed when the site is built. */
export const articles = (): AstroIntegration => ({
  name: 'whydenied-articles',
  hooks: {
    'astro:config:setup': ({ config }) => {
      const { processor } = config.markdown
      if (!isSatteriProcessor(processor)) throw new Error('Articles are made for Astro’s own Markdown processor')
      processor.options.mdastPlugins.push(markTerms, answers)
      processor.options.hastPlugins.push(anchorTerms, emptyCorners, scrollingTables)
    },
  },
})

const answers = defineMdastPlugin({
  name: 'whydenied-answers',
  code(node, context) {
    const said = says(node.meta ?? '', node.value)
    if (said) context.insertAfter(node, block(said))
  },
})

/** An empty corner of a table isn't a header: screen readers would announce a header without a name. */
const emptyCorners = defineHastPlugin({
  name: 'whydenied-empty-corners',
  element: {
    filter: ['th'],
    visit(node, context) {
      if (context.textContent(node).trim() !== '') return
      context.replaceNode(node, { type: 'element', tagName: 'td', properties: {}, children: [] })
    },
  },
})

/** Wide tables scroll in a box of their own, so that the page doesn't. */
const scrollingTables = defineHastPlugin({
  name: 'whydenied-scrolling-tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      const properties = { className: ['scrolling-table'] }
      context.wrapNode(node, { type: 'element', tagName: 'div', properties, children: [] })
    },
  },
})

const block = ({ who, lines, link }: Says) => ({
  type: 'blockquote' as const,
  data: { hName: 'div', hProperties: { class: 'says' } },
  children: [
    { type: 'paragraph' as const, children: [{ type: 'text' as const, value: `${who}:` }] },
    {
      type: 'list' as const,
      ordered: false,
      spread: false,
      children: lines.map((line) => ({
        type: 'listItem' as const,
        spread: false,
        children: [{ type: 'paragraph' as const, children: line.map(inline) }],
      })),
    },
    {
      type: 'paragraph' as const,
      children: [
        { type: 'link' as const, url: link, children: [{ type: 'text' as const, value: 'Open it in the checker' }] },
      ],
    },
  ],
})

function inline({ text, as }: Piece) {
  if (as === 'code') return { type: 'inlineCode' as const, value: text }
  const words = { type: 'text' as const, value: text }
  return as === 'strong' ? { type: 'strong' as const, children: [words] } : words
}
