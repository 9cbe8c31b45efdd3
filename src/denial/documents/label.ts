import type { PolicyType } from '../../iam/index.ts'

/** What people and shells write above a policy. The first that fits counts. */
const labels: readonly (readonly [words: RegExp, policyType: PolicyType])[] = [
  [/\bscps?\b|service control/i, 'scp'],
  [/\brcps?\b|resource control/i, 'rcp'],
  [/boundar(?:y|ies)/i, 'permissions-boundary'],
  [/session policy/i, 'session'],
  [/trust(?: |ed|s|-)|trust$|assume[- ]?role[- ]?policy/i, 'trust'],
  [/endpoint policy/i, 'vpc-endpoint'],
  [/(?:bucket|queue|topic|key|resource|secret|repository|function|vault|table)(?:-based| based)? policy/i, 'resource'],
  [/identity|inline|managed|(?:user|role|group|iam)(?:'s)? policy|permission set/i, 'identity'],
]

/** A line this long is no label. */
const longest = 90
/** The error message itself speaks of policy types that the text below need not be. */
const message = /not authorized|denied|because no|explicit deny|error/i

/** The policy type that the line above a document names, with that line; undefined where it names none. */
export function labelAbove(
  text: string,
  from: number,
): { readonly policyType: PolicyType; readonly line: string } | undefined {
  const above = text.slice(Math.max(0, from - 400), from).trimEnd()
  const line = above.slice(above.lastIndexOf('\n') + 1).trim()
  if (line === '' || line.length > longest || message.test(line) || /[{}]/.test(line)) return undefined
  const found = labels.find(([words]) => words.test(line))
  return found && { policyType: found[1], line: line.replace(/^[#*/$>\-\s]+|[:*\s]+$/g, '') }
}
