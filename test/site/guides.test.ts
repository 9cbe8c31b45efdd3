// Whatever is answered: what a guide promises is what the evaluator says, and its policies have no error.
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { findAction } from '../../src/reference/index.ts'
import { type Answers, type Guide, guides, openFields, prove } from '../../src/site/guides/index.ts'

const reference = await loadReference()

/** Every combination of choices; texts as the form begins with. */
function allAnswers({ fields }: Guide): readonly Answers[] {
  const choices = fields.flatMap(({ id, options }) =>
    options ? [{ id, values: options.map(({ value }) => value) }] : [],
  )
  return choices.reduce<readonly Answers[]>(
    (answers, { id, values }) => answers.flatMap((each) => values.map((value) => new Map([...each, [id, value]]))),
    [new Map()],
  )
}

const rows = guides.flatMap((guide) =>
  allAnswers(guide).map((answers) => ({ guide, answers, title: `${guide.id}: ${[...answers.values()].join(', ')}` })),
)

describe.each(rows)('$title', ({ guide, answers }) => {
  const plan = guide.plan(answers)

  test('begins without a complaint', () => {
    expect(openFields(guide, answers).map(({ problem }) => problem)).toEqual(
      openFields(guide, answers).map(() => undefined),
    )
  })

  test.each(prove(plan))('$who: $what is $wanted', ({ holds }) => {
    expect(holds).toBe(true)
  })

  test('writes policies without an error or a warning, of actions that AWS knows', () => {
    for (const { text, policyType } of plan.documents) {
      const findings = lint({ text, policyType, reference }).filter(({ type }) => type !== 'SUGGESTION')
      expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([])
    }
    for (const { request } of plan.probes) expect(findAction(reference, request.action).known).toBe('yes')
  })
})

test.each([
  ['outside-access', 'account', '12345'],
  ['outside-access', 'account', '12345678901x'],
  ['outside-access', 'external', 'with blank'],
  ['billing-access', 'name', '<script>'],
  ['billing-access', 'name', '; rm -rf ~'],
])('%s rejects %s = %s', (id, field, value) => {
  const guide = guides.find((each) => each.id === id)
  const problems = guide ? openFields(guide, new Map([[field, value]])) : []
  expect(problems.find(({ field: { id: found } }) => found === field)?.problem).toBeDefined()
})
