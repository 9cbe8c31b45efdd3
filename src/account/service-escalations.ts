import { coversResource } from '../iam/index.ts'
import { findAction } from '../reference/index.ts'
import type { Asked } from './asker.ts'
import type { DecidedBy } from './decisions.ts'
import type { EscalationRow, EscalationTools, FindEscalation, GrantedOn } from './escalation.ts'
import type { AccountPrincipal } from './read-account.ts'

/** Resources of one action that are tried at most. */
const mostResources = 20

/** Where actions are granted together, and what was decided. */
export interface Granted {
  readonly on: GrantedOn
  readonly asked: readonly Asked[]
  readonly verdicts: readonly DecidedBy[]
}

/** Actions on a service's own resources: each is granted on everything, or on resources that the policies name. */
export function serviceEscalation(tools: EscalationTools, row: EscalationRow): FindEscalation {
  const granted = grantedTogether(tools, row.actions)
  return (principal) => {
    const found = granted(principal)
    return (
      found && {
        principal,
        is: 'escalation',
        row,
        on: found.on,
        roles: [],
        isAnyRole: false,
        dependsOn: keysOf(found.verdicts),
        leadsTo: 'more',
        isBounded: false,
        asked: found.asked,
      }
    )
  }
}

/** The condition keys that verdicts depend on, each once. */
export const keysOf = (verdicts: readonly Pick<DecidedBy, 'missingContext'>[]): readonly string[] => [
  ...new Set(verdicts.flatMap(({ missingContext }) => missingContext)),
]

interface Place {
  readonly asked: Asked
  readonly verdict: DecidedBy
}

/** Where a principal may call all of the actions: each on everything, or on resources that are the same for actions of one resource type. */
export function grantedTogether(
  tools: Pick<EscalationTools, 'asker' | 'survey'>,
  actions: readonly string[],
): (principal: AccountPrincipal) => Granted | undefined {
  const placesFor = actions.map((action) => ({ action, places: placesOf(tools, action) }))
  return (principal) => {
    const chosen: { readonly action: string; readonly places: readonly Place[] }[] = []
    for (const { action, places } of placesFor) {
      const all = places(principal)
      const fitting = chosen
        .filter((each) => shareType(tools, each.action, action))
        .reduce((left, each) => left.filter((one) => each.places.some((other) => meet(one, other))), all)
      if (fitting.length === 0) return undefined
      chosen.push({ action, places: fitting })
    }
    const best = chosen.flatMap(({ places }) => places[0] ?? [])
    const narrow = chosen.flatMap(({ places }) =>
      places[0]?.asked.resource === '*' ? [] : places.map(({ asked }) => asked.resource),
    )
    const [first, ...rest] = new Set(narrow)
    return {
      on: first === undefined ? 'everything' : [first, ...rest],
      asked: best.map(({ asked }) => asked),
      verdicts: best.map(({ verdict }) => verdict),
    }
  }
}

/** Everything if the action is granted there, else the resources that the policies name, certain ones first. */
function placesOf(
  { asker }: Pick<EscalationTools, 'asker'>,
  action: string,
): (principal: AccountPrincipal) => readonly Place[] {
  const everything: Asked = { action, resource: '*' }
  const onEverything = asker.possible(everything)
  const named = asker.named(action)
  return (principal) => {
    const anywhere = onEverything(principal)
    if (anywhere) return [{ asked: everything, verdict: anywhere }]
    return named(principal)
      .filter((resource) => resource !== '*')
      .slice(0, mostResources)
      .flatMap((resource) => {
        const asked = { action, resource }
        const verdict = asker.possible(asked)(principal)
        return verdict ? [{ asked, verdict }] : []
      })
      .toSorted((a, b) => a.verdict.missingContext.length - b.verdict.missingContext.length)
  }
}

const meet = ({ asked: one }: Place, { asked: other }: Place): boolean =>
  one.resource === other.resource ||
  coversResource(one.resource, other.resource) ||
  coversResource(other.resource, one.resource)

/** Are the two actions about resources of one type, so that it has to be the same resource? */
function shareType({ survey }: Pick<EscalationTools, 'survey'>, one: string, other: string): boolean {
  const { reference } = survey.surroundings
  if (!reference) return false
  const typesOf = (action: string) => findAction(reference, action).action?.resourceTypes ?? []
  const types = new Set(typesOf(one).map(({ name }) => name))
  return one.split(':', 1)[0] === other.split(':', 1)[0] && typesOf(other).some(({ name }) => types.has(name))
}
