// What changed from one version of the data about AWS to the next. The script that updates the data writes it, and a page shows it.
import { z } from 'zod'

/** Services, actions, and condition keys by their names. */
export interface DataSnapshot {
  /** The package's version. */
  readonly version: string
  /** The day of the data: "2026-09-26". */
  readonly date: string
  /** Prefix to what the service has; actions with their access levels in one text. */
  readonly services: ReadonlyMap<
    string,
    { readonly name: string; readonly actions: ReadonlyMap<string, string>; readonly keys: ReadonlySet<string> }
  >
}

const names = z.array(z.string())
const added = z.object({ added: names, removed: names })

export const dataChangeSchema = z.object({
  from: z.object({ version: z.string(), date: z.string() }),
  to: z.object({ version: z.string(), date: z.string() }),
  /** "Amazon S3 (s3)" */
  services: added,
  /** "s3:GetObject" */
  actions: added,
  /** "s3:GetObject: Read → Write" */
  accessLevels: names,
  keys: added,
  /** Names of AWS managed policies that AWS created or changed between the two days. */
  policies: z.object({ created: names, changed: names }),
})

export type DataChange = z.output<typeof dataChangeSchema>

/** What differs between two versions of the data. `policies` holds when AWS created and last changed each managed policy. */
export function changesBetween(
  before: DataSnapshot,
  after: DataSnapshot,
  policies: ReadonlyMap<string, { readonly created: string; readonly changed: string }>,
): DataChange {
  const [was, is] = [actionsOf(before), actionsOf(after)]
  const isNew = (day: string): boolean => day.slice(0, 10) > before.date && day.slice(0, 10) <= after.date
  const named = [...policies].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    from: { version: before.version, date: before.date },
    to: { version: after.version, date: after.date },
    services: difference(serviceNames(before), serviceNames(after)),
    actions: difference([...was.keys()], [...is.keys()]),
    accessLevels: [...is].flatMap(([action, levels]) => {
      const old = was.get(action)
      return old === undefined || old === levels ? [] : [`${action}: ${old} → ${levels}`]
    }),
    keys: difference(keysOf(before), keysOf(after)),
    policies: {
      created: named.flatMap(([name, { created }]) => (isNew(created) ? [name] : [])),
      changed: named.flatMap(([name, { created, changed }]) => (isNew(changed) && !isNew(created) ? [name] : [])),
    },
  }
}

/** Is there anything to tell? */
export const isChange = ({ services, actions, accessLevels, keys, policies }: DataChange): boolean =>
  [services.added, services.removed, actions.added, actions.removed, accessLevels, keys.added, keys.removed].some(
    ({ length }) => length > 0,
  ) || policies.created.length + policies.changed.length > 0

/** The known changes and one more, the newest first. It takes the place of changes whose days lie within its own. One that lies within a known change says nothing new: then the result is `known` itself. */
export function withChange(known: readonly DataChange[], change: DataChange): readonly DataChange[] {
  const isWithin = (one: DataChange, other: DataChange): boolean =>
    one.from.date >= other.from.date && one.to.date <= other.to.date
  if (change.from.date > change.to.date || known.some((one) => isWithin(change, one))) return known
  const others = known.filter((one) => !isWithin(one, change))
  return [change, ...others].toSorted((a, b) => (a.to.date < b.to.date ? 1 : -1))
}

const serviceNames = ({ services }: DataSnapshot): readonly string[] =>
  [...services].map(([prefix, { name }]) => `${name} (${prefix})`)

const actionsOf = ({ services }: DataSnapshot): ReadonlyMap<string, string> =>
  new Map(
    [...services].flatMap(([prefix, { actions }]) =>
      [...actions].map(([name, levels]) => [`${prefix}:${name}`, levels] as const),
    ),
  )

const keysOf = ({ services }: DataSnapshot): readonly string[] => [
  ...new Set([...services.values()].flatMap(({ keys }) => [...keys])),
]

function difference(before: readonly string[], after: readonly string[]): z.output<typeof added> {
  const [was, is] = [new Set(before), new Set(after)]
  return {
    added: after.filter((name) => !was.has(name)).toSorted(),
    removed: before.filter((name) => !is.has(name)).toSorted(),
  }
}
