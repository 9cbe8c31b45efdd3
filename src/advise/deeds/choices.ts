import { dataText, messagesOf, type Text } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import { nameOf } from '../words.ts'
import type { Choice, Switch } from './choice.ts'
import { type DeedRow, type Doing, isTrue, sent, valuesOf, wantedOf } from './deed.ts'
import type { Demand } from './demand.ts'
import { ofCompute } from './options-compute.ts'
import { ofData } from './options-data.ts'
import { ofManagement } from './options-management.ts'
import { ofStorage } from './options-storage.ts'

const told = messagesOf('deeds-choice', {
  use: 'Use the {{what}} {{values}}',
  useOther: 'Use another {{what}} than {{values}}',
  set: 'Set the {{what}} to {{wanted}}',
  setText: 'The policy accepts {{wanted}} for {{key}}. Name it in the call, or in the template that makes the call.',
  give: 'Give the {{what}} in the call',
  giveText: 'The policy accepts the call only with {{key}}.',
  leaveOut: 'Leave out the {{what}}',
  leaveOutText: 'The policy accepts the call only without {{key}}.',
  turnOn: 'Turn on {{what}}',
  turnOff: 'Turn off {{what}}',
  onText: 'The policy accepts true for {{key}}. Set it in the call, or in the template that makes the call.',
  offText: 'The policy accepts false for {{key}}. Set it in the call, or in the template that makes the call.',
  existing: 'Use a resource whose {{what}} is {{wanted}}',
  existingOn: 'Use a resource with {{what}} turned on',
  existingOff: 'Use a resource with {{what}} turned off',
  existingText:
    'Here, {{key}} describes the resource as it is, not what the call sends. Otherwise ask its owner to change it.',
})

const kebab = (name: string): string =>
  name
    .replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

/** Operations of S3 whose actions have other names. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const operationsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['s3:ListBucket', ['list-objects-v2']],
  ['s3:ListBucketVersions', ['list-object-versions']],
  ['s3:GetObjectVersion', ['get-object']],
  ['s3:DeleteObjectVersion', ['delete-object']],
  ['s3:PutObject', ['put-object', 'copy-object']],
])

/** The command for the operation that was denied. */
function commandFor(action: string, commands: readonly string[]): string | undefined {
  const operations = operationsOf.get(action) ?? [kebab(nameOf(action))]
  return commands.find((command) => operations.includes(command.split(' ')[2] ?? ''))
}

const choosing =
  ([key, words, ...commands]: Choice): Doing =>
  (demand, { action }) => {
    const what = dataText(words)
    const command = commandFor(action, commands)
    const wanted = wantedOf(demand)
    if (command === undefined) return { title: told('existing', { what, wanted }), text: told('existingText', { key }) }
    if (demand.want === 'absent') return { title: told('leaveOut', { what }), text: told('leaveOutText', { key }) }
    return {
      title: titleOf(what, demand),
      text: demand.want === 'present' ? told('giveText', { key }) : told('setText', { key, wanted }),
      command: command.replaceAll('<VALUE>', valueIn(demand, command)),
    }
  }

function titleOf(what: Text, demand: Demand): Text {
  const { want, values } = demand
  if (want === 'present') return told('give', { what })
  if (want === 'none-of') return told('useOther', { what, values: valuesOf(demand) })
  const isNamed = want === 'one-of' && !values.every((value) => /^\d/.test(value))
  return isNamed ? told('use', { what, values: valuesOf(demand) }) : told('set', { what, wanted: wantedOf(demand) })
}

/** A value without wildcards, as a shell takes it; else a placeholder with the option's name: "<INSTANCE_TYPE>". */
const valueIn = (demand: Demand, command: string): string => shellWord(sent(demand), placeholderIn(command))

/** "--instance-type <VALUE>" asks for an <INSTANCE_TYPE>, and "Mode=<VALUE>" for a <MODE>. */
function placeholderIn(command: string): string {
  const [, option = 'value', member = option] = /--([\w-]+) (?:\S*?([A-Za-z]\w+)=)?\S*?<VALUE>/.exec(command) ?? []
  return `<${kebab(member).replaceAll('-', '_').toUpperCase()}>`
}

const switching =
  ({ key, what: words, on, off }: Switch): Doing =>
  (demand, { action }) => {
    const isOn = isTrue(demand)
    const command = commandFor(action, isOn ? on : off)
    const what: Text = dataText(words)
    if (command === undefined)
      return { title: told(isOn ? 'existingOn' : 'existingOff', { what }), text: told('existingText', { key }) }
    return {
      title: told(isOn ? 'turnOn' : 'turnOff', { what }),
      text: told(isOn ? 'onText' : 'offText', { key }),
      command,
    }
  }

const tables = [ofCompute, ofData, ofManagement, ofStorage]

/** What callers choose in calls to services, by the service's own keys. */
export const choiceDeeds: readonly DeedRow[] = [
  ...tables.flatMap(({ choices }) => choices).map((choice): DeedRow => [choice[0].toLowerCase(), choosing(choice)]),
  ...tables.flatMap(({ switches }) => switches).map((each): DeedRow => [each.key.toLowerCase(), switching(each)]),
]
