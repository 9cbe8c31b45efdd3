import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'

/** The project's folder: the one that holds node_modules. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Which packages' code and markup the bundlers put into the site. */
export interface Parts {
  /** Hears every module of a bundle that browsers get. */
  readonly inSite: Plugin
  /** Hears the bundle that only writes pages: of that, browsers get the markup and styles of components. */
  readonly inPages: Plugin
  /** The packages' folders, as the lock file spells them, sorted. */
  folders(): readonly string[]
}

/** What bundlers write themselves into what they make. */
const bundlersOwn: ReadonlyMap<string, string> = new Map([
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
])

/** Modules that leave markup or styles in a page. */
const leavesMarkup = /\.(?:astro|css)(?:\?|$)/

export function collectParts(): Parts {
  const found = new Set<string>()
  const listener = (name: string, wanted: (id: string, length: number) => boolean): Plugin => ({
    name,
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = packageFolder(id)
          if (folder !== undefined && wanted(id, renderedLength)) found.add(folder)
        }
      }
    },
  })
  return {
    inSite: listener('parts-in-site', (id, length) => length > 0 || leavesMarkup.test(id)),
    inPages: listener('parts-in-pages', (id) => leavesMarkup.test(id)),
    folders: () => [...found].sort(),
  }
}

/** The folder of the package that a module belongs to: "node_modules/preact"; undefined for our own modules. */
export function packageFolder(id: string, root = projectRoot): string | undefined {
  const own = bundlersOwn.get(id)
  if (own !== undefined) return own
  const path = relative(root, id.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll('\\', '/')
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}
