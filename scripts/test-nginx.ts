// npm run test:nginx: the whole browser suite on the site behind nginx under a deep path, set up as the hosting guide says. Then nginx is stopped,
// and the suite runs again in browsers that visited the site once before. Arguments go to Playwright. Ends with one line, "N passed, N failed".
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { compress } from '../src/hosting/compress.ts'
import { blockOf } from '../test/hosting/guide.ts'
import { nginx, nginxArguments } from '../test/hosting/nginx.ts'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { run, withoutProgress } from './run.ts'
import { dist } from './serve.ts'

const port = Number(process.env.WHYDENIED_TEST_PORT ?? 4330)
const base = '/teams/cloud/whydenied/'
/** The recipe's address, and the address that a second nginx in front of it gives the same site. */
const sites = [`http://localhost:${port}${base}`, `http://localhost:${port + 1}/a/b/`] as const
/** What is about the server itself has no answer without one. checker.html comes from the disk in any case. */
const withoutServer = ['--project', 'chromium', '--grep-invert', '@server']

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-nginx-'))
const environment = {
  WHYDENIED_SERVED: '1',
  WHYDENIED_TEST_PORT: String(port),
  WHYDENIED_TEST_BASE: base,
  PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'report.json'),
}

process.exitCode = (await canStart()) ? await testAll() : 1
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

/** Both runs. Returns the exit status. */
async function testAll(): Promise<number> {
  const server = await startNginx()
  try {
    const served = await suite(`Behind nginx at ${base}`, [], {})
    const profile = await visit()
    await stop(server)
    const stopped = await suite('With nginx stopped after the first visit', withoutServer, {
      WHYDENIED_PROFILE: profile,
    })
    console.log(`${served.passed + stopped.passed} passed, ${served.failed + stopped.failed} failed`)
    return served.failed + stopped.failed === 0 ? 0 : 1
  } finally {
    await stop(server)
  }
}

/** Builds the site and installs nginx where they are missing. False, and a sentence, where nginx can't be had. */
async function canStart(): Promise<boolean> {
  if (!existsSync(join(dist, 'index.html'))) {
    console.log('· Build…')
    await run('astro', ['build'], { show: true })
  }
  if (!existsSync(nginx.binary) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing nginx with apt (once; a minute)…')
    await run('apt-get', ['update', '-qq'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', nginx.debian], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  if (existsSync(nginx.binary)) return true
  console.log(`✗ No nginx was found. On Debian, install ${nginx.debian}.`)
  return false
}

/** Starts nginx with the guide's two recipes: the server, and a proxy in front of it under another path. Resolves once both answer. */
async function startNginx(): Promise<ChildProcess> {
  const site = join(folder, 'site')
  cpSync(dist, site, { recursive: true })
  await compress(site, 5)
  spawnSync('chmod', ['-R', 'a+rX', folder])
  const own = blockOf('nginx')
    .replaceAll('/srv/whydenied', site)
    .replaceAll('8080', String(port))
    .replaceAll('/whydenied/', base)
  const proxy = blockOf('nginx', 1)
    .replaceAll('8080', String(port))
    .replaceAll('8081', String(port + 1))
    .replaceAll('/tools/aws/denied/', '/a/b/')
    .replaceAll('/whydenied/', base)
  const child = spawn(nginx.binary, nginxArguments(folder, 'nginx', own + proxy), {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.once('exit', () => child.kill())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  for (const address of sites) await answers(address, child)
  return child
}

async function answers(site: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const isThere = await fetch(site).then(
      ({ ok, headers }) => ok && (headers.get('server') ?? '').startsWith('nginx'),
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error(`nginx does not answer at ${site}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })
}

/** Visits both addresses once and keeps the reference, as the page about offline use offers. Returns the browser's profile. */
async function visit(): Promise<string> {
  console.log('· First visit…')
  const profile = join(folder, 'profile')
  const executablePath = findBrowser()
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: browserArguments,
  })
  for (const site of sites) {
    const page = await context.newPage()
    await page.goto(`${site}hosting/offline/`)
    await page.getByRole('button', { name: 'Keep the reference' }).click({ timeout: 120_000 })
    await page.getByText('The whole site is kept on this device').waitFor({ timeout: 120_000 })
  }
  await context.close()
  // What the service worker keeps must be enough: nothing may come from the browser's ordinary cache.
  for (const cache of ['Cache', 'Code Cache']) rmSync(join(profile, 'Default', cache), { recursive: true, force: true })
  return profile
}

/** The browser suite once. A run that wrote no report, or passed nothing, has failed. */
async function suite(title: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Count> {
  console.log(`· ${title}…`)
  rmSync(environment.PLAYWRIGHT_JSON_OUTPUT_NAME, { force: true })
  const { output } = await run(
    'playwright',
    ['test', '--config', 'test/playwright.config.ts', ...args, ...process.argv.slice(2)],
    {
      env: { ...environment, ...env },
    },
  )
  const count = existsSync(environment.PLAYWRIGHT_JSON_OUTPUT_NAME)
    ? countIn(readFileSync(environment.PLAYWRIGHT_JSON_OUTPUT_NAME, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 }
  if (count.failed > 0) console.log(withoutProgress(output))
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${title}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  )
  return count
}

function countIn(report: string): Count {
  const { stats, errors } = JSON.parse(report)
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed: stats.expected === 0 ? failed + 1 : failed, skipped: stats.skipped }
}
