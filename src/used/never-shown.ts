import { findAction, type Reference } from '../reference/index.ts'
import type { CallerUse } from './use-counter.ts'

/** Actions that the used ones can need too, and that the trail doesn't show, each with the used action that needs it. */
export function hiddenActions({ actions }: CallerUse, reference: Reference): ReadonlyMap<string, string> {
  const used = new Set(actions.map(({ action }) => action.toLowerCase()))
  const hidden = new Map<string, string>()
  for (const { action } of actions)
    for (const each of findAction(reference, action).action?.dependentActions ?? [])
      if (!used.has(each.toLowerCase()) && !hidden.has(each)) hidden.set(each, action)
  return hidden
}

/** What a trail can't show about a caller's needs, as sentences. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html */
export const neverShown = (use: CallerUse, reference: Reference): readonly string[] => [
  'Data events, such as reading S3 objects, calling Lambda functions, or reading DynamoDB items, are in a trail only if it records them.',
  'iam:PassRole is never in a trail: AWS checks it as a part of another call.',
  'Jobs that run more rarely than the trail is long don’t show.',
  ...[...hiddenActions(use, reference)].map(
    ([hidden, action]) => `${action} can also need ${hidden}, which the trail doesn’t show.`,
  ),
]
