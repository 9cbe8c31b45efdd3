// A random request of which some keys aren't known, with conditions on typed values, and a judge that tries every completion. The judge knows
// nothing of how the evaluator chooses the values it tries: its values are a grid fine enough to have one in every gap between the bounds.
import { type ContextInput, compile, type Decision, type PolicyInput, type Verdict } from '../../src/evaluate/index.ts'

type Random = (below: number) => number

/** A key: what policies compare it with, and every value that can come out differently. */
interface Key {
  readonly key: string
  readonly operators: readonly string[]
  readonly bounds: readonly string[]
  readonly grid: readonly string[]
  /** For keys of two types: what the values of each look like. A key that is compared as one type only holds nothing else. */
  readonly types?: readonly (readonly [operator: RegExp, value: RegExp])[]
}

const number = /^-?\d+(?:\.\d+)?$/

const at = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
const order = (kind: string): readonly string[] =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((name) => kind + name)

const shortTexts = (length: number): readonly string[] =>
  length === 0 ? [''] : ['', ...shortTexts(length - 1).flatMap((text) => ['a', 'b', 'c'].map((one) => one + text))]
const textBounds = ['a', 'b', 'ab', 'a*', '*b', '?', '??', '*', 'b?', 'A']

const keys: readonly Key[] = [
  {
    key: 'my:number',
    operators: order('Numeric'),
    bounds: ['1', '2', '2.5', '-3', '100'],
    grid: ['-4', '-3', '0', '1', '1.5', '2', '2.25', '2.5', '3', '100', '101'],
  },
  {
    key: 'my:date',
    operators: order('Date'),
    bounds: [at(0), at(2), at(500), '2026-01-01T00:00:01Z', '1767225600'],
    grid: [-1, 0, 1, 2, 3, 500, 501, 1000, 1001].map(at),
  },
  {
    key: 'my:address',
    operators: ['IpAddress', 'NotIpAddress'],
    bounds: [
      '0.0.0.0/0',
      '10.0.0.0/8',
      '10.9.0.0/16',
      '10.9.9.9',
      '128.0.0.0/1',
      '::/0',
      '2001:db8::/32',
      '2001:db8::1',
    ],
    grid: ['9.0.0.1', '10.0.0.1', '10.9.0.1', '10.9.9.9', '200.0.0.1', '2001:db8::1', '2001:db8::2', 'fe00::1'],
  },
  { key: 'my:flag', operators: ['Bool'], bounds: ['true', 'false'], grid: ['true', 'false'] },
  {
    key: 'my:bytes',
    operators: ['BinaryEquals'],
    bounds: ['YQ==', 'Yg==', ''],
    grid: ['', 'YQ==', 'Yg==', 'Yw=='],
  },
  {
    key: 'my:text',
    operators: ['Equals', 'NotEquals', 'Like', 'NotLike', 'EqualsIgnoreCase'].map((name) => `String${name}`),
    bounds: textBounds,
    grid: [
      '',
      ...textBounds,
      ...textBounds.map((text) => text.toUpperCase()),
      ...shortTexts(3),
      'aB',
      'Ab',
      'Ba',
      'cB',
      'Bc',
      'Ac',
    ],
  },
  {
    key: 'my:arn',
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'StringLike'],
    bounds: ['arn:aws:s3:::a*', 'arn:aws:s3:::*b', 'arn:aws:*:::ab', 'arn:*b'],
    grid: ['a', 'ab', 'cb', 'ac', 'c', 'c:::ab', 'a:::ab'].flatMap((name) =>
      ['arn:aws:s3:::', 'arn:aws:sqs:::', 'arn:aws:s:q:::', 'arn:x:', 'urn:'].map((start) => start + name),
    ),
  },
]

/** Keys that are read as sets: their grids are small, because every set of three is tried. */
const setKeys: readonly Key[] = [
  ...keys.filter(({ grid }) => grid.length < 12),
  {
    key: 'my:tags',
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
    bounds: ['a', 'b', 'ab', 'a*', '*b', '?'],
    grid: ['a', 'b', 'ab', 'a*', '*b', '?', 'c', 'cc', 'ac', 'cb'],
  },
]

/** Keys that are compared as values of two types, with values that are of both. */
const mixedKeys: readonly Key[] = [
  {
    key: 'my:epoch',
    operators: [...order('Numeric'), ...order('Date')],
    bounds: ['100', '5000', '1767225600', '1767225601', '2020', at(0), '2020-01-01'],
    types: [
      [/"Numeric/, number],
      [/"Date/, /^(?!\d+\.)/],
    ],
    grid: ['99', '100', '100.5', '101', '1969', '2020', '2026', '4999', '5000', '1577836800', '1600000000.5'].concat([
      '1767225599',
      '1767225600',
      '1767225601',
      '1767225602',
      '1767225600000',
      at(-1),
      at(0),
      at(500),
      '1500',
    ]),
  },
  {
    key: 'my:numberText',
    operators: [...order('Numeric'), 'StringEquals', 'StringNotEquals', 'StringLike'],
    bounds: ['1', '10', '1*', '*0', '2.5'],
    types: [
      [/"Numeric/, number],
      [/"String/, /^/],
    ],
    grid: ['0', '1', '1.0', '2', '2.5', '2.50', '3', '10', '10.0', '11', '19', '20', '100', '1000', 'a', '1a', 'a0'],
  },
  {
    key: 'my:addressText',
    operators: ['IpAddress', 'NotIpAddress', 'StringLike', 'StringNotEquals'],
    bounds: ['10.0.0.0/8', '10.9.0.0/16', '10.*', '10.9.9.9', '*.1'],
    types: [
      [/IpAddress"/, /^\d+\.\d+\.\d+\.\d+$/],
      [/"String/, /^/],
    ],
    grid: ['10.0.0.1', '10.0.0.2', '10.9.0.1', '10.9.9.9', '9.0.0.1', '9.0.0.2', '10.x', 'x.1', 'x'],
  },
]

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** A request about which some keys aren't known. */
export interface TypedCase {
  readonly policies: readonly PolicyInput[]
  readonly asked: readonly Key[]
  /** Are all conditions about sets, none, or some of them? */
  readonly reads: 'sets' | 'single values' | 'both'
  /** Some key is compared as values of two types: then the evaluator may leave open what every completion agrees on. */
  readonly isMixed: boolean
}

const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function randomCondition(random: Random, asked: readonly Key[], reads: TypedCase['reads']): Condition {
  const { key, operators, bounds } = pick(random, asked)
  if (random(8) === 0) return { Null: { [key]: pick(random, ['true', 'false']) } }
  const isSet = reads === 'sets' || (reads === 'both' && random(2) === 0)
  const quantifier = isSet ? pick(random, ['ForAllValues:', 'ForAnyValue:']) : ''
  const operator = `${quantifier}${pick(random, operators)}${random(4) === 0 ? 'IfExists' : ''}`
  const values = random(3) === 0 ? [pick(random, bounds), pick(random, bounds)] : pick(random, bounds)
  return { [operator]: { [key]: values } }
}

/** Makes a case of one or two keys, one of them perhaps read as a set, and up to four statements in up to three policies. */
export function randomTypedCase(random: Random): TypedCase {
  const reads = pick(random, ['sets', 'both', 'single values', 'single values', 'single values'] as const)
  const isMixed = random(6) === 0 && reads === 'single values'
  const isPair = random(3) === 0 && reads === 'single values' && !isMixed
  const one = isMixed ? mixedKeys : reads === 'single values' ? keys : setKeys
  const asked = isPair ? [pick(random, setKeys), pick(random, setKeys)] : [pick(random, one)]
  const types = ['identity', 'identity', 'permissions-boundary', 'scp'] as const
  const policies = Array.from({ length: 1 + random(3) }, () => {
    const Statement = Array.from({ length: 1 + random(2) }, () => {
      const conditions = Array.from({ length: random(3) }, () => randomCondition(random, asked, reads))
      return {
        Effect: random(3) === 0 ? 'Deny' : 'Allow',
        Action: '*',
        Resource: '*',
        Condition: Object.assign({}, ...conditions),
      }
    })
    return { type: pick(random, types), document: { Version: '2012-10-17', Statement } }
  })
  return { policies, asked: [...new Set(asked)], reads, isMixed }
}

/** Every value that a completion can give a key; undefined: the request doesn't carry it. Of sets all with up to three values of the grid. */
function completionsOf(key: Key, { reads, policies }: TypedCase): readonly (ContextInput | undefined)[] {
  const written = JSON.stringify(policies)
  const [only, ...others] = (key.types ?? []).filter(([operator]) => operator.test(written))
  const grid = only && others.length === 0 ? key.grid.filter((value) => only[1].test(value)) : key.grid
  // Only a key that some operator reads as a set can be one.
  if (reads === 'single values' || !/"ForA/.test(written)) return [undefined, ...grid]
  // A set can hold an empty text, which ForAllValues passes over.
  const members = [...new Set([...grid, ''])]
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b]))
  const triples = pairs.flatMap(([a = '', b = '']) => members.slice(members.indexOf(b) + 1).map((c) => [a, b, c]))
  return [undefined, ...grid, [], ...members.map((value) => [value]), ...pairs, ...triples]
}

const request = { principal: 'arn:aws:iam::111122223333:user/mateo', action: 'ce:GetTags', resource: '*' }

/** What completions make of a case: the decision if all agree, and the keys in which two completions that decide differently differ alone. */
function judged(given: TypedCase): { readonly decision: Decision; readonly missing: readonly string[] } {
  const evaluator = compile(given.policies)
  const [first, second] = given.asked
  const rows = (first ? completionsOf(first, given) : []).map((value) =>
    (second ? completionsOf(second, given) : [undefined]).map((other) => {
      const context: Record<string, ContextInput> = {}
      if (first && value !== undefined) context[first.key] = value
      if (second && other !== undefined) context[second.key] = other
      return evaluator.decide({ ...request, context })
    }),
  )
  const columns = rows[0]?.map((_, i) => rows.flatMap((row) => row[i] ?? [])) ?? []
  const differ = (lines: readonly (readonly Decision[])[]): boolean => lines.some((line) => new Set(line).size > 1)
  const missing = [...(first && differ(columns) ? [first.key] : []), ...(second && differ(rows) ? [second.key] : [])]
  const [only, ...others] = new Set(rows.flat())
  return { decision: only && others.length === 0 ? only : 'undetermined', missing }
}

/** What's wrong with the evaluator's answer, for people; undefined where the judge agrees. */
export function wrongAbout(given: TypedCase): string | undefined {
  const wanted = judged(given)
  const { decision, missingContext }: Verdict = compile(given.policies).explain({ ...request, contextIs: 'partial' })
  const found = { decision, missing: [...missingContext].sort() }
  const expected = { decision: wanted.decision, missing: [...wanted.missing].sort() }
  if (JSON.stringify(found) === JSON.stringify(expected)) return undefined
  if (given.isMixed && decision === 'undetermined') return undefined
  return `${JSON.stringify(found)} instead of ${JSON.stringify(expected)} for ${JSON.stringify(given.policies)}`
}
