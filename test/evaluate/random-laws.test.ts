// Laws that hold for every scenario, on random ones of all policy types. npm run fuzz takes other seeds: WHYDENIED_SEED.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { casesOf, seed } from '../random.ts'
import { type RandomScenario, randomFrom, randomScenario } from './random-scenario.ts'

const random = randomFrom(seed)
/** Every law is tried on the same scenarios, so that each is decided once. */
const scenarios = Array.from({ length: casesOf(5000) }, () => randomScenario(random))
const evaluators = scenarios.map(({ policies, facts }) => compile(policies, facts))
const decided = scenarios.map(({ request }, i) => evaluators[i]?.decide(request))

const decide = ({ request, policies, facts }: RandomScenario): string => compile(policies, facts).decide(request)

/** Every account's number and its twin, back and forth. */
const swap = new Map([
  ['111122223333', '777788889999'],
  ['444455556666', '000011112222'],
])
const renamed = (scenario: RandomScenario): RandomScenario =>
  JSON.parse(
    JSON.stringify(scenario).replaceAll(/111122223333|444455556666/g, (account) => swap.get(account) ?? account),
  )
const reversed = ({ policies, ...rest }: RandomScenario): RandomScenario => ({
  ...rest,
  policies: policies.toReversed().map((policy) => {
    const document = policy.document as { readonly Statement: readonly object[] }
    return { ...policy, document: { ...document, Statement: document.Statement.toReversed() } }
  }),
})

test.each<[law: string, same: (scenario: RandomScenario, i: number) => string | undefined]>([
  ['other account numbers, the same answer', (scenario) => decide(renamed(scenario))],
  ['the order of policies and statements does not matter', (scenario) => decide(reversed(scenario))],
  ['decide and explain agree', ({ request }, i) => evaluators[i]?.explain(request).decision],
  [
    'an evaluator does not remember what it was asked before',
    ({ request }, i) => {
      evaluators[i]?.decide({
        ...request,
        principal: 'arn:aws:iam::111122223333:root',
        context: { 'aws:SourceIp': '10.1.2.3' },
      })
      return evaluators[i]?.decide(request)
    },
  ],
  [
    'policies given as text are the same policies',
    ({ request, policies, facts }) =>
      compile(
        policies.map(({ document, ...rest }) => ({ ...rest, text: JSON.stringify(document) })),
        facts,
      ).decide(request),
  ],
])(`%s (seed ${seed})`, (_, same) => {
  const broken = scenarios.find((scenario, i) => same(scenario, i) !== decided[i])
  expect(broken).toBeUndefined()
})

test(`what blocks, opened, allows; and nothing less does (seed ${seed})`, () => {
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' }
  let tried = 0
  const wrong: object[] = []
  for (const [i, { request, policies, facts }] of scenarios.entries()) {
    if (decided[i] !== 'implicitDeny') continue
    const { blockedBy, gates } = compile(policies, facts).explain(request)
    if (gates.some(({ kind }) => kind === 'aws' || kind === 'billing-access')) continue
    // No policy can allow a caller without a token: AWS accepts only an identity provider there.
    if (request.action.includes('With') && !request.principal.includes('oidc')) continue
    tried++
    const opened = blockedBy.flatMap((type) => {
      const named = type === 'resource' || type === 'trust' || type === 'vpc-endpoint'
      const document = { Version: '2012-10-17', Statement: [{ ...everything, ...(named ? { Principal: '*' } : {}) }] }
      const targets = new Set(policies.filter((policy) => policy.type === type).map(({ target }) => target))
      return [...(targets.size > 0 ? targets : [undefined])].map((target) => ({ type, target, document }))
    })
    const without = (left: number) => [...policies, ...opened.filter((_, at) => at !== left)]
    if (compile([...policies, ...opened], facts).decide(request) !== 'allowed')
      wrong.push({ request, policies, facts, opened })
    if (new Set(opened.map(({ type }) => type)).size === opened.length)
      for (let left = 0; left < opened.length; left++)
        if (compile(without(left), facts).decide(request) === 'allowed')
          wrong.push({ request, policies, facts, opened, left })
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(casesOf(500))
})
