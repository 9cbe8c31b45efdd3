import { exceptionalOperations, isAbout } from '../evaluate/index.ts'
import {
  automatonOf,
  type Glob,
  globMatch,
  type Pattern,
  readPattern,
  servicesNamingResource,
  type TextPattern,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import { type Entry, typesOf } from './policy-set.ts'
import { simplestTexts } from './resources.ts'
import type { Steps } from './steps.ts'
import { samplesWithin } from './text-classes.ts'
import { actionsOfEveryNature, type Traits } from './traits.ts'

/** Stands for every service that no policy names. */
const otherService = 'another-service'

/**
 * Actions: of each service that a policy names, all that AWS lists, and for every other way the patterns can come out one that AWS could add later;
 * and one action of a service that no policy names. AWS's own actions come first, because they make better examples.
 */
export function actionDimension(
  entries: readonly Entry[],
  reference: Reference | undefined,
  traits: Traits,
  steps: Steps,
): Dimension<string> {
  const byService = new Map<string, Pattern[]>()
  for (const { statement } of entries)
    for (const { value } of statement.statement.action?.items ?? [])
      if (value.kind === 'action') byService.set(value.service, [...(byService.get(value.service) ?? []), value.name])
  const statementsFor = actionTests(entries)
  const examples: { readonly example: string; readonly statements: StatementSet }[] = []
  let complete = true
  const add = (service: string, name: string): void => {
    const example = `${service}:${name}`
    examples.push({
      example,
      statements: statementsFor(service, name.toLowerCase()) | traits.bitsOf('action', example),
    })
  }
  for (const [service, patterns] of byService) {
    const listed = reference?.services.get(service)?.actions
    for (const { name } of listed?.values() ?? []) add(service, name)
    const { names, complete: all } = laterNames(patterns, steps)
    complete &&= all
    for (const name of names) add(service, name)
    if (traits.all !== 0n) for (const name of exceptionalOperations(service)) add(service, name)
  }
  add(otherService, 'AnyAction')
  // In a policy of a resource, a statement without Resource says nothing about some services.
  if (entries.some(({ statement }) => !statement.statement.resource && statement.ref.policyType === 'resource'))
    for (const service of servicesNamingResource)
      if (!byService.has(service)) add(service, service === 's3' ? 'GetObject' : 'Decrypt')
  // Actions that the gates treat in ways of their own matter where a policy names all actions.
  if (traits.all !== 0n)
    for (const special of actionsOfEveryNature(typesOf(entries))) {
      const [service = '', name = ''] = special.split(':')
      add(service, name)
    }
  return dimensionOf(examples, complete)
}

const everyName: TextPattern = {
  glob: [
    { text: '', any: undefined },
    { text: '', any: undefined },
  ],
  ignoresCase: false,
  colons: 0,
}

/** More names than this without wildcards aren't run as automata of their own. */
const mostLiterals = 40

interface Names {
  readonly names: readonly string[]
  readonly complete: boolean
}

/** One name per way the patterns can come out: the names they spell out, and for every set of wildcard patterns a name that none spells out. */
function laterNames(patterns: readonly Pattern[], steps: Steps): Names {
  const raws = [...new Set(patterns.map(({ raw }) => raw.toLowerCase()))]
  const literals = new Set(raws.filter((raw) => !/[*?]/.test(raw)))
  const cheap = namesBeside(
    literals,
    raws.filter((raw) => !literals.has(raw)),
    steps,
  )
  if (cheap.complete || literals.size > mostLiterals) return cheap
  // Without names that are spelled out, the walk would be the same once more.
  if (literals.size === 0) return { ...cheap, names: [...cheap.names, ...globsOf(raws).flatMap(simplestTexts)] }
  const { samples, complete } = samplesWithin(everyName, globsOf(raws).map(automatonFor), steps)
  const simplest = complete ? [] : globsOf(raws).flatMap(simplestTexts)
  return { names: [...samples.map(({ text }) => text), ...simplest], complete }
}

/** The literal names, and for every set of wildcard patterns a name that isn't among them. */
function namesBeside(literals: ReadonlySet<string>, raws: readonly string[], steps: Steps): Names {
  // A pattern that matches every name distinguishes nothing.
  const globs = globsOf(raws.filter((raw) => raw !== '*'))
  const { samples, complete } = samplesWithin(everyName, globs.map(automatonFor), steps)
  const others = samples.map(({ text, matches }) => {
    const isAlike = (name: string): boolean =>
      !literals.has(name) && globs.every((glob, i) => globMatch(glob, name) === matches[i])
    return isAlike(text) ? text : variantsOf(text).find(isAlike)
  })
  const names = [...literals, ...others.flatMap((name) => name ?? [])]
  return { names, complete: complete && !others.includes(undefined) }
}

const globsOf = (raws: readonly string[]): readonly Glob[] =>
  raws.map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)

const automatonFor = (glob: Glob) => automatonOf({ glob, ignoresCase: false, colons: 0 })

/** The text with one to three more letters at every place. */
const variantsOf = (text: string): readonly string[] =>
  ['q', 'qz', 'qzj'].flatMap((more) =>
    Array.from({ length: text.length + 1 }, (_, at) => text.slice(0, at) + more + text.slice(at)),
  )

/** Which statements name an action. Each clause is indexed by service, so 22,000 actions against 1,000 patterns take milliseconds. */
function actionTests(entries: readonly Entry[]): (service: string, name: string) => StatementSet {
  const memo = new Map<string, readonly Entry[]>()
  const relevant = (service: string): readonly Entry[] => {
    const known = memo.get(service)
    if (known) return known
    const narrowed = entries.flatMap((entry): readonly Entry[] => {
      const { action } = entry.statement.statement
      if (!action) return []
      const items = action.items.filter(
        ({ value }) => value.kind === 'all' || (value.kind === 'action' && value.service === service),
      )
      if (items.length === 0 && action.sense === 'any-of') return []
      const statement = {
        ...entry.statement,
        statement: { ...entry.statement.statement, action: { ...action, items } },
      }
      return [{ bit: entry.bit, statement }]
    })
    memo.set(service, narrowed)
    return narrowed
  }
  return (service, actionName) => {
    let set = 0n
    for (const { bit, statement } of relevant(service)) if (isAbout(statement, { service, actionName })) set |= bit
    return set
  }
}
