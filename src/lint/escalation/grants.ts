import {
  type ActionPattern,
  coversAction,
  type Entry,
  overlaps,
  type PolicyDocument,
  parseArn,
  type Statement,
} from '../../iam/index.ts'
import { once } from '../../text/index.ts'
import { entriesOf } from '../entries.ts'
import type { EscalationPath, Step } from './path.ts'

/** An action that a statement allows. */
export interface Granted {
  readonly entry: Entry<ActionPattern>
  readonly statement: Statement
  /** Which of its resources count as all of a kind; worked out once, for the first path. */
  readonly reach: () => Reach
}

/** Does a statement name all resources of a type, or the caller itself? */
export interface Reach {
  readonly everyName: boolean
  readonly theCaller: boolean
}

/** What a policy grants, and which paths its Denies stop. */
export interface Grants {
  /** The entries that allow an action, in the order of the policy. */
  of(step: Step): readonly Granted[]
  isDenied(path: EscalationPath): boolean
}

/** A service's entries: those that name one action, by its name in lower case, and those with wildcards. */
interface OfService {
  readonly named: Map<string, Granted[]>
  readonly wild: Granted[]
}

/** The grants of a policy; undefined if it's meant to allow everything, which isn't a mistake. */
export function grantsIn({ statements }: PolicyDocument): Grants | undefined {
  if (statements.some(isAdministrator)) return undefined
  const granted = new Map<string, OfService>()
  for (const statement of statements) {
    const { effective, effect, action } = statement
    if (!effective || effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
    const reach = once(() => reachOf(statement))
    for (const entry of entriesOf(action)) add(granted, { entry, statement, reach })
  }
  const denies = statements.filter(({ effect }) => effect?.value === 'Deny')
  return {
    of: ({ service, name }) => entriesFor(granted.get(service), service, name),
    isDenied: (path) => denies.some((each) => limits(each, path)),
  }
}

function add(granted: Map<string, OfService>, each: Granted): void {
  const { value } = each.entry
  if (value.kind !== 'action') return
  const of = granted.get(value.service) ?? { named: new Map<string, Granted[]>(), wild: [] }
  granted.set(value.service, of)
  const { raw } = value.name
  const named = of.named.get(raw)
  if (/[*?]/.test(raw)) of.wild.push(each)
  else if (named) named.push(each)
  else of.named.set(raw, [each])
}

const nothing: readonly Granted[] = []

/** `name` is in lower case, as in every path. */
function entriesFor(of: OfService | undefined, service: string, name: string): readonly Granted[] {
  if (!of) return nothing
  if (of.wild.length === 0) return of.named.get(name) ?? nothing
  const named = of.named.get(name) ?? nothing
  const wild = of.wild.filter(({ entry }) => coversAction(entry.value, service, name))
  if (named.length === 0 || wild.length === 0) return named.length === 0 ? wild : named
  return [...named, ...wild].sort((a, b) => a.entry.span.from - b.entry.span.from)
}

/** Is it meant to allow everything? Then it isn’t a mistake. */
const isAdministrator = ({ effect, action }: Statement): boolean =>
  effect?.value === 'Allow' &&
  (action?.sense === 'none-of' ||
    Boolean(action?.items.some(({ value }) => value.kind === 'all' || value.raw.toLowerCase() === 'iam:*')))

/** Might this Deny stop the path, on some resource or under some condition? */
const limits = ({ action }: Statement, { actions }: EscalationPath): boolean =>
  action?.sense === 'none-of' ||
  actions.some((step) =>
    action?.items.some(({ value }) => value.kind === 'all' || overlaps(value.raw.toLowerCase(), step.toLowerCase())),
  )

function reachOf({ resource }: Statement): Reach {
  const resources = resource?.sense === 'any-of' ? resource.items.map(({ value }) => value) : []
  return {
    everyName: resources.some(({ kind, raw }) => kind === 'all' || isEveryName(raw)),
    theCaller: resources.some(({ raw }) => isTheCaller(raw)),
  }
}

/** "arn:aws:iam::*:user/*", "arn:aws:lambda:*:*:function:*": every resource of a type, in some account. */
const isEveryName = (raw: string): boolean => /^(?:[\w-]+[:/])?\*$/.test(parseArn(raw)?.resource ?? raw)

/** "arn:aws:iam::111122223333:user/${aws:username}". */
const isTheCaller = (raw: string): boolean => /^user\/\$\{aws:username\}$/i.test(parseArn(raw)?.resource ?? '')
