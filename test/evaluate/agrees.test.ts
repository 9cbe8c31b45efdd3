// The fast evaluator against the naive one on many random scenarios. npm run fuzz takes other seeds: WHYDENIED_SEED.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { seed } from '../random.ts'
import { naiveDecision } from './naive.ts'
import { type RandomScenario, randomFrom, randomScenario } from './random-scenario.ts'

/** Fuzzing takes many more scenarios. */
const hour = 3_600_000
const scenarios = Number(process.env.WHYDENIED_SCENARIOS ?? 20_000)

const fast = ({ request, policies, facts }: RandomScenario): string => compile(policies, facts).decide(request)
const naive = ({ request, policies, facts }: RandomScenario): string => naiveDecision(request, policies, facts)
const differ = (scenario: RandomScenario): boolean => fast(scenario) !== naive(scenario)

/** The scenario without what it does not need to stay a disagreement. */
function smallest(scenario: RandomScenario): RandomScenario {
  const smaller = [
    ...withoutPolicy(scenario),
    ...withoutStatement(scenario),
    ...withoutCondition(scenario),
    ...withoutContext(scenario),
  ]
  const next = smaller.find(differ)
  return next ? smallest(next) : scenario
}

type Document = { readonly Statement: readonly Readonly<Record<string, unknown>>[] }
const documentOf = (scenario: RandomScenario, i: number): Document => scenario.policies[i]?.document as Document
const withDocument = (scenario: RandomScenario, i: number, document: Document): RandomScenario => ({
  ...scenario,
  policies: scenario.policies.with(i, { type: 'identity', ...scenario.policies[i], document }),
})
const withoutPolicy = (scenario: RandomScenario): RandomScenario[] =>
  scenario.policies.map((_, i) => ({ ...scenario, policies: scenario.policies.toSpliced(i, 1) }))
const withoutStatement = (scenario: RandomScenario): RandomScenario[] =>
  scenario.policies.flatMap((_, i) => {
    const document = documentOf(scenario, i)
    if (document.Statement.length < 2) return []
    return document.Statement.map((_, at) =>
      withDocument(scenario, i, { ...document, Statement: document.Statement.toSpliced(at, 1) }),
    )
  })
const withoutCondition = (scenario: RandomScenario): RandomScenario[] =>
  scenario.policies.flatMap((_, i) => {
    const document = documentOf(scenario, i)
    return document.Statement.flatMap(({ Condition, ...rest }, at) =>
      Condition === undefined
        ? []
        : [withDocument(scenario, i, { ...document, Statement: document.Statement.with(at, rest) })],
    )
  })
const withoutContext = (scenario: RandomScenario): RandomScenario[] =>
  Object.keys(scenario.request.context ?? {}).map((key) => {
    const { [key]: _, ...context } = scenario.request.context ?? {}
    return { ...scenario, request: { ...scenario.request, context } }
  })

test(
  `${scenarios} random scenarios, seed ${seed}`,
  () => {
    const random = randomFrom(seed)
    const words = new Map<string, number>()
    for (let i = 0; i < scenarios; i++) {
      const scenario = randomScenario(random)
      const word = fast(scenario)
      words.set(word, (words.get(word) ?? 0) + 1)
      if (word === naive(scenario)) continue
      const small = smallest(scenario)
      expect(`${fast(small)} by src/evaluate`, `seed ${seed}: ${JSON.stringify(small, null, 1)}`).toBe(
        `${naive(small)} by the naive one`,
      )
    }
    // A generator whose scenarios all end alike would prove nothing.
    for (const word of ['allowed', 'explicitDeny', 'implicitDeny'])
      expect(words.get(word) ?? 0).toBeGreaterThan(scenarios / 20)
  },
  hour,
)
