import { accountIn, parseArn } from '../iam/index.ts'
import type { Asked } from './asker.ts'
import type { DecidedBy } from './decisions.ts'
import type { Escalation, EscalationRow, EscalationTools, FindEscalation } from './escalation.ts'
import type { IdentityEffect } from './identity-effects.ts'
import type { AccountGroup, AccountPolicy, AccountPrincipal } from './read-account.ts'
import { keysOf, serviceEscalation } from './service-escalations.ts'

type Effects = readonly [IdentityEffect, ...IdentityEffect[]]

/** A user, group, role, or policy that a path can be about, and who the principal would be after it. */
interface Target {
  readonly arn: string
  /** Undefined where nothing tells: what an older version of a policy allows. */
  readonly after: AccountPrincipal | undefined
  /** What the request's keys about the target are. */
  readonly context: NonNullable<Asked['context']>
}

/** Targets of one path that are tried, and those that are listed. */
const [mostTried, mostListed] = [500, 3]

/** Full permissions, as a policy that someone gives to an identity. */
const everything: AccountPolicy = {
  name: 'AdministratorAccess',
  arn: undefined,
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  isRead: true,
}

const empowered = (principal: AccountPrincipal): AccountPrincipal => ({
  ...principal,
  attachments: [...principal.attachments, { policy: everything, group: undefined }],
})

/**
 * Actions that change who may do what: decided on the users, groups, roles, and policies of the account that would help the principal. What it gets
 * is decided, too: with the change made, is it an administrator, or does its boundary or an SCP still limit it?
 */
export function identityEscalation(tools: EscalationTools, row: EscalationRow, effects: Effects): FindEscalation {
  if (effects.some(({ is }) => is === 'creates')) return creatingEscalation(tools, row)
  const { asker, check } = tools
  const onEverything: readonly Asked[] = row.actions.map((action) => ({
    action,
    resource: '*',
    context: attachedPolicy(action, 'arn:aws:'),
  }))
  const named = row.actions.filter((action) => !isByTrust(action)).map(asker.named)
  const possibleAnywhere = onEverything.map(asker.possible)
  return (principal) => {
    if (named.some((resources) => resources(principal).length === 0)) return undefined
    const anywhere = allPossible(principal, possibleAnywhere)
    const found = targetsFound(principal)
    const [best] = found
    // A boundary that isn't there can't be removed.
    if (!best && (!anywhere || effects.some(({ is }) => is === 'unbinds'))) return undefined
    const isAnywhere = anywhere?.every(({ decision }) => decision === 'allowed') === true
    const [first, ...rest] = found.filter((each) => best && isAlike(each, best)).map(({ target }) => target.arn)
    return {
      principal,
      is: 'escalation',
      row,
      on: isAnywhere || first === undefined ? 'everything' : [first, ...rest.slice(0, mostListed - 1)],
      roles: [],
      isAnyRole: false,
      dependsOn: best ? best.dependsOn : keysOf(anywhere ?? []),
      leadsTo: best?.isAdministrator ? 'administrator' : 'more',
      isBounded: best?.isAdministrator === false && principal.boundary !== undefined && isOwn(effects),
      asked: best ? best.asked : onEverything,
    }
  }

  /** The targets that the principal can, or might, reach; those that lead furthest, and certain ones, first. */
  function targetsFound(principal: AccountPrincipal): readonly Found[] {
    const found: Found[] = []
    let certain = 0
    for (const target of targetsFor(tools, principal, effects)) {
      const asked = row.actions.map((action) => ({
        action,
        resource: target.arn,
        context: { ...target.context, ...attachedPolicy(action, principal.arn) },
      }))
      const verdicts = allPossible(principal, asked.map(asker.possible))
      if (!verdicts) continue
      const administrator = target.after && check(target.after)
      const dependsOn = [...new Set([...keysOf(verdicts), ...(administrator?.dependsOn ?? [])])]
      found.push({ target, asked, dependsOn, isAdministrator: administrator !== undefined })
      if (administrator && dependsOn.length === 0 && ++certain >= mostListed) break
    }
    return found.toSorted(
      (a, b) => Number(b.isAdministrator) - Number(a.isAdministrator) || a.dependsOn.length - b.dependsOn.length,
    )
  }
}

/** A target that can be reached, and what that takes. */
interface Found {
  readonly target: Target
  readonly asked: readonly Asked[]
  readonly dependsOn: readonly string[]
  readonly isAdministrator: boolean
}

const isAlike = (one: Found, other: Found): boolean =>
  one.isAdministrator === other.isAdministrator && one.dependsOn.join() === other.dependsOn.join()

/** The verdicts about a principal; undefined if one of the questions is denied. */
function allPossible(
  principal: AccountPrincipal,
  questions: readonly ReturnType<EscalationTools['asker']['possible']>[],
): readonly DecidedBy[] | undefined {
  const verdicts: DecidedBy[] = []
  for (const ask of questions) {
    const verdict = ask(principal)
    if (!verdict) return undefined
    verdicts.push(verdict)
  }
  return verdicts
}

const isByTrust = (action: string): boolean => /^sts:/i.test(action)

/** Is the change one to the principal's own permissions? */
const isOwn = ([{ is }, ...rest]: Effects): boolean => rest.length === 0 && (is === 'empowers' || is === 'joins')

/** A caller chooses the policy that it attaches. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const attachedPolicy = (action: string, arn: string): NonNullable<Asked['context']> =>
  /^iam:attach/i.test(action) ? { 'iam:PolicyARN': `arn:${arn.split(':')[1]}:iam::aws:policy/AdministratorAccess` } : {}

/** The identities that would help this principal, as far as they're in its account. */
function* targetsFor(tools: EscalationTools, principal: AccountPrincipal, effects: Effects): Iterable<Target> {
  const [{ is, target }] = effects
  const becomes = effects.find((each) => each.is === 'becomes')
  if (becomes) {
    const alone = effects.length === 1
    const candidates = alone ? tools.administrators : tools.account.principals
    let tried = 0
    for (const each of candidates) {
      if (each === principal || each.kind !== becomes.target || each.accountId !== principal.accountId) continue
      if (tried++ >= mostTried) return
      yield { arn: each.arn, after: alone ? each : empowered(each), context: contextOf(each, is) }
    }
    return
  }
  if (is === 'joins') {
    if (principal.kind !== 'user') return
    for (const group of tools.account.groups.slice(0, mostTried))
      if (group.accountId === principal.accountId && !isMember(principal, group)) {
        const after = joined(principal, group)
        if (tools.check(after)) yield { arn: group.arn, after, context: {} }
      }
    return
  }
  const after =
    is === 'reverts' ? undefined : is === 'unbinds' ? { ...principal, boundary: undefined } : empowered(principal)
  if (is === 'unbinds' && principal.boundary === undefined) return
  if (target === principal.kind) yield { arn: principal.arn, after, context: contextOf(principal, is) }
  if (target === 'group') for (const { arn } of groupsOf(tools, principal)) yield { arn, after, context: {} }
  if (target === 'policy') for (const arn of ownPolicies(principal)) yield { arn, after, context: {} }
}

const isMember = ({ attachments }: AccountPrincipal, { name }: AccountGroup): boolean =>
  attachments.some(({ group }) => group === name)

const joined = (principal: AccountPrincipal, { name, policies }: AccountGroup): AccountPrincipal => ({
  ...principal,
  attachments: [...principal.attachments, ...policies.map((policy) => ({ policy, group: name }))],
})

const groupsOf = ({ account }: EscalationTools, principal: AccountPrincipal): readonly AccountGroup[] =>
  account.groups.filter((group) => group.accountId === principal.accountId && isMember(principal, group))

/** Managed policies of the account's own that are attached to the principal. AWS’s can’t be changed. */
const ownPolicies = ({ attachments, accountId }: AccountPrincipal): ReadonlySet<string> =>
  new Set(
    attachments.flatMap(({ policy: { arn } }) => (arn !== undefined && accountIn(arn) === accountId ? [arn] : [])),
  )

/**
 * What the keys about a user or role are in requests about it: its tags and its boundary. A boundary that is being set is the caller's choice.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
function contextOf({ tags, boundary }: AccountPrincipal, is: IdentityEffect['is']): NonNullable<Asked['context']> {
  const own = [...tags].flatMap(([key, value]) => [
    [`aws:ResourceTag/${key}`, value] as const,
    [`iam:ResourceTag/${key}`, value] as const,
  ])
  return {
    ...Object.fromEntries(own),
    ...(is === 'empowers' ? { 'iam:PermissionsBoundary': boundary?.arn ?? null } : {}),
  }
}

/** A new role with every permission: only an SCP, or a boundary that the policies ask for, limits it. */
function creatingEscalation(tools: EscalationTools, row: EscalationRow): FindEscalation {
  const find = serviceEscalation(tools, row)
  return (principal): Escalation | undefined => {
    const found = find(principal)
    const administrator = found && tools.check(newRole(principal))
    return administrator
      ? {
          ...found,
          dependsOn: [...new Set([...found.dependsOn, ...administrator.dependsOn])],
          leadsTo: 'administrator',
        }
      : found
  }
}

const newRole = ({ arn, accountId }: AccountPrincipal): AccountPrincipal => ({
  arn: `arn:${parseArn(arn)?.partition ?? 'aws'}:iam::${accountId}:role/new`,
  name: 'new',
  kind: 'role',
  accountId,
  attachments: [{ policy: everything, group: undefined }],
  boundary: undefined,
  missing: [],
  trust: undefined,
  tags: new Map(),
  lastUsed: undefined,
  created: undefined,
})
