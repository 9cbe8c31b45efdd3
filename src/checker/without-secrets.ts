import type { Secret } from '../denial/index.ts'
import { blankCase, blankSecrets } from '../session/blank-secrets.ts'
import { longestTyped } from '../session/limits.ts'
import type { EngineAnswer } from '../session/messages.ts'
import { type Bench, changePolicy, standingPolicies, withPaste } from './state.ts'

/** Blanks secrets in whatever `next` has and `before` doesn't. Very long texts are left to the worker. */
export function withoutSecrets(
  next: Bench,
  before: Bench,
): { readonly bench: Bench; readonly found: readonly Secret[] } {
  const found: Secret[] = []
  const clean = (text: string, old: string | undefined): string => {
    if (text === old || text.length > longestTyped) return text
    const result = blankSecrets(text)
    found.push(...result.found)
    return result.text
  }
  const old = new Map(before.policies.map(({ id, text }) => [id, text]))
  const paste = clean(next.paste, before.paste)
  const policies = next.policies.map((policy) => ({
    ...policy,
    name: clean(policy.name, undefined),
    text: clean(policy.text, old.get(policy.id)),
    ...(policy.because === undefined ? {} : { because: clean(policy.because, undefined) }),
    ...(policy.target === undefined ? {} : { target: clean(policy.target, undefined) }),
    ...(policy.holders === undefined
      ? {}
      : { holders: policy.holders.map((each) => ({ ...each, name: each.name && clean(each.name, undefined) })) }),
  }))
  const asked = Object.fromEntries(Object.entries(next.asked).map(([field, text]) => [field, clean(text, undefined)]))
  const context = next.context.map((row) => ({ ...row, values: clean(row.values, undefined) }))
  const known = new Set(before.saved)
  const saved = next.saved.map((kept) => {
    if (known.has(kept)) return kept
    const blanked = blankCase(kept.given)
    found.push(...blanked.found)
    return { ...kept, name: clean(kept.name, undefined), given: blanked.given }
  })
  return { bench: found.length > 0 ? { ...next, paste, policies, asked, context, saved } : next, found }
}

/** Takes over the texts that the worker has blanked, where they are still the same. */
export function withBlanked(bench: Bench, diagnosed: Bench, { blanked }: Pick<EngineAnswer, 'blanked'>): Bench {
  let next = bench
  for (const { policyIndex, text } of blanked) {
    if (policyIndex === undefined) {
      if (bench.paste === diagnosed.paste) next = withPaste(next, text)
      continue
    }
    const before = standingPolicies(diagnosed)[policyIndex]
    const now = bench.policies.find(({ id }) => id === before?.id)
    if (now && now.text === before?.text) next = changePolicy(next, now.id, { text })
  }
  return next
}
