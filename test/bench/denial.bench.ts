import type { Suite } from '../../scripts/bench.ts'
import { DenialGroups, findSecrets, readDenial, readDenials, streamDenials } from '../../src/denial/index.ts'
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

export const suite: Suite = {
  title: 'denial: messages and events a second (wanted: 20,000 messages)',
  tasks: [
    { name: 'readDenial, messages of tools', fn: () => plain.map(readDenial), times: plain.length },
    { name: 'readDenial, everything that is pasted', fn: () => all.map(readDenial), times: all.length },
    { name: 'readDenials, everything that is pasted', fn: () => all.map(readDenials), times: all.length },
    { name: 'findSecrets, everything that is pasted', fn: () => all.map(findSecrets), times: all.length },
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
