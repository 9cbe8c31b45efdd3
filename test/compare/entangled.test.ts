// Parts of a request that depend on each other: no proof is broken by a request that can exist, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { type Comparison, noNewAccess } from '../../src/compare/index.ts'
import { compile, type Evaluator, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { readCaller } from '../../src/iam/index.ts'
import { type EntangledPair, entangledPair, possibleRequest } from './entangled-pair.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 25
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 4
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries hundreds of pairs.
vi.setConfig({ testTimeout: 3_600_000 })

const document = (Statement: object): object => ({ Version: '2012-10-17', Statement })
const callersOwn: PolicyInput = {
  type: 'identity',
  document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
}
const resourceIsOpen: PolicyInput = {
  type: 'resource',
  document: document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
}

/** What is assumed around the compared policies, and for which requests. */
interface Setting {
  readonly assumed: readonly PolicyInput[]
  readonly crossAccountOnly: boolean
}

/** A policy decides by itself in the caller's account; across accounts the other side is open. What limits everyone is next to what allows everything. */
function settingsOf({ type, surroundings }: EntangledPair): readonly Setting[] {
  const given = new Set([type, ...surroundings.map((policy) => policy.type)])
  const around = (...assumed: readonly PolicyInput[]): readonly PolicyInput[] =>
    assumed.filter((policy) => !given.has(policy.type) && !(policy === resourceIsOpen && given.has('identity')))
  switch (type) {
    case 'identity':
      return [
        { assumed: [], crossAccountOnly: false },
        // A resource's policy lets another account in, whatever stands around the identity-based policy.
        { assumed: given.has('resource') ? [] : [resourceIsOpen], crossAccountOnly: true },
      ]
    case 'resource':
    case 'trust':
      return [
        { assumed: [], crossAccountOnly: false },
        { assumed: around(callersOwn), crossAccountOnly: true },
      ]
    case 'session':
    case 'permissions-boundary':
      return [
        { assumed: around(callersOwn), crossAccountOnly: false },
        { assumed: around(callersOwn, resourceIsOpen), crossAccountOnly: true },
      ]
    default:
      return [
        { assumed: around(callersOwn), crossAccountOnly: false },
        { assumed: around(callersOwn, resourceIsOpen), crossAccountOnly: false },
      ]
  }
}

/** Can the caller have policies of the kinds that take part, and is the action one that they are asked about? */
function isMeant({ type, surroundings }: EntangledPair, { principal, action }: Request): boolean {
  const kind = readCaller(principal)?.kind ?? 'anonymous'
  const given = new Set([type, ...surroundings.map((policy) => policy.type)])
  if (given.has('session') && kind !== 'role-session' && kind !== 'federated-user') return false
  const isAttached = given.has('identity') || given.has('permissions-boundary')
  if (isAttached && kind !== 'user' && kind !== 'role-session' && kind !== 'federated-user') return false
  // The root user needs no Allow in its own account, so what a Deny of its resource lets through isn't allowed by that policy.
  if (kind === 'root' && surroundings.length === 0) return false
  return type !== 'trust' || action.startsWith('sts:')
}

const bothSides = (
  { old, new: now, surroundings }: EntangledPair,
  assumed: readonly PolicyInput[],
): readonly [before: Evaluator, after: Evaluator] => [
  compile([...old, ...surroundings, ...assumed]),
  compile([...now, ...surroundings, ...assumed]),
]

const isNew = ([before, after]: readonly [Evaluator, Evaluator], request: Request): boolean =>
  after.decide(request) === 'allowed' && before.decide(request) !== 'allowed'

test('whatever is proven or shown is what evaluate decides', () => {
  const random = seeded(seed + 3)
  const counts: Record<Comparison['result'], number> = { pass: 0, fail: 0, unknown: 0 }
  for (let i = 0; i < pairs; i++) {
    const pair = entangledPair(random)
    const comparison = noNewAccess(pair)
    counts[comparison.result]++
    if (comparison.result === 'fail')
      for (const { request, assumed } of comparison.examples)
        expect(isNew(bothSides(pair, assumed), request), JSON.stringify({ pair, request, assumed })).toBe(true)
    if (comparison.result !== 'pass') continue
    const judges = settingsOf(pair).map(({ assumed, crossAccountOnly }) => ({
      sides: bothSides(pair, assumed),
      crossAccountOnly,
    }))
    for (let n = 0; n < requests; n++) {
      const request = possibleRequest(random)
      if (!isMeant(pair, request)) continue
      const isCrossAccount = readCaller(request.principal)?.account !== request.resourceAccount
      const broken = judges.some(
        ({ sides, crossAccountOnly }) => (isCrossAccount || !crossAccountOnly) && isNew(sides, request),
      )
      if (broken) expect.fail(`${JSON.stringify(pair)} was proven, but ${JSON.stringify(request)} is newly allowed`)
    }
  }
  // Many are too entangled to settle; most are still settled.
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 3)
})
