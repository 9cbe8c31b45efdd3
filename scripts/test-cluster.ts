// npm run test:cluster: counts the denials of generated CloudTrail events in one process, with Dask, and in a job array of Slurm, where a worker of each
// is killed midway, and compares the results byte by byte. `-- --events 200000` takes fewer than 5 million. Ends with a line per engine.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type ClusterRun, countWithDask } from './cluster/dask.ts'
import { generate } from './cluster/generate.ts'
import { runNow } from './cluster/processes.ts'
import { countWithSlurm } from './cluster/slurm.ts'

const { values } = parseArgs({
  options: { events: { type: 'string', default: '5000000' }, parts: { type: 'string', default: '20' } },
})
const [events, parts] = [Number(values.events), Number(values.parts)]
const script = fileURLToPath(new URL('cluster/count-part.sh', import.meta.url))
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const env = { ...process.env, WHYDENIED: `${process.execPath} ${main}` }

/** Runs the command line; 1 says that there are denials. */
function whydenied(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 1) throw new Error(`whydenied ${args[0]} ended with ${status}: ${stderr}`)
  return stdout
}

if (!['/usr/bin/dask-scheduler', '/usr/sbin/slurmctld'].every(existsSync)) {
  console.log('· Installing Dask and Slurm…')
  runNow('apt-get', [
    'install',
    '-y',
    '--no-install-recommends',
    'python3-distributed',
    'slurmctld',
    'slurmd',
    'slurm-client',
  ])
}
const folder = mkdtempSync(join(tmpdir(), 'whydenied-cluster-'))
process.exitCode = await compareAll().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

async function compareAll(): Promise<number> {
  console.log(`· Generating ${events.toLocaleString('en')} events in ${parts} files…`)
  mkdirSync(join(folder, 'events'))
  const files = await generate(join(folder, 'events'), { events, parts })
  const seconds = stopwatch()
  const expected = whydenied(['denials', '--jsonl', ...files])
  const kinds = expected.trim().split('\n')
  const denials = kinds.reduce((sum, line) => sum + Number(/"count":(\d+)/.exec(line)?.[1]), 0)
  console.log(`one process: ${denials.toLocaleString('en')} denials of ${kinds.length} kinds (${seconds()})`)
  const engines = new Map<string, (run: ClusterRun) => Promise<string>>([
    ['Dask', countWithDask],
    ['Slurm', countWithSlurm],
  ])
  let different = 0
  for (const [name, count] of engines) {
    const own = join(folder, name)
    const results = join(own, 'results')
    mkdirSync(results, { recursive: true })
    const passed = stopwatch()
    const happened = await count({ files, script, results, folder: own, env })
    const whole = readdirSync(results).filter((each) => !each.endsWith('.tmp'))
    const merged = whydenied(['denials', '--merge', ...whole.map((each) => join(results, each))])
    const isSame = merged === expected
    if (!isSame) {
      different++
      console.log(firstDifference(expected, merged))
    }
    console.log(`${name}: ${isSame ? 'the same result' : 'ANOTHER RESULT'}; ${happened} (${passed()})`)
  }
  return different === 0 ? 0 : 1
}

function firstDifference(expected: string, merged: string): string {
  const lines = merged.split('\n')
  const wanted = expected.split('\n')
  const at = wanted.findIndex((line, i) => line !== lines[i])
  return `line ${at + 1}\n  one process: ${wanted[at]}\n  merged:      ${lines[at]}`
}

function stopwatch(): () => string {
  const start = performance.now()
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`
}
