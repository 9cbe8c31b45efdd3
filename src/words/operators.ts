// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What each condition operator compares, and how: sentences for hovers and for the operators' own pages.
import type { Comparison, Operator } from '../iam/index.ts'
import { messagesOf, type Text, type Translation, write } from './messages.ts'

/** What an operator does, for people. */
export interface OperatorWords<T = string> {
  /** "Matches if the request’s value is the same text." */
  readonly matches: T
  /** How values are written, and the usual mistakes. */
  readonly notes: readonly T[]
  /** AWS's page. */
  readonly source: string
}

const page =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_'
const setsPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html'

/** What the value in the policy and the one in the request have to be to each other. */
const relation = messagesOf('operator-relations', {
  string: 'is exactly this text, in upper and lower case',
  'string-ignore-case': 'is this text, in any case',
  'string-like': 'fits this pattern, in upper and lower case',
  arn: 'fits this ARN',
  bool: 'is true or false, as the policy says',
  binary: 'holds the same bytes',
  ip: 'is in this address range',
  null: 'is missing (true) or there (false)',
  'numeric-equal': 'is this number',
  'numeric-less': 'is less than this number',
  'numeric-less-or-equal': 'is this number or less',
  'numeric-greater': 'is greater than this number',
  'numeric-greater-or-equal': 'is this number or greater',
  'date-equal': 'is this point in time',
  'date-less': 'is before this point in time',
  'date-less-or-equal': 'is at or before this point in time',
  'date-greater': 'is after this point in time',
  'date-greater-or-equal': 'is at or after this point in time',
})

const told = messagesOf('operators', {
  matches: 'Matches if the key’s value {{relation}}.',
  matchesUnless: 'Matches unless the key’s value {{relation}}.',
  matchesWithoutKey: 'If the request doesn’t carry the key, the condition matches.',
  failsWithoutKey: 'If the request doesn’t carry the key, the condition doesn’t match.',
  noneOfSeveral: 'With several values, it matches if none of them does.',
  oneOfSeveral: 'With several values, it matches if one of them does.',
  variables: 'Policy variables such as `${aws:username}` work in its values.',
  noVariables: 'Policy variables don’t work in its values.',
  ordinary: '`*` and `?` are ordinary characters.',
  ordinaryForPatterns: '`*` and `?` are ordinary characters. For patterns, use `StringLike` or `StringNotLike`.',
  wildcards: '`*` matches any number of characters, `?` matches one.',
  acrossColons: 'In an ARN, `*` also matches colons. For ARNs, use `ArnLike` or `ArnNotLike`.',
  arnParts: 'Each of the six parts of the ARN is compared on its own, so `*` doesn’t match across colons.',
  arnTwins: '`ArnEquals` and `ArnLike` do the same, and so do `ArnNotEquals` and `ArnNotLike`: both take `*` and `?`.',
  numbers: 'Values are whole numbers or decimals.',
  dates: 'Values are dates such as `2026-11-28T12:00:00Z`, or seconds since 1970.',
  boolWithoutKey: 'A request without the key isn’t the same as `false`. `BoolIfExists` also matches without the key.',
  base64: 'The policy holds the value in Base64.',
  ranges: 'Values are IPv4 or IPv6 ranges such as `203.0.113.0/24`. An address without a prefix matches only itself.',
  publicOnly: 'For `aws:SourceIp`, private ranges never match: it holds public addresses.',
  nullValues: '`"true"` matches requests without the key, `"false"` those with it.',
  nullAlone: 'It can’t be combined with `IfExists`.',
  emptyIsMissing: 'An empty list of values counts as missing.',
})

const notes: Readonly<Record<Comparison, readonly Text[]>> = {
  string: [told('ordinaryForPatterns'), told('variables')],
  'string-ignore-case': [told('ordinary'), told('variables')],
  'string-like': [told('wildcards'), told('acrossColons'), told('variables')],
  arn: [told('arnParts'), told('arnTwins'), told('variables')],
  numeric: [told('numbers'), told('noVariables')],
  date: [told('dates'), told('noVariables')],
  bool: [told('boolWithoutKey'), told('variables')],
  binary: [told('base64'), told('noVariables')],
  ip: [told('ranges'), told('publicOnly'), told('noVariables')],
  null: [told('nullValues'), told('nullAlone'), told('emptyIsMissing')],
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
export function operatorWords({ comparison, negated, order }: Operator, translation?: Translation): OperatorWords {
  const ofNull = comparison === 'null'
  const absent = told(negated ? 'matchesWithoutKey' : 'failsWithoutKey')
  const several = told(negated ? 'noneOfSeveral' : 'oneOfSeveral')
  const say = (text: Text): string => write(text, translation)
  const isOrdered = comparison === 'numeric' || comparison === 'date'
  const fits = isOrdered ? relation(`${comparison}-${order}`) : relation(comparison)
  return {
    matches: say(told(negated ? 'matchesUnless' : 'matches', { relation: fits })),
    notes: [...(ofNull ? [] : [absent, several]), ...notes[comparison]].map(say),
    source: page + anchors[comparison],
  }
}

/** What comes before or after an operator's name. */
export const operatorParts = ['IfExists', 'ForAnyValue', 'ForAllValues'] as const
export type OperatorPart = (typeof operatorParts)[number]

const part = messagesOf('operator-parts', {
  ifExists: 'At the end of an operator: also matches if the request doesn’t carry the key.',
  inAllow: 'In an Allow, it lets requests without the key through. Check that you want that.',
  inDeny: 'In a Deny, it also denies requests without the key.',
  notWithNull: 'It can’t be combined with `Null`.',
  forAnyValue: 'Before an operator: matches if at least one of the key’s values fits.',
  forAllValues: 'Before an operator: matches if all of the key’s values fit.',
  forSeveral: 'It’s for keys that can have several values, such as `aws:TagKeys`.',
  anyWithoutKey: 'If the request doesn’t carry the key, or the key has no value, the condition doesn’t match.',
  allWithoutKey:
    'If the request doesn’t carry the key, or the key has no value, the condition matches. In an Allow, add `Null` with `"false"` for the same key.',
})

const parts: Readonly<Record<OperatorPart, OperatorWords<Text>>> = {
  IfExists: {
    matches: part('ifExists'),
    notes: [part('inAllow'), part('inDeny'), part('notWithNull')],
    source: `${page}IfExists`,
  },
  ForAnyValue: {
    matches: part('forAnyValue'),
    notes: [part('forSeveral'), part('anyWithoutKey')],
    source: setsPage,
  },
  ForAllValues: {
    matches: part('forAllValues'),
    notes: [part('forSeveral'), part('allWithoutKey')],
    source: setsPage,
  },
}

/** What a part of an operator's name does. */
export function operatorPartWords(name: OperatorPart, translation?: Translation): OperatorWords {
  const { matches, notes: several, source } = parts[name]
  return { matches: write(matches, translation), notes: several.map((note) => write(note, translation)), source }
}
