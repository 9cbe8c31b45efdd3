import { policyTypes } from '../../iam/index.ts'
import { findRetired } from '../../reference/index.ts'
import { once } from '../../text/index.ts'
import { replaceEntry, withFix } from '../changes.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** Old names of Billing's actions, which AWS asks about no more. */
export const retiredAction = check({
  code: 'RETIRED_ACTION',
  own: true,
  type: 'WARNING',
  title: 'An action was replaced by more specific ones and no longer has an effect',
  messages: {
    found: 'AWS no longer checks `{{entry}}`: {{replacedBy}} replaced it. Use the ones that you need.',
    gone: 'AWS no longer checks `{{entry}}`, and no action took its place: the policies for the services that the call reaches decide.',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "aws-portal:ViewUsage", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:GetCostAndUsage", "cur:GetUsageReport"], "Resource": "*" }'),
  source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const entries = entriesOf(statement.action)
      const there = once(() => new Set(entries.map(({ value }) => value.raw.toLowerCase())))
      for (const entry of entries) {
        const retired = findRetired(entry.value.raw)
        if (!retired) continue
        const fresh = retired.replacedBy.filter((action) => !there().has(action.toLowerCase()))
        const fix = fresh.length > 0 ? replaceEntry(fixTitle('newActions'), entry, fresh) : undefined
        const { raw } = entry.value
        const { replacedBy } = retired
        const message = replacedBy.length > 0 ? told('found', { entry: raw, replacedBy }) : told('gone', { entry: raw })
        yield { path: entry.path, span: entry.span, message, ...withFix(fix) }
      }
    }
  },
})
