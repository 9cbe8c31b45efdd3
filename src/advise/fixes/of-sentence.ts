import { keyActionsOf, wholeCallsOf } from '../../reference/index.ts'
import type { Asked, Evaluated } from '../situation.ts'
import type { AllowIn } from './allow-in.ts'
import { allowStatement } from './allow-statement.ts'

/**
 * A service can need several actions on the same resource: the statement in that resource's policy gets them all. A sentence of the service can name
 * them, as that of Lambda about an image's manifest and its layers does, or else AWS documents them.
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
 */
export function forService({ asked, denial: { sentence } }: Evaluated): Pick<AllowIn, 'statement' | 'needed'> {
  const least = allowStatement('resource', asked)
  const isOfService = sentence !== undefined && !sentence.isOpen && sentence.caller.kind === 'service'
  const named = isOfService ? sentence.actions.filter((action) => action.startsWith(`${asked.service}:`)) : []
  const documented = asked.caller.kind === 'service' ? keyActionsOf(asked.caller.name, asked.action) : undefined
  const actions = documented ?? (named.length > 0 ? named : withImage(asked))
  const isWhole = least !== undefined && actions.length > 1 && actions.includes(asked.action)
  return isWhole ? { statement: { ...least, Action: actions }, needed: actions } : {}
}

/**
 * Pulls and pushes call several actions on the repository, one after the other: its policy gets them all. The login isn't one of them, because a
 * repository's policy can't allow it. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
function withImage({ service, action }: Asked): readonly string[] {
  if (service !== 'ecr') return []
  const needs = wholeCallsOf(action).flatMap((row) => row.needs.filter(({ when }) => when === undefined))
  const onRepository = needs.filter(({ on = '' }) => on.includes(':repository/'))
  return [action, ...onRepository.flatMap(({ actions }) => actions.split(' '))]
}
