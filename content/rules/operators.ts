import { condition } from './condition.ts'
import { guide, type RuleSection } from './rule.ts'
import { allow, identity, when } from './scenario.ts'

const source = guide('reference_policies_elements_condition_operators')
const topic = 'arn:aws:sns:us-east-1:111122223333:topic'

export const operators: RuleSection = {
  title: 'Operators',
  rules: [
    {
      number: 103,
      says: 'StringEquals takes wildcards literally, StringLike as wildcards with upper and lower case; the IgnoreCase ones know no wildcards.',
      source,
      cases: [
        condition('StringEquals', 'a*', 'a*', true),
        condition('StringEquals', 'a*', 'ab', false),
        condition('StringEquals', 'a', 'A', false),
        condition('StringEqualsIgnoreCase', 'Ab', 'aB', true),
        condition('StringEqualsIgnoreCase', 'a*', 'ab', false),
        condition('StringNotEqualsIgnoreCase', 'Ab', 'aB', false),
        condition('StringLike', 'a*', 'ab', true),
        condition('StringLike', 'a?', 'A1', false),
        condition('StringNotLike', 'a*', 'ab', false),
      ],
    },
    {
      number: 104,
      says: '${*}, ${?} and ${$} are the characters themselves.',
      source: guide('reference_policies_variables'),
      cases: [
        condition('StringLike', 'a${*}', 'a*', true),
        condition('StringLike', 'a${*}', 'ab', false),
        condition('StringLike', '${?}${$}', '?$', true),
      ],
    },
    {
      number: 105,
      says: 'ArnEquals and ArnLike are the same: six parts, each by itself, no wildcard past a colon; StringLike may.',
      source,
      cases: [
        condition('ArnLike', 'arn:aws:sns:*:111122223333:t*', topic, true),
        condition('ArnEquals', 'arn:aws:sns:*:111122223333:t*', topic, true),
        condition('ArnLike', 'arn:aws:sns:*:topic', topic, false),
        condition('StringLike', 'arn:aws:sns:*:topic', topic, true),
        condition('ArnLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/a/b', true),
        condition('ArnNotLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:user/x', true),
      ],
    },
    {
      number: 106,
      says: 'A value that is no ARN never matches under ArnLike. What it does under ArnNotLike AWS does not say: here it does not hold.',
      source,
      cases: [condition('ArnLike', 'topic', 'topic', false), condition('ArnNotLike', 'topic', topic, false)],
      instead: 'The policy checks say that the value isn’t an ARN.',
    },
    {
      number: 107,
      says: 'Numbers are whole or decimal; “12abc” is none.',
      source,
      cases: [
        condition('NumericEquals', '10', '10.0', true),
        condition('NumericEquals', 10, '10', true),
        condition('NumericEquals', '12', '12abc', false),
        condition('NumericNotEquals', 'ten', '10', false),
        condition('NumericLessThan', '-1', '-2.5', true),
      ],
    },
    {
      number: 108,
      says: 'NumericGreaterThan: the request’s number is greater than the policy’s.',
      source,
      cases: [
        condition('NumericGreaterThan', '5', '6', true),
        condition('NumericGreaterThan', '5', '5', false),
        condition('NumericGreaterThanEquals', '5', '5', true),
        condition('NumericLessThanEquals', '5', '5', true),
        condition('NumericLessThan', '5', '5', false),
      ],
    },
    {
      number: 109,
      says: 'Dates are ISO 8601, a day alone too, or seconds since 1970; both kinds compare with each other.',
      source,
      cases: [
        condition('DateLessThan', '2026-01-01', '2025-12-31T23:59:59Z', true),
        condition('DateLessThan', '2026-01-01T00:00:00Z', '1767225599', true),
        condition('DateGreaterThan', '2026-01-01T00:00:00+02:00', '2025-12-31T22:00:01Z', true),
        condition('DateEquals', '2026-01-01', '2026-01-01T00:00:00Z', true),
        condition('DateEquals', '2026', '2026-01-01', true),
        condition('DateLessThan', '2026-02-30', '2026-01-01', false),
        condition('DateNotEquals', '2026-01-01', '2026-01-02', true),
        condition('DateNotEquals', 'today', '2026-01-01', false),
        condition('DateEquals', '2024-01-01', '1704067200000', true),
        condition('DateNotEquals', '2024-01-01', '1704067200001', true),
      ],
    },
    {
      number: 110,
      says: 'aws:EpochTime takes date and number operators, aws:CurrentTime dates only.',
      source: guide('reference_policies_condition-keys'),
      cases: [
        [
          'a number',
          {
            context: { 'aws:EpochTime': '1767225599' },
            policies: [identity(allow('*', when('NumericLessThan', 'aws:EpochTime', '1767225600')))],
          },
          'allowed',
        ],
        [
          'a date',
          {
            context: { 'aws:EpochTime': '1767225599' },
            policies: [identity(allow('*', when('DateLessThan', 'aws:EpochTime', '2026-01-01')))],
          },
          'allowed',
        ],
        [
          'aws:CurrentTime',
          {
            context: { 'aws:CurrentTime': '2025-12-31T23:59:59Z' },
            policies: [identity(allow('*', when('DateLessThan', 'aws:CurrentTime', '2026-01-01')))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 111,
      says: 'Bool knows true and false, in any case, as text or JSON; any other text never matches.',
      source,
      cases: [
        condition('Bool', 'true', 'TRUE', true),
        condition('Bool', true, 'true', true),
        condition('Bool', 'false', 'true', false),
        condition('Bool', 'yes', 'yes', false),
      ],
    },
    {
      number: 112,
      says: 'BinaryEquals compares the bytes behind the base64.',
      source,
      cases: [
        condition('BinaryEquals', 'QQ==', 'QQ==', true),
        condition('BinaryEquals', 'QQ==', 'qq==', false),
        condition('BinaryEquals', 'not base64!', 'not base64!', false),
      ],
    },
    {
      number: 113,
      says: 'An address without a mask is that one address.',
      source,
      cases: [
        condition('IpAddress', '203.0.113.5', '203.0.113.5', true),
        condition('IpAddress', '203.0.113.5', '203.0.113.6', false),
        condition('IpAddress', '203.0.113.0/24', '203.0.113.77', true),
        condition('IpAddress', '0.0.0.0/0', '8.8.8.8', true),
        condition('IpAddress', '10.0.0.0/9', '10.128.0.1', false),
        condition('IpAddress', 'nonsense/99', '1.2.3.4', false),
        condition('NotIpAddress', '10.0.0.0/33', '10.1.2.3', false),
        condition('NotIpAddress', 'office', undefined, true),
      ],
    },
    {
      number: 114,
      says: 'An IPv6 caller is not in an IPv4 range.',
      source,
      cases: [
        condition('NotIpAddress', '203.0.113.5', '2001:db8::1', true),
        condition('IpAddress', '0.0.0.0/0', '2001:db8::1', false),
      ],
    },
    {
      number: 115,
      says: 'IPv6 compares by value, however it is written.',
      source,
      cases: [
        condition('IpAddress', '2001:DB8:0:0::1', '2001:db8::1', true),
        condition('IpAddress', '2001:db8::/33', '2001:db8:8000::1', false),
        condition('IpAddress', '2001:DB8::/32', '2001:db8:8000::1', true),
      ],
    },
    {
      number: 116,
      says: 'NotIpAddress with several ranges: inside any of them is inside.',
      source,
      cases: [
        condition('NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '198.51.100.9', false),
        condition('NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '192.0.2.1', true),
        condition('NotIpAddress', ['10.0.0.0/8', 'office'], '203.0.113.5', false),
      ],
    },
  ],
}
