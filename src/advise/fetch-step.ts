import type { PolicyType } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { isOpen } from './blame.ts'
import type { Step } from './diagnosis.ts'
import { fetchCommand } from './fetch-command.ts'
import { fetchScripts } from './fetch-script.ts'
import { places } from './places.ts'
import { resourcePlace } from './resource-place.ts'
import { hasGiven, type Situation } from './situation.ts'
import { ownerOf, typeName } from './words.ts'

const told = messagesOf('fetch-step', {
  elsewhere: 'It’s with the resource itself, in its console under Permissions or Access policy.',
  names: 'AWS names it: {{arn}}.',
  oneGivenHere: 'The one given here does not stop this, so it is another one, or an older state.',
  oneOpenHere:
    'Whether the one given here stops this depends on values that aren’t known, so it may be this one, another one, or an older state.',
  givenHere: 'It was not given here.',
  getPasteHere: 'Get the {{name}} and paste it here',
  getPasteHereForOthers: 'Look at the {{name}}',
  getPasteHereText: '{{which}} {{console}} With it the check can name the statement.',
  getPasteHereTextForOthers: '{{console}}',
})

/** Where a document of this type is found, for people without the command line. */
function consoleOf(type: PolicyType, { asked }: Situation): Text {
  if (type === 'resource')
    return (asked && resourcePlace(asked.service, asked.request.resource, asked.action)?.place.console) ?? elsewhere
  return Object.values(places).find((place) => place.type === type)?.console ?? elsewhere
}

const elsewhere = told('elsewhere')

/** Asks for exactly the document that is missing, and says how to get it. */
export function fetchStep(situation: Situation, type: PolicyType): Step {
  const { asked, stated } = situation
  const name = typeName(type)
  const arn = stated.policyType === type ? stated.policyArn : undefined
  return {
    title: told('getPasteHere', { name }),
    text: told('getPasteHereText', { which: whichOne(situation, type, arn), console: consoleOf(type, situation) }),
    owner: ownerOf(type, asked),
    command: arn === undefined ? commandFor(situation, type) : fetchCommand(type, asked, stated),
  }
}

/** Which document is asked for. */
function whichOne(situation: Situation, type: PolicyType, arn: string | undefined): Text {
  if (arn !== undefined) return told('names', { arn })
  if (!hasGiven(situation, type)) return told('givenHere')
  return situation.verdict && isOpen(situation.verdict, type) ? told('oneOpenHere') : told('oneGivenHere')
}

/** One command where that prints the document, else the commands that lead to it. */
function commandFor(situation: Situation, type: PolicyType): Text | undefined {
  if (type === 'resource' || type === 'trust') return fetchCommand(type, situation.asked, situation.stated)
  const script = fetchScripts(situation).find(({ policyType }) => policyType === type)?.script
  return script ?? fetchCommand(type, situation.asked, situation.stated)
}

/** The document that AWS names, where it is not among those given. */
export const unseenSteps = (situation: Situation): readonly Step[] => {
  const { unseen, policyType } = situation.blame
  return unseen && policyType ? [fetchStep(situation, policyType)] : []
}
