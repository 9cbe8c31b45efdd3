// whydenied diagnose over the files of a trail: workers read them side by side, each kind of denial is diagnosed once.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { diagnoseDenial } from '../advise/index.ts'
import { DenialGroups } from '../denial/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import type { DenialSummary } from './denials.ts'

/** One kind of denial and why it happens. */
export interface BulkRow {
  readonly count: number
  readonly principal: string
  readonly action: string
  readonly cause: string
  readonly title: string
  readonly article: string
  readonly explanation: string
  readonly first: string
  readonly last: string
  readonly resources: readonly string[]
}

export interface BulkSummary {
  readonly files: number
  /** Denials, also those of kinds that are not listed. */
  readonly denials: number
  readonly dropped: number
  /** The most frequent first. */
  readonly rows: readonly BulkRow[]
}

/** What a worker says: how far it is, what it found in a file, or what is wrong with that. */
export type BulkMessage =
  | { readonly is: 'progress'; readonly text: string }
  | ({ readonly is: 'done' } & DenialSummary)
  | { readonly is: 'failed'; readonly why: string }

/** Reads the files and diagnoses what they hold. Rejects where a file cannot be read. `tell` hears how far it is. */
export async function diagnoseTrail(files: readonly string[], tell: (text: string) => void): Promise<BulkSummary> {
  const groups = new DenialGroups()
  const waiting = [...files]
  const count = Math.min(availableParallelism(), files.length)
  let done = 0
  const readOn = async (): Promise<void> => {
    const worker = new Worker(new URL('./bulk-worker.ts', import.meta.url))
    try {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const found = await readIn(worker, file, tell)
        groups.addAll(found.groups, found.dropped)
        tell(`${++done} of ${files.length} files`)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: count }, readOn))
  return summaryOf(groups, files.length)
}

function readIn(worker: Worker, file: string, tell: (text: string) => void): Promise<DenialSummary> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      worker.off('message', hear)
      worker.off('error', reject)
      settle()
    }
    const hear = (message: BulkMessage): void => {
      if (message.is === 'progress') tell(message.text)
      else if (message.is === 'done') finish(() => resolve(message))
      else finish(() => reject(new Error(`${file}: ${message.why}`)))
    }
    worker.on('message', hear)
    worker.on('error', reject)
    worker.postMessage(file)
  })
}

async function summaryOf(groups: DenialGroups, files: number): Promise<BulkSummary> {
  const listed = groups.list()
  const reference = await loadReference(
    listed.flatMap(
      ({ denial: { action, actionDerived } }) => (action ?? actionDerived)?.split(':')[0]?.toLowerCase() ?? [],
    ),
  )
  const rows = listed.map(({ denial, count, first = '', last = '', resources }): BulkRow => {
    const { cause } = diagnoseDenial(denial, reference)
    return {
      count,
      principal: denial.principal ?? '',
      action: denial.action ?? denial.actionDerived ?? '',
      cause: cause.id,
      title: cause.title,
      article: cause.article,
      explanation: cause.explanation,
      first,
      last,
      resources,
    }
  })
  const denials = rows.reduce((sum, { count }) => sum + count, groups.dropped)
  return { files, denials, dropped: groups.dropped, rows: rows.sort((a, b) => b.count - a.count) }
}
