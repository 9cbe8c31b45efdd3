// Hundreds of messages as tools, logs and people hand them on: what is read from each, and where.
import { describe, expect, test } from 'vitest'
import { flatten } from '../../src/denial/flatten.ts'
import { readDenial } from '../../src/denial/index.ts'
import { events } from './cases/events.ts'
import { lookAlikes } from './cases/look-alikes.ts'
import { oddities } from './cases/oddities.ts'
import { seenBuilders } from './cases/seen-builders.ts'
import { seenClusters } from './cases/seen-clusters.ts'
import { seenData } from './cases/seen-data.ts'
import { seenEvents } from './cases/seen-events.ts'
import { seenOdd } from './cases/seen-odd.ts'
import { seenOthers } from './cases/seen-others.ts'
import { seenReports } from './cases/seen-reports.ts'
import { seenSdks } from './cases/seen-sdks.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'
import { wrappings } from './cases/wrappings.ts'
import { compare } from './expected.ts'

const tables = {
  seenBuilders,
  seenClusters,
  seenReports,
  seenSdks,
  seenData,
  seenEvents,
  seenOdd,
  seenOthers,
  tools,
  wrappings,
  oddities,
  services,
  events,
  lookAlikes,
}

describe.each(Object.entries(tables))('%s', (_, cases) => {
  test.each(cases)('%s', (_, text, expected) => {
    const { read, wanted } = compare(text, expected)
    expect(read).toEqual(wanted)
  })
})

describe('each field was read at the place that it gives', () => {
  test.each(Object.values(tables).flat())('%s', (_, text) => {
    const denial = readDenial(text)
    for (const field of ['principal', 'action', 'resource', 'policyArn', 'encodedMessage', 'requestId'] as const) {
      const span = denial.spans.get(field)
      const value = denial[field]
      if (!span) continue
      const there = bare(flatten(`.${text.slice(span.from, span.to)}`).text.slice(1))
      // The console writes the service on a line of its own; a label without its encoded message is the label's place.
      if (field === 'action') expect(bare(value ?? '').endsWith(there)).toBe(true)
      else if (value !== '') expect(there).toBe(bare(value ?? ''))
    }
  })
})

/** Removes line breaks and the marks that people put around names. */
const bare = (text: string): string => text.replace(/[\s"'`“”]/g, '').replace(/^\*\*|\*\*$/g, '')
