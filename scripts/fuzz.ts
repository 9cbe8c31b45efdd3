// npm run fuzz [-- --minutes 15] [--seed N]: the laws of the evaluator and of reading with this seed, then random cases the whole way from paste to fix. What breaks is kept in test/fuzz/found and tested from then on.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadReference } from '../src/hosting/load-reference.ts'
import { randomCase } from '../test/fuzz/random-case.ts'
import { wholeWay } from '../test/fuzz/whole-way.ts'
import { randomFrom } from '../test/random.ts'
import { run } from './run.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } })
const minutes = Number(values.minutes ?? 15)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('npm run fuzz -- --minutes 15 --seed 1')
  process.exit(2)
}
console.log(`seed ${seed}, ${minutes} minutes`)
const laws = await run(
  'vitest',
  ['run', '--config', 'test/vitest.config.ts', '--root', '.', 'test/evaluate', 'test/denial', 'test/compare'],
  {
    show: true,
    env: {
      WHYDENIED_SEED: String(seed),
      COMPARE_PAIRS: '10000',
      COMPARE_REQUESTS: '1000',
      WHYDENIED_SCENARIOS: '100000',
      WHYDENIED_TYPED_CASES: '100000',
      WHYDENIED_MUTATIONS: '100000',
    },
  },
)
const reference = await loadReference()
const random = randomFrom(seed)
const end = performance.now() + minutes * 60_000
let runs = 0
let findings = 0
let slowest = 0
let said = performance.now()
while (performance.now() < end) {
  const given = randomCase(random)
  const began = process.cpuUsage()
  const wrong = tried(given)
  slowest = Math.max(slowest, milliseconds(process.cpuUsage(began)))
  runs++
  if (wrong) {
    const text = JSON.stringify(given, null, 2)
    const name = createHash('sha256').update(text).digest('hex').slice(0, 12)
    writeFileSync(`test/fuzz/found/${name}.json`, `${text}\n`)
    console.log(`found/${name}.json: ${wrong}`)
    if (++findings === 20) break
  }
  if (performance.now() - said > 30_000) {
    said = performance.now()
    console.log(`${runs} cases, slowest ${Math.round(slowest)} ms`)
  }
}
console.log(`${runs} cases, ${findings} findings, slowest ${Math.round(slowest)} ms, seed ${seed}`)
process.exitCode = findings > 0 || laws.status !== 0 ? 1 : 0

/** Of this process: other work on the machine slows no case down. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

function tried(given: ReturnType<typeof randomCase>): string | undefined {
  try {
    return wholeWay(given, reference)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
