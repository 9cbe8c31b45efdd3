import { compile, type DocumentInput, type Facts, type PolicyInput } from '../evaluate/index.ts'
import { actionsMatching, type BillingTask } from './billing-tasks.ts'
import { decidingPolicies, requestOf } from './decisions.ts'
import type { AccountPrincipal, Attachment } from './read-account.ts'
import type { Survey } from './survey.ts'

/** A change to a principal's policies, decided again after the change. */
export interface AccessChange {
  readonly is: 'grant' | 'leave-group' | 'detach' | 'deny'
  /** The group to leave, the policy to detach, or the new policy's name. */
  readonly name: string
  /** The policy to add; undefined where something is removed. */
  readonly document: object | undefined
  /** True if `evaluate` confirms it: every action is allowed after a grant, none can be after a removal. */
  readonly works: boolean
  /** Policy types that still deny, after a grant that doesn't work. */
  readonly blockedBy: readonly string[]
  /** How many other users a change of the group or policy itself would affect; this change affects only this principal. */
  readonly sharedWith: number
  /** The principal's identity-based policies before and after. */
  readonly before: readonly PolicyInput[]
  readonly after: readonly PolicyInput[]
  /** What surrounds both. */
  readonly around: readonly (PolicyInput | DocumentInput)[]
}

/** A task, and what the policy that's made for it is called. */
export interface NamedTask extends Pick<BillingTask, 'patterns'> {
  readonly label: string
}

/** The smallest policy that allows a task, added to the principal. */
export function grantTask(survey: Survey, principal: AccountPrincipal, task: NamedTask, facts: Facts): AccessChange {
  const document = statementFor('Allow', task.patterns)
  return changeOf(survey, principal, task, facts, {
    is: 'grant',
    name: `Allow: ${task.label}`,
    document,
    kept: principal.attachments,
  })
}

/**
 * Ways to take a task away from a principal, the one that leaves most as it is first: leave a group, detach a policy, or deny the actions.
 * Groups and policies that still leave the task possible aren't listed.
 */
export function removeTask(
  survey: Survey,
  principal: AccountPrincipal,
  task: NamedTask,
  facts: Facts,
): readonly AccessChange[] {
  const { attachments } = principal
  const groups = [...new Set(attachments.flatMap(({ group }) => group ?? []))]
  const own = attachments.filter(({ group }) => group === undefined)
  const without = (is: 'leave-group' | 'detach', name: string, kept: readonly Attachment[]): AccessChange =>
    changeOf(survey, principal, task, facts, { is, name, document: undefined, kept })
  const removals = [
    ...groups.map((group) =>
      without(
        'leave-group',
        group,
        attachments.filter((each) => each.group !== group),
      ),
    ),
    ...own.map((gone) =>
      without(
        'detach',
        gone.policy.name,
        attachments.filter((each) => each !== gone),
      ),
    ),
  ].filter(({ works }) => works)
  const denying = changeOf(survey, principal, task, facts, {
    is: 'deny',
    name: `Deny: ${task.label}`,
    document: statementFor('Deny', task.patterns),
    kept: attachments,
  })
  return [...removals, denying]
}

const statementFor = (effect: 'Allow' | 'Deny', actions: readonly string[]): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Action: actions, Resource: '*' }],
})

interface Change {
  readonly is: AccessChange['is']
  readonly name: string
  readonly document: object | undefined
  readonly kept: readonly Attachment[]
}

function changeOf(
  survey: Survey,
  principal: AccountPrincipal,
  task: NamedTask,
  facts: Facts,
  { is, name, document, kept }: Change,
): AccessChange {
  const { reference, facts: general } = survey.surroundings
  const actions = task.patterns.flatMap((pattern) => actionsMatching(pattern, reference))
  const all = actions.flatMap((action) => decidingPolicies(survey, { action, resource: '*' }, principal))
  const around = distinct(all.filter(({ type }) => type !== 'identity'))
  const identity = (attachments: readonly Attachment[]): readonly PolicyInput[] =>
    [...new Set(attachments.map(({ policy }) => policy))].map((policy) => ({
      type: 'identity',
      name: policy.name,
      document: policy.document,
    }))
  const after = [...identity(kept), ...(document ? [{ type: 'identity' as const, name, document }] : [])]
  const organization = survey.surroundings.organization?.managementAccount
  const evaluator = compile(
    [...around, ...after],
    {
      ...(organization === undefined ? {} : { managementAccount: organization === principal.accountId }),
      ...general,
      ...facts,
    },
    reference,
  )
  const verdicts = actions.map((action) => evaluator.explain(requestOf(principal, { action, resource: '*' })))
  const wanted = is === 'grant' ? 'allowed' : undefined
  const works =
    wanted === undefined
      ? verdicts.some(({ decision }) => decision === 'explicitDeny' || decision === 'implicitDeny')
      : verdicts.every(({ decision }) => decision === wanted)
  return {
    is,
    name,
    document,
    works,
    blockedBy: [...new Set(verdicts.flatMap(({ blockedBy }) => blockedBy))],
    sharedWith: survey.account.principals.filter(
      (each) =>
        each !== principal && each.attachments.some(({ group, policy }) => group === name || policy.name === name),
    ).length,
    before: identity(principal.attachments),
    after,
    around,
  }
}

/** Policies that came from several questions, each once. */
function distinct<Policy extends { readonly document?: unknown; readonly target?: string | undefined }>(
  policies: readonly Policy[],
): readonly Policy[] {
  const known = new Map<unknown, Set<string | undefined>>()
  return policies.filter(({ document, target }) => {
    const targets = known.get(document) ?? new Set()
    known.set(document, targets)
    if (targets.has(target)) return false
    targets.add(target)
    return true
  })
}
