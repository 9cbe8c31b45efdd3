import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksThatKeyIsThere, atKey, conditionCheck, isAllow } from '../statement-check.ts'

export const tagKeysAllowNoTags = conditionCheck(
  {
    code: 'TAG_KEYS_ALLOW_NO_TAGS',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'ForAllValues on aws:TagKeys also allows requests without tags',
    messages: {
      found:
        '`ForAllValues` also matches a request without any tag: this limits which tags can be set, and requires none. If the request must carry a tag, add `"Null": { "aws:TagKeys": "false" }`.',
    },
    policyTypes: ['identity', 'permissions-boundary', 'session', 'scp', 'resource'],
    key: /^aws:tagkeys$/,
    under: ({ quantifier }) => quantifier === 'for-all',
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] }, "Null": { "aws:TagKeys": "false" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  },
  (condition, statement) => {
    if (!isAllow(statement) || asksThatKeyIsThere(statement, 'aws:TagKeys')) return undefined
    return { at: atKey(condition), message: told('found') }
  },
)
