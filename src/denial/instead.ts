// What a text is that has no message of AWS: a denial, or something that looks like one.
import { denialPlaces, isExplicitDenial, isFromAwsTool } from './denial-words.ts'
import { credentialProblems, type LookAlike, otherErrors, s3Compatible } from './look-alikes.ts'
import { lineAround, linesAround } from './near.ts'
import { otherSystems } from './other-systems.ts'
import { inOneLine } from './piece.ts'
import type { Spotted } from './spotter.ts'

/** Those of these kinds that a text may hold. What it lacks, every piece of it lacks. */
export const possible = (kinds: readonly LookAlike[], spotted: Spotted): readonly LookAlike[] =>
  kinds.filter(({ pattern }) => spotted.mayHave(pattern))

/** The first of these kinds that a text holds. */
export const find = (kinds: readonly LookAlike[], text: string): LookAlike | undefined =>
  kinds.find(({ pattern, unless }) => pattern.test(text) && unless?.test(text) !== true)

/** Those of all kinds that a text may hold. */
interface LookAlikes {
  readonly stores: readonly LookAlike[]
  readonly systems: readonly LookAlike[]
  readonly credentials: readonly LookAlike[]
  readonly errors: readonly LookAlike[]
}

/**
 * What a text without a message of AWS is instead of a denial; undefined where AWS denies. Every place that denies something is judged by the
 * lines around it: another system's name elsewhere in a long log says nothing about it. `spotted` is what the text may have.
 */
export function insteadOf(text: string, spotted: Spotted): LookAlike | undefined {
  const places = denialPlaces(text, spotted)
  const kinds: LookAlikes = {
    stores: possible(s3Compatible, spotted),
    systems: possible(otherSystems, spotted),
    credentials: possible(credentialProblems, spotted),
    errors: possible(otherErrors, spotted),
  }
  if (places.length === 0) return ofCredentials(text, kinds) ?? ofText(inOneLine(text), kinds)
  let first: LookAlike | undefined
  let judged = { to: -1, line: '', around: '' }
  for (const { from, to } of places) {
    if (from <= judged.to) continue
    const before = judged
    judged = { to, line: lineAround(text, from, to), around: linesAround(text, from, to) }
    if (judged.line === before.line && judged.around === before.around) continue
    const other = ofPlace(inOneLine(judged.line), inOneLine(judged.around), kinds, spotted)
    if (!other) return undefined
    first ??= other
  }
  return first
}

/** Other systems first, because they use AWS’s words too; the line itself weighs more than the text around it. */
function ofPlace(line: string, around: string, kinds: LookAlikes, spotted: Spotted): LookAlike | undefined {
  const { stores, systems, credentials, errors } = kinds
  const isOfAws = isFromAwsTool(around, spotted)
  const isExplicit = isExplicitDenial(line)
  return (
    find(stores, around) ??
    (isOfAws
      ? find(
          systems.filter(({ sure }) => sure),
          line,
        )
      : (find(systems, line) ?? find(systems, around))) ??
    find(credentials, isOfAws || isExplicit ? line : around) ??
    (isExplicit || isOfAws ? undefined : find(errors, around))
  )
}

/** A problem with credentials, in a line that names no other system: another line of a log may. */
function ofCredentials(text: string, { credentials, stores, systems }: LookAlikes): LookAlike | undefined {
  for (const problem of credentials) {
    const found = problem.pattern.exec(text)
    if (!found || problem.unless?.test(text) === true) continue
    const line = inOneLine(lineAround(text, found.index, found.index + found[0].length))
    return find(stores, line) || find(systems, line) ? undefined : problem
  }
  return undefined
}

/** What a text is that denies nothing in AWS's words. */
const ofText = (text: string, { stores, systems, credentials, errors }: LookAlikes): LookAlike | undefined =>
  find(stores, text) ?? find(systems, text) ?? find(credentials, text) ?? find(errors, text)
