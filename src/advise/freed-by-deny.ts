import { compile, type PolicyInput } from '../evaluate/index.ts'
import { readPolicy, type Statement } from '../iam/index.ts'
import type { Grant, Narrower, Opens } from '../words/index.ts'
import { objectionsOf } from './findings.ts'
import {
  exceptOneCall,
  type FreedAccess,
  freedFrom,
  type Members,
  markFor,
  type OneCallException,
} from './fixes/except-one-call.ts'
import { callDenied, type Ground, grantOf, newAccessBeyond, wholeOf, withText } from './opened.ts'
import { toldExample } from './told-example.ts'
import type { Fix } from './written.ts'

/** A Deny that a fix makes narrower. */
interface NarrowedDeny {
  readonly fix: Fix
  readonly statements: readonly Statement[]
  readonly deny: Statement
}

/** The one Deny that the fix changes; undefined where it changes anything else. */
export function narrowedDeny(fix: Fix): NarrowedDeny | undefined {
  const [old, now] = [readPolicy(fix.before), readPolicy(fix.after)]
  const { statements } = old.policy
  if (old.problems.length > 0 || statements.length !== now.policy.statements.length) return undefined
  const changed = statements.filter((statement, i) => {
    const other = now.policy.statements[i]
    return !other || textOf(statement, fix.before) !== textOf(other, fix.after)
  })
  const [deny] = changed
  return changed.length === 1 && deny?.effect?.value === 'Deny' ? { fix, statements, deny } : undefined
}

const textOf = ({ span }: Statement, text: string): string => withoutSpace(text.slice(span.from, span.to))

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '')

/** What is opened where a fix makes a Deny narrower: the denied call, for this caller or for all whom the document reaches, or more. */
export function opensByException(narrowed: NarrowedDeny, ground: Ground): Opens {
  const { fix, deny } = narrowed
  const { policyType } = fix
  const { action, resource } = ground.request
  const call = callDenied(policyType, { Action: action, Resource: resource }, ground.target)
  const grant = { actions: action, resources: policyType === 'trust' ? '' : resource, conditions: '' }
  const all = freedFrom(fix.before, deny, ground.request)
  const byCaller = all && newAccessBeyond(policyType, documentOf([onlyFor(call, ground)]), ground)
  if (all && byCaller?.result === 'pass') return { is: 'exactly', grants: [{ ...grant, caller: all.caller }] }
  const byAnyone = newAccessBeyond(policyType, documentOf([call]), ground)
  // What is attached to the caller reaches the caller.
  if (byAnyone.result === 'pass' && (byCaller?.result !== 'fail' || attachedToCaller.has(policyType)))
    return { is: 'exactly', grants: [grant] }
  if (byAnyone.result === 'unknown') return { is: 'unknown' }
  const example =
    byAnyone.result === 'fail'
      ? toldExample(byAnyone.examples[0].request, ground)
      : byCaller?.result === 'fail'
        ? byCaller.examples[0].request
        : undefined
  if (!example) return { is: 'unknown' }
  const narrower = narrowerThan(narrowed, ground)
  const why = all && !narrower ? { isUnsplit: true as const } : {}
  return { is: 'more', grants: grantsOf(narrowed, all, ground), example, narrower, ...why }
}

const attachedToCaller: ReadonlySet<string> = new Set(['identity', 'permissions-boundary', 'session'])

/** The statement for the caller of the request only. */
function onlyFor(statement: Members, { request }: Ground): Members {
  const mark = markFor(request)
  return mark
    ? { ...statement, Condition: { [mark.isOnly.operators[0]]: { [mark.isOnly.key]: mark.isOnly.value } } }
    : statement
}

/** What the fix opens, where that is proven to be all: all of the Deny for the caller, or one action of it for everyone. */
function grantsOf(narrowed: NarrowedDeny, all: FreedAccess | undefined, ground: Ground): readonly Grant[] {
  if (!all) return []
  const { fix } = narrowed
  const version = versionOf(fix)
  const isAll = (statement: Members): boolean =>
    newAccessBeyond(fix.policyType, documentOf([statement], version), ground).result === 'pass'
  if (isAll(all.onlyCaller)) return [grantFor(all.part, version, ground, all.caller)]
  const oneAction = { ...all.part, NotAction: undefined, Action: ground.request.action }
  return isAll(oneAction) ? [grantFor(oneAction, version, ground)] : []
}

function grantFor(part: Members, version: string, ground: Ground, caller?: string): Grant {
  const [statement] = readPolicy(documentOf([part], version)).policy.statements
  const { target, request } = ground
  const everything = (target !== undefined && wholeOf({ target, request })) || '*'
  const grant = statement
    ? grantOf(statement, everything, ground.translation)
    : { actions: '', resources: '', conditions: '' }
  return caller === undefined ? grant : { ...grant, caller }
}

/** The narrowest document that frees the caller from the Deny for the denied call, opens no more than it says, and takes nothing away. */
function narrowerThan({ fix, statements, deny }: NarrowedDeny, ground: Ground): Narrower | undefined {
  const { request } = ground
  const isWhole = fix.policyType === 'resource' && wholeOf(ground) !== undefined
  const ways = exceptOneCall({ text: fix.before, statements, deny, request, isWhole })
  const found = ways.find((way) => isSound(way, fix, ground))
  // Where the Deny is about one call already, freeing the caller from all of it is the narrowest way.
  if (!found || withoutSpace(found.text) === withoutSpace(fix.after)) return undefined
  const { text, freed, isCallAlone } = found
  return { text, isCallAlone, grants: [grantFor(freed.part, versionOf(fix), ground, freed.caller)] }
}

function isSound({ text, freed }: OneCallException, fix: Fix, ground: Ground): boolean {
  const { policyType } = fix
  const { before, request, facts, reference } = ground
  if (readPolicy(text).problems.length > 0 || errorsIn(text, fix, ground) > errorsIn(fix.before, fix, ground))
    return false
  const after = withText(before, fix, text)
  const decide = (policies: readonly PolicyInput[]): string => compile(policies, facts, reference).decide(request)
  if (decide(after) !== decide(ground.after)) return false
  const version = versionOf(fix)
  if (newAccessBeyond(policyType, documentOf([freed.onlyCaller], version), { ...ground, after }).result !== 'pass')
    return false
  // Actions of other services stay out of it by their names: the policies don't decide whether they could act on the resource at all.
  const [service = ''] = request.action.split(':')
  const others = { ...callDenied(policyType, { Resource: '*' }, undefined), NotAction: `${service}:*` }
  return (
    newAccessBeyond(policyType, documentOf([others]), { ...ground, before: after, after: before }).result === 'pass'
  )
}

const errorsIn = (text: string, { policyType: type }: Fix, { reference }: Ground): number =>
  objectionsOf({ text, type }, reference).filter((finding) => finding.type === 'ERROR').length

const versionOf = ({ before }: Fix): string => readPolicy(before).policy.version?.value ?? '2008-10-17'

const documentOf = (statements: readonly Members[], Version = '2012-10-17'): string =>
  JSON.stringify({ Version, Statement: statements })
