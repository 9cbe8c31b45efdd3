import { describe, expect, it } from 'vitest'
import { answerCase } from '../../src/session/answer-case.ts'
import { shownAtFirst } from '../../src/session/brief.ts'
import { emptyShelf } from './answer-for.ts'

const many = 60
const deny = { Sid: 'Last', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' }
const allows = Array.from({ length: many - 1 }, (_, i) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::reports-${i}/*`,
}))
const given = (action: string) => ({
  paste: `User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ${action} on resource: arn:aws:s3:::others/a`,
  policies: [
    {
      name: 'Many',
      type: 'identity' as const,
      text: JSON.stringify({ Version: '2012-10-17', Statement: [...allows, deny] }),
    },
  ],
})

async function answer(action: string, whole: boolean) {
  const home = { site: 'https://example.com/', version: '1' }
  const question = { given: given(action), sort: false, saved: [], whole, home }
  const made = await answerCase(question, emptyShelf, { isCurrent: () => true, computing: () => undefined })
  if (!made) throw new Error('an answer that is waited for must come')
  // As it reaches the page: a message between threads is a copy.
  const { verdict } = structuredClone(made.diagnosis)
  const at = made.diagnosis.verdict?.gates.findIndex(({ kind }) => kind === 'identity') ?? -1
  return { ...made, count: made.statements[at], traces: verdict?.gates[at]?.statements ?? [] }
}

describe('of a gate with many statements', () => {
  it('the first come along, and how many there are', async () => {
    const { traces, count, isWhole } = await answer('s3:GetObject', false)
    expect([traces.length, count, isWhole]).toEqual([shownAtFirst, many, false])
  })
  it('all come where they are wanted', async () => {
    const { traces, count, isWhole } = await answer('s3:GetObject', true)
    expect([traces.length, count, isWhole]).toEqual([many, many, true])
  })
  it('the one that denied is among the first', async () => {
    const { traces, diagnosis } = await answer('s3:DeleteObject', false)
    expect(traces[0]).toMatchObject({ effect: 'Deny', answer: 'yes', ref: { sid: 'Last' } })
    expect(diagnosis.verdict?.decidedBy).toHaveLength(1)
  })
})

it('a proof keeps its decision and its gates, without their statements', async () => {
  const [{ diagnosis: short }, { diagnosis: long }] = [
    await answer('s3:GetObject', false),
    await answer('s3:GetObject', true),
  ]
  const [brief, whole] = [short.fixes[0]?.proof.after, long.fixes[0]?.proof.after]
  expect(brief?.decision).toBe('allowed')
  expect(brief?.gates.map(({ kind, state, blocks }) => [kind, state, blocks])).toEqual(
    whole?.gates.map(({ kind, state, blocks }) => [kind, state, blocks]),
  )
  expect(brief?.gates.flatMap(({ statements }) => statements)).toEqual([])
})
