// node scripts/setup.mjs [--browser] COMMAND…: makes a fresh machine ready, then runs the command. Plain JavaScript, because it runs on the Node
// that is there (20 or newer) before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chooseNode } from './choose-node.mjs'
import { install } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

process.chdir(root)
stopIf(await install(root))
stopIf(chooseNode(root)) // Every npm script finds the chosen Node first.
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

/** Ends with the sentence that says what's wrong, if there is one. */
function stopIf(problem) {
  if (problem === undefined) return
  console.error(problem)
  process.exit(1)
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
