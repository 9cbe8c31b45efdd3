import type { Denial } from '../denial/index.ts'
import { readOf } from '../evaluate/index.ts'
import { coversActions, readAction, type Statement } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The action that was denied, where the message leaves it open and the pasted policies leave only one. */
export const actionByPolicies = (denial: Denial, policies: readonly StandingPolicy[]): string | undefined =>
  trustedAction(denial, policies) ?? onlyOfResource(denial, policies) ?? onlyUnallowed(denial, policies)

/** What the pasted policies of one type allow. */
const allowsOf = (policies: readonly StandingPolicy[], type: StandingPolicy['type']): readonly Statement[] =>
  policies
    .filter((policy) => policy.type === type)
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, action }) => effect?.value === 'Allow' && action?.sense === 'any-of')

const itemsOf = ({ action }: Statement) => action?.items ?? []

/** Where STS denied something and says no more: the only action that the trust policies allow. */
function trustedAction({ service, kind }: Denial, policies: readonly StandingPolicy[]): string | undefined {
  if (service !== 'sts' || kind !== 'access-denied') return undefined
  const named = allowsOf(policies, 'trust')
    .flatMap(itemsOf)
    .map(({ value }) => value.raw)
    .filter((action) => /^sts:AssumeRole\w*$/i.test(action))
  const [only, ...others] = new Set(named)
  return others.length === 0 ? only : undefined
}

/** Where a service was kept out and its sentence fits several actions: the only one of them that pasted policies of resources are about. */
function onlyOfResource({ sentence, action }: Denial, policies: readonly StandingPolicy[]): string | undefined {
  if (!sentence?.isOpen || sentence.caller.kind !== 'service' || action !== undefined) return undefined
  const items = allowsOf(policies, 'resource').flatMap(itemsOf)
  const [only, ...others] = sentence.actions.filter((name) =>
    items.some(({ value }) => value.kind === 'action' && coversActions(value, readAction(name))),
  )
  return others.length === 0 ? only : undefined
}

/** Where a service’s sentence fits several actions: the only one of them that no pasted policy of the caller allows anywhere. */
function onlyUnallowed({ sentence, action }: Denial, policies: readonly StandingPolicy[]): string | undefined {
  if (!sentence?.isOpen || action !== undefined) return undefined
  const items = allowsOf(
    policies.filter(({ given }) => given),
    'identity',
  ).flatMap(itemsOf)
  const isAllowed = (name: string): boolean => items.some(({ value }) => coversActions(value, readAction(name)))
  const [only, ...others] = sentence.actions.filter((name) => !isAllowed(name))
  return others.length === 0 && sentence.actions.length > 1 ? only : undefined
}
