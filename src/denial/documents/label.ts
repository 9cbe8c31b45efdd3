import type { PolicyType } from '../../iam/index.ts'

/** Labels that people and shells write above a policy. The first match counts. */
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

/** A line this long isn’t a label. */
const longest = 90
/** The error message itself speaks of policy types that the text below need not be. */
const message = /not authorized|denied|because no|explicit deny|error/i

/** What the line above a document says of it. */
export interface Label {
  readonly policyType: PolicyType
  readonly line: string
  /** Behind a colon: the name, or the last part of an ARN. */
  readonly name: string | undefined
  /** What an SCP or RCP is attached to: a root, an organizational unit, an account. */
  readonly target: string | undefined
  /** Where the line begins, if it is a comment: it then goes with the document. */
  readonly commentFrom: number | undefined
}

/** Types whose documents look like each other. */
const lookAlike: ReadonlySet<PolicyType> = new Set(['scp', 'permissions-boundary', 'session', 'identity'])

const isLabel = (line: string): boolean =>
  line !== '' && line.length <= longest && !message.test(line) && !/[{}]/.test(line)

const isTyped = (line: string): boolean => labels.some(([words]) => words.test(line))

/** People write whole paragraphs above a policy: "There is a managed policy attached to every role. It has a Deny:" An error's own line is none. */
const sentencesOf = (line: string): readonly string[] =>
  /not authorized|because no|access ?denied|error/i.test(line)
    ? []
    : line.split(/[.;!?](?:\s+|$)/).map((each) => each.trim())

/** The label above a document; undefined where the line above names no type of policy. */
export function labelAbove(text: string, from: number): Label | undefined {
  const above = text.slice(Math.max(0, from - 400), from).trimEnd()
  const lineAt = above.lastIndexOf('\n') + 1
  const whole = above.slice(lineAt).trim()
  const isSentence = !isLabel(whole)
  const line = isSentence ? (sentencesOf(whole).findLast((each) => isLabel(each) && isTyped(each)) ?? '') : whole
  const found = labels.find(([words]) => words.test(line))
  if (line === '' || !found) return undefined
  // A paragraph can speak of other policies, too. It counts only for those whose text doesn't tell their type.
  if (isSentence && (!lookAlike.has(found[1]) || /"Principal"/.test(text.slice(from, from + 2000)))) return undefined
  const [, name] = /: (?:arn:\S*\/)?([\w+=,.@-]+)$/.exec(line) ?? []
  const [, target] = /\battached to (r-[a-z0-9]{4,32}|ou-[a-z0-9-]{6,68}|\d{12})$/.exec(line) ?? []
  const commentFrom = line.startsWith('#') ? Math.max(0, from - 400) + lineAt : undefined
  return { policyType: found[1], line: line.replace(/^[#*/$>\-\s]+|[:*\s]+$/g, ''), name, target, commentFrom }
}
