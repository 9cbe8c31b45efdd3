import type { Span } from '../text/index.ts'
import type { Secret } from './denial.ts'
import { awsKinds } from './secrets/aws-kinds.ts'
import { commandKinds } from './secrets/command-kinds.ts'
import type { SecretKind } from './secrets/kind.ts'
import { passwordKinds } from './secrets/password-kinds.ts'
import { endOfPrivateKey } from './secrets/private-key.ts'
import { protectedSpans } from './secrets/protected.ts'
import { tokenKinds } from './secrets/token-kinds.ts'
import { endOfWrapped } from './secrets/wrapped.ts'

const kinds: readonly SecretKind[] = [...awsKinds, ...tokenKinds, ...commandKinds, ...passwordKinds]

/** The kinds of secrets that `findSecrets` recognizes, by name: what the pages list. */
export const secretKinds: readonly string[] = kinds.map(({ name }) => name)

/** How far from an access key ID a secret access key without a name is looked for, in characters. */
const near = 2000

/**
 * Finds the secrets of a text with their places, in order and without overlap. Leaves alone unique IDs (AIDA…, AROA…), request IDs, hashes, encoded
 * authorization messages, and whatever says what was denied: ARNs, policy elements, and values whose name says that they are something else.
 * Takes linear time. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function findSecrets(text: string): readonly Secret[] {
  const found = kinds.flatMap((kind) => matches(text, kind))
  const keys = found.filter(({ secret }) => secret.kind === 'access-key-id').map(({ secret }) => secret.span.from)
  if (found.length === 0) return []
  const secrets = found.filter(({ row, secret }) => !row.nearKey || hasNeighbor(keys, secret.span.from))
  return withoutOverlap(
    outside(
      secrets.map(({ secret }) => secret),
      protectedSpans(text),
    ),
  )
}

/** What stands where a secret stood. */
const replacements: Readonly<Record<Secret['kind'], string>> = {
  'access-key-id': '[access key ID removed]',
  'secret-access-key': '[secret access key removed]',
  'session-token': '[session token removed]',
  'private-key': '[private key removed]',
  password: '[password removed]',
  signature: '[signature removed]',
  token: '[token removed]',
}

/** The text with a note in place of every secret, and what was found (places in the text as given). */
export function blankSecrets(text: string): { readonly text: string; readonly found: readonly Secret[] } {
  const found = findSecrets(text)
  const parts: string[] = []
  let at = 0
  for (const { kind, span } of found) {
    parts.push(text.slice(at, span.from), replacements[kind])
    at = span.to
  }
  return { text: parts.join('') + text.slice(at), found }
}

interface Match {
  readonly row: SecretKind
  readonly secret: Secret
}

function matches(text: string, row: SecretKind): readonly Match[] {
  const result: Match[] = []
  let end = 0
  for (const match of text.matchAll(row.pattern)) {
    // Inside a secret that was found, following each further match to its end would take quadratic time.
    if (match.index < end) continue
    const value = match.slice(1).find((group) => group !== undefined) ?? match[0]
    if (value === '' || row.isReal?.(value) === false) continue
    const from = value === match[0] ? match.index : match.index + match[0].lastIndexOf(value)
    const to = endOf(text, row, { from, to: from + value.length })
    if (to === undefined) continue
    end = to
    result.push({ row, secret: { kind: row.kind, span: { from, to } } })
  }
  return result
}

/** Where a secret ends whose first line is known. */
function endOf(text: string, { kind, wraps }: SecretKind, { from, to }: Span): number | undefined {
  if (kind === 'private-key' && text.startsWith('-----', from)) return endOfPrivateKey(text, to)
  return wraps ? endOfWrapped(text, from, to) : to
}

/** True where one of the places, in ascending order, is near. */
function hasNeighbor(places: readonly number[], at: number): boolean {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at - near) low = middle + 1
    else high = middle
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= at + near
}

/** Cuts off what lies in a protected span. Both lists are walked once. */
function outside(secrets: readonly Secret[], spans: readonly Span[]): readonly Secret[] {
  let next = 0
  return byPlace(secrets).flatMap((secret) => {
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= secret.span.from) next++
    const span = spans[next]
    if (!span || span.from >= secret.span.to) return [secret]
    return span.from - secret.span.from >= 4 ? [{ ...secret, span: { from: secret.span.from, to: span.from } }] : []
  })
}

const byPlace = (secrets: readonly Secret[]): readonly Secret[] =>
  [...secrets].sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)

/** Of two that overlap, the first wins, up to the end of the later one. */
function withoutOverlap(secrets: readonly Secret[]): readonly Secret[] {
  const result: Secret[] = []
  for (const secret of byPlace(secrets)) {
    const last = result.at(-1)
    if (!last || secret.span.from >= last.span.to) result.push(secret)
    else if (secret.span.to > last.span.to)
      result[result.length - 1] = { ...last, span: { from: last.span.from, to: secret.span.to } }
  }
  return result
}
