// Values of conditions: AWS's numbers, dates, addresses, base64, and Booleans, and samples on both sides of each bound.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressesAround,
  bytesAround,
  datesAround,
  inRange,
  isIpRange,
  isPrivateRange,
  networkOf,
  numbersAround,
  rangesTest,
  readBase64,
  readBoolean,
  readDate,
  readIpRange,
  readNumber,
} from '../../src/iam/index.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_datatypes.html
test.each<[text: string, number: number | undefined]>([
  ['12', 12],
  [' -0.5 ', -0.5],
  ['007', 7],
  ['1e3', undefined],
  ['+5', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['12abc', undefined],
  ['0x10', undefined],
  ['', undefined],
  ['Infinity', undefined],
  ['9'.repeat(400), undefined],
])('the number %j is %s', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

// https://www.w3.org/TR/NOTE-datetime
test.each<[text: string, iso: string | undefined]>([
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['2026-03', '2026-03-01T00:00:00.000Z'],
  ['2026-03-04', '2026-03-04T00:00:00.000Z'],
  ['2026-03-04T05:06Z', '2026-03-04T05:06:00.000Z'],
  ['2026-03-04T05:06:07+02:30', '2026-03-04T02:36:07.000Z'],
  ['2026-03-04T05:06:07-0230', '2026-03-04T07:36:07.000Z'],
  ['2026-03-04T05:06:07.1239Z', '2026-03-04T05:06:07.123Z'],
  ['2026-03-04T05:06:07', '2026-03-04T05:06:07.000Z'],
  ['0050-01-01', '0050-01-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['1767225600', '2026-01-01T00:00:00.000Z'],
  ['1767225600000', '2026-01-01T00:00:00.000Z'],
  ['0', '1970-01-01T00:00:00.000Z'],
  ['-1', '1969-12-31T23:59:59.000Z'],
  ['2026-02-30T00:00:00Z', undefined],
  ['2025-02-29', undefined],
  ['2026-13-01', undefined],
  ['2026-00-01', undefined],
  ['2026-01-00', undefined],
  ['2026-03-04T24:00Z', undefined],
  ['2026-03-04T05Z', undefined],
  ['2026-03-04 05:06', undefined],
  ['next year', undefined],
  ['1.5', undefined],
])('the date %j is %s', (text, iso) => {
  const ms = readDate(text)
  expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(iso)
})

// RFC 4632 and RFC 4291
describe('addresses', () => {
  test.each([
    '203.0/16',
    '10.1/16',
    '0x10',
    '16',
    '010.0.0.1',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/-1',
    '1.2.3.4/8/8',
    '::1/129',
    'fe80::1%eth0',
    '1.2.3.256',
    'host',
    '',
  ])('%j is none', (text) => {
    expect(readIpRange(text)).toBeUndefined()
    expect(rangesTest([text])('1.2.3.4')).toBe(false)
    expect(rangesTest(['0.0.0.0/0', '::/0'])(text)).toBe(false)
  })

  test.each<[inner: string, outer: string, inside: boolean]>([
    ['203.0.113.7', '203.0.113.0/24', true],
    ['203.0.114.7', '203.0.113.0/24', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '0.0.0.0/0', true],
    ['203.0.113.0/25', '203.0.113.99/24', true],
    ['203.0.113.0/23', '203.0.113.0/24', false],
    ['10.128.0.1', '10.0.0.0/9', false],
    ['2001:db8::1', '2001:DB8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:0db8:0::1', '2001:db8::1', true],
    ['::ffff:10.0.0.1', '10.0.0.0/8', false],
    ['10.0.0.1', '::/0', false],
  ])('%s in %s: %s', (inner, outer, inside) => {
    const [a, b] = [readIpRange(inner), readIpRange(outer)]
    expect(a && b && inRange(a, b)).toBe(inside)
    expect(rangesTest(['none', '192.0.2.0/32', outer])(inner)).toBe(inside)
  })

  test.each<[range: string, isPrivate: boolean]>([
    ['10.0.0.0/8', true],
    ['10.0.0.0/7', false],
    ['172.31.255.255', true],
    ['172.16.0.0/11', false],
    ['192.168.0.0/16', true],
    ['169.254.1.1', true],
    ['127.0.0.1', true],
    ['fd00::/8', true],
    ['fe80::1', true],
    ['203.0.113.0/24', false],
    ['0.0.0.0/0', false],
    ['::/0', false],
    ['not an address', false],
  ])('%s is private: %s', (range, isPrivate) => {
    expect(isPrivateRange(range)).toBe(isPrivate)
  })
})

// RFC 4648, section 4
test.each<[text: string, bytes: string | undefined]>([
  ['YQ==', 'a'],
  ['', ''],
  ['YQ', undefined],
  [' YQ==', undefined],
  ['Y===', undefined],
  ['not base64!', undefined],
])('base64 %j is %j', (text, bytes) => {
  expect(readBase64(text)).toBe(bytes)
})

test.each<[text: string, value: boolean | undefined]>([
  ['true', true],
  ['False', false],
  [' TRUE ', true],
  ['yes', undefined],
  ['0', undefined],
  ['', undefined],
])('the truth value %j is %s', (text, value) => {
  expect(readBoolean(text)).toBe(value)
})

describe('samples around bounds: whatever any value does under comparisons with them, a sample does, too (property)', () => {
  /** How a value stands to each bound. */
  const signature = (bounds: readonly number[], value: number): string =>
    bounds.map((bound) => Math.sign(value - bound)).join()

  const numeric = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -20, max: 20 }).map((n) => n / 4),
  )
  test('numbers', () => {
    fc.assert(
      fc.property(fc.array(numeric, { maxLength: 5 }), numeric, (bounds, value) => {
        const samples = numbersAround(bounds).map((text) => readNumber(text))
        expect(samples).not.toContain(undefined)
        expect(samples.map((sample) => signature(bounds, sample ?? 0))).toContain(signature(bounds, value))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  const ms = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -70_000_000_000_000, max: 300_000_000_000_000 }),
  )
  test('dates, fractions of seconds and years beyond 9999 included', () => {
    fc.assert(
      fc.property(fc.array(ms, { maxLength: 5 }), ms, (bounds, value) => {
        const samples = datesAround(bounds).map((text) => readDate(text))
        expect(samples.map((sample) => signature(bounds, sample ?? Number.NaN))).toContain(signature(bounds, value))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  const byte = fc.constantFrom(0, 1, 127, 128, 254, 255)
  const v4 = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join('.'))
  const group = fc.constantFrom('0', '1', '7fff', '8000', 'ffff')
  const v6 = fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'))
  const range = fc.oneof(
    fc.tuple(v4, fc.integer({ min: 0, max: 32 })).map(([a, bits]) => `${a}/${bits}`),
    fc.tuple(v6, fc.constantFrom(0, 1, 31, 64, 127, 128)).map(([a, bits]) => `${a}/${bits}`),
  )
  test('addresses of both families', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 4 }), fc.oneof(v4, v6), (ranges, address) => {
        const read = ranges.flatMap((each) => readIpRange(each) ?? [])
        const hits = (text: string): string => {
          const at = readIpRange(text)
          return read.map((each) => Number(at !== undefined && inRange(at, each))).join('')
        }
        expect(addressesAround(read).map(hits)).toContain(hits(address))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('bytes: each of them, and others', () => {
    expect(bytesAround(['a', '0']).map(readBase64)).toEqual(['a', '0', '1'])
  })
})

// https://datatracker.ietf.org/doc/html/rfc4632#section-3.1
describe('ranges in numbers say the same as ranges of the library', () => {
  test.each([
    ['203.0.113.7/24', true, '203.0.113.0/24'],
    [' 203.0.113.7/24 ', true, '203.0.113.0/24'],
    ['203.0.113.0/24', true, undefined],
    ['203.0.113.7', true, undefined],
    ['10.1.2.3/0', true, '0.0.0.0/0'],
    ['203.0.113.7/33', false, undefined],
    ['203.0.113.7/', false, undefined],
    ['203.0.113.7/24/8', false, undefined],
    ['203.0.113/24', false, undefined],
    ['01.2.3.4/8', false, undefined],
    ['2001:db8::1/32', true, '2001:db8::/32'],
  ] as const)('%s', (range, isRange, network) => {
    expect([isIpRange(range), networkOf(range)]).toEqual([isRange, network])
  })

  test('whether a range is private doesn’t depend on how it’s read (property)', () => {
    const part = fc.constantFrom(0, 1, 9, 10, 11, 15, 16, 31, 32, 127, 128, 168, 169, 172, 192, 254, 255)
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 32 }), (parts, bits) => {
        const text = `${parts.join('.')}/${bits}`
        expect(isPrivateRange(text)).toBe(isPrivateRange(` ${text}`))
        expect(networkOf(text)).toBe(networkOf(` ${text}`))
      }),
      { numRuns: 500, seed: 1 },
    )
  })
})
