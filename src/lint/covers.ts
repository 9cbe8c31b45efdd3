import { splitArn, wildcardMatch } from '../iam/index.ts'

/**
 * Does the one pattern match everything that the other one matches? Says yes only where that is certain: the other one is read as a plain text,
 * in which a star can only be matched by a star and a variable only by a star or by itself.
 */
export function covers(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true
  // A question mark would match the other one's star, and ${*} is a plain star.
  if ((wide.includes('?') && /[*$]/.test(narrow)) || /\$\{[*?$]\}/.test(wide)) return false
  return wildcardMatch(wide, narrow)
}

/** The same for resources. ARNs are compared part by part, which is the stricter way; what has fewer than six parts covers nothing but itself. */
export function coversResource(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true
  const [parts, others] = [splitArn(wide), splitArn(narrow)]
  return parts !== undefined && others !== undefined && parts.every((part, i) => covers(part, others[i] ?? ''))
}
