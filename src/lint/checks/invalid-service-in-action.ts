import { policyTypes, symbolsIn } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { replaceEntry, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidServiceInAction: Check = {
  code: 'INVALID_SERVICE_IN_ACTION',
  type: 'ERROR',
  title: 'An action names a service that does not exist',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "bugdets:ViewBudget", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "budgets:ViewBudget", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }): Iterable<Found> {
    if (!reference) return
    for (const statement of statements) {
      for (const entry of entriesOf(statement, statement.action)) {
        const { value, path, span } = entry
        if (value.kind !== 'action' || symbolsIn(value.raw).length > 0 || reference.prefixes.has(value.service))
          continue
        const meant = closest(value.service, reference.prefixes.keys())
        const corrected = `${meant}${value.raw.slice(value.service.length)}`
        const fix = meant === undefined ? undefined : replaceEntry(`Write ${corrected}`, entry, [corrected])
        const question = meant === undefined ? '' : ` Did you mean ${quote(meant)}?`
        const message = `AWS has no service with the prefix ${quote(value.service)} (as of ${reference.date}), so ${quote(value.raw)} matches nothing.${question}`
        yield { path, span, message, ...withFix(fix) }
      }
    }
  },
}
