import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ClusterRun } from './dask.ts'
import { Processes, runNow, until } from './processes.ts'

/** One machine that is controller and node; no one else uses it, so nothing is authenticated. https://slurm.schedmd.com/slurm.conf.html */
const configuration = (folder: string, port: number): string =>
  `ClusterName=whydenied
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${port}
SlurmdPort=${port + 1}
AuthType=auth/none
CredType=cred/none
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=2
KillWait=1
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`

/** Counts every part in a job array of Slurm, whose first task is killed; parts without a result are submitted again. Gives what happened, in words. */
export async function countWithSlurm({ files, script, results, folder, env }: ClusterRun): Promise<string> {
  const processes = new Processes()
  const log = join(folder, 'slurm.log')
  const withConf = { ...env, SLURM_CONF: join(folder, 'slurm.conf') }
  // Slurm's sockets are there, and the address of a socket has at most 107 bytes (unix(7)).
  const short = mkdtempSync(join(tmpdir(), 'slurm-'))
  for (const name of ['state', 'spool']) mkdirSync(join(short, name))
  writeFileSync(withConf.SLURM_CONF, configuration(short, 20_001 + (process.pid % 20_000)))
  writeFileSync(join(folder, 'files.txt'), `${files.join('\n')}\n`)
  // Each task takes the line of its number.
  const job = join(folder, 'job.sh')
  writeFileSync(
    job,
    `#!/bin/sh
file=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" ${folder}/files.txt)
exec ${script} "$file" "${results}/$(basename "$file")"
`,
  )
  const submit = (indexes: readonly number[]): string =>
    runNow(
      'sbatch',
      ['--parsable', `--array=${indexes.join(',')}`, '--output', `${folder}/task-%a.log`, job],
      withConf,
    ).trim()
  const missing = (): readonly number[] =>
    files.flatMap((file, i) => (existsSync(join(results, basename(file))) ? [] : [i]))
  const isOver = (id: string): boolean => runNow('squeue', ['--noheader', '--job', id], withConf).trim() === ''
  try {
    processes.start('slurmctld', ['-D'], log, withConf)
    processes.start('slurmd', ['-D'], log, withConf)
    await until('Slurm’s node is up', () => isUp(withConf))
    const first = submit(files.map((_, i) => i))
    await until('the first part is done', () => readdirSync(results).some((name) => !name.endsWith('.tmp')), 600)
    const done = files.length - missing().length
    const running = (): string =>
      runNow('squeue', ['--noheader', '--array', '--states=RUNNING', '--format=%i', '--job', first], withConf).trim()
    let victim = ''
    await until('a task is killed', () => {
      // The one that started last has the most left to do.
      victim =
        running()
          .split('\n')
          .findLast((task) => task !== '' && wasKilled(task, withConf)) ?? ''
      return victim !== '' || isOver(first)
    })
    if (victim === '') throw new Error('no task of Slurm’s job array was left to be killed; take more events')
    await until('the job array ends', () => isOver(first), 3600)
    const again = missing()
    if (again.length > 0) {
      const second = submit(again)
      await until('the second job array ends', () => isOver(second), 3600)
    }
    return `task ${victim} killed after ${done} of ${files.length} parts; ${again.length} submitted again`
  } finally {
    // Tasks aren't children of the daemons, so they would keep running after a fault.
    if (isUp(withConf, /./)) runNow('scancel', ['--me', '--full', '--signal=KILL'], withConf)
    processes.stop()
    rmSync(short, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Kills a task. False where it ended by itself meanwhile. */
function wasKilled(task: string, env: NodeJS.ProcessEnv): boolean {
  try {
    runNow('scancel', ['--signal=KILL', '--full', task], env)
    return true
  } catch (error) {
    if (error instanceof Error && /Invalid job id|already completed/i.test(error.message)) return false
    throw error
  }
}

function isUp(env: NodeJS.ProcessEnv, state = /idle/): boolean {
  try {
    return state.test(runNow('sinfo', ['--noheader', '--format=%T'], env))
  } catch {
    return false // The controller isn't up yet.
  }
}
