import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { emptyValueIn, variableNameIn } from './empty-value.ts'
import type { Evaluated, Situation } from './situation.ts'

const told = messagesOf('missing-value', {
  missing: 'Set the value that is missing in the call',
  missingText:
    '`{{value}}` in the resource’s ARN is what a program writes where a variable has no value. A permission for that name doesn’t help: set the variable and call again.',
  variable: 'If AWS’s message says {{name}}, pass the variable’s value in the call',
  variableText:
    'Then the tool sent the name of a variable in place of its value, and no permission helps. A shell puts no value in between single quotes, and a step of a pipeline gets only the variables that are passed to it. If you wrote it over the real value, put that back.',
  variableTextForOthers:
    'Then the tool sent the name of a variable in place of its value, and no permission helps: the call has to change.',
})

/** The first step where the message has a variable's name as the resource. Empty elsewhere. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function variableNameSteps({ denial, given, masks }: Situation): readonly Step[] {
  if (given.resource !== undefined) return []
  const written = masks.reduce((arn, { standIn, text }) => arn.replaceAll(standIn, () => text), denial.resource ?? '')
  const name = variableNameIn(written)
  return name === undefined ? [] : [{ title: told('variable', { name }), text: told('variableText'), owner: 'caller' }]
}

/** The first step where the resource shows that the call had no value: a variable's name, or what a program writes for none. Empty elsewhere. */
export function missingValueSteps(situation: Evaluated): readonly Step[] {
  const value = emptyValueIn(situation.asked.request.resource)
  return value === undefined
    ? variableNameSteps(situation)
    : [{ title: told('missing'), text: told('missingText', { value }), owner: 'caller' }]
}
