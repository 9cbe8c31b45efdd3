import type { Request } from '../../evaluate/index.ts'
import { coversActions, coversResource, readAction, readCaller, type Statement, splitArn } from '../../iam/index.ts'
import { actingOnOthers } from '../../reference/index.ts'
import { uniqueSid } from './edit-policy.ts'
import { type Mark, type MarkTest, markOf } from './except-from-deny.ts'
import { inPlaceOf } from './json-text.ts'

/** A Deny of a document, and the call that it must no longer deny. */
export interface DeniedCall {
  readonly text: string
  readonly statements: readonly Statement[]
  readonly deny: Statement
  readonly request: Request
  /** Is "*" as a resource the resource of the call, as in a key policy? */
  readonly isWhole: boolean
}

/** A document in which the Deny is split. */
export interface OneCallException {
  readonly text: string
  /** The part of the Deny from which the caller is freed. */
  readonly freed: FreedAccess
  /** Is that part the call alone? */
  readonly isCallAlone: boolean
}

/** A part of a Deny, and whom a document frees from it. */
export interface FreedAccess {
  readonly caller: string
  readonly part: Members
  /** The part, for this caller only. */
  readonly onlyCaller: Members
}

/** The members of a statement by their names. */
export type Members = Readonly<Record<string, unknown>>

/**
 * Ways to split a Deny so that it still denies its caller everything but one call, the narrowest first. An exception for a caller frees it from all that
 * the Deny is about; each of these leaves the rest in force. The policy language has no "all of these but that one": a pattern such as "s3:Put*" or
 * "arn:aws:s3:::reports/*" has no complement, and then what is left is wider than the call. Nothing here is proven, so the asker must decide each again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export function exceptOneCall(denied: DeniedCall): readonly OneCallException[] {
  const { text, statements, deny, request } = denied
  const all = freedFrom(text, deny, request)
  const mark = markFor(request)
  const own = all?.part
  const spared = own && mark && withTest(own, mark.spares)
  if (!all || !spared) return []
  const split: Split = { own: all.part, spared, only: all.onlyCaller, ...partsOf(denied) }
  const taken = new Set(statements.map(({ sid }) => sid?.value))
  return waysToSplit(split, request).map(({ statements: made, left, isCallAlone }) => ({
    text: withStatements(denied, withSids(made, deny, taken)),
    freed: { caller: all.caller, part: { ...all.part, ...left }, onlyCaller: { ...all.onlyCaller, ...left } },
    isCallAlone,
  }))
}

/** The whole Deny as what a caller is freed from; undefined for a caller whose requests carry no mark. */
export function freedFrom(text: string, deny: Statement, request: Request): FreedAccess | undefined {
  const mark = markFor(request)
  const part: Members = JSON.parse(text.slice(deny.span.from, deny.span.to))
  const onlyCaller = mark && withTest(part, mark.isOnly)
  return onlyCaller && { caller: mark.isOnly.value === 'true' ? 'AWS services' : mark.isOnly.value, part, onlyCaller }
}

/** What tells the caller of a request from all others. */
export function markFor({ principal }: Request): Mark | undefined {
  const caller = readCaller(principal)
  return caller && markOf(caller)
}

interface Split {
  readonly own: Members
  /** The Deny for all but the caller, and for the caller only. */
  readonly spared: Members
  readonly only: Members
  readonly action: Remainder
  readonly resource: Remainder
}

/** What is left of a list without one entry: a list, nothing at all, or no list that says it. */
type Remainder = { readonly is: 'rest'; readonly members: Members } | { readonly is: 'nothing' | 'inexpressible' }

interface Way {
  readonly statements: readonly Members[]
  /** The condition that separates the exempted part from the rest of the Deny. */
  readonly left: Members
  readonly isCallAlone: boolean
}

function waysToSplit({ own, spared, only, action, resource }: Split, request: Request): readonly Way[] {
  const isCallAlone = resource.is !== 'inexpressible'
  const call = { ...without('Action'), Action: request.action }
  const onResource = resource.is === 'rest' ? { ...without('Resource'), Resource: request.resource } : {}
  const left = { ...call, ...onResource }
  const elsewhere = (about: Members): readonly Members[] =>
    resource.is === 'rest' ? [{ ...about, ...resource.members }] : []
  if (action.is !== 'inexpressible') {
    const rest = action.is === 'rest' ? [{ ...own, ...action.members }] : []
    return [{ statements: [...rest, { ...spared, ...call }, ...elsewhere({ ...own, ...call })], left, isCallAlone }]
  }
  const others = otherActionsOn(request, isCallAlone ? [request.resource] : [own.Resource].flat())
  const remaining = others && { ...only, ...others, ...onResource }
  const byAction = remaining ? [{ statements: [spared, remaining, ...elsewhere(own)], left, isCallAlone }] : []
  const byResource =
    resource.is === 'rest' ? [{ statements: [spared, ...elsewhere(own)], left: onResource, isCallAlone: false }] : []
  return [...byAction, ...byResource]
}

/** Members that leave an element and its opposite out: JSON has no undefined. */
const without = (element: 'Action' | 'Resource'): Members => ({ [element]: undefined, [`Not${element}`]: undefined })

function partsOf({ deny: { action, resource }, request, isWhole }: DeniedCall): Pick<Split, 'action' | 'resource'> {
  const asked = readAction(request.action)
  const isCall = (raw: string): boolean => raw.toLowerCase() === request.action.toLowerCase()
  const isResource = (raw: string): boolean => raw === request.resource || (isWhole && raw === '*')
  return {
    action: remainderOf(action, 'Action', request.action, {
      covers: (value) => coversActions(value, asked),
      isSame: ({ raw }) => isCall(raw),
    }),
    resource:
      request.resource === '*'
        ? { is: 'nothing' }
        : remainderOf(resource, 'Resource', request.resource, {
            covers: ({ raw }) => isResource(raw) || coversResource(raw, request.resource),
            isSame: ({ raw }) => isResource(raw),
          }),
  }
}

const oneOrMore = (entries: readonly string[]): unknown => (entries.length === 1 ? entries[0] : entries)

interface Tests<T> {
  readonly covers: (value: T) => boolean
  readonly isSame: (value: T) => boolean
}

/** The list of a statement without this entry. */
function remainderOf<T extends { readonly raw: string; readonly kind: string }>(
  clause: { readonly sense: 'any-of' | 'none-of'; readonly items: readonly { readonly value: T }[] } | undefined,
  element: 'Action' | 'Resource',
  entry: string,
  { covers, isSame }: Tests<T>,
): Remainder {
  if (!clause) return { is: 'nothing' }
  const values = clause.items.map(({ value }) => value)
  const not = (entries: readonly string[]): Remainder => ({
    is: 'rest',
    members: { ...without(element), [`Not${element}`]: oneOrMore(entries) },
  })
  if (clause.sense === 'none-of') return not([...values.map(({ raw }) => raw), entry])
  const covering = values.filter(covers)
  if (covering.every(isSame)) {
    const rest = values.filter((value) => !covering.includes(value)).map(({ raw }) => raw)
    return rest.length === 0
      ? { is: 'nothing' }
      : { is: 'rest', members: { ...without(element), [element]: oneOrMore(rest) } }
  }
  return covering.some(({ kind }) => kind === 'all') ? not([entry]) : { is: 'inexpressible' }
}

/**
 * The other actions on the resources of a Deny, as NotAction: a pattern of actions has no complement, but on the ARNs of one service only actions of few
 * services make sense. Actions of services that the Deny isn't about stay as they are.
 */
function otherActionsOn(request: Request, arns: readonly unknown[]): Members | undefined {
  const services = new Set(arns.map((arn) => (typeof arn === 'string' ? splitArn(arn)?.[2] : undefined)))
  const [service] = services
  if (services.size !== 1 || service === undefined || !/^[a-z0-9-]+$/.test(service)) return undefined
  const [prefix = ''] = request.action.toLowerCase().split(':')
  const others = [service, ...(actingOnOthers.get(service) ?? [])].filter((other) => other !== prefix)
  return { ...without('Action'), NotAction: oneOrMore([request.action, ...others.map((other) => `${other}:*`)]) }
}

/** The statement with one more test; undefined where its conditions leave no place for it. */
function withTest(own: Members, { operators, isList, key, value }: MarkTest): Members | undefined {
  const conditions = new Map(entriesOf(own.Condition))
  const named = (operator: string) =>
    entriesOf(conditions.get(operator)).find(([name]) => name.toLowerCase() === key.toLowerCase())
  const known = isList ? operators.find((operator) => named(operator)) : undefined
  const operator = known ?? operators.find((each) => !named(each))
  if (operator === undefined) return undefined
  const [name, values] = named(operator) ?? [key, []]
  const all = [values, value].flat()
  const block = new Map(entriesOf(conditions.get(operator))).set(name, all.length === 1 ? value : all)
  return { ...own, Condition: Object.fromEntries(conditions.set(operator, Object.fromEntries(block))) }
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

function withSids(
  made: readonly Members[],
  deny: Statement,
  known: ReadonlySet<string | undefined>,
): readonly Members[] {
  const sid = deny.sid?.value
  if (sid === undefined) return made
  const taken = new Set(known)
  return made.map((statement, i) => {
    const Sid = i === 0 ? sid : uniqueSid(sid, taken)
    taken.add(Sid)
    return { ...statement, Sid }
  })
}

function withStatements({ text, deny }: DeniedCall, made: readonly Members[]): string {
  const { span, insert } = inPlaceOf(text, deny.node, made, deny.path !== '/Statement')
  return text.slice(0, span.from) + insert + text.slice(span.to)
}
