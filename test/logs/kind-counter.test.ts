// The counts of logs depend on what the logs hold, never on the order or on how they're divided.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../src/denial/index.ts'
import { LogCounter, type LogSummary } from '../../src/logs/index.ts'

/** Events of few kinds that differ in all else that is shown: time, session, resource, request. Some have no time. */
const event = fc
  .record({
    role: fc.nat({ max: 5 }),
    session: fc.nat({ max: 3 }),
    second: fc.option(fc.nat({ max: 3 })),
    key: fc.nat({ max: 60 }),
    request: fc.nat({ max: 5 }),
    address: fc.nat({ max: 2 }),
  })
  .map(({ role, session, second, key, request, address }) =>
    JSON.stringify({
      eventVersion: '1.11',
      userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/r${role}/s${session}` },
      ...(second === null ? {} : { eventTime: `2026-10-01T00:00:0${second}Z` }),
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      sourceIPAddress: `192.0.2.${address}`,
      errorCode: 'AccessDenied',
      errorMessage: `User: arn:aws:sts::111122223333:assumed-role/r${role}/s${session} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/${key}"`,
      requestID: `R${request}`,
    }),
  )

function counted(lines: readonly string[], most?: number): LogSummary {
  const counter = new LogCounter(most)
  counter.file('a').push(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')), true)
  return counter.summary()
}

function added(parts: readonly LogSummary[], most?: number): LogSummary {
  const counter = new LogCounter(most)
  for (const part of parts) counter.add(part)
  return counter.summary()
}

/** Everything but the number of texts and the order in which kinds were first seen. */
const result = ({ groups, dropped, denials }: LogSummary) => ({
  groups: groups
    .map((group) => ({ ...group, denial: { ...group.denial, spans: undefined }, is: fingerprintOf(group.denial) }))
    .sort((a, b) => (a.is < b.is ? -1 : 1)),
  dropped,
  denials,
})

/** Lines, and for each the part that it's in. */
const divided = fc.array(fc.tuple(event, fc.nat({ max: 4 })), { maxLength: 60 })

describe.each<[title: string, most: number | undefined]>([
  ['all kinds are listed', undefined],
  ['three of six kinds are listed', 3],
])('%s', (_, most) => {
  test('any division, order, and grouping of the parts gives the result of one run (property)', () => {
    fc.assert(
      fc.property(divided, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (lines, order) => {
        const whole = result(
          counted(
            lines.map(([line]) => line),
            most,
          ),
        )
        const parts = order.map((part) =>
          counted(
            lines.flatMap(([line, its]) => (its === part ? [line] : [])),
            most,
          ),
        )
        expect(result(added(parts, most))).toEqual(whole)
        const [left, right] = [added(parts.slice(0, 2), most), added(parts.slice(2), most)]
        expect(result(added([right, left], most))).toEqual(whole)
      }),
      { seed: 24, numRuns: 100 },
    )
  })
})

describe('the denial that is shown', () => {
  const line = (session: string, time?: string): string =>
    JSON.stringify({
      eventVersion: '1.11',
      userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/r/${session}` },
      eventTime: time,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
    })
  test.each<[title: string, lines: readonly string[], session: string]>([
    [
      'the earliest, not the first',
      [line('a', '2026-10-02T00:00:00Z'), line('b', '2026-10-01T00:00:00Z'), line('c', '2026-10-03T00:00:00Z')],
      'b',
    ],
    ['one with a time rather than one without', [line('a'), line('b', '2026-10-01T00:00:00Z')], 'b'],
    [
      'at the same time: the first in lexicographic order',
      [line('b', '2026-10-01T00:00:00Z'), line('a', '2026-10-01T00:00:00Z')],
      'a',
    ],
    ['without times: the first in lexicographic order', [line('c'), line('a'), line('b')], 'a'],
  ])('%s', (_, lines, session) => {
    const principals = counted(lines).groups.map(({ denial }) => denial.principal)
    expect(principals).toEqual([`arn:aws:sts::111122223333:assumed-role/r/${session}`])
  })
})

test('the first twenty resources in lexicographic order are listed', () => {
  const lines = Array.from({ length: 30 }, (_, i) =>
    JSON.stringify({
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana' },
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
      errorMessage: `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/${99 - i}"`,
    }),
  )
  const [group] = counted(lines).groups
  expect(group?.resources).toEqual(Array.from({ length: 20 }, (_, i) => `arn:aws:s3:::b/${70 + i}`))
})
