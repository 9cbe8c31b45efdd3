// Hostile repetitions in documents: four times the text takes about four times the time, not sixteen times.
import { describe, expect, test } from 'vitest'
import { readHcl } from '../../src/text/hcl.ts'
import { readJson } from '../../src/text/json.ts'
import { readScript } from '../../src/text/script.ts'
import { readYaml } from '../../src/text/yaml.ts'
import { growth, tolerated } from '../cpu-time.ts'
import { hostileUnits } from '../hostile-units.ts'

const readers = { readYaml, readJson, readHcl, readScript: (text: string) => readScript(text, 'program') }

/** What documents repeat: openings, marks that may be there once, and names that refer to others. */
const units = [
  'a: - ',
  '- - : ',
  '? ',
  '!Ref ',
  '&a ',
  '[a: ',
  '{ a: ',
  '- *x\n',
  'a: &b 1\nc: *b\n',
  '<<: *x\n',
  '--- |\n',
  '%TAG ! !a\n',
  '"a": ',
  '{"a": [',
  'a = [',
  'a "b" {\n',
  '${',
  '<<E\n',
  'f(`${',
  '/* ',
  ...hostileUnits,
]

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(units)('%j', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(Math.ceil(6_000 / unit.length))
    expect(growth((n) => read(`a: &x 1\n${text.repeat(n)}`), 150)).toBeLessThan(tolerated)
  })
})
