import type { SceneName } from './scenes.ts'

/** A condition with an operator, and the requests that show what the operator does. */
export interface OperatorSample {
  readonly scene: SceneName
  readonly operator: string
  readonly key: string
  readonly multivalued: boolean
  readonly wanted: readonly string[]
  /** Values in the request; undefined: without the key. */
  readonly requests: readonly (readonly string[] | undefined)[]
}

const team = { scene: 'user', key: 'aws:PrincipalTag/team', multivalued: false } as const
const role = { scene: 'session', key: 'aws:PrincipalArn', multivalued: false } as const
const age = { scene: 'user', key: 'aws:MultiFactorAuthAge', multivalued: false } as const
const time = { scene: 'user', key: 'aws:CurrentTime', multivalued: false } as const
const address = { scene: 'user', key: 'aws:SourceIp', multivalued: false } as const
const secure = { scene: 'user', key: 'aws:MultiFactorAuthPresent', multivalued: false } as const
const tags = { scene: 'tagging', key: 'aws:TagKeys', multivalued: true } as const

type Base = Omit<OperatorSample, 'operator' | 'wanted' | 'requests'>

/** One value per request; undefined: without the key. */
const sample = (
  base: Base,
  operator: string,
  wanted: readonly string[],
  ...values: readonly (string | undefined)[]
): OperatorSample => ({
  ...base,
  operator,
  wanted,
  requests: values.map((value) => (value === undefined ? undefined : [value])),
})

const text = ['finance', 'Finance', 'finance-emea', undefined] as const
const roles = [
  'arn:aws:iam::111122223333:role/Reporting',
  'arn:aws:iam::111122223333:role/Deploy',
  'arn:aws:iam::444455556666:role/Reporting',
  undefined,
] as const
const reporting = ['arn:aws:iam::111122223333:role/Report*']
const seconds = ['600', '3600', '7200', undefined] as const
const noon = '2026-11-28T12:00:00Z'
const times = ['2026-11-28T11:59:59Z', noon, '2026-11-28T12:00:01Z'] as const
const addresses = ['203.0.113.7', '198.51.100.7', '10.0.0.1', undefined] as const

const samples: readonly OperatorSample[] = [
  sample(team, 'StringEquals', ['finance'], ...text),
  sample(team, 'StringNotEquals', ['finance'], ...text),
  sample(team, 'StringEqualsIgnoreCase', ['finance'], ...text),
  sample(team, 'StringNotEqualsIgnoreCase', ['finance'], ...text),
  sample(team, 'StringLike', ['finance*'], ...text),
  sample(team, 'StringNotLike', ['finance*'], ...text),
  sample(role, 'ArnEquals', reporting, ...roles),
  sample(role, 'ArnNotEquals', reporting, ...roles),
  sample(role, 'ArnLike', reporting, ...roles),
  sample(role, 'ArnNotLike', reporting, ...roles),
  ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].flatMap((order) => [
    sample(age, `Numeric${order}`, ['3600'], ...seconds),
    sample(time, `Date${order}`, [noon], ...times),
  ]),
  sample(secure, 'Bool', ['false'], 'true', 'false', undefined),
  sample(
    { ...team, key: 'kms:EncryptionContext:seal' },
    'BinaryEquals',
    ['c2VhbA=='],
    'c2VhbA==',
    'b3RoZXI=',
    undefined,
  ),
  sample(address, 'IpAddress', ['203.0.113.0/24'], ...addresses),
  sample(address, 'NotIpAddress', ['203.0.113.0/24'], ...addresses),
  sample(secure, 'Null', ['true'], 'true', 'false', undefined),
  { ...sample(address, 'IpAddressIfExists', ['203.0.113.0/24'], ...addresses) },
  { ...tags, operator: 'ForAnyValue:StringEquals', wanted: ['team', 'owner'], requests: tagLists() },
  { ...tags, operator: 'ForAllValues:StringEquals', wanted: ['team', 'owner'], requests: tagLists() },
]

function tagLists(): OperatorSample['requests'] {
  return [['team'], ['team', 'owner'], ['team', 'project'], ['project'], undefined]
}

/** By the operator's plain name, or the part of the name that it's about: "StringLike", "IfExists", "ForAnyValue". */
export const operatorSamples: ReadonlyMap<string, OperatorSample> = new Map(
  samples.map((each) => [nameOf(each.operator), each]),
)

function nameOf(operator: string): string {
  const colon = operator.indexOf(':')
  if (colon >= 0) return operator.slice(0, colon)
  return operator.endsWith('IfExists') ? 'IfExists' : operator
}
