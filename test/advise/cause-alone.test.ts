// Reports over logs show only the cause of each kind: it's the cause that a whole answer gives, however the policies were read.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { causeOf, diagnose } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { exampleSchema } from '../../src/session/example.ts'
import { createSession } from '../../src/session/session.ts'

const reference = await loadReference()
/** A denial of a log has no paste around it; `denial` alone is asked about. */
const denials = readdirSync('content/examples')
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => {
    const { paste, policies } = exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8')))
    const { denial } = readAll(paste)
    return denial.kind === 'not-authorization' ? [] : [[file, denial, policies] as const]
  })

test('there are denials with policies and without', () => {
  expect(denials.filter(([, , policies]) => policies.length > 0).length).toBeGreaterThan(50)
})

test.each(denials)('%s', (_, denial, policies) => {
  const { cause } = diagnose({ paste: '', policies }, reference, {
    ...readAll(''),
    denial,
  })
  const { id, title, article, explanation, certainty } = cause
  const expected = { id, title, article, explanation, certainty }
  expect(causeOf(denial, reference, policies)).toEqual(expected)
  // The session of a run over logs holds what it read for the last denial.
  const session = createSession()
  for (let i = 0; i < 2; i++) {
    session.begin()
    expect(causeOf(denial, reference, policies, session)).toEqual(expected)
    session.end()
  }
})
