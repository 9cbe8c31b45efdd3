// CloudTrail events that weren't denied: what a caller used. The denied ones are event-stream.ts's.
import { readEvent } from './events.ts'
import { parse } from './json-in.ts'
import { fieldOf, objectsIn, type Tree, textOf } from './json-tree.ts'
import { isEvent, ObjectSplitter, type Segment } from './object-splitter.ts'
import { actionOfOperation } from './operations.ts'
import { eventOfOcsf } from './records/ocsf.ts'
import { resourceOfEvent } from './resource-clues.ts'

/** One call that AWS let through, as the trail has it. */
export interface UsedEvent {
  /** The IAM user's or role's ARN, not the session's; undefined for root users, services, and anonymous callers, whom no policy lets in. */
  readonly caller: string | undefined
  /** The operation: "s3.amazonaws.com:GetObject". */
  readonly operation: string
  /** The IAM action behind it; undefined where that would be a guess. */
  readonly action: string | undefined
  /** An ARN; undefined where the event names none. */
  readonly resource: string | undefined
  /** ISO 8601, UTC. */
  readonly time: string | undefined
}

/** Takes a trail piece by piece: `Records`, `Events`, arrays, lines of JSON, OCSF. Each call gives the events that became complete and weren't denied. */
export function createUseReader(): {
  push(piece: string): readonly UsedEvent[]
  end(): readonly UsedEvent[]
} {
  const splitter = new ObjectSplitter()
  return {
    push: (piece) => splitter.push(piece).flatMap(usedIn),
    end: () => splitter.end().flatMap(usedIn),
  }
}

function usedIn({ kind, text }: Segment): readonly UsedEvent[] {
  if (kind !== 'object' || !isEvent(text)) return []
  return objectsIn(parse(text), (inner) => [parse(inner)]).flatMap((tree) => usedEvent(tree) ?? [])
}

function usedEvent(written: Tree): UsedEvent | undefined {
  const event = readEvent(written)
  if (!event || event.denied || event.isCredentialProblem) return undefined
  const { eventName, eventSource, time } = event
  if (eventName === undefined || eventSource === undefined) return undefined
  const tree = eventOfOcsf(written) ?? written
  const action = actionOfOperation(eventName, eventSource)
  return {
    caller: callerOf(fieldOf(tree, 'userIdentity')),
    operation: `${eventSource}:${eventName}`,
    action,
    resource: resourceOfEvent(tree, action),
    time,
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function callerOf(identity: Tree): string | undefined {
  const issuer = textOf(fieldOf(fieldOf(identity, 'sessionContext'), 'sessionIssuer'), 'arn')
  const arn = issuer ?? textOf(identity, 'arn')
  return arn !== undefined && /^arn:[\w-]+:iam::\d{12}:(?:user|role)\//.test(arn) ? arn : undefined
}
