// npm run test:cluster: counts the denials of generated CloudTrail events in one process, with Dask, and in a job array of Slurm, where a worker of each
// is killed midway, and compares the results byte by byte. `-- --events 200000` takes fewer than 5 million. Says what it does, and how far it is.
// A run that was cut off goes on where it stopped: events with the right checksums and finished counts of the same code are kept; `-- --fresh` drops them.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type ClusterRun, countWithDask } from './cluster/dask.ts'
import { eventFiles } from './cluster/events.ts'
import type { Amount } from './cluster/generate.ts'
import { runNow } from './cluster/processes.ts'
import { countWithSlurm } from './cluster/slurm.ts'
import { hashOfFiles } from './cluster/sources.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000000' },
    parts: { type: 'string', default: '20' },
    fresh: { type: 'boolean', default: false },
  },
})
const amount: Amount = { events: Number(values.events), parts: Number(values.parts) }
const root = fileURLToPath(new URL('..', import.meta.url))
const script = join(root, 'scripts/cluster/count-part.sh')
const main = join(root, 'src/cli/main.ts')
const env = { ...process.env, WHYDENIED: `${process.execPath} ${main}` }

const kept = join(root, `node_modules/.cache/cluster/${amount.events}-events-${amount.parts}-parts`)
const generator = hashOfFiles([join(root, 'scripts/cluster/generate.ts')])
const code = hashOfFiles([join(root, 'src'), join(root, 'scripts/cluster'), join(root, 'package-lock.json')])
const runs = join(kept, `counts-${code}`)
const began = performance.now()

const say = (text: string): void =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)

installEngines()
if (values.fresh) rmSync(kept, { recursive: true, force: true })
removeOutdated()
process.exitCode = await compareAll()
say(`the files are kept in ${kept}`)

function installEngines(): void {
  if (['/usr/bin/dask-scheduler', '/usr/sbin/slurmctld'].every(existsSync)) return
  say('installing Dask and Slurm…')
  const packages = ['python3-distributed', 'slurmctld', 'slurmd', 'slurm-client']
  runNow('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

/** Events of another generator, and counts of other code. */
function removeOutdated(): void {
  mkdirSync(runs, { recursive: true })
  for (const name of readdirSync(kept))
    if (name !== `counts-${code}` && name !== `events-${generator}`) rmSync(join(kept, name), { recursive: true })
}

async function compareAll(): Promise<number> {
  say(`${amount.events.toLocaleString('en')} events in ${amount.parts} files…`)
  const files = await eventFiles(join(kept, `events-${generator}`), amount, (text) => say(`events: ${text}`))
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0)
  say(`one process counts ${(size / 1e6).toFixed(0)} MB…`)
  const expected = await countInOneProcess(files, size)
  const engines = new Map<string, (run: ClusterRun) => Promise<string>>([
    ['Dask', countWithDask],
    ['Slurm', countWithSlurm],
  ])
  let different = 0
  for (const [name, count] of engines) {
    const merged = mergedResults(await countWith(name, count, files))
    if (merged === expected) say(`${name}: the same result as one process, byte for byte`)
    else {
      different++
      say(`${name}: ANOTHER RESULT\n${firstDifference(expected, merged)}`)
    }
  }
  return different === 0 ? 0 : 1
}

async function countInOneProcess(files: readonly string[], size: number): Promise<string> {
  const result = join(runs, 'one-process.jsonl')
  if (existsSync(result)) say('one process: already counted by an earlier run')
  else {
    const passed = stopwatch()
    const counted = await everySeconds(
      10,
      () => say('one process: still counting'),
      () => whydenied(['denials', '--jsonl', ...files]),
    )
    writeWhole(result, counted)
    const seconds = passed()
    say(`one process: ${seconds.toFixed(1)} s, ${(size / 1e6 / seconds).toFixed(0)} MB/s`)
  }
  const counted = readFileSync(result, 'utf8')
  const kinds = counted.trim().split('\n')
  const denials = kinds.reduce((sum, line) => sum + Number(/"count":(\d+)/.exec(line)?.[1]), 0)
  say(`one process: ${denials.toLocaleString('en')} denials of ${kinds.length} kinds`)
  return counted
}

/** Counts with an engine, unless an earlier run did; gives the folder of its results. */
async function countWith(
  name: string,
  count: (run: ClusterRun) => Promise<string>,
  files: readonly string[],
): Promise<string> {
  const folder = join(runs, name)
  const results = join(folder, 'results')
  const note = join(folder, 'finished.txt')
  if (existsSync(note)) {
    say(`${name}: already counted by an earlier run: ${readFileSync(note, 'utf8')}`)
    return results
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  say(`${name} starts…`)
  const passed = stopwatch()
  let done = 0
  const report = (): void => {
    const now = wholeIn(results).length
    if (now > done) say(`${name}: ${now} of ${files.length} parts counted`)
    done = now
  }
  const happened = await everySeconds(2, report, () => count({ files, script, results, folder, env }))
  const text = `${happened}; ${passed().toFixed(1)} s`
  writeWhole(note, text)
  say(`${name}: ${text}`)
  return results
}

function wholeIn(results: string): readonly string[] {
  return readdirSync(results).filter((each) => !each.endsWith('.tmp'))
}

function mergedResults(results: string): string {
  const files = wholeIn(results).map((each) => join(results, each))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'denials', '--merge', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 1) throw new Error(`whydenied denials --merge ended with ${status}: ${stderr}`)
  return stdout
}

/** Runs the command line; 1 says that there are denials. */
function whydenied(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (status) =>
      status === 1 ? resolve(output) : reject(new Error(`whydenied ${args[0]} ended with ${status}`)),
    )
  })
}

async function everySeconds<T>(seconds: number, tick: () => void, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(tick, seconds * 1000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** A file appears whole or not at all. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text)
  renameSync(`${file}.tmp`, file)
}

function firstDifference(expected: string, merged: string): string {
  const lines = merged.split('\n')
  const wanted = expected.split('\n')
  const at = wanted.findIndex((line, i) => line !== lines[i])
  return `line ${at + 1}\n  one process: ${wanted[at]}\n  merged:      ${lines[at]}`
}

function stopwatch(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
