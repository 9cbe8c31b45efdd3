// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What each condition operator compares, and how: sentences for hovers and for the operators' own pages.
import type { Comparison, Operator } from '../iam/index.ts'

/** What an operator does, for people. */
export interface OperatorWords {
  /** "Matches if the request’s value is the same text." */
  readonly matches: string
  /** How values are written, and the usual mistakes. */
  readonly notes: readonly string[]
  /** AWS's page. */
  readonly source: string
}

const page =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_'
const setsPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html'

/** What the value in the policy and the one in the request have to be to each other. */
const relations: Readonly<Record<Comparison, string>> = {
  string: 'is exactly this text, in upper and lower case',
  'string-ignore-case': 'is this text, in any case',
  'string-like': 'fits this pattern, in upper and lower case',
  arn: 'fits this ARN',
  numeric: 'is this number',
  date: 'is this point in time',
  bool: 'is true or false, as the policy says',
  binary: 'holds the same bytes',
  ip: 'is in this address range',
  null: 'is missing (true) or there (false)',
}

const orders: Readonly<Record<'numeric' | 'date', Readonly<Record<Operator['order'], string>>>> = {
  numeric: {
    equal: 'is this number',
    less: 'is less than this number',
    'less-or-equal': 'is this number or less',
    greater: 'is greater than this number',
    'greater-or-equal': 'is this number or greater',
  },
  date: {
    equal: 'is this point in time',
    less: 'is before this point in time',
    'less-or-equal': 'is at or before this point in time',
    greater: 'is after this point in time',
    'greater-or-equal': 'is at or after this point in time',
  },
}

const variables = 'Policy variables such as `${aws:username}` work in its values.'
const noVariables = 'Policy variables don’t work in its values.'

const notes: Readonly<Record<Comparison, readonly string[]>> = {
  string: ['`*` and `?` are ordinary characters. For patterns, use `StringLike` or `StringNotLike`.', variables],
  'string-ignore-case': ['`*` and `?` are ordinary characters.', variables],
  'string-like': [
    '`*` matches any number of characters, `?` matches one.',
    'In an ARN, `*` also matches colons. For ARNs, use `ArnLike` or `ArnNotLike`.',
    variables,
  ],
  arn: [
    'Each of the six parts of the ARN is compared on its own, so `*` doesn’t match across colons.',
    '`ArnEquals` and `ArnLike` do the same, and so do `ArnNotEquals` and `ArnNotLike`: both take `*` and `?`.',
    variables,
  ],
  numeric: ['Values are whole numbers or decimals.', noVariables],
  date: ['Values are dates such as `2026-11-28T12:00:00Z`, or seconds since 1970.', noVariables],
  bool: [
    'A request without the key isn’t the same as `false`. `BoolIfExists` also matches without the key.',
    variables,
  ],
  binary: ['The policy holds the value in Base64.', noVariables],
  ip: [
    'Values are IPv4 or IPv6 ranges such as `203.0.113.0/24`. An address without a prefix matches only itself.',
    'For `aws:SourceIp`, private ranges never match: it holds public addresses.',
    noVariables,
  ],
  null: [
    '`"true"` matches requests without the key, `"false"` those with it.',
    'It can’t be combined with `IfExists`.',
    'An empty list of values counts as missing.',
  ],
}

const anchors: Readonly<Record<Comparison, string>> = {
  string: 'String',
  'string-ignore-case': 'String',
  'string-like': 'String',
  arn: 'ARN',
  numeric: 'Numeric',
  date: 'Date',
  bool: 'Boolean',
  binary: 'BinaryEquals',
  ip: 'IPAddress',
  null: 'Null',
}

/** What an operator without IfExists and without a set prefix does. */
export function operatorWords({ comparison, negated, order }: Operator): OperatorWords {
  const relation = comparison === 'numeric' || comparison === 'date' ? orders[comparison][order] : relations[comparison]
  const absent =
    comparison === 'null'
      ? []
      : [
          negated
            ? 'If the request doesn’t carry the key, the condition matches.'
            : 'If the request doesn’t carry the key, the condition doesn’t match.',
        ]
  const several =
    comparison === 'null'
      ? []
      : [
          negated
            ? 'With several values, it matches if none of them does.'
            : 'With several values, it matches if one of them does.',
        ]
  return {
    matches: negated ? `Matches unless the key’s value ${relation}.` : `Matches if the key’s value ${relation}.`,
    notes: [...absent, ...several, ...notes[comparison]],
    source: page + anchors[comparison],
  }
}

/** What comes before or after an operator's name. */
export const operatorParts = ['IfExists', 'ForAnyValue', 'ForAllValues'] as const
export type OperatorPart = (typeof operatorParts)[number]

/** What a part of an operator's name does. */
export const operatorPartWords: Readonly<Record<OperatorPart, OperatorWords>> = {
  IfExists: {
    matches: 'At the end of an operator: also matches if the request doesn’t carry the key.',
    notes: [
      'In an Allow, it lets requests without the key through. Check that you want that.',
      'In a Deny, it also denies requests without the key.',
      'It can’t be combined with `Null`.',
    ],
    source: `${page}IfExists`,
  },
  ForAnyValue: {
    matches: 'Before an operator: matches if at least one of the key’s values fits.',
    notes: [
      'It’s for keys that can have several values, such as `aws:TagKeys`.',
      'If the request doesn’t carry the key, or the key has no value, the condition doesn’t match.',
    ],
    source: setsPage,
  },
  ForAllValues: {
    matches: 'Before an operator: matches if all of the key’s values fit.',
    notes: [
      'It’s for keys that can have several values, such as `aws:TagKeys`.',
      'If the request doesn’t carry the key, or the key has no value, the condition matches. In an Allow, add `Null` with `"false"` for the same key.',
    ],
    source: setsPage,
  },
}
