// Code in articles has the classes of our own syntax colors. Expressive Code gives every word a style of its own: a browser would read each of
// them, ask the page's policy whether it may be used, and share nothing between words.
import { addClassName, definePlugin, getInlineStyles } from '@astrojs/starlight/expressive-code'
import type { Element, ElementContent } from '@astrojs/starlight/expressive-code/hast'
import { type SyntaxKind, syntaxColors } from '../controls/syntax-colors.ts'

const { dark, light } = syntaxColors
const pairOf = (kind: SyntaxKind | 'text'): string => `${dark[kind]} ${light[kind]}`
const kinds: ReadonlyMap<string, SyntaxKind> = new Map(
  (['key', 'string', 'literal', 'comment'] as const).map((kind) => [pairOf(kind), kind]),
)

export const syntaxClasses = definePlugin({
  name: 'whydenied-syntax-classes',
  hooks: { postprocessRenderedBlock: ({ renderData }) => giveClasses(renderData.blockAst) },
})

/** Gives the words in an element their classes. A word in the color of all text needs no element; with any other style, it stays as it is. */
export function giveClasses(parent: Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    giveClasses(child)
    const colors = child.tagName === 'span' ? colorsOf(child) : undefined
    if (colors === pairOf('text')) return child.children
    const kind = kinds.get(colors ?? '')
    if (!kind) return [child]
    delete child.properties.style
    addClassName(child, `wd-syntax-${kind}`)
    return [child]
  })
}

/** The colors of a word in the dark and the light theme; undefined if it has more than these. */
function colorsOf(word: Element): string | undefined {
  const { style, ...others } = word.properties
  if (style === undefined || Object.keys(others).length > 0) return undefined
  const styles = getInlineStyles(word)
  return styles.size === 2 ? `${styles.get('--0')} ${styles.get('--1')}`.toLowerCase() : undefined
}
