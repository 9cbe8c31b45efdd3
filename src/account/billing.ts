import type { Facts } from '../evaluate/index.ts'
import { actionsMatching, type BillingTask, billingTasks } from './billing-tasks.ts'
import { type Decided, verdicts } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'
import type { Survey } from './survey.ts'
import { type Way, waysOf } from './ways.ts'

/** Can one principal do one task? */
export interface TaskAnswer {
  readonly task: BillingTask
  /** "yes": every action is allowed; "depends": none is denied, and some depend on the request; "no": at least one is denied. */
  readonly can: 'yes' | 'depends' | 'no'
  /** The actions that aren't allowed, in AWS's spelling. */
  readonly missing: readonly string[]
  /** How many actions the task takes. */
  readonly of: number
  /** The condition keys that it depends on. */
  readonly dependsOn: readonly string[]
  /** The policies that allow it; empty unless the answer is "yes" or "depends". */
  readonly ways: readonly Way[]
}

/** One row of the Billing view. */
export interface BillingRow {
  readonly principal: AccountPrincipal
  /** In the order of `billingTasks`. */
  readonly tasks: readonly TaskAnswer[]
}

interface AskedAction {
  readonly action: string
  readonly decide: (principal: AccountPrincipal) => Decided
}

/**
 * Everyone × every task in Billing, decided by `evaluate` action by action. A task takes what AWS lists for its page in the console, on every
 * resource. `facts` can say whether IAM access to Billing is turned on.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html
 */
export function billingView(survey: Survey, facts: Facts = {}): readonly BillingRow[] {
  const decide = taskDecider(survey, facts)
  return survey.account.principals.map((principal) => ({ principal, tasks: decide(principal) }))
}

/** The tasks of one principal at a time: the work of one action is shared by all tasks and principals. */
export function taskDecider(survey: Survey, facts: Facts = {}): (principal: AccountPrincipal) => readonly TaskAnswer[] {
  const actionFor = remembered(
    (action: string): AskedAction => ({ action, decide: verdicts(survey, { action, resource: '*', facts }) }),
  )
  const tasks = billingTasks.map((task) => ({
    task,
    actions: task.patterns.flatMap((each) => actionsMatching(each, survey.surroundings.reference)).map(actionFor),
  }))
  return (principal) => tasks.map(({ task, actions }) => answerOf(survey, principal, task, actions))
}

function answerOf(
  survey: Survey,
  principal: AccountPrincipal,
  task: BillingTask,
  actions: readonly AskedAction[],
): TaskAnswer {
  const decided: Decided[] = []
  const missing: string[] = []
  const dependsOn = new Set<string>()
  let open = 0
  for (const { action, decide } of actions) {
    const each = decide(principal)
    const { decision, canBeAllowed, missingContext } = each.verdict
    decided.push(each)
    if (decision === 'allowed') continue
    missing.push(action)
    if (decision !== 'undetermined' || !canBeAllowed) continue
    open++
    for (const key of missingContext) dependsOn.add(key)
  }
  const can = missing.length === 0 ? 'yes' : missing.length === open ? 'depends' : 'no'
  const ways = can === 'no' ? [] : decided.flatMap((each) => waysOf(survey, principal, each.whole()))
  return { task, can, missing, of: decided.length, dependsOn: [...dependsOn], ways: distinct(ways) }
}

function distinct(ways: readonly Way[]): readonly Way[] {
  const byName = new Map(ways.map((way) => [`${way.group ?? ''}\n${way.arn ?? way.policy}`, way]))
  return [...byName.values()]
}
