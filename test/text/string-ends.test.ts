import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StringEnds } from '../../src/text/index.ts'

/** One character after the other: what StringEnds has to agree with. */
function endOf(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"' || text[at] === '\n') return at
    if (text[at] === '\\') at++
  }
  return undefined
}

test('ends are those of a look at every character, asked for from left to right (property)', () => {
  const text = fc.string({ unit: fc.constantFrom(...'"\\\nab{}'), maxLength: 60 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(6), { maxLength: 20 }), (all, steps) => {
      const ends = new StringEnds(all)
      let at = 0
      for (const step of steps) {
        at += step
        expect(ends.behind(at)).toBe(endOf(all, at))
      }
    }),
    { seed: 22, numRuns: 2000 },
  )
})
