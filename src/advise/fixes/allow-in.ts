import { readOf } from '../../evaluate/index.ts'
import type { PolicyType } from '../../iam/index.ts'
import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import { permissionSetOf } from '../identity-center.ts'
import { isAllowedApart, meetCondition } from '../near-miss.ts'
import { isDenyList } from '../only-denies.ts'
import { reachSentence, widthOf } from '../reach.ts'
import type { Evaluated, StandingPolicy } from '../situation.ts'
import { ownerOf, typeName } from '../words.ts'
import { allowStatement } from './allow-statement.ts'
import { type Assumption, type Draft, editDraft, newDraft } from './draft.ts'
import { addStatements, type NewStatement, newDocument } from './edit-policy.ts'
import type { Json } from './json-text.ts'
import { keptCondition } from './kept-condition.ts'
import { afterRepair, repaired } from './repaired.ts'
import { sourceAssumption } from './service-source.ts'
import { keysIn, sharedCondition, withBoth } from './shared-condition.ts'

const told = messagesOf('fixes/allow-in', {
  keepsConditionStatement: 'It keeps the condition of statement {{statement}} of “{{policy}}”.',
  keepsConditionService: 'It keeps the condition under which your policies allow everything in `{{service}}`.',
  keepsConditionServiceForOthers: 'It keeps the condition under which the policies allow everything in `{{service}}`.',
  keepsConditionAll: 'It keeps the condition under which your policies allow everything.',
  keepsConditionAllForOthers: 'It keeps the condition under which the policies allow everything.',
  repairs: 'It also corrects what keeps IAM from saving the policy.',
  allow: 'Allow {{action}} in “{{name}}”',
  statementAllows: 'Add a statement that allows {{action}} to the {{type}}',
  newAllows: 'Add a new {{type}} that allows {{action}}',
  inSet: 'Add a statement that allows {{action}} to the inline policy of the permission set {{name}}',
  notAmongDenies: '{{note}} What you pasted only denies, so it isn’t the place for an Allow.',
  notAmongDeniesForOthers: '{{note}} The policy that I have only denies, so it isn’t the place for an Allow.',
})

/** What to allow where. */
export interface AllowIn {
  readonly type: PolicyType
  /** For SCPs: the level whose policies are silent. */
  readonly level?: string | undefined
  readonly note: Text
  /** The note of a new document; without one, none is offered. */
  readonly ifNew?: Text | undefined
  /** Another statement than the smallest one for the request. */
  readonly statement?: NewStatement | undefined
  /** Actions of that statement that the call needs as much as the denied one. */
  readonly needed?: readonly string[] | undefined
  readonly assumes?: Assumption | undefined
}

/**
 * Drafts that add the one missing Allow, one at a time: to a policy of that type where one was given, else as a new document. None where a condition is all that
 * is in the way, unless the statement comes with a condition of its own.
 */
export function* allowIn(situation: Evaluated, { type, level, note, ifNew, ...other }: AllowIn): Generator<Draft> {
  const { asked, policies } = situation
  const least = other.statement ?? allowStatement(type, asked)
  const isApart = isAllowedApart(situation, type)
  if (!least || (other.statement?.Condition === undefined && !isApart && meetCondition(situation, type))) return
  const isUsual = type === 'identity' && other.statement === undefined && !isApart
  const { condition, keeps } = isUsual ? conditionFor(situation, least) : { condition: undefined, keeps: '' }
  const statement = condition === undefined ? least : { ...least, Condition: condition }
  const owner = ownerOf(type, asked)
  const assumes = other.assumes ?? (type === 'resource' ? sourceAssumption(asked, statement) : undefined)
  const edited = ([index, policy]: Editable): readonly Draft[] => {
    const whole = repaired(policy, situation.reference)
    if (!whole) return []
    const added = addStatements(readOf(whole), [statement], told('allow', { action: asked.action, name: policy.name }))
    const isRepaired = whole.text !== policy.text
    const edit = added && isRepaired ? afterRepair(policy.text, whole.text, added) : added
    return editDraft(policies, {
      index,
      edit,
      owner,
      note: inTurn([note, isRepaired ? told('repairs') : '', keeps, reachSentence(policy.reach)]),
      needed: other.needed,
      assumes,
    })
  }
  const places = editable(policies, { type, level, service: asked.service })
  const isAmongDenies = places.length === 0 && denyLists(policies, type).length > 0
  if (ifNew === undefined && !isAmongDenies) {
    for (const place of places) yield* edited(place)
    return
  }
  // A role or key always has its policy: what is new there is the statement.
  const set = type === 'identity' ? permissionSetOf(asked.caller) : undefined
  const title =
    set !== undefined
      ? told('inSet', { action: asked.action, name: set })
      : type === 'trust'
        ? told('statementAllows', { type: typeName(type), action: asked.action })
        : told('newAllows', { type: typeName(type), action: asked.action })
  const after = newDocument(statement)
  const own = newDraft(type, {
    title,
    name: `Allow ${asked.action}`,
    after,
    owner,
    note: inTurn([isAmongDenies ? told('notAmongDenies', { note: ifNew ?? note }) : (ifNew ?? note), keeps]),
    needed: other.needed,
    assumes,
  })
  // A policy of the caller's own comes before a change that others get, too.
  const isNarrow = ([, policy]: Editable): boolean => widthOf(policy) < 2
  for (const place of places.filter(isNarrow)) yield* edited(place)
  yield own
  for (const place of places.filter((each) => !isNarrow(each))) yield* edited(place)
}

interface Conditioned {
  /** Undefined: the statement stays as it is. */
  readonly condition: Json | undefined
  /** Says where it comes from. */
  readonly keeps: Text
}

/** The documents' own condition for a new statement: that of the same action elsewhere, or else that of all they allow in the service. */
function conditionFor(situation: Evaluated, { Condition: own }: NewStatement): Conditioned {
  const kept = own === undefined ? keptCondition(situation, 'identity') : undefined
  if (kept)
    return {
      condition: kept.condition,
      keeps: told('keepsConditionStatement', { statement: kept.statement, policy: kept.policy }),
    }
  const shared = sharedCondition(situation, situation.asked.action, keysIn(own))
  if (!shared) return { condition: undefined, keeps: '' }
  const { service } = situation.asked
  return {
    condition: withBoth(shared.condition, own),
    keeps: shared.of === 'service' ? told('keepsConditionService', { service }) : told('keepsConditionAll'),
  }
}

type Editable = readonly [index: number, policy: StandingPolicy]

/** The statement as JSON for a document that must exist and wasn’t given. It can’t be proved, so it isn’t a fix. Undefined if one was given. */
export function statementToAdd(situation: Evaluated, type: PolicyType): string | undefined {
  const isGiven = situation.policies.some((policy) => policy.given && policy.type === type && !isDenyList(policy))
  const statement = isGiven ? undefined : allowStatement(type, situation.asked)
  return statement && JSON.stringify(statement, null, 2)
}

/** Policies that the user can edit, those that speak of the same service first. AWS's own managed policies cannot be edited. */
function editable(
  policies: readonly StandingPolicy[],
  { type, level, service }: { type: PolicyType; level: string | undefined; service: string },
): readonly Editable[] {
  const fitting = [...policies.entries()].filter(
    ([, policy]) =>
      policy.given &&
      policy.type === type &&
      (level === undefined || policy.target === level) &&
      !isManaged(policy) &&
      !isDenyList(policy),
  )
  const speaks = fitting.filter(([, policy]) => speaksOf(policy, service))
  const width = ([, policy]: Editable): number => widthOf(policy)
  return [...speaks, ...fitting.filter((entry) => !speaks.includes(entry))].toSorted((a, b) => width(a) - width(b))
}

const denyLists = (policies: readonly StandingPolicy[], type: PolicyType): readonly StandingPolicy[] =>
  policies.filter((policy) => policy.given && policy.type === type && isDenyList(policy))

const isManaged = ({ name, reach }: StandingPolicy): boolean =>
  /^arn:[\w-]+:(iam|organizations)::aws:policy\//.test(reach?.name ?? name)

const speaksOf = (policy: StandingPolicy, service: string): boolean =>
  readOf(policy).policy.statements.some(
    ({ effect, action }) =>
      effect?.value === 'Allow' &&
      action?.items.some(({ value }) => value.kind === 'action' && value.service === service),
  )
