import { readOf } from '../evaluate/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The services that the pasted trust policies let in, where they let no one else in; empty otherwise. */
export function servicesTrusted(policies: readonly StandingPolicy[]): readonly string[] {
  const allows = policies
    .filter(({ type, given }) => given && type === 'trust')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, openEffect }) => effect?.value === 'Allow' || openEffect !== undefined)
  const principals = allows.flatMap(({ principal }) =>
    principal?.sense === 'any-of' ? principal.items.map(({ value }) => value) : [undefined],
  )
  const services = principals.flatMap((value) => (value?.kind === 'service' ? [value.name] : []))
  return services.length === principals.length ? [...new Set(services)] : []
}
