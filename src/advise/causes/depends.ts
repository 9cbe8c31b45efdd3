import { defineCause } from '../cause.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed } from '../words.ts'

/** The policies allow it under one condition and deny it under another, and nobody said which holds. */
export const depends = defineCause<Evaluated>({
  id: 'depends',
  article: 'messages/which-gate',
  applies: (situation) =>
    isEvaluated(situation) && situation.verdict.decision === 'undetermined' ? situation : undefined,
  explain: ({ verdict, denial }) => ({
    title: `It depends on ${listed(verdict.missingContext) || 'what is not known of the request'}`,
    explanation: `The policies allow this for some values of these condition keys and refuse it for others.${denial.kind === 'access-denied' ? ' AWS did refuse, so it was one of the others.' : ''}`,
    certainty: 'proved',
  }),
  steps: ({ verdict, asked }) => [
    {
      title: 'Say what the request held',
      text: outcomes(verdict.questions),
      owner: 'caller',
    },
    {
      title: 'If you don’t know, look at the event in CloudTrail',
      text: 'The event of the refused call holds the Region, the address, the session and the tags.',
      owner: 'account administrator',
      command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
    },
  ],
})

function outcomes(questions: Evaluated['verdict']['questions']): string {
  const lines = questions.map(({ key, outcomes: known }) => {
    const words = known.map(
      ({ value, decision }) => `${decision === 'allowed' ? 'allowed' : 'denied'} if it is ${value ?? 'absent'}`,
    )
    return words.length > 0 ? `${key}: ${words.join(', ')}.` : `${key}: together with the others.`
  })
  return lines.length > 0 ? lines.join(' ') : 'Add the condition keys of the request.'
}
