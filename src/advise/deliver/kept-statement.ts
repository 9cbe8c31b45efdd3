import type { Fix } from '../diagnosis.ts'

/** A role and a key always have a policy, and a permission set can have an inline one: what's new is a statement. A whole document would replace the others. */
export function statementToKeep({ policyType, policyIndex, after, holder }: Fix<string>): string | undefined {
  const isKept = policyType === 'trust' || holder?.is === 'permission-set' || /"kms:/.test(after)
  if (policyIndex !== undefined || !isKept || (policyType === 'identity' && holder?.is !== 'permission-set'))
    return undefined
  const { Statement }: { readonly Statement?: unknown } = JSON.parse(after)
  const statements = [Statement].flat()
  return statements.length === 0 ? undefined : statements.map((each) => JSON.stringify(each, null, 2)).join(',\n')
}
