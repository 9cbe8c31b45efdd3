// Policies that weren't given are listed where the request would meet them: that is where people look next.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { gatesMet } from './fact-cases/index.ts'

test.each(gatesMet)('%s %s on %s meets %j', (principal, action, resource, met) => {
  const { gates } = compile([]).explain({ principal, action, resource })
  const notGiven = gates.filter(({ state }) => state === 'not given').map(({ kind }) => kind)
  expect([...notGiven].sort()).toEqual([...met].sort())
})
