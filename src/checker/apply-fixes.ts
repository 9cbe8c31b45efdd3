import type { Fix } from '../advise/index.ts'
import { type PolicyType, policyTypeNames } from '../iam/index.ts'
import { type Applied, addPolicy, type Bench, type BenchPolicy, changePolicy, standingPolicies } from './state.ts'

/**
 * Puts fixes into the policies, in their order. They belong to the bench that was diagnosed: where one of its texts has changed since,
 * nothing is done.
 */
export function applyFixes(bench: Bench, diagnosed: Bench, fixes: readonly Fix[]): Bench {
  const ids = standingPolicies(diagnosed).map(({ id }) => id)
  let next: Bench | undefined = bench
  for (const fix of fixes) next = next && applyFix(next, fix, ids)
  const last = fixes.at(-1)
  if (!next || !last) return bench
  const applied = { title: last.title, before: bench.policies, after: next.policies }
  return { ...next, applied: [...bench.applied, applied] }
}

function applyFix(bench: Bench, fix: Fix, ids: readonly number[]): Bench | undefined {
  const { policyIndex, policyType, before, after } = fix
  if (policyIndex === undefined && before === '') {
    return addPolicy(bench, { name: newName(policyType), type: policyType, text: after })
  }
  const id = policyIndex === undefined ? undefined : ids[policyIndex]
  const policy = bench.policies.find((other) => (id === undefined ? other.text === before : other.id === id))
  return policy?.text === before ? changePolicy(bench, policy.id, { text: after }) : undefined
}

const newName = (type: PolicyType): string => `New ${policyTypeNames[type]}`

/** Can the latest fix be taken back? Not once what it changed was edited: that would lose the edit. */
export function canUndo({ applied, policies }: Bench): boolean {
  const last = applied.at(-1)
  if (!last) return false
  const now = new Map(policies.map(({ id, text }) => [id, text]))
  return changedBy(last).every(({ id, text }) => now.get(id) === text)
}

/** Takes the latest fix back; what else was changed since stays. */
export function undoFix(bench: Bench): Bench {
  const last = bench.applied.at(-1)
  if (!last || !canUndo(bench)) return bench
  const changed = new Set(changedBy(last).map(({ id }) => id))
  const texts = new Map(last.before.map(({ id, text }) => [id, text]))
  const policies = bench.policies.flatMap((policy) => {
    if (!changed.has(policy.id)) return [policy]
    const text = texts.get(policy.id)
    return text === undefined ? [] : [{ ...policy, text }]
  })
  return { ...bench, policies, applied: bench.applied.slice(0, -1) }
}

function changedBy({ before, after }: Applied): readonly BenchPolicy[] {
  const texts = new Map(before.map(({ id, text }) => [id, text]))
  return after.filter(({ id, text }) => texts.get(id) !== text)
}

/** The policies that all changes together have changed or added, as they are now. */
export function changedPolicies({ applied, policies }: Bench): readonly (BenchPolicy & { readonly isNew: boolean })[] {
  const first = applied[0]
  if (!first) return []
  const known = new Set(first.before.map(({ id }) => id))
  return changedBy({ ...first, after: policies }).map((policy) => ({ ...policy, isNew: !known.has(policy.id) }))
}
