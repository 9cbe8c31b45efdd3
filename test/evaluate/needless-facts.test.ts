// Every fact that the evaluator knows is needed: without it, a case of AWS's rules gets another answer.
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleSections } from '../../content/rules/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { factCases, gatesMet } from './fact-cases/index.ts'
import { type Engine, type Fact, mutantsOf } from './mutants.ts'
import { requestOf, type Scenario } from './scenario.ts'

const reference = await loadReference()

/** The decision, and the rule that it names. */
function answerOf(engine: Engine, scenario: Scenario): string {
  try {
    const { decision, rule } = engine.compile(scenario.policies, scenario.facts, reference).explain(requestOf(scenario))
    return `${decision} ${rule ?? ''}`
  } catch {
    return 'an exception'
  }
}

/** The kinds of policies that the request would meet. */
const gatesOf = (engine: Engine, principal: string, action: string, resource: string): string =>
  engine
    .compile([])
    .explain({ principal, action, resource })
    .gates.map(({ kind }) => kind)
    .join()

const scenarios = [
  ...factCases.map(([, scenario]) => scenario),
  ...ruleSections.flatMap(({ rules }) => rules.flatMap(({ cases }) => cases.map(([, scenario]) => scenario))),
].map((scenario) => ({ scenario, answer: answerOf({ compile }, scenario) }))

const shown = gatesMet.map(
  ([who, action, what]) => [who, action, what, gatesOf({ compile }, who, action, what)] as const,
)

/**
 * Facts that no decision shows: what an answer says next to it, what compare, lint, and redaction ask, what only types need, and what saves a question
 * or a second reason.
 */
const others: ReadonlySet<string> = new Set([
  'src/evaluate/action-scopes.ts',
  'src/evaluate/gaps.ts',
  'src/evaluate/slips.ts',
  'src/evaluate/sample-values.ts',
  'src/iam/mask.ts',
  'src/iam/policy-elements.ts',
  'src/iam/symbol.ts',
  'src/iam/values/ip-range.ts',
  "src/evaluate/compare/index.ts ['binary', readBase64]",
  'src/evaluate/policy-gates.ts target !== undefined',
  'src/evaluate/policy-gates.ts account !== undefined',
  "src/evaluate/policy-gates.ts if (part === 'denies') return 'denies'",
  "src/evaluate/rules/account-settings.ts type === 'resource'",
  "src/evaluate/rules/across-accounts.ts input.actionName !== 'passrole'",
  "src/evaluate/rules/across-accounts.ts service === 'sts'",
])

/** Tables that hold facts of AWS; the rules and the conditions of each policy type also hold them in their logic. */
const logic = [
  'src/evaluate/policy-gates.ts',
  'src/evaluate/resource-policy-scope.ts',
  ...globSync('src/evaluate/rules/*.ts'),
]
const files = [...globSync('src/evaluate/**/*.ts'), ...globSync('src/iam/*.ts'), ...globSync('src/iam/values/*.ts')]
const { facts, without } = await mutantsOf(files)

const isFact = ({ file, written, is }: Fact): boolean =>
  (is === 'row' || logic.includes(file)) && !others.has(file) && !others.has(`${file} ${written}`)

/** The words of a code or JSON text: names of actions, keys, and services among them. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z0-9]{2,}/g))

const holding = new Map<string, number[]>()
for (const [number, { scenario }] of scenarios.entries())
  for (const word of wordsOf(JSON.stringify(scenario))) {
    const numbers = holding.get(word) ?? []
    numbers.push(number)
    holding.set(word, numbers)
  }

/** The scenarios that share words with the fact, the most and rarest first: one of them usually shows what the fact is for. */
function alike({ written }: Fact): readonly number[] {
  const scores = new Map<number, number>()
  for (const word of wordsOf(written)) {
    const numbers = holding.get(word) ?? []
    for (const number of numbers) scores.set(number, (scores.get(number) ?? 0) + 1 / numbers.length)
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([number]) => number)
}

/** Facts next to each other often change the same case, and most facts one that shares words with them. */
const likeliestFirst = (fact: Fact, changed: readonly number[]): ReadonlySet<number> => {
  const shared = alike(fact)
  return new Set([...changed.slice(0, 3), ...shared.slice(0, 10), ...changed, ...shared, ...scenarios.keys()])
}

/** Some hundred builds of the evaluator answer some hundred cases. */
const patience = 600_000

test('without any one of them, a case is decided differently', { timeout: patience }, () => {
  let changed: readonly number[] = []
  const needless = facts.filter((fact, number) => {
    if (!isFact(fact)) return false
    const engine = without(number)
    if (shown.some(([who, action, what, kinds]) => gatesOf(engine, who, action, what) !== kinds)) return false
    for (const each of likeliestFirst(fact, changed)) {
      const tried = scenarios[each]
      if (!tried || answerOf(engine, tried.scenario) === tried.answer) continue
      changed = [each, ...changed.filter((other) => other !== each)]
      return false
    }
    return true
  })
  expect(needless.map(({ file, line, written }) => `${file}:${line} ${written}`)).toEqual([])
})
