import { z } from 'zod'
import { compile, plainDetails } from '../../evaluate/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { requiredServices } from '../../reference/index.ts'
import { gapSentence, gateSentence, problemWords } from '../../words/index.ts'
import type { Command, Outcome } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'
import { contextValue, facts, policyInput } from '../schemas.ts'
import { verdictLines } from '../verdict-lines.ts'

const scenarioInput = z.object({
  request: z.object({
    principal: z.string(),
    action: z.string(),
    resource: z.string().default('*'),
    resourceAccount: z.string().optional(),
    context: z.record(z.string(), contextValue).optional(),
    contextIs: z.enum(['partial', 'complete']).optional(),
    also: z
      .array(z.object({ action: z.string().optional(), resource: z.string(), resourceAccount: z.string().optional() }))
      .optional(),
  }),
  policies: z.array(policyInput),
  facts: facts.optional(),
})

/** A request and policies → the decision with its reasons. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  takes: '[FILE]',
  help: ['a request and policies → the decision with its reasons'],
  options: [],
  run: (args, io) =>
    answerInput(args, io, { json: withInput(scenarioInput, evaluate), text: withInput(scenarioInput, evaluate) }),
}

async function evaluate({ request, policies, facts: given }: z.output<typeof scenarioInput>): Promise<Outcome> {
  const texts = policies.map(({ text, document }) => text ?? JSON.stringify(document ?? null))
  const evaluator = compile(policies, given, await loadReference(requiredServices([request.action, ...texts])))
  const verdict = evaluator.explain(request)
  const problems = evaluator.problems.map((problem) => ({
    policy: policies[problem.policyIndex]?.name,
    path: problem.path,
    ...problemWords(problem),
  }))
  return {
    answer: {
      ...verdict,
      ...plainDetails(verdict),
      gates: verdict.gates.map((gate) => ({ ...gate, statements: gate.statements, sentence: gateSentence(gate) })),
      notEvaluated: verdict.notEvaluated.map(gapSentence),
      problems,
    },
    lines: verdictLines(verdict),
    status: verdict.decision === 'allowed' ? 0 : 1,
  }
}
