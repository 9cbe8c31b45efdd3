import type { ContextInput } from '../../evaluate/index.ts'
import { readPolicy } from '../../iam/index.ts'
import { applyEdit, type Change, type Edit, isNonEmpty } from '../../text/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { neverPresent } from './condition-keys.ts'
import { neededClaims, takesWildcards } from './conditions.ts'
import type { ExaminedStatement } from './examine.ts'
import type { TrustFinding } from './finding.ts'
import { trustedProviders } from './providers.ts'
import { likelySubject } from './subjects/subject-mistake.ts'

const told = messagesOf('trust/corrected', {
  correctTrustPolicy: 'Correct the trust policy',
})

/** All changes of these findings as one edit; of two that overlap, the first. Undefined where none of them changes anything. */
export function editOf(findings: readonly TrustFinding[]): Edit<Text> | undefined {
  const changes: Change[] = []
  for (const change of findings.flatMap((finding) => finding.changes)) {
    const isFree = changes.every(({ span }) => span.to <= change.span.from || change.span.to <= span.from)
    if (isFree) changes.push(change)
  }
  const title = findings.length === 1 ? (findings[0]?.change ?? '') : told('correctTrustPolicy')
  return isNonEmpty(changes) ? { title, changes } : undefined
}

/**
 * The claims that the corrected statement asks for: what the token probably holds, by condition key. Empty if something is left that only the reader
 * can correct, because then no token fits.
 */
export function claimsOfCorrected(examined: ExaminedStatement): ReadonlyMap<string, ContextInput> {
  const { findings, text, provider } = examined
  const open = findings.some(({ changes, code }) => changes.length === 0 && code !== 'demanded-condition')
  const edit = editOf(findings)
  if (open || !edit) return new Map()
  const before = trustedProviders(readPolicy(text).policy)
  const at = before.findIndex(({ entry }) => entry.span.from === provider.entry.span.from)
  const fixed = trustedProviders(readPolicy(applyEdit(text, edit)).policy)[at]
  if (!fixed) return new Map()
  return new Map(
    neededClaims({ statement: fixed.statement, provider: fixed }).flatMap(
      ({ condition, key }): readonly (readonly [string, ContextInput])[] => {
        const value = condition.values[0]?.value.raw
        const { comparison, quantifier } = condition.operator.value ?? {}
        const isText = comparison === 'string' || takesWildcards(condition)
        if (value === undefined || !isText || key.is === 'other' || neverPresent(key)) return []
        const one = takesWildcards(condition) ? likelySubject(value) : value
        return [[condition.key.value, quantifier === 'single' ? one : [one]]]
      },
    ),
  )
}
