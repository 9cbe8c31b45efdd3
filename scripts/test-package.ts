// npm run test:package: packages twice, in two folders of different depth, time zone, and language, and compares the bytes. Takes a few minutes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'whydenied-twice-'))
const places = [
  { place: join(folder, 'a'), env: { TZ: 'UTC', LC_ALL: 'C' } },
  { place: join(folder, 'much/deeper/and another name'), env: { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' } },
] as const

try {
  // Both copies are made first: someone may work on the files in the meantime.
  for (const { place } of places) copyTo(place)
  const sums: string[] = []
  for (const { place, env } of places) {
    console.log(`· Packaging in ${place}…`)
    sums.push(await packageIn(place, env))
  }
  const [first = '', second = ''] = sums
  const same = first === second && first !== ''
  console.log(same ? `✓ The same bytes both times:\n${first}` : `✗ The bytes differ:\n${differences()}`)
  process.exitCode = same ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The files that git tracks, and the packages. */
function copyTo(place: string): void {
  mkdirSync(place, { recursive: true })
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of tracked) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    copyFileSync(join(root, file), join(place, file))
  }
  linkFolder(join(root, 'node_modules'), join(place, 'node_modules'))
}

/** The archives' names and sums. Throws where packaging fails. */
async function packageIn(place: string, env: Readonly<Record<string, string>>): Promise<string> {
  const path = [join(place, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)
  const { status, output } = await run('node', [join(place, 'scripts/package.ts')], {
    cwd: place,
    env: { ...env, PATH: path },
  })
  if (status !== 0) throw new Error(`packaging failed in ${place}:\n${output}`)
  return archivesIn(place)
    .map((file) => {
      const bytes = readFileSync(join(place, 'package', file))
      return `${createHash('sha256').update(bytes).digest('hex')}  ${file}  ${(bytes.length / 1e6).toFixed(1)} MB`
    })
    .join('\n')
}

function archivesIn(place: string): readonly string[] {
  return readdirSync(join(place, 'package'))
    .filter((file) => /\.(?:zip|tar\.gz)$/.test(file))
    .sort()
}

/** The files whose sums differ. */
function differences(): string {
  const [first = [], second = []] = places.map(({ place }) =>
    readFileSync(join(place, 'package/site/SHA256SUMS'), 'utf8').split('\n'),
  )
  const known = new Set(second)
  return first.filter((line) => !known.has(line)).join('\n')
}

/** The same files under another path: links of files, so that no module's path leads back. What tools keep for themselves stays behind. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (/^\.(?:vite|astro|cache|vitest)$/.test(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkFolder(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkOrCopy(source, target)
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to) // another disk
  }
}
