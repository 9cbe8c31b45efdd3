import type { ActualValue, ConditionReason } from '../evaluate/index.ts'
import { type Operator, readOperator } from '../iam/index.ts'
import { listOf, messagesOf, type Text, type Told } from './messages.ts'

/** What the key's value has to be for a statement to apply: of an Allow, "must be"; of a Deny, "is". */
export type Stance = 'must' | 'is'

const told = messagesOf('condition-clause', {
  must: '{{wanted}}; {{actual}}',
  is: 'it applies if {{wanted}}; {{actual}}',
  unknownOperator: '`{{key}}` is compared with {{operator}}, which AWS doesn’t have; {{actual}}',
  key: '`{{key}}`',
  oneValue: 'at least one value of `{{key}}`',
  everyValue: 'every value of `{{key}}`',
  mustOrAbsent: '{{wanted}} or be absent',
  isOrAbsent: '{{wanted}} or is absent',
  mustString: '{{key}} must be {{values}}',
  isString: '{{key}} is {{values}}',
  mustNotString: '{{key}} must not be {{values}}',
  isNotString: '{{key}} isn’t {{values}}',
  mustAnyCase: '{{key}} must be {{values}} in any case',
  isAnyCase: '{{key}} is {{values}} in any case',
  mustNotAnyCase: '{{key}} must not be {{values}} in any case',
  isNotAnyCase: '{{key}} isn’t {{values}} in any case',
  mustPattern: '{{key}} must match {{values}}',
  isPattern: '{{key}} matches {{values}}',
  mustNotPattern: '{{key}} must not match {{values}}',
  isNotPattern: '{{key}} doesn’t match {{values}}',
  mustRange: '{{key}} must be in {{values}}',
  isRange: '{{key}} is in {{values}}',
  mustNotRange: '{{key}} must not be in {{values}}',
  isNotRange: '{{key}} isn’t in {{values}}',
  mustBytes: '{{key}} must hold the bytes {{values}} (in Base64)',
  isBytes: '{{key}} holds the bytes {{values}} (in Base64)',
  mustAbsent: '{{key}} must be absent',
  isAbsent: '{{key}} is absent',
  mustPresent: '{{key}} must be present',
  isPresent: '{{key}} is present',
  mustEither: '{{key}} can be present or absent',
  isEither: '{{key}} is present or absent',
  mustLessNumeric: '{{key}} must be less than {{values}}',
  isLessNumeric: '{{key}} is less than {{values}}',
  mustAtMostNumeric: '{{key}} must be at most {{values}}',
  isAtMostNumeric: '{{key}} is at most {{values}}',
  mustMoreNumeric: '{{key}} must be greater than {{values}}',
  isMoreNumeric: '{{key}} is greater than {{values}}',
  mustAtLeastNumeric: '{{key}} must be at least {{values}}',
  isAtLeastNumeric: '{{key}} is at least {{values}}',
  mustLessDate: '{{key}} must be before {{values}}',
  isLessDate: '{{key}} is before {{values}}',
  mustAtMostDate: '{{key}} must be at or before {{values}}',
  isAtMostDate: '{{key}} is at or before {{values}}',
  mustMoreDate: '{{key}} must be after {{values}}',
  isMoreDate: '{{key}} is after {{values}}',
  mustAtLeastDate: '{{key}} must be at or after {{values}}',
  isAtLeastDate: '{{key}} is at or after {{values}}',
  never: '{{actual}}, and `{{action}}` requests never have it',
  open: '{{actual}}, and the value of a variable isn’t known',
  over: '{{actual}}, and that time is over',
  notYet: '{{actual}}, and that time hasn’t come yet',
  literal: '{{actual}}. {{operator}} takes `*` and `?` literally',
  otherCase: '{{actual}}, which differs in upper and lower case',
  absent: 'the request doesn’t have it',
  unknown: 'the request’s value isn’t known',
  several: 'the request has several values, which this operator never matches',
  empty: 'the request has an empty value',
  emptyList: 'the request has no values for it',
  has: 'the request has {{values}}',
  code: '`{{text}}`',
  nothing: 'one of no values',
  more: '{{count}} more',
})

type Relation =
  | 'String'
  | 'AnyCase'
  | 'Pattern'
  | 'Range'
  | 'Bytes'
  | 'Absent'
  | 'Present'
  | 'Either'
  | `${'Less' | 'AtMost' | 'More' | 'AtLeast'}${'Numeric' | 'Date'}`

/**
 * What a condition asks for and what the request has: "`aws:RequestedRegion` must be `eu-central-1`; the request has `us-east-1`". In a Deny the condition
 * says when the statement applies, so there it reads "it applies if … is …".
 */
export function conditionText(reason: ConditionReason, stance: Stance): Told {
  const operator = readOperator(reason.operator)
  const actual = actualText(reason, operator)
  if (!operator) return told('unknownOperator', { key: reason.key, operator: reason.operator, actual })
  return told(stance, { wanted: wantedText(reason, operator, stance), actual })
}

function wantedText({ key, values }: ConditionReason, operator: Operator, stance: Stance): Told {
  const relation = relationOf(operator, values)
  const subject = told(
    operator.quantifier === 'for-any' ? 'oneValue' : operator.quantifier === 'for-all' ? 'everyValue' : 'key',
    { key },
  )
  const isNegatable = relation === 'String' || relation === 'AnyCase' || relation === 'Pattern' || relation === 'Range'
  const data = { key: subject, values: listedValues(values) }
  const wanted = told(operator.negated && isNegatable ? `${stance}Not${relation}` : `${stance}${relation}`, data)
  // A negated operator matches a request without the key anyway, and "must not be … or be absent" says the opposite.
  const saysAbsent = operator.ifExists && !(operator.negated && stance === 'must')
  return saysAbsent ? told(`${stance}OrAbsent`, { wanted }) : wanted
}

const orders = { less: 'Less', 'less-or-equal': 'AtMost', greater: 'More', 'greater-or-equal': 'AtLeast' } as const

function relationOf({ comparison, order }: Operator, values: readonly string[]): Relation {
  switch (comparison) {
    case 'string-ignore-case':
      return 'AnyCase'
    case 'string-like':
    case 'arn':
      return values.some(isPattern) ? 'Pattern' : 'String'
    case 'ip':
      return 'Range'
    case 'binary':
      return 'Bytes'
    case 'null':
      return presence(values)
    case 'numeric':
    case 'date':
      return order === 'equal' ? 'String' : `${orders[order]}${comparison === 'date' ? 'Date' : 'Numeric'}`
    case 'string':
    case 'bool':
      return 'String'
  }
}

function presence(values: readonly string[]): Relation {
  const absent = values.filter((value) => value.toLowerCase() === 'true').length
  if (absent === 0) return 'Present'
  return absent === values.length ? 'Absent' : 'Either'
}

const isPattern = (value: string): boolean => /[*?]/.test(value)

/** What the request has, with what else explains why that doesn't match. */
function actualText(reason: ConditionReason, operator: Operator | undefined): Told {
  const { actual, neverIn, time, variableUnknown } = reason
  const plain = valuesText(actual)
  if (neverIn !== undefined) return told('never', { actual: plain, action: neverIn })
  if (time !== undefined) return told(time === 'over' ? 'over' : 'notYet', { actual: plain })
  if (variableUnknown) return told('open', { actual: plain })
  return operator?.comparison === 'string' ? exactText(reason, plain) : plain
}

/** The two usual mistakes with an exact comparison: a pattern, and upper and lower case. */
function exactText({ values, actual, operator }: ConditionReason, plain: Told): Told {
  if (values.some(isPattern)) return told('literal', { actual: plain, operator })
  const [only, ...more] = actual.is === 'values' ? actual.values : []
  const isOtherCase =
    only !== undefined &&
    more.length === 0 &&
    !values.includes(only) &&
    values.some((value) => value.toLowerCase() === only.toLowerCase())
  return isOtherCase ? told('otherCase', { actual: plain }) : plain
}

function valuesText(actual: ActualValue): Told {
  switch (actual.is) {
    case 'absent':
    case 'unknown':
    case 'several':
      return told(actual.is)
    case 'values':
      if (actual.values.length === 0) return told('emptyList')
      return actual.values.join('') === '' && actual.values.length === 1
        ? told('empty')
        : told('has', { values: listedValues(actual.values, 'and') })
  }
}

/** "`a`, `b` or `c`", at most four. */
function listedValues(values: readonly string[], word: 'and' | 'or' = 'or'): Text {
  if (values.length === 0) return told('nothing')
  const shown = values.slice(0, 4).map((text) => told('code', { text }))
  return listOf(values.length > 4 ? [...shown, told('more', { count: values.length - 4 })] : shown, word)
}
