import { createUseReader, type UsedEvent } from '../denial/index.ts'

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
  readonly operation: string
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
/** More different operations than AWS has actions. A trail that names more of them is made up. */
const mostOperations = 50_000

/** Counts what trails show, in memory that grows with callers, actions, and resources, not with events. */
export class UseCounter {
  private readonly callers = new Map<string, Caller>()

  /** Takes the pieces of one more text, in order. */
  text(): { text(piece: string): void; end(): void } {
    const reader = createUseReader()
    const add = (events: readonly UsedEvent[]): void => {
      for (const event of events) this.add(event)
    }
    return { text: (piece) => add(reader.push(piece)), end: () => add(reader.end()) }
  }

  add({ caller, action, operation, resource, time }: UsedEvent): void {
    if (caller === undefined) return
    const known: Caller = this.callers.get(caller) ?? { actions: new Map(), unmapped: new Set(), events: 0 }
    this.callers.set(caller, known)
    known.events++
    const isFull = known.actions.size + known.unmapped.size >= mostOperations
    if (action === undefined) {
      if (!isFull) known.unmapped.add(operation)
    } else if (!isFull || known.actions.has(action)) addUse(known.actions, action, operation, resource, time)
  }

  /** The actions of all callers, known to AWS's data or not. */
  actions(): readonly string[] {
    return [...new Set([...this.callers.values()].flatMap(({ actions }) => [...actions.keys()]))]
  }

  /** What each caller did, in alphabetical order. `isAction` says whether AWS's data has an action of this name. */
  summary(isAction: (action: string) => boolean): readonly CallerUse[] {
    return [...this.callers]
      .map(([caller, { actions, unmapped, events }]): CallerUse => {
        const known = [...actions].filter(([action]) => isAction(action))
        const unknown = [...actions].filter(([action]) => !isAction(action))
        const used = known
          .map(([action, { operation: _, resources, ...rest }]) => ({
            action,
            ...rest,
            resources: [...resources].sort(),
          }))
          .sort((a, b) => (a.action < b.action ? -1 : 1))
        return {
          caller,
          events,
          first: earliest(used.map(({ first }) => first)),
          last: latest(used.map(({ last }) => last)),
          actions: used,
          unmapped: [...new Set([...unmapped, ...unknown.map(([, { operation }]) => operation)])].sort(),
        }
      })
      .sort((a, b) => (a.caller < b.caller ? -1 : 1))
  }
}

function addUse(
  actions: Map<string, Action>,
  name: string,
  operation: string,
  resource: string | undefined,
  time: string | undefined,
): void {
  const use = actions.get(name) ?? {
    operation,
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
