import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How Pagefind 1.6 decides whether it starts a worker. */
const decision = 'if(hasWorkerSupport&&!this.initOptions.noWorker)'

/** Files that Pagefind writes for other pages than ours: further interfaces, which Starlight doesn't load, and the worker. */
const notUsed = [
  'pagefind-worker.js',
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
]

/**
 * Keeps the search on the page's own thread. A worker from a file has only the policy that its server sends, which some servers can't; and
 * Starlight passes Pagefind's own switch for that, "noWorker", nowhere. Rejects where Pagefind has changed.
 */
export async function keepSearchOnPage(site: string): Promise<void> {
  const folder = join(site, 'pagefind')
  const path = join(folder, 'pagefind.js')
  const [before, after, ...more] = (await readFile(path, 'utf8')).split(decision)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('pagefind.js: the place where Pagefind starts its worker has changed')
  await writeFile(path, `${before}if(false)${after}`)
  await Promise.all(notUsed.map((file) => rm(join(folder, file), { force: true })))
}
