import { decideScenario, evaluateAnswer, type Scenario, scenarioInput } from '../../api/evaluate.ts'
import type { Outcome, RunCommand } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'
import { verdictLines } from '../verdict-lines.ts'

/** A request and policies → the decision with its reasons. */
export const runEvaluate: RunCommand = (args, io) =>
  answerInput(args, io, { json: withInput(scenarioInput, evaluate), text: withInput(scenarioInput, evaluate) })

async function evaluate(scenario: Scenario): Promise<Outcome> {
  const { verdict, problems } = await decideScenario(scenario)
  return {
    answer: evaluateAnswer(verdict, problems),
    lines: verdictLines(verdict),
    status: verdict.decision === 'allowed' ? 0 : 1,
  }
}
