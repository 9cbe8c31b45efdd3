import { policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { replaceEntry, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidServiceInAction = check({
  code: 'INVALID_SERVICE_IN_ACTION',
  type: 'ERROR',
  title: 'An action names a service that does not exist',
  messages: {
    found: 'AWS has no service with the prefix `{{service}}` (as of {{date}}), so `{{value}}` matches nothing.',
    misspelled:
      'AWS has no service with the prefix `{{service}}` (as of {{date}}), so `{{value}}` matches nothing. Did you mean `{{meant}}`?',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "bugdets:ViewBudget", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "budgets:ViewBudget", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }) {
    if (!reference) return
    for (const statement of statements) {
      for (const entry of entriesOf(statement.action)) {
        const { value, path, span } = entry
        if (value.kind !== 'action' || reference.prefixes.has(value.service)) continue
        const meant = closest(value.service, reference.prefixes.keys())
        const corrected = `${meant}${value.raw.slice(value.service.length)}`
        const fix =
          meant === undefined ? undefined : replaceEntry(fixTitle('write', { text: corrected }), entry, [corrected])
        const data = { service: value.service, date: reference.date, value: value.raw }
        const message = meant === undefined ? told('found', data) : told('misspelled', { ...data, meant })
        yield { path, span, message, ...withFix(fix) }
      }
    }
  },
})
