// Installs the packages that the lock file names. Plain JavaScript, because it runs on the Node that is there (20 or newer) before anything is
// installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress']

export async function install(root, { npm = 'npm', tellEvery = 30_000, say = console.log } = {}) {
  const stamp = join(root, 'node_modules/.whydenied-installed')
  const wanted = fingerprint(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  say('Installing packages (only when they changed; half a minute, or minutes on a busy machine)…')
  // "ci" installs exactly what the lock file names. It fails where the two files differ, or a registry lacks other platforms' packages. It has no
  // time limit: an install that seems to hang can be a slow network, and npm has its own timeout.
  const exact = await run(npm, ['ci', ...quiet], { root, tellEvery, say })
  if (exact.status !== 0) {
    say('npm ci failed; npm install goes on with what this registry has…')
    const rest = await run(npm, ['install', ...quiet], { root, tellEvery, say })
    if (rest.status !== 0)
      return `${exact.errors}\n${rest.errors}\nnpm install failed: see above. Whydenied needs Node 20 or newer and a package registry.`
  }
  writeFileSync(stamp, wanted)
  return undefined
}

/** Runs npm, and says every half minute that it's still at work. */
function run(npm, args, { root, tellEvery, say }) {
  return new Promise((resolve) => {
    const child = spawn(npm, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    let errors = ''
    child.stderr.on('data', (part) => {
      errors += part
    })
    let told = 0
    const clock = setInterval(() => {
      told++
      say(`npm ${args[0]} is still at work after ${Math.round((told * tellEvery) / 1000)} s (Ctrl+C stops it)…`)
    }, tellEvery)
    const end = (status, message = '') => {
      clearInterval(clock)
      resolve({ status, errors: errors + message })
    }
    child.on('error', ({ message }) => end(127, message))
    child.on('close', (status) => end(status ?? 1))
  })
}

/** What the packages depend on. */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json'])
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
