import { createReference, type Reference, readIndex, readShard, type Service } from '../reference/index.ts'

/** Loads service data from the site itself: one file per service, each at most once. */
export interface Shelf {
  /** Loads the index and the data of these services; never throws. A failed load is retried the next time. */
  load(services: readonly string[]): Promise<Loaded>
}

export interface Loaded {
  readonly reference: Reference | undefined
  /** Services that AWS has and whose data could not be loaded. */
  readonly missing: readonly string[]
}

/** More services than one case can need; a text of nothing but colons must not fetch them all. */
const mostServices = 40

/** `fetchText` gives the text of a URL, or undefined where there is none. */
export function openShelf(site: string, fetchText: (url: string) => Promise<string | undefined>): Shelf {
  const services = new Map<string, Service>()
  /** What is on its way: a second question meanwhile waits for the same file. */
  const coming = new Map<string, Promise<void>>()
  let index: Pick<Reference, 'date' | 'prefixes'> | undefined
  /** The same object until more data loads, so that results computed with it stay valid. */
  let reference: Reference | undefined

  async function loadIndex(): Promise<void> {
    const text = await fetchText(new URL('reference/index.json', site).href)
    index = text === undefined ? undefined : readIndex(text)
  }

  async function loadService(prefix: string): Promise<void> {
    const text = await fetchText(new URL(`reference/${prefix}.json`, site).href)
    const service = text === undefined ? undefined : readShard(text)
    if (service) services.set(prefix, service)
  }

  function once(file: string, load: () => Promise<void>): Promise<void> {
    const promise = coming.get(file) ?? load().finally(() => coming.delete(file))
    coming.set(file, promise)
    return promise
  }

  return {
    async load(wanted) {
      if (!index) await once('the index', loadIndex)
      if (!index) return { reference: undefined, missing: wanted }
      const { prefixes } = index
      const known = wanted.filter((prefix) => prefixes.has(prefix)).slice(0, mostServices)
      await Promise.all(
        known.filter((prefix) => !services.has(prefix)).map((prefix) => once(prefix, () => loadService(prefix))),
      )
      const missing = known.filter((prefix) => !services.has(prefix))
      if (reference?.services.size !== services.size) reference = createReference(index, services.values())
      return { reference, missing }
    },
  }
}
