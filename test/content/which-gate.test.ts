// “Which gate is it?”: every path of answers ends at an article and an example that exist.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type End, isEnd, type Question, whichGate } from '../../content/which-gate.ts'
import { componentTwins } from '../../src/site/component-twins.ts'

interface Path {
  readonly name: string
  readonly answers: number
  readonly end: End
}

function pathsFrom(step: Question | End, answers: readonly string[] = []): readonly Path[] {
  if (isEnd(step)) return [{ name: answers.join(' → '), answers: answers.length, end: step }]
  return step.answers.flatMap(({ says, next }) => pathsFrom(next, [...answers, says]))
}

function questionsFrom(step: Question | End): readonly Question[] {
  return isEnd(step) ? [] : [step, ...step.answers.flatMap(({ next }) => questionsFrom(next))]
}

const paths = pathsFrom(whichGate)
const articles = paths.map(({ end }) => end.article)

test('the tree has paths', () => expect(paths.length).toBeGreaterThan(30))

test.each(paths)('$name: the article and the example are there, within seven answers', ({ end, answers }) => {
  expect(existsSync(`content/${end.article}.mdx`), end.article).toBe(true)
  expect(existsSync(`content/examples/${end.example}.yaml`), end.example).toBe(true)
  expect(answers).toBeLessThanOrEqual(7)
  expect(end.command).toMatch(/^(aws|kubectl|curl|date) \S/)
})

test.each(questionsFrom(whichGate))('“$asks” has different answers to choose from', ({ asks, answers }) => {
  const says = answers.map((answer) => answer.says)
  expect(says.length).toBeGreaterThan(1)
  expect(new Set(says).size).toBe(says.length)
  expect(asks).toMatch(/\?$/)
})

describe('every kind of policy that a message names is reached', () => {
  test.each([
    'identity-implicit',
    'identity-explicit',
    'resource-implicit',
    'resource-explicit',
    'boundary-implicit',
    'boundary-explicit',
    'session-implicit',
    'session-explicit',
    'scp-implicit',
    'scp-explicit',
    'rcp-explicit',
    'vpc-endpoint-implicit',
    'vpc-endpoint-explicit',
    'trust-policy',
    'encoded-message',
  ])('%s', (name) => expect(articles).toContain(`messages/${name}`))
})

test('the Markdown twin holds the same questions and ends', () => {
  const twin = componentTwins.get('WhichGate') ?? ''
  for (const { asks } of questionsFrom(whichGate)) expect(twin).toContain(asks)
  for (const { end } of paths) expect(twin).toContain(`](/${end.article}/)`)
})
