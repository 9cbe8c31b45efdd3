// Hostile repetitions: twice the text takes about twice the time, not four times.
import { describe, expect, test } from 'vitest'
import { blankSecrets, createDenialReader, readDenial, readDenials } from '../../src/denial/index.ts'
import { growth, tolerated } from '../cpu-time.ts'
import { hostileUnits } from '../hostile-units.ts'

const readers = {
  readDenial,
  readDenials,
  blankSecrets,
  stream: (text: string) => {
    const reader = createDenialReader()
    return [reader.push(text), reader.end()]
  },
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(hostileUnits)('%j', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length))
    // Quadratic would be sixteenfold, and seconds.
    expect(growth((n) => read(text.repeat(n)), 150)).toBeLessThan(tolerated)
  })
})
