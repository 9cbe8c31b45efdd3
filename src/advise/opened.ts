import { noNewAccess } from '../compare/index.ts'
import type { Facts, PolicyInput, Request } from '../evaluate/index.ts'
import { namesPrincipals, type PolicyType, type Statement } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { type Grant, inTurn, messagesOf, type Text, type Translation, write } from '../words/index.ts'
import type { Fix } from './written.ts'

/** What a fix is made in: the policies before it and after it, and the denied call. */
export interface Ground {
  readonly before: readonly PolicyInput[]
  readonly after: readonly PolicyInput[]
  /** What the resource-based policy is attached to, as far as the request tells. */
  readonly target: string | undefined
  readonly request: Request
  readonly facts: Facts
  readonly reference: Reference | undefined
  readonly translation?: Translation | undefined
}

/** A resource-based policy is about the one resource that it's attached to, even where it says "*". */
export const withTarget = (policy: PolicyInput, target: string | undefined): PolicyInput =>
  policy.type === 'resource' && policy.target === undefined ? { ...policy, target } : policy

/** The policies with the fix's document as given. A fix can also change a document that an earlier fix added. */
export function withText(policies: readonly PolicyInput[], fix: Fix, text: string): readonly PolicyInput[] {
  const { policyIndex, policyType, before } = fix
  const at = policyIndex ?? (before === '' ? -1 : policies.findIndex((policy) => policy.text === before))
  if (at < 0) return [...policies, { type: policyType, name: 'the new policy', text }]
  return policies.map((policy, i) => (i === at ? { ...policy, text } : policy))
}

/** Does the new side allow something that the old side doesn't, apart from what these statements would allow? They are denied for that. */
export function newAccessBeyond(
  type: PolicyType,
  denied: string,
  { before, after, target, facts, reference }: Ground,
): ReturnType<typeof noNewAccess> {
  const own = (policies: readonly PolicyInput[]): readonly PolicyInput[] =>
    policies.filter((policy) => policy.type === type)
  return noNewAccess({
    type,
    old: own(before),
    new: [...own(after), withTarget({ type, name: 'what is left aside', text: denied }, target)],
    surroundings: after.filter((policy) => policy.type !== type),
    facts,
    reference,
  })
}

const told = messagesOf('grants', {
  except: 'all except {{names}}',
  condition: '{{operator}} {{key}} {{values}}',
  or: '{{some}} or {{next}}',
  and: '{{some}} and {{next}}',
})

/** "a or b or c": a comma would be a part of a value. */
const joined = ([first = '', ...more]: readonly Text[], word: 'and' | 'or'): Text =>
  more.reduce((some, next) => told(word, { some, next }), first)

/** A statement in words. `everything` is what "*" as a resource means. */
export function grantOf(
  { action, resource, conditions }: Statement,
  everything: string,
  translation: Translation | undefined,
): Grant {
  const listed = (clause: typeof action | typeof resource): Text => {
    if (!clause) return ''
    const names = inTurn(
      clause.items.map(({ value }) => (value.raw === '*' && clause === resource ? everything : value.raw)),
      ', ',
    )
    return clause.sense === 'any-of' ? names : told('except', { names })
  }
  const tests = conditions.map(({ operator, key, values }) =>
    told('condition', {
      operator: operator.written,
      key: key.value,
      values: joined(
        values.map(({ value }) => value.raw),
        'or',
      ),
    }),
  )
  const say = (text: Text): string => write(text, translation)
  return { actions: say(listed(action)), resources: say(listed(resource)), conditions: say(joined(tests, 'and')) }
}

/** What "*" means in the policy of a resource that holds no other resources, as a bucket holds objects. */
export const wholeOf = ({ target, request }: Pick<Ground, 'target' | 'request'>): string | undefined =>
  target === request.resource && !target.includes(':s3:::') ? target : undefined

/** A Deny of these actions and resources for everyone. What a policy is attached to is denied with the texts below it, which no ARN of its kind has. */
export function callDenied<T extends { readonly Resource?: string }>(
  type: PolicyType,
  { Resource, ...about }: T,
  target: string | undefined,
): Readonly<Record<string, unknown>> {
  const isTarget = target !== undefined && Resource === target
  return {
    Effect: 'Deny',
    ...(namesPrincipals.has(type) ? { Principal: '*' } : {}),
    ...about,
    ...(type === 'trust' || Resource === undefined
      ? {}
      : { Resource: isTarget ? [target, `${target}/*`, `${target}:*`] : Resource }),
  }
}
