// AWS managed policies by name, from files of this site: the list and each document come when someone asks for them.

/** The names of AWS managed policies, and the day of the newest change in the data. */
export interface ManagedIndex {
  readonly date: string
  readonly names: readonly string[]
}

/** Gives the text of a file of this site; undefined where it can't be loaded. */
export type FetchText = (path: string) => Promise<string | undefined>

const isIndex = (value: unknown): value is ManagedIndex =>
  typeof value === 'object' &&
  value !== null &&
  'date' in value &&
  typeof value.date === 'string' &&
  'names' in value &&
  Array.isArray(value.names) &&
  value.names.every((name) => typeof name === 'string')

/** The list of names; undefined where it can't be loaded. */
export async function loadManagedIndex(fetchText: FetchText): Promise<ManagedIndex | undefined> {
  const value = parsed(await fetchText('managed-policies/index.json'))
  return isIndex(value) ? value : undefined
}

/** The current document of a policy, indented for people; undefined where it can't be loaded. The name is one of the index. */
export async function loadManagedPolicy(name: string, fetchText: FetchText): Promise<string | undefined> {
  const value = parsed(await fetchText(`managed-policies/${encodeURIComponent(name)}.json`))
  return value === undefined ? undefined : JSON.stringify(value, null, 2)
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
