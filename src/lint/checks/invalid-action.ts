import {
  type ActionFault,
  type ActionPattern,
  type Entry,
  policyTypes,
  readAction,
  symbolsIn,
} from '../../iam/index.ts'
import { findAction } from '../../reference/index.ts'
import { replaceEntry, withFix } from '../changes.ts'
import { accessAnalyzer, type Subject } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { check, type FoundOf, told } from '../messages.ts'

const messages = {
  blankOrComma: `\`{{value}}\` isn’t an action: it contains a space or a comma, and each string can hold only one action. Write the service, a colon, and the action, as in \`s3:GetObject\`.`,
  noService: `\`{{value}}\` isn’t an action: it has no service before a colon. Write the service, a colon, and the action, as in \`s3:GetObject\`.`,
  noAction: `\`{{value}}\` isn’t an action: it has no action after the colon. Write the service, a colon, and the action, as in \`s3:GetObject\`.`,
  unlisted: '`{{value}}` doesn’t match any {{service}} action (as of {{date}}), so it has no effect.',
  misspelled:
    '`{{value}}` doesn’t match any {{service}} action (as of {{date}}), so it has no effect. Did you mean `{{meant}}`?',
} as const

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidAction = check({
  code: 'INVALID_ACTION',
  type: 'ERROR',
  title: 'An action does not exist',
  messages,
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostsAndUsage", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const statement of subject.policy.statements) {
      for (const entry of entriesOf(statement.action)) {
        // A variable in an action is told by VARIABLE_UNSUPPORTED_IN_ELEMENT.
        if (entry.value.raw.includes('${')) continue
        const found = malformed(entry) ?? unlistedAction(entry, subject)
        if (found) yield { path: entry.path, span: entry.span, ...found }
      }
    }
  },
})

type What = Pick<FoundOf<typeof messages>, 'message' | 'fix'>

/** What cannot be an action, whatever the service. */
function malformed(entry: Entry<ActionPattern>): What | undefined {
  const { value } = entry
  // A mask isn't an action either. A template's name is one that AWS will see.
  if (value.kind === 'open' && symbolsIn(value.raw).length === 0)
    return { message: told(reasons['no-service'], { value: value.raw }) }
  if (value.kind !== 'invalid' || value.problem === 'wildcard-in-service') return undefined
  const message = told(reasons[value.problem], { value: value.raw })
  return { message, ...withFix(splitUp(entry)) }
}

/** A text that holds more actions is not cut up. */
const mostParts = 100

/** Several actions in one text, or blanks around one. */
function splitUp(entry: Entry<ActionPattern>): QuickFix | undefined {
  const parts = entry.value.raw.split(/[\s,]+/, mostParts).filter((part) => part !== '')
  const isClear =
    parts.length > 0 && parts.length < mostParts && parts.every((part) => readAction(part).kind !== 'invalid')
  return isClear
    ? replaceEntry(parts.length > 1 ? fixTitle('splitActions') : fixTitle('removeSpaces'), entry, parts)
    : undefined
}

/** What its service, if it is loaded, does not list. */
function unlistedAction(entry: Entry<ActionPattern>, { reference, matched }: Subject): What | undefined {
  const { value } = entry
  const service = value.kind === 'action' ? reference?.services.get(value.service) : undefined
  if (!reference || !service || matched(value)?.length !== 0) return undefined
  const { suggestion } = findAction(reference, value.raw)
  const data = { service: service.name, value: value.raw, date: reference.date }
  if (suggestion === undefined) return { message: told('unlisted', data) }
  const fix = replaceEntry(fixTitle('write', { text: suggestion }), entry, [suggestion])
  return { message: told('misspelled', { ...data, meant: suggestion }), fix }
}

const reasons = {
  'blank-or-comma': 'blankOrComma',
  'no-service': 'noService',
  'no-action': 'noAction',
} as const satisfies Readonly<Record<Exclude<ActionFault, 'wildcard-in-service'>, keyof typeof messages>>
