import { matchesAction, type PolicyInput, readOf } from '../evaluate/index.ts'
import { namesPrincipals, type PolicyType } from '../iam/index.ts'
import type { Ground } from './opened.ts'

/**
 * What else a Deny held back can't be seen where the pasted policies of its kind allow nothing: the Allow is in a policy that wasn't pasted, such as
 * FullAWSAccess, or an identity-based policy next to a bucket policy that only denies. For the comparison, everything is allowed there, so that a
 * narrower Deny opens what it opens. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function withUnseenAllows(ground: Ground, type: PolicyType): Ground {
  const own = ground.before.filter((policy) => policy.type === type)
  const isBounded = type === 'resource' && ground.before.some((policy) => policy.type === 'identity')
  const allowing = new Set(own.filter((policy) => allowsAction(policy, ground)).map(({ target }) => target))
  const bare = isBounded ? [] : [...new Set(own.map(({ target }) => target))].filter((target) => !allowing.has(target))
  const unseen = bare.map((target): PolicyInput => ({ type, target, text: allText(type) }))
  return { ...ground, before: [...ground.before, ...unseen], after: [...ground.after, ...unseen] }
}

function allowsAction(policy: PolicyInput, { request }: Ground): boolean {
  const [service = '', name = ''] = request.action.toLowerCase().split(':')
  return readOf(policy).policy.statements.some(
    ({ effect, action }) =>
      effect?.value === 'Allow' && action !== undefined && matchesAction(action, { service, actionName: name }),
  )
}

const allText = (type: PolicyType): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      ...(namesPrincipals.has(type) ? { Principal: '*' } : {}),
      Action: '*',
      ...(type === 'trust' ? {} : { Resource: '*' }),
    },
  })
