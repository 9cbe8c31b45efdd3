// The keys of random partial requests, with the values that policies compare them with and those that requests carry.
import type { ContextInput, PolicyInput, Request } from '../../src/evaluate/index.ts'
import { here, there } from './scenario.ts'

export type Random = (below: number) => number
export type Context = Readonly<Record<string, ContextInput>>
export type Condition = readonly [operator: string, key: string, values: readonly string[]]

export interface PartialScenario {
  readonly request: Request
  readonly policies: readonly PolicyInput[]
  readonly conditions: readonly Condition[]
  /** The keys that policies ask for and the request doesn't give. */
  readonly open: readonly string[]
}

export const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** What the values of a key are. */
export interface Kind {
  readonly operators: readonly string[]
  /** Those of policies. */
  readonly values: readonly string[]
  /** On, between, and outside these. */
  readonly near: readonly string[]
}

export const role = `arn:aws:iam::${here}:role/x`
export const texts = ['x', 'y', 'X', 'x/y', 'x-y', 'xx', 'arn:aws:iam::*:role/x', '']
const strings = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
]
const order = (type: string) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => `${type}${name}`,
  )
const arns = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals']
const arnValues = [
  'arn:aws:iam::*:role/*',
  `arn:aws:iam::${here}:*`,
  role,
  `arn:aws:s3:::x`,
  'arn:*:s3:::*',
  'arn:aws:*:x',
  '${k:a}',
  'arn:aws:s3:::${k:a}',
  'x',
]
export const text: Kind = {
  operators: strings,
  values: ['x', 'y', 'X', 'x/y', 'x*', '*y', '?', 'x?', '*', 'x-*-y', '${*}', 'x${*}', ''],
  near: texts,
}
export const number: Kind = {
  operators: order('Numeric'),
  values: ['1', '1.0', '2', '5', '-1', '1e1', '${k:a}'],
  near: ['0', '1', '1.5', '2', '3', '5', '10', '-1', '-5', '100'],
}
export const date: Kind = {
  operators: order('Date'),
  values: ['2026-01-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:01Z', '1767225600', '2027-01-01T00:00:00Z'],
  near: [
    '2025-12-31T23:59:59Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.5Z',
    '2026-01-01T00:00:01Z',
    '2026-06-01T00:00:00Z',
    '2028-01-01T00:00:00Z',
  ],
}
export const address: Kind = {
  operators: ['IpAddress', 'NotIpAddress'],
  values: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '0.0.0.0/0', '::/0', '2001:db8::/32'],
  near: ['10.0.0.1', '10.1.2.3', '10.1.0.9', '9.9.9.9', '2001:db8::1', '::1'],
}
export const bytes: Kind = {
  operators: ['BinaryEquals'],
  values: ['eA==', 'eHk='],
  near: ['eA==', 'eHk=', 'enp6'],
}
export const flag: Kind = {
  operators: ['Bool'],
  values: ['true', 'false', 'TRUE', '${k:flag}'],
  near: ['true', 'false'],
}
export const arn: Kind = {
  operators: arns,
  values: arnValues,
  near: [
    role,
    `arn:aws:iam::${there}:role/x`,
    `arn:aws:iam::${here}:user/z`,
    'arn:aws:s3:::x',
    'arn:aws:s3:::y',
    'arn:aws:s3:::x:y',
    'x',
  ],
}

export const keyKinds: readonly (readonly [key: string, kinds: readonly Kind[]])[] = [
  ['k:a', [text]],
  ['k:b', [text]],
  ['k:set', [text]],
  ['k:n', [number]],
  ['k:d', [date]],
  ['k:bin', [bytes]],
  ['k:flag', [flag]],
  ['k:mixed', [text, number]],
  ['k:mixed2', [number, date, address]],
  ['k:mixed3', [text, flag, arn]],
  ['k:arn', [arn]],
  ['aws:PrincipalTag/team', [text]],
  ['aws:RequestTag/team', [text]],
  ['aws:TagKeys', [text]],
  ['aws:PrincipalArn', [arn, text]],
  ['aws:PrincipalAccount', [text]],
  ['aws:PrincipalType', [text]],
  ['aws:userid', [text]],
  ['aws:username', [text]],
  ['aws:SourceIp', [address]],
  ['aws:VpcSourceIp', [address]],
  ['aws:SourceVpc', [text]],
  ['aws:SourceVpce', [text]],
  ['aws:ViaAWSService', [flag]],
  ['aws:CalledVia', [text]],
  ['aws:CalledViaFirst', [text]],
  ['aws:PrincipalIsAWSService', [flag]],
  ['aws:PrincipalServiceName', [text]],
  ['aws:PrincipalOrgID', [text]],
  ['aws:ResourceAccount', [text]],
  ['aws:ResourceOrgID', [text]],
  ['aws:SourceArn', [arn]],
  ['aws:SourceAccount', [text]],
  ['aws:MultiFactorAuthPresent', [flag]],
  ['aws:MultiFactorAuthAge', [number]],
  ['aws:TokenIssueTime', [date]],
  ['aws:CurrentTime', [date]],
  ['aws:SecureTransport', [flag]],
  ['ec2:SourceInstanceARN', [arn]],
  ['lambda:SourceFunctionArn', [arn]],
  ['s3:prefix', [text]],
]
