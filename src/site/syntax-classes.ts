import { type SyntaxKind, syntaxColors } from '../controls/syntax-colors.ts'

const { dark, light } = syntaxColors
const pairOf = (kind: SyntaxKind | 'text'): string => `${dark[kind]} ${light[kind]}`
const kinds: ReadonlyMap<string, SyntaxKind> = new Map(
  (['key', 'string', 'literal', 'comment'] as const).map((kind) => [pairOf(kind), kind]),
)

/** A word of code as Expressive Code writes it: its colors in the dark and in the light theme, and nothing else. */
const word = /<span style="--0:(#[0-9a-f]{6});--1:(#[0-9a-f]{6})">([^<]*)<\/span>/gi

/**
 * A page whose words of code have the classes of our own syntax colors. Expressive Code gives every word a style of its own: a browser would read each
 * of them, ask the page's policy whether it may be used, and share nothing between words. A word in the color of all text needs no element; one in
 * other colors stays as it is. Meant for pages that Astro wrote.
 */
export function withSyntaxClasses(html: string): string {
  return html.replace(word, (whole, inDark: string, inLight: string, text: string) => {
    const colors = `${inDark} ${inLight}`.toLowerCase()
    if (colors === pairOf('text')) return text
    const kind = kinds.get(colors)
    return kind === undefined ? whole : `<span class="wd-syntax-${kind}">${text}</span>`
  })
}
