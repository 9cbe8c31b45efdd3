// The policies in the texts of a comparison: a text is a policy's JSON, or anything that policies can be read from.
import type { PolicyInput } from '../evaluate/index.ts'
import { guessPolicyType, type PolicyType, type PolicyTypeClue, readPolicy } from '../iam/index.ts'
import type { ComparedText, ComparisonCase } from '../session/comparison.ts'
import type { Complaint } from '../session/messages.ts'
import { positionAt, type Span } from '../text/index.ts'
import { problemWords } from '../words/index.ts'
import type { Part } from './messages.ts'

/** One policy of a text. */
export interface ReadPolicyText {
  readonly part: Part
  /** The place of its text in the list. */
  readonly index: number
  readonly name: string
  readonly text: string
  /** Where a place of the policy is in the whole text. */
  readonly placeOf: (span: Span) => Span
}

/** What was read of one text. */
interface ReadText {
  readonly policies: readonly ReadPolicyText[]
  readonly complaints: readonly Complaint[]
}

/** What was read of a comparison. */
export interface ReadComparison {
  readonly type: PolicyType
  readonly because: PolicyTypeClue | undefined
  readonly policies: Readonly<Record<Part, readonly ReadPolicyText[]>>
  readonly complaints: Readonly<Record<Part, readonly (readonly Complaint[])[]>>
  /** The texts of `around` have types of their own. */
  readonly around: readonly PolicyInput[]
}

/** Reads every text. Texts in other languages than JSON load their grammars first. */
export async function readComparisonTexts(comparison: ComparisonCase): Promise<ReadComparison> {
  const readAllOf = (part: Part): Promise<readonly ReadText[]> =>
    Promise.all(comparison[part].map((text, index) => readText(text, part, index)))
  const [old, now, around] = await Promise.all([readAllOf('old'), readAllOf('new'), readAllOf('around')])
  const policies = { old: policiesOf(old), new: policiesOf(now), around: policiesOf(around) }
  const first = policies.new[0] ?? policies.old[0]
  const guess = first ? guessPolicyType(first.text) : undefined
  return {
    type: comparison.type ?? guess?.type ?? 'identity',
    because: comparison.type ? undefined : guess?.because,
    policies,
    complaints: { old: complaintsOf(old), new: complaintsOf(now), around: complaintsOf(around) },
    around: policies.around.map(({ index, name, text }) => {
      const { type = 'identity', target } = comparison.around[index] ?? {}
      return { type, name, target, text }
    }),
  }
}

const policiesOf = (texts: readonly ReadText[]): readonly ReadPolicyText[] => texts.flatMap(({ policies }) => policies)
const complaintsOf = (texts: readonly ReadText[]): readonly (readonly Complaint[])[] =>
  texts.map(({ complaints }) => complaints)

/** More than this helps no one. */
const mostComplaints = 20

async function readText({ name, text }: ComparedText, part: Part, index: number): Promise<ReadText> {
  if (text.trim() === '') return { policies: [], complaints: [] }
  if (/^\s*\{/.test(text)) {
    const { policy, problems } = readPolicy(text)
    const isPolicy = policy.root?.members.some(({ key }) => key.value === 'Statement')
    if (isPolicy) {
      const complaints = problems.slice(0, mostComplaints).map((problem) => ({
        ...problem,
        ...problemWords(problem),
        ...positionAt(text, problem.span.from),
        fix: undefined,
      }))
      return { policies: [{ part, index, name, text, placeOf: (span) => span }], complaints }
    }
  }
  const { policiesInText } = await import('./policies-in-text.ts')
  const found = await policiesInText(text)
  return {
    policies: found.policies.map((policy) => ({ part, index, ...policy, name: policy.name ?? name })),
    complaints: found.policies.length > 0 ? [] : [noPolicy(text)],
  }
}

const noPolicy = (text: string): Complaint => ({
  severity: 'error',
  code: 'no-policy',
  message: 'This text holds no policy that can be read',
  expected: 'a JSON policy document, or a template, a Terraform file, or CLI output that holds policies',
  span: { from: 0, to: Math.min(1, text.length) },
  line: 1,
  column: 1,
  fix: undefined,
})
