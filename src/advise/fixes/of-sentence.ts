import { matchesAction, readOf } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import { keyActionsOf, wholeCallsOf } from '../../reference/index.ts'
import { ownBucket } from '../own-bucket.ts'
import type { Asked, Evaluated } from '../situation.ts'
import { nameOf } from '../words.ts'
import type { AllowIn } from './allow-in.ts'
import { allowStatement } from './allow-statement.ts'
import type { NewStatement } from './edit-policy.ts'
import { keptCondition } from './kept-condition.ts'
import { withBoth } from './shared-condition.ts'

/**
 * A service can need several actions on the same resource: the statement in that resource's policy gets them all. A sentence of the service can name
 * them, as that of Lambda about an image's manifest and its layers does, or else AWS documents them.
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
 */
export function forService(situation: Evaluated): Pick<AllowIn, 'statement' | 'needed'> {
  const {
    asked,
    denial: { sentence },
  } = situation
  const least = allowStatement('resource', asked)
  // A statement about a bucket alone has nothing for what’s in it.
  const isOfBucket = asked.service === 's3' && !asked.request.resource.includes('/')
  const isOfService = sentence !== undefined && !sentence.isOpen && sentence.caller.kind === 'service' && !isOfBucket
  const named = isOfService
    ? sentence.actions.filter(
        (action) =>
          action.startsWith(`${asked.service}:`) && (action === asked.action || !isAllowedTo(action, situation)),
      )
    : []
  const documented = asked.caller.kind === 'service' ? keyActionsOf(asked.caller.name, asked.action) : undefined
  const actions = documented ?? (named.length > 0 ? named : withImage(asked))
  const kept =
    asked.caller.kind === 'service' && documented === undefined ? keptCondition(situation, 'resource') : undefined
  // Under its condition, the others of the actions may not be allowed: they have no objects that get an ACL.
  if (kept && least) return { statement: { ...least, Condition: withBoth(kept.condition, least.Condition) } }
  const isWhole = least !== undefined && actions.length > 1 && actions.includes(asked.action)
  return isWhole ? { statement: { ...least, Action: actions, ...resourcesOf(actions, least) }, needed: actions } : {}
}

/** Some of the actions are about the bucket, others about what’s in it: the statement names both. */
function resourcesOf(actions: readonly string[], { Resource }: NewStatement): Pick<NewStatement, 'Resource'> {
  if (typeof Resource !== 'string') return {}
  const all = [...new Set(actions.map((action) => ownBucket(action, Resource)))].toSorted((a, b) => a.length - b.length)
  return all.length > 1 ? { Resource: all } : {}
}

/** Does a pasted policy of the resource let this service do it already, whatever else it asks for? */
const isAllowedTo = (action: string, { asked, policies }: Evaluated): boolean =>
  policies
    .filter(({ given, type }) => given && type === 'resource')
    .flatMap((policy) => readOf(policy).policy.statements)
    .some((statement) => letsIn(statement, action, asked))

function letsIn({ effective, effect, principal, action: clause, resource }: Statement, action: string, asked: Asked) {
  const { service, caller, request } = asked
  const arn = ownBucket(action, request.resource)
  return (
    effective &&
    effect?.value === 'Allow' &&
    principal?.items.some(({ value }) => value.kind === 'service' && value.name === caller.name) === true &&
    clause !== undefined &&
    matchesAction(clause, { service, actionName: nameOf(action).toLowerCase() }) &&
    resource?.items.some(({ value }) => value.raw === arn) === true
  )
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
