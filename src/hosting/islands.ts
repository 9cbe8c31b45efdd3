import { piecesOf, withValues } from './tags.ts'

/**
 * Numbers a page's islands. Astro names each one with a hash of the component's absolute path, which differs from folder to folder; only its
 * development server uses that name.
 */
export function withNumberedIslands(html: string): string {
  if (!html.includes('<astro-island')) return html
  let islands = 0
  return piecesOf(html)
    .map((piece) => {
      if (piece.is !== 'tag' || piece.name !== 'astro-island') return piece.text
      islands += 1
      return withValues(piece.text, ({ name }) => (name === 'uid' ? String(islands) : undefined))
    })
    .join('')
}
