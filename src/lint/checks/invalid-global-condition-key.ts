import { policyTypes } from '../../iam/index.ts'
import { closest, findGlobalKey, globalKeys } from '../../reference/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidGlobalConditionKey = check({
  code: 'INVALID_GLOBAL_CONDITION_KEY',
  type: 'ERROR',
  title: 'A global condition key does not exist',
  messages: {
    found: 'AWS has no condition key `{{key}}`, so it is never in a request.',
    foundMisspelled: 'AWS has no condition key `{{key}}`, so it is never in a request. Did you mean `{{meant}}`?',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipleOrgID": "o-abcdefghij" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (!/^aws:\S/.test(key) || isKnown(key) || isTagKey(key) || key.includes('${')) continue
      const meant = closest(key, byName.keys())
      const name = byName.get(meant ?? '')
      const data = { key: condition.key.value }
      const message = name === undefined ? told('found', data) : told('foundMisspelled', { ...data, meant: name })
      const fix =
        name === undefined
          ? undefined
          : replace(fixTitle('write', { text: name }), condition.key.span, JSON.stringify(name))
      yield { path: condition.path, span: condition.key.span, message, ...withFix(fix) }
    }
  },
})

/** A word that AWS accepts as a key, and a key that readers found in AWS's documentation and our table doesn't describe yet. */
const notDescribed: ReadonlySet<string> = new Set(['aws:arn', 'aws:viacustomerdomain'])

const isKnown = (key: string): boolean => notDescribed.has(key) || findGlobalKey(key) !== undefined

const byName: ReadonlyMap<string, string> = new Map(
  globalKeys.filter(({ name }) => !name.endsWith('/')).map(({ name }) => [name.toLowerCase(), name]),
)

/** Without a tag's key behind the slash: a finding of its own. */
const isTagKey = (key: string): boolean => /^aws:(request|resource|principal)tag(\/|$)/.test(key)
