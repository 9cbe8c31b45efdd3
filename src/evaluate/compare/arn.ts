import { type Glob, globMatch, type Pattern, readPattern, splitArn } from '../../iam/index.ts'

/** An ARN pattern in six parts, each matched by itself: no wildcard runs across a colon. */
export type ArnParts = readonly Pattern[]

/** Cuts a policy's ARN value at its first five colons that are not inside a variable; undefined where it has fewer: it then matches nothing. */
export function readArnParts(raw: string, variables: boolean): ArnParts | undefined {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < raw.length && parts.length < 5; i++) {
    const close = variables && raw.startsWith('${', i) ? raw.indexOf('}', i) : -1
    if (close > 0) i = close
    else if (raw[i] === ':') {
      parts.push(raw.slice(from, i))
      from = i + 1
    }
  }
  if (parts.length < 5) return undefined
  return [...parts, raw.slice(from)].map((part) => readPattern(part, variables))
}

/** Does the request's ARN match the six globs? A text that is no ARN matches none. */
export function arnMatch(globs: readonly (Glob | undefined)[], text: string): boolean {
  const parts = splitArn(text)
  if (!parts) return false
  return parts.every((part, i) => {
    const glob = globs[i]
    return glob !== undefined && globMatch(glob, part)
  })
}
