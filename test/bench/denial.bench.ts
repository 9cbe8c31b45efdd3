import { execFileSync } from 'node:child_process'
import type { Suite } from '../../scripts/bench.ts'
import { DenialGroups, findSecrets, readAll, readDenial, readDenials, streamDenials } from '../../src/denial/index.ts'
import { events } from '../denial/cases/events.ts'
import { lookAlikes } from '../denial/cases/look-alikes.ts'
import { oddities } from '../denial/cases/oddities.ts'
import { services } from '../denial/cases/services.ts'
import { tools } from '../denial/cases/tools.ts'
import { wrappings } from '../denial/cases/wrappings.ts'

const textsOf = (table: readonly (readonly [name: string, text: string, expected: object])[]): readonly string[] =>
  table.map(([, text]) => text)
const plain = textsOf(tools)
const all = [tools, wrappings, oddities, services, events, lookAlikes].flatMap(textsOf)

/** Ten megabytes as CloudTrail delivers them; every tenth event was denied. */
const event = (i: number): object => ({
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    arn: `arn:aws:sts::111122223333:assumed-role/R${i % 40}/s`,
    accountId: '111122223333',
  },
  eventTime: '2026-01-01T00:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: i % 2 === 0 ? 'HeadObject' : 'PutObject',
  ...(i % 10 === 0 ? { errorCode: 'AccessDenied', errorMessage: 'Access Denied' } : {}),
  userAgent: 'x'.repeat(400),
  requestID: `R${i}`,
})
const count = 15_000
const trail = JSON.stringify({ Records: Array.from({ length: count }, (_, i) => event(i)) })
const pieces = Array.from({ length: Math.ceil(trail.length / 65_536) }, (_, i) =>
  trail.slice(i * 65_536, (i + 1) * 65_536),
)

/** Ten megabytes of a log, and of a query's result; one line in forty was denied. */
const quiet = `2026-11-20T10:00:00Z INFO served path=/api/orders status=200 ${'x'.repeat(60)}\n`
const denied = `2026-11-20T10:00:01Z ERROR ${plain[0] ?? ''}\n`
const log = (quiet.repeat(40) + denied).repeat(Math.ceil(10_000_000 / (quiet.length * 40 + denied.length)))
const row = (i: number): string =>
  `2026-11-20T10:00:00Z,s3.amazonaws.com,GetObject,${i % 40 === 0 ? 'AccessDenied' : ''},arn:aws:sts::111122223333:assumed-role/R${i % 40}/s`
const csv = `eventtime,eventsource,eventname,errorcode,useridentity_arn\n${Array.from({ length: 100_000 }, (_, i) => row(i)).join('\n')}`

/** A big account is read in a process of its own, so that its memory can be told. */
export function report(): readonly string[] {
  const out = execFileSync(process.execPath, ['test/bench/big-account.ts', '36'], { encoding: 'utf8' })
  const { seconds, memory }: { readonly seconds: number; readonly memory: number } = JSON.parse(out)
  return [
    '\nreadAll, an account of 36 MB pasted',
    `  ${seconds.toFixed(2)} s of the processor, ${memory.toFixed(0)} MB of memory in all (wanted: under 250 MB)`,
  ]
}

export const suite: Suite = {
  title: 'denial: messages and events a second (wanted: 20,000 messages)',
  tasks: [
    { name: 'readDenial, messages of tools', fn: () => plain.map(readDenial), times: plain.length },
    { name: 'readDenial, everything that is pasted', fn: () => all.map(readDenial), times: all.length },
    { name: 'readDenials, everything that is pasted', fn: () => all.map(readDenials), times: all.length },
    { name: 'findSecrets, everything that is pasted', fn: () => all.map(findSecrets), times: all.length },
    { name: 'readAll, a log of 10 MB pasted (wanted: under 1.5 s)', fn: () => readAll(log), times: 1 },
    { name: 'readAll, a CSV of 10 MB pasted', fn: () => readAll(csv), times: 1 },
    {
      name: 'streamDenials, events of a trail of 10 MB',
      fn: () => {
        const groups = new DenialGroups()
        for (const sighting of streamDenials(pieces)) groups.add(sighting)
        return groups.list()
      },
      times: count,
    },
  ],
}
