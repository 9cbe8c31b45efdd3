import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Suite } from '../../scripts/bench.ts'
import { noNewAccess } from '../../src/compare/index.ts'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { documentOf, plainPairs, startZ3 } from '../compare/z3.ts'
import { cpuTime } from '../cpu-time.ts'

interface Row {
  readonly policyType: PolicyType
  readonly old: unknown
  readonly new: unknown
}

const rows: readonly Row[] = readFileSync(new URL('../compare/labeled.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const reference = await loadReference()
const hardPairs = fileURLToPath(new URL('hard-pairs.ts', import.meta.url))
const inputs = rows.map(({ policyType: type, old, new: now }) => {
  const side = (documents: unknown): readonly PolicyInput[] =>
    [documents].flat().map((document) => ({ type, document }))
  return { type, old: side(old), new: side(now), reference }
})

/** A policy like ReadOnlyAccess: patterns such as "ec2:Describe*" of every service. */
const patterns = [...reference.services].flatMap(([prefix, { actions }]) => [
  ...new Set(
    [...actions.values()].flatMap(({ name }) => {
      const [start] = /^(?:Get|List|Describe|BatchGet|Search|View)[A-Z]\w{0,3}/.exec(name) ?? []
      return start === undefined ? [] : [`${prefix}:${start}*`]
    }),
  ),
])
const readOnly = (Action: readonly string[]): readonly PolicyInput[] => [
  { type: 'identity', document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } } },
]
const many = patterns.filter((_, i) => i % 4 === 0).slice(0, 1_300)

/** Forty statements, each with a star within its resource. */
const inner = (from: number): readonly PolicyInput[] => [
  {
    type: 'identity',
    document: {
      Version: '2012-10-17',
      Statement: Array.from({ length: 40 }, (_, i) => ({
        Effect: 'Allow',
        Action: `s3:Get${String.fromCharCode(65 + ((i + from) % 26))}*`,
        Resource: `arn:aws:s3:::bucket-${i + from}*/team-${i + from}/*`,
      })),
    },
  },
]

/** The same plain pairs for Z3 and for us, in milliseconds of the processor per pair. */
async function besideZ3(): Promise<string> {
  const pairs = plainPairs(60, 1)
  const sides = pairs.map(({ old, new: now }) => ({ old: documentOf(old), new: documentOf(now) }))
  const own = cpuTime(() => sides.map((side) => noNewAccess({ type: 'identity', ...side })))
  const z3 = await startZ3()
  const before = process.cpuUsage()
  let settled = 0
  for (const pair of pairs) if ((await z3.ask(pair)) !== 'unknown') settled++
  const { user, system } = process.cpuUsage(before)
  z3.end()
  const each = (milliseconds: number): string => (milliseconds / pairs.length).toFixed(2)
  return `compare next to Z3, ${pairs.length} plain pairs: ${each(own)} ms each; Z3 ${each((user + system) / 1000)} ms each, and settles ${settled}`
}

/** What the hardest pairs take, each in a process of its own. */
async function hardest(): Promise<string> {
  const run = async (...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)(process.execPath, [hardPairs, ...args])).stdout
  const costs: { readonly milliseconds: number; readonly megabytes: number }[] = []
  for (let i = 0; i < Number(await run()); i++)
    for (const around of ['alone', 'scp']) costs.push(JSON.parse(await run(String(i), around)))
  const most = (of: (cost: (typeof costs)[number]) => number): number => Math.max(...costs.map(of))
  const [milliseconds, megabytes] = [most((cost) => cost.milliseconds), most((cost) => cost.megabytes)]
  return `compare: ${costs.length} pairs built to be hard, each in a new process: at most ${milliseconds} ms and ${megabytes} MB more than before`
}

/** Milliseconds of the processor per pair, for two policies like ReadOnlyAccess, for stars within resources, and next to Z3. */
export async function report(): Promise<readonly string[]> {
  for (const input of inputs) noNewAccess(input)
  const times = inputs.map((input) => cpuTime(() => noNewAccess(input))).sort((a, b) => a - b)
  const at = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)
  const large = cpuTime(() =>
    noNewAccess({ type: 'identity', old: readOnly(many), new: readOnly(many.slice(7)), reference }),
  )
  const stars = cpuTime(() => noNewAccess({ type: 'identity', old: inner(0), new: inner(3), reference }))
  return [
    `\ncompare: ${times.length} labeled pairs, milliseconds of the processor: median ${at(0.5)}, 99 of 100 ${at(0.99)}`,
    `compare: two policies of ${many.length} patterns: ${large.toFixed(0)} ms`,
    `compare: 40 and 40 statements with inner stars: ${stars.toFixed(0)} ms`,
    await hardest(),
    await besideZ3(),
  ]
}

export const suite: Suite = {
  title: 'compare: labeled pairs',
  tasks: [{ name: 'no new access', times: inputs.length, fn: () => inputs.map((input) => noNewAccess(input)) }],
}
