import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isAllow } from '../statement-check.ts'

export const guessableExternalId = conditionCheck(
  {
    code: 'GUESSABLE_EXTERNAL_ID',
    type: 'WARNING',
    title: 'The external ID can be guessed',
    messages: {
      found:
        'Another customer of that company can guess `{{weak}}` and name your role. Use the value that the company generated for you alone.',
    },
    policyTypes: ['trust'],
    key: /^sts:externalid$/,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "111122223333" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "u7f3a9c1-5b2d" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  },
  (condition, statement) => {
    const weak = condition.values.find(
      ({ value }) => /^(?:\d{0,12}|.{0,5}|[*?]+)$/.test(value.raw) && !value.raw.includes('$'),
    )
    if (!isAllow(statement) || !weak) return undefined
    const message = told('found', { weak: weak.value.raw })
    return { at: atKey(condition), message }
  },
)
