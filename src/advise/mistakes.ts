import type { Span } from '../text/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { findingsOf } from './findings.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('mistakes', {
  correctLine: 'Correct line {{line}} of “{{policy}}”',
})

/** A mistake in a policy that makes a statement do nothing, and where it is. */
export interface Mistake {
  readonly policy: string
  readonly line: number
  readonly message: string
}

/** At most this many mistakes are told. */
const mostMistakes = 3

interface Judged {
  readonly code: string
  readonly type: string
  readonly span: Span
}

/** What the checks found in the pasted policies, as far as it counts. */
function found(
  { policies, reference }: Situation,
  counts: (finding: Judged, text: string) => boolean,
): readonly Mistake[] {
  return policies
    .filter(({ given }) => given)
    .flatMap((policy) =>
      findingsOf(policy, reference)
        .filter((finding) => counts(finding, policy.text))
        // Holes of AWS’s templates read as anything: "arn:*:s3:::*/*".
        .map(({ line, message }) => ({ policy: policy.name, line, message: message.replaceAll(/\$\{\w+\}/g, '*') })),
    )
    .slice(0, mostMistakes)
}

/** Statements of the pasted policies that can't have the effect that they seem to have. */
export const mistakesIn = (situation: Situation): readonly Mistake[] =>
  found(situation, ({ code, type }) => type === 'ERROR' || code === 'ACTION_RESOURCE_MISMATCH')

/** With one of these, IAM doesn't save a policy, whatever the names and accounts in it are. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const grammar: ReadonlySet<string> = new Set([
  'INVALID_VERSION',
  'INVALID_EFFECT',
  'INVALID_CONDITION_OPERATOR',
  'INVALID_POLICY_ELEMENT',
  'MISSING_ACTION',
  'MISSING_EFFECT',
  'JSON_SYNTAX_ERROR',
])

/** Does a finding with this code keep IAM from saving the policy? */
export const isMalformed = ({ code }: Pick<Judged, 'code'>): boolean => grammar.has(code)

/** What IAM can't have saved like this: what's attached isn't what was pasted. Where the text only ends too early, the rest wasn't pasted. */
export const malformedIn = (situation: Situation): readonly Mistake[] =>
  found(situation, (finding, text) => isMalformed(finding) && !endsThere(finding, text))

/** Does the text only end before the policy does? Then the rest wasn’t pasted, and no one knows what it says. */
export const endsThere = ({ code, span }: Judged, text: string): boolean =>
  code === 'JSON_SYNTAX_ERROR' && span.from >= text.trimEnd().length

export const mistakeSteps = (mistakes: readonly Mistake[]): readonly Step[] =>
  mistakes.map(({ policy, line, message }) => ({
    title: told('correctLine', { line, policy }),
    text: message,
    owner: 'account administrator',
  }))
