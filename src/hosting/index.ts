// Build steps that make dist portable (any path, one build) and strict (a policy in every page that lets nothing out).
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { withSyntaxClasses } from '../site/syntax-classes.ts'
import { writeBill } from './bill.ts'
import { withPolicy } from './csp.ts'
import { collectImports, type Imports, withEarlyModules } from './early-modules.ts'
import { withNumberedIslands } from './islands.ts'
import { writeServiceWorker } from './offline/index.ts'
import { writeOneFile } from './one-file.ts'
import { collectParts, projectRoot } from './parts.ts'
import { placeholder, portableHtml, portableScript, portableStyle } from './portable.ts'

export { placeholder } from './portable.ts'

/** Runs after the build, over every page, script and style sheet in dist. */
export function hosting(): AstroIntegration {
  const parts = collectParts()
  const { plugin, imports } = collectImports()
  return {
    name: 'whydenied-hosting',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const inPages = { ...parts.inPages, applyToEnvironment: ({ name }: { name: string }) => name !== 'client' }
        const inSite = { ...parts.inSite, applyToEnvironment: ({ name }: { name: string }) => name === 'client' }
        const listener = { ...plugin, applyToEnvironment: inSite.applyToEnvironment }
        updateConfig({ vite: { plugins: [inPages, inSite, listener], worker: { plugins: () => [parts.inSite] } } })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const files = await readdir(root, { recursive: true })
        let changed = 0
        for (const file of files) changed += Number(await processFile(root, file, imports))
        await writeOneFile(root, parts.inSite)
        await writeBill(root, projectRoot, parts.folders())
        await writeServiceWorker(root)
        logger.info(`made ${changed} files portable, with a content security policy in every page`)
      },
    },
  }
}

async function processFile(root: string, file: string, imports: Imports): Promise<boolean> {
  const path = join(root, file)
  // Every address is relative to the file that holds it.
  const toRoot = relative(dirname(path), root).replaceAll('\\', '/')
  const prefix = toRoot === '' ? './' : `${toRoot}/`
  if (file.endsWith('.html'))
    return rewrite(path, (text) => {
      const early = withEarlyModules(text, placeholder, imports)
      return withPolicy(withSyntaxClasses(withNumberedIslands(portableHtml(early, prefix))), file)
    })
  if (file.endsWith('.js')) return rewrite(path, (text) => portableScript(text, prefix))
  if (file.endsWith('.css')) return rewrite(path, (text) => portableStyle(text, prefix))
  return false
}

async function rewrite(path: string, change: (text: string) => string): Promise<boolean> {
  const before = await readFile(path, 'utf8')
  const after = change(before)
  if (after !== before) await writeFile(path, after)
  return after !== before
}
