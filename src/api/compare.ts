import { type Access, answerQuestion, type Comparison, type Example, type Question } from '../compare/index.ts'
import type { Facts, PolicyInput, Request } from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import type { PolicyType } from '../iam/index.ts'
import { requiredServices } from '../reference/index.ts'
import { comparisonSentence } from '../words/index.ts'
import { facts, policyType, z } from './schemas.ts'

/** A policy: its text, or the parsed JSON. */
export type Document = string | Readonly<Record<string, unknown>>

interface CompareShared {
  /** The type of the compared policies; identity-based unless given. */
  readonly policyType?: PolicyType | undefined
  readonly new: Document | readonly Document[]
  /** SCPs, RCPs, a permissions boundary, and the like that apply to both sides. */
  readonly with?: readonly PolicyInput[] | undefined
  readonly facts?: Facts | undefined
}

/** A question about two versions of policies, or about one. */
export type CompareInput =
  | (CompareShared & {
      readonly check: 'no-new-access' | 'equivalent'
      readonly old: Document | readonly Document[]
    })
  | (CompareShared & { readonly check: 'not-granted'; readonly access: Access })
  | (CompareShared & { readonly check: 'not-public'; readonly resourceType: string })

/** A request that shows the difference, and the statement that allows it. */
export interface ComparisonExample {
  readonly request: Request
  /** Policies that aren't given, and that the example needs around the compared ones. */
  readonly assumed: readonly { readonly type: string; readonly name: string; readonly document: unknown }[]
  readonly statement:
    | {
        readonly policyType: string
        readonly policy: string
        readonly statement: number
        readonly sid: string | null
      }
    | undefined
}

/** "pass" is a proof, "fail" has at least one example, and "unknown" has the reason. */
export interface ComparisonAnswer {
  readonly result: Comparison['result']
  readonly examples: readonly ComparisonExample[]
  /** The result as a sentence. */
  readonly because: string
  readonly reason?: unknown
}

const document = z.union([z.string(), z.record(z.string(), z.unknown())])
const documents = z.union([document, z.array(document)])
const around = z.object({
  type: policyType,
  name: z.string().optional(),
  target: z.string().optional(),
  text: z.string().optional(),
  document: z.unknown().optional(),
})
const shared = {
  policyType: policyType.default('identity'),
  new: documents,
  with: z.array(around).default([]),
  facts: facts.optional(),
}
export const compareInput = z.discriminatedUnion('check', [
  z.object({ ...shared, check: z.enum(['no-new-access', 'equivalent']), old: documents }),
  z.object({
    ...shared,
    check: z.literal('not-granted'),
    access: z.object({ actions: z.array(z.string()).optional(), resources: z.array(z.string()).optional() }),
  }),
  z.object({ ...shared, check: z.literal('not-public'), resourceType: z.string() }),
])

/** The answer of `compare/` to a question in the words of the contract. */
export async function answerCompare(input: CompareInput): Promise<Comparison> {
  const { policyType: type = 'identity', facts: given = {} } = input
  const sideOf = (side: Document | readonly Document[]): readonly PolicyInput[] =>
    listOf(side).map((one) => (typeof one === 'string' ? { type, text: one } : { type, document: one }))
  const question: Question =
    input.check === 'not-granted'
      ? { check: input.check, access: input.access }
      : input.check === 'not-public'
        ? { check: input.check, resourceType: input.resourceType }
        : { check: input.check, old: sideOf(input.old) }
  const reference = await loadReference(requiredServices([JSON.stringify(input)]))
  return answerQuestion(question, {
    type,
    new: sideOf(input.new),
    surroundings: input.with ?? [],
    facts: given,
    reference,
  })
}

const isList = (side: Document | readonly Document[]): side is readonly Document[] => Array.isArray(side)
const listOf = (side: Document | readonly Document[]): readonly Document[] => (isList(side) ? side : [side])

/** The JSON of the command line's contract. */
export function comparisonAnswer(check: Question['check'], comparison: Comparison): ComparisonAnswer {
  const { result } = comparison
  const because = comparisonSentence(check, comparison)
  if (result === 'unknown') return { result, examples: [], because, reason: comparison.because }
  return { result, examples: result === 'fail' ? comparison.examples.map(exampleAnswer) : [], because }
}

const exampleAnswer = ({ request, statement, assumed }: Example): ComparisonExample => ({
  request,
  assumed: assumed.map(({ type, name = type, document, text }) => ({ type, name, document: document ?? text })),
  statement: statement && {
    policyType: statement.policyType,
    policy: statement.policy,
    statement: statement.statement,
    sid: statement.sid ?? null,
  },
})

/**
 * Proves that a new version of policies allows nothing that the old one doesn't, or shows requests that it does allow. `check` chooses other
 * questions: "equivalent", "not-granted" (an action or a resource), and "not-public" (a resource-based policy).
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html
 * @param input the question and the policies
 * @returns "pass" with a proof, "fail" with example requests, or "unknown" with the reason; documents that can't be read give "unknown"
 * @example
 * const policy = (Action) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
 * const answer = await compare({ check: 'no-new-access', old: policy('s3:*'), new: policy('s3:Get*') })
 * answer.result // 'pass'
 */
export async function compare(input: CompareInput): Promise<ComparisonAnswer> {
  return comparisonAnswer(input.check, await answerCompare(input))
}
