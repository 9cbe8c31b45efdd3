import type { Plugin } from 'rolldown'
import { attributesOf, piecesOf } from './tags.ts'

/** What each script of the site imports before it runs, by the scripts' paths in the site. */
export type Imports = ReadonlyMap<string, readonly string[]>

/** Hears from the bundler what each script imports. */
export function collectImports(): { readonly plugin: Plugin; readonly imports: Imports } {
  const imports = new Map<string, readonly string[]>()
  const plugin: Plugin = {
    name: 'imports-in-site',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') imports.set(output.fileName, output.imports)
    },
  }
  return { plugin, imports }
}

/** The attributes of an island that name its scripts. */
const scripts: ReadonlySet<string> = new Set(['component-url', 'renderer-url'])

/**
 * Names in a page's head all scripts that its islands need at once, with what these import, and so on: a browser asks for them together, not for each
 * one after it has read the one before. They're less urgent than the styles. `base` is the address of the site's root in the page, without a slash
 * at its end.
 */
export function withEarlyModules(html: string, base: string, imports: Imports): string {
  if (!html.includes('<astro-island')) return html
  const pieces = piecesOf(html)
  const wanted = new Set(
    pieces.flatMap((piece) => {
      if (piece.is !== 'tag' || piece.name !== 'astro-island') return []
      const attributes = attributesOf(piece.text)
      if (!attributes.some(({ name, value }) => name === 'client' && value === 'load')) return []
      return attributes.filter(({ name }) => scripts.has(name)).map(({ value }) => value.slice(base.length + 1))
    }),
  )
  // A set that grows while it's walked: each script's imports follow it.
  for (const script of wanted) for (const next of imports.get(script) ?? []) wanted.add(next)
  if (wanted.size === 0) return html
  const links = [...wanted].map((script) => `<link rel="modulepreload" href="${base}/${script}" fetchpriority="low">`)
  const end = pieces.findIndex(({ is, text }) => is === 'other' && text.includes('</head>'))
  return pieces
    .map(({ text }, i) => (i === end ? text.replace('</head>', () => `${links.join('')}</head>`) : text))
    .join('')
}
