import { condition } from './condition.ts'
import { guide, type RuleSection } from './rule.ts'
import { allow, deny, full, identity, when } from './scenario.ts'

const operators = guide('reference_policies_elements_condition_operators')
const sets = guide('reference_policies_condition-single-vs-multi-valued-context-keys')
const general = guide('reference_policies_elements_condition')
const two = { StringEquals: { 'my:a': '1', 'my:b': '2' }, StringLike: { 'my:c': '3*' } }

export const conditions: RuleSection = {
  title: 'Conditions',
  rules: [
    {
      number: 90,
      says: 'All keys and all operators must hold; of several values one is enough, under an operator that negates none may fit.',
      source: general,
      cases: [
        [
          'all three hold',
          { context: { 'my:a': '1', 'my:b': '2', 'my:c': '34' }, policies: [identity(allow('*', { Condition: two }))] },
          'allowed',
        ],
        [
          'one does not',
          { context: { 'my:a': '1', 'my:b': '9', 'my:c': '34' }, policies: [identity(allow('*', { Condition: two }))] },
          'implicitDeny',
        ],
        condition('StringEquals', ['a', 'b'], 'b', true),
        condition('StringNotEquals', ['a', 'b'], 'b', false),
        condition('StringNotEquals', ['a', 'b'], 'c', true),
      ],
    },
    {
      number: 91,
      says: 'Names of keys ignore upper and lower case, tag keys too.',
      source: general,
      cases: [
        [
          'AWS:principaltag/TEAM',
          {
            context: { 'aws:PrincipalTag/team': 'red' },
            policies: [identity(allow('*', when('StringEquals', 'AWS:principaltag/TEAM', 'red')))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 92,
      says: 'A key that the request lacks: operators that negate hold, the others don’t.',
      source: operators,
      cases: [
        condition('StringEquals', 'a', undefined, false),
        condition('StringNotEquals', 'a', undefined, true),
        [
          'in a Deny as well',
          { policies: [full, identity(deny('*', when('StringNotEquals', 'my:key', 'a')))] },
          'explicitDeny',
        ],
      ],
    },
    {
      number: 93,
      says: 'With IfExists a missing key is fine; Null takes no IfExists.',
      source: operators,
      cases: [
        condition('StringEqualsIfExists', 'a', undefined, true),
        condition('StringEqualsIfExists', 'a', 'b', false),
        condition('NullIfExists', 'true', undefined, false),
      ],
    },
    {
      number: 94,
      says: 'Null true: the key must be missing. Null false: it must be there.',
      source: operators,
      cases: [
        condition('Null', 'true', undefined, true),
        condition('Null', 'false', undefined, false),
        condition('Null', 'FALSE', 'x', true),
        condition('Null', true, 'x', false),
      ],
    },
    {
      number: 95,
      says: 'ForAllValues holds when there is nothing to check: no key, or an empty list.',
      source: sets,
      cases: [
        condition('ForAllValues:StringEquals', 'a', undefined, true),
        condition('ForAllValues:StringNotEquals', 'a', undefined, true),
        condition('ForAllValues:StringEquals', 'a', [], true),
        condition('ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true),
        condition('ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false),
      ],
    },
    {
      number: 96,
      says: 'To ForAllValues an empty text is nothing as well.',
      source: sets,
      cases: [condition('ForAllValues:StringEquals', 'a', [''], true)],
    },
    {
      number: 97,
      says: 'ForAnyValue needs a value that holds: nothing there, nothing holds, under operators that negate too.',
      source: sets,
      cases: [
        condition('ForAnyValue:StringEquals', 'a', undefined, false),
        condition('ForAnyValue:StringNotEquals', 'a', undefined, false),
        condition('ForAnyValue:StringEquals', 'a', ['a', 'c'], true),
        condition('ForAnyValue:StringNotEquals', 'a', ['a', 'c'], true),
        condition('ForAnyValue:StringNotEquals', 'a', ['a'], false),
      ],
    },
    {
      number: 98,
      says: 'IfExists adds nothing to ForAllValues and ForAnyValue.',
      source: 'https://iam.cloudcopilot.io/resources/operators',
      observed: true,
      cases: [
        condition('ForAnyValue:StringEqualsIfExists', 'a', undefined, false),
        condition('ForAllValues:StringEqualsIfExists', 'a', undefined, true),
      ],
    },
    {
      number: 99,
      says: 'A key with several values needs ForAllValues or ForAnyValue: a bare operator never holds, so such a Deny does nothing.',
      source: 'https://github.com/ExtendDB/extenddb/pull/271',
      observed: true,
      cases: [condition('StringEquals', 'a', ['a'], false), condition('StringNotEquals', 'b', ['a'], false)],
    },
    {
      number: 100,
      says: 'On a key with one value ForAllValues and ForAnyValue see a list of one.',
      source: sets,
      cases: [
        condition('ForAnyValue:StringEquals', 'a', 'a', true),
        condition('ForAllValues:StringEquals', 'a', 'b', false),
      ],
    },
    {
      number: 101,
      says: 'A key that the action does not support is not in the request.',
      source: general,
      cases: [
        [
          's3:prefix for Cost Explorer, Allow',
          { partial: true, policies: [identity(allow('*', when('StringEquals', 's3:prefix', 'a')))] },
          'implicitDeny',
        ],
        [
          's3:prefix for Cost Explorer, negated Deny',
          { partial: true, policies: [full, identity(deny('*', when('StringNotEquals', 's3:prefix', 'a')))] },
          'explicitDeny',
        ],
      ],
    },
    {
      number: 102,
      says: 'AWS rejects a policy with an unknown operator. Here, its statement never matches.',
      source: operators,
      cases: [condition('StringMatches', 'a', 'a', false)],
    },
  ],
}
