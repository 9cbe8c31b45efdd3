// node scripts/setup.mjs [--browser] COMMAND…: makes a fresh machine ready, then runs the command. Plain JavaScript, because it runs on the Node
// that is there (20 or newer) before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chooseNode } from './choose-node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.whydenied-installed`

process.chdir(root)
install()
useNode()
spawnSync('node', ['scripts/list-checks.ts'], { stdio: 'inherit', shell: process.platform === 'win32' })
const [first, ...rest] = process.argv.slice(2)
if (first === '--browser') await browser()
const [command, ...args] = first === '--browser' ? rest : [first, ...rest]
if (command) runThen(command, args)

/** Ctrl+C reaches the command by itself, as one of the terminal's group; its exit status is ours. */
function runThen(command, args) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  child.on('error', ({ message }) => {
    console.error(`${command}: ${message}`)
    process.exitCode = 1
  })
  child.on('close', (status) => {
    process.exitCode = status ?? 1
  })
}

/** Installs when package.json or the lock file changed since the last time. */
function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return
  console.log('Installing packages (only when they changed; half a minute)…')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress']
  // "ci" installs exactly what the lock file names. It fails where the two files differ, or a registry lacks other platforms' packages.
  // Where it asks for such a package again and again, it's ended: what it has fetched by then is kept for npm install.
  const exact = npm(['ci', ...quiet], 'pipe', 120_000)
  if (exact.status !== 0) {
    console.log('npm ci failed; npm install goes on with what this registry has…')
    const run = npm(['install', ...quiet], 'inherit')
    if (run.status !== 0) {
      console.error(
        `${exact.stderr ?? ''}\nnpm install failed: see above. Whydenied needs Node 20 or newer and a package registry.`,
      )
      process.exit(run.status ?? 1)
    }
  }
  writeFileSync(stamp, fingerprint())
}

function npm(args, stdio, timeout) {
  return spawnSync('npm', args, { stdio, timeout, encoding: 'utf8', shell: process.platform === 'win32' })
}

/** Every npm script finds the chosen Node first. */
function useNode() {
  const problem = chooseNode(root)
  if (problem === undefined) return
  console.error(problem)
  process.exit(1)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json'])
    if (existsSync(root + file)) hash.update(readFileSync(root + file))
  return hash.digest('hex')
}

/** A Chromium for the browser tests: one that is there, or else one that is installed now. */
async function browser() {
  const { findBrowser } = await import('./find-browser.mjs')
  if (findBrowser()) return
  const isRoot = process.getuid?.() === 0
  const apt = ['chromium-headless-shell', 'chromium'].map((name) => () => aptInstall(name))
  const attempts = isRoot && existsSync('/usr/bin/apt-get') ? [...apt, playwrightInstall] : [playwrightInstall]
  for (const attempt of attempts) {
    attempt()
    if (findBrowser()) return
  }
  console.error('No Chromium was found and none could be installed. Install one, or name it in WHYDENIED_CHROMIUM.')
  process.exit(1)
}

function aptInstall(name) {
  console.log(`Installing ${name} with apt (once; half a minute)…`)
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', name], quiet)
}

function playwrightInstall() {
  console.log('Installing Chromium with Playwright (once; a minute)…')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' })
}
