import type { Survey } from './survey.ts'

/** What the answers couldn't take into account. */
export type NotSeen =
  | { readonly code: 'no-scps' | 'no-rcps' | 'no-resource-policies' | 'sessions' | 'chains-cut' }
  /** Policies that are attached without a document in the listing, or groups that it doesn't contain. */
  | { readonly code: 'missing-documents'; readonly names: readonly string[] }

/** What was missing for a question about an account. */
export function notSeen({ account, surroundings }: Survey, complete: boolean): readonly NotSeen[] {
  const given = new Set(surroundings.policies.map(({ type }) => type))
  const names = [...new Set(account.principals.flatMap(({ missing }) => missing))]
  return [
    ...(given.has('scp') ? [] : [{ code: 'no-scps' } as const]),
    ...(given.has('rcp') ? [] : [{ code: 'no-rcps' } as const]),
    ...(given.has('resource') ? [] : [{ code: 'no-resource-policies' } as const]),
    ...(names.length > 0 ? [{ code: 'missing-documents', names } as const] : []),
    { code: 'sessions' },
    ...(complete ? [] : [{ code: 'chains-cut' } as const]),
  ]
}
