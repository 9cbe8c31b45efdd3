import {
  compile,
  type DocumentInput,
  type Facts,
  type GateResult,
  type PolicyInput,
  plainDetails,
  type Request,
  type Verdict,
} from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { requiredServices } from '../reference/index.ts'
import { gapSentence, gateSentence, problemWords } from '../words/index.ts'
import { facts, policyInput, requestInput, z } from './schemas.ts'

/** A request, the policies that take part, and the facts that policies don’t contain. */
export interface Scenario {
  readonly request: Omit<Request, 'resource'> & { readonly resource?: string | undefined }
  readonly policies: readonly (PolicyInput | DocumentInput)[]
  readonly facts?: Facts | undefined
}

/** What is wrong with a policy's text: the policy's name, a JSON pointer, and a sentence. */
export interface PolicyFault extends ReturnType<typeof problemWords> {
  readonly policy: string | undefined
  readonly path: string | undefined
}

/** The decision, the statements that decided, and every gate with its sentence. */
export interface EvaluateAnswer extends Omit<Verdict, 'gates' | 'notEvaluated'> {
  readonly gates: readonly (GateResult & { readonly sentence: string })[]
  /** Sentences about what takes no part in the decision. */
  readonly notEvaluated: readonly string[]
  readonly problems: readonly PolicyFault[]
}

export const scenarioInput = z.object({
  request: requestInput,
  policies: z.array(policyInput),
  facts: facts.optional(),
})

/** The verdict of a scenario, with the data of the services that it names, and what is wrong with its policies. */
export async function decideScenario({ request, policies, facts: given }: Scenario) {
  const texts = policies.map(({ text, document }) => text ?? JSON.stringify(document ?? null))
  const evaluator = compile(policies, given, await loadReference(requiredServices([request.action, ...texts])))
  const verdict = evaluator.explain({ ...request, resource: request.resource ?? '*' })
  const problems = evaluator.problems.map(
    (problem): PolicyFault => ({
      policy: policies[problem.policyIndex]?.name,
      path: problem.path,
      ...problemWords(problem),
    }),
  )
  return { verdict, problems }
}

/** A verdict as JSON has it. */
export const evaluateAnswer = (verdict: Verdict, problems: readonly PolicyFault[]): EvaluateAnswer => ({
  ...verdict,
  ...plainDetails(verdict),
  gates: verdict.gates.map((gate) => ({ ...gate, statements: gate.statements, sentence: gateSentence(gate) })),
  notEvaluated: verdict.notEvaluated.map((code) => gapSentence(code)),
  problems,
})

/**
 * Decides one request the way AWS does, and says why. It loads the data of the services that the scenario names.
 * For many requests against the same policies, `compile` is faster.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * @param scenario the request, the policies, and facts outside of policies; a context key that isn't given is absent unless `contextIs` is "partial"
 * @returns the decision ("allowed", "explicitDeny", "implicitDeny", or "undetermined") with its reasons; wrong policies are in `problems`, never thrown
 * @example
 * const answer = await evaluate({
 *   request: { principal: 'arn:aws:iam::123456789012:user/mary', action: 's3:GetObject', resource: 'arn:aws:s3:::logs/1' },
 *   policies: [],
 * })
 * answer.decision // 'implicitDeny'
 * answer.blockedBy // ['identity']
 */
export async function evaluate(scenario: Scenario): Promise<EvaluateAnswer> {
  const { verdict, problems } = await decideScenario(scenario)
  return evaluateAnswer(verdict, problems)
}
