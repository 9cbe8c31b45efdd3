// npm run package: the built site as whydenied-VERSION.zip and .tar.gz in package/, the same bytes from the same commit.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Zippable, zipSync } from 'fflate'
import { pack } from 'tar-stream'
import project from '../package.json' with { type: 'json' }
import { compress } from '../src/hosting/compress.ts'
import { run } from './run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'package')
const site = join(out, 'site')
const { version } = project
const name = `whydenied-${version}`
/** Zip knows no time before this one, and no time zone: the local one must be the same everywhere. */
const packedAt = new Date(1980, 0, 1)

/** What is compressed already is only stored. */
const isCompressed = (file: string): boolean => /\.(?:gz|br|png|woff2)$/.test(file)

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await step('Building the site', () => must('astro', ['build', '--outDir', site]))
await step('Compressing (half a minute)', () => compress(site, 11))
const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(join(site, file)).isFile())
  .sort()
writeFileSync(join(site, 'SHA256SUMS'), files.map((file) => `${sha256(file)}  ${file}\n`).join(''))
files.push('SHA256SUMS')
await step('Packing', async () => {
  writeFileSync(join(out, `${name}.zip`), zip())
  writeFileSync(join(out, `${name}.tar.gz`), gzipSync(await tar(), { level: 9 }))
})
for (const file of [`${name}.zip`, `${name}.tar.gz`]) {
  const bytes = readFileSync(join(out, file))
  const sum = createHash('sha256').update(bytes).digest('hex')
  console.log(`package/${file}  ${(bytes.length / 1e6).toFixed(1)} MB  sha256 ${sum}`)
}

async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  console.log(`· ${title}…`)
  return work()
}

async function must(command: string, args: readonly string[]): Promise<string> {
  const { status, output } = await run(command, args)
  if (status === 0) return output
  console.error(`${output}\n${command} failed`)
  process.exit(1)
}

function sha256(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(site, file)))
    .digest('hex')
}

function zip(): Uint8Array {
  const entries: Zippable = {}
  for (const file of files) {
    const level = isCompressed(file) ? 0 : 9
    entries[`${name}/${file}`] = [new Uint8Array(readFileSync(join(site, file))), { level, mtime: packedAt }]
  }
  return zipSync(entries)
}

async function tar(): Promise<Buffer> {
  const archive = pack()
  for (const file of files)
    archive.entry({ name: `${name}/${file}`, mtime: new Date(0) }, readFileSync(join(site, file)))
  archive.finalize()
  const parts: Buffer[] = []
  for await (const part of archive) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
