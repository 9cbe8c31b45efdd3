// npm run test:browsers: the flows of test/other-browsers in Firefox and WebKit, on the built site. Installs the browsers where it can (Debian, as
// root) and says where it can't. Ends with one line, "N passed, N failed".
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Found } from '../test/other-browsers/browser.ts'
import { findFirefox } from '../test/other-browsers/firefox.ts'
import { flows } from '../test/other-browsers/flows.ts'
import { findWebKit } from '../test/other-browsers/webkit.ts'
import { run } from './run.ts'
import { dist, serve } from './serve.ts'

const candidates = [
  { title: 'Firefox', find: findFirefox, debian: ['firefox-esr'] },
  { title: 'WebKit', find: findWebKit, debian: ['webkit2gtk-driver', 'xvfb'] },
] as const

if (!existsSync(join(dist, 'index.html'))) {
  console.log('· Build…')
  await run('astro', ['build'], { show: true })
}
const server = await serve(dist, { port: 0 })
const address = server.address()
const site = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`
let passed = 0
let failed = 0
for (const { title, find, debian } of candidates) {
  const found = await findOrInstall(title, find, debian)
  if (found.is === 'missing') {
    console.log(`✗ ${title}: ${found.because}`)
    failed++
    continue
  }
  const browser = await found.start()
  console.log(`${browser.name}`)
  for (const flow of flows) (await passes(browser, flow)) ? passed++ : failed++
  await browser.close()
}
server.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

async function passes(browser: Browser, { name, run: go }: (typeof flows)[number]): Promise<boolean> {
  try {
    await go(browser, site)
    console.log(`✓ ${name}`)
    return true
  } catch (error) {
    const picture = join(tmpdir(), `whydenied-${browser.name}-${name}`.replaceAll(/[^\w/-]+/g, '-'))
    await browser.screenshot(picture).catch(() => undefined)
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)} (${picture}.png)`)
    return false
  }
}

async function findOrInstall(title: string, find: () => Found, packages: readonly string[]): Promise<Found> {
  const found = find()
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (found.is === 'found' || !canInstall) return found
  console.log(`Installing ${title} with apt (once; a minute)…`)
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', ...packages], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  return find()
}
