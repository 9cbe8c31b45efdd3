import { readFile } from 'node:fs/promises'
import { createReference, type Reference, readIndex, readShard, type Service } from '../reference/index.ts'

// In the npm package, this module takes the place of load-reference.ts: the data lies next to the code, one file per service.
const folder = new URL('./data/', import.meta.url)

/** All services' names and the data's date, with the named services' shards; all of them where none are named. Rejects where the package's files are damaged. */
export async function loadReference(wanted?: Iterable<string>): Promise<Reference> {
  const index = readIndex(await readFile(new URL('index.json', folder), 'utf8'))
  if (!index) throw new Error('The package is damaged: data/index.json can’t be read')
  const some = wanted ? [...new Set(wanted)].filter((prefix) => index.prefixes.has(prefix)) : [...index.prefixes.keys()]
  return createReference(index, await Promise.all(some.map(loadService)))
}

const loaded = new Map<string, Promise<Service>>()

/** Each service's file is read once. */
function loadService(prefix: string): Promise<Service> {
  const service = loaded.get(prefix) ?? readService(prefix)
  loaded.set(prefix, service)
  return service
}

async function readService(prefix: string): Promise<Service> {
  const service = readShard(await readFile(new URL(`${prefix}.json`, folder), 'utf8'))
  if (!service) throw new Error(`The package is damaged: data/${prefix}.json can’t be read`)
  return service
}
