import type { UsedEvent } from '../denial/index.ts'

/** One action that a caller used. */
export interface UsedAction {
  readonly action: string
  readonly count: number
  /** ISO 8601. Undefined where no event says when. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** The ARNs that events name, the first thousand. */
  readonly resources: readonly string[]
  /** Some events name no resource, or there were more than a thousand. */
  readonly hasUnknownResource: boolean
}

/** The actions that an IAM user or role used. */
export interface CallerUse {
  readonly caller: string
  readonly events: number
  readonly first: string | undefined
  readonly last: string | undefined
  readonly actions: readonly UsedAction[]
  /** Operations that no action is known for: "signin.amazonaws.com:ConsoleLogin". */
  readonly unmapped: readonly string[]
}

interface Action {
  count: number
  first: string | undefined
  last: string | undefined
  resources: Set<string>
  hasUnknownResource: boolean
}

interface Caller {
  readonly actions: Map<string, Action>
  readonly unmapped: Set<string>
  events: number
}

/** Beyond this, an action's resources are as good as all. */
const mostResources = 1000
const mostUnmapped = 1000

/** Counts what trails show, in memory that grows with callers, actions, and resources, not with events. */
export class UseCounter {
  private readonly callers = new Map<string, Caller>()

  private readonly isAction: (action: string) => boolean

  /** `isAction` says whether AWS's data has an action of this name. */
  constructor(isAction: (action: string) => boolean) {
    this.isAction = isAction
  }

  add({ caller, action, operation, resource, time }: UsedEvent): void {
    if (caller === undefined) return
    const known = this.callers.get(caller) ?? { actions: new Map(), unmapped: new Set(), events: 0 }
    this.callers.set(caller, known)
    known.events++
    if (action !== undefined && this.isAction(action)) addUse(known.actions, action, resource, time)
    else if (known.unmapped.size < mostUnmapped) known.unmapped.add(operation)
  }

  /** By caller; actions in alphabetical order. */
  summary(): readonly CallerUse[] {
    return [...this.callers]
      .map(([caller, { actions, unmapped, events }]): CallerUse => {
        const used = [...actions]
          .map(([action, { resources, ...rest }]) => ({ action, ...rest, resources: [...resources].sort() }))
          .sort((a, b) => (a.action < b.action ? -1 : 1))
        return {
          caller,
          events,
          first: earliest(used.map(({ first }) => first)),
          last: latest(used.map(({ last }) => last)),
          actions: used,
          unmapped: [...unmapped].sort(),
        }
      })
      .sort((a, b) => (a.caller < b.caller ? -1 : 1))
  }
}

function addUse(
  actions: Map<string, Action>,
  name: string,
  resource: string | undefined,
  time: string | undefined,
): void {
  const use = actions.get(name) ?? {
    count: 0,
    first: undefined,
    last: undefined,
    resources: new Set<string>(),
    hasUnknownResource: false,
  }
  actions.set(name, use)
  use.count++
  use.first = earliest([use.first, time])
  use.last = latest([use.last, time])
  if (resource === undefined || (use.resources.size >= mostResources && !use.resources.has(resource)))
    use.hasUnknownResource = true
  else use.resources.add(resource)
}

/** AWS writes every time in the same form, so that text order is time order. */
const sorted = (times: readonly (string | undefined)[]): readonly string[] =>
  times.filter((time) => time !== undefined).toSorted()
const earliest = (times: readonly (string | undefined)[]): string | undefined => sorted(times)[0]
const latest = (times: readonly (string | undefined)[]): string | undefined => sorted(times).at(-1)

/**
 * The permission set that IAM Identity Center made a role for: "AWSReservedSSO_Billing_0123456789abcdef" is "Billing". Undefined for other roles.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const permissionSetOf = (caller: string): string | undefined =>
  /:role\/aws-reserved\/sso\.amazonaws\.com\/(?:[\w-]+\/)?AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(caller)?.[1]
