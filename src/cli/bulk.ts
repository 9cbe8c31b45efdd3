// whydenied diagnose over log files: workers read them side by side, and each kind of denial is diagnosed once.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { causeOf } from '../advise/index.ts'
import { type DenialGroup, fingerprintOf } from '../denial/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { LogCounter, type LogSummary, type Unread } from '../logs/index.ts'
import { createSession } from '../session/session.ts'
import type { PoliciesOf } from './caller-policies.ts'
import { countFile } from './count-file.ts'
import { counted } from './group-lines.ts'
import type { Io } from './io.ts'
import type { FileList } from './list-files.ts'
import { byCount } from './merge-denials.ts'

/** One kind of denial and why it happens. */
export interface BulkRow {
  readonly count: number
  /** The same for the same kind in every run. */
  readonly fingerprint: string
  /** No earlier run saw this kind. Undefined where no state of earlier runs was given. */
  readonly isNew?: boolean
  readonly principal: string
  readonly action: string
  readonly cause: string
  readonly title: string
  readonly article: string
  readonly explanation: string
  /** How sure the cause is: "confirmed" if the caller's policies were given and decide it. */
  readonly certainty: string
  readonly first: string
  readonly last: string
  readonly resources: readonly string[]
}

export interface BulkSummary {
  /** How many files were read, those in archives too. */
  readonly files: number
  /** Denials, also those of kinds that are not listed. */
  readonly denials: number
  readonly dropped: number
  /** Files that could not be read, in whole or from some place on. */
  readonly unread: readonly Unread[]
  /** The most frequent first. */
  readonly rows: readonly BulkRow[]
}

/** What a worker says: how far it is, or what it found in a file. */
export type BulkMessage =
  | { readonly is: 'progress'; readonly text: string }
  | { readonly is: 'done'; readonly summary: LogSummary }

/** Reads the files and diagnoses what they hold. `io.tell` hears how far it is. */
export async function diagnoseTrail(
  { files, unread }: FileList,
  io: Pick<Io, 'stdin' | 'progress'>,
  { policiesOf, isNewKind }: Knowing = {},
): Promise<BulkSummary> {
  const counter = new LogCounter()
  for (const each of unread) counter.fail(each)
  if (files.includes('-')) await countFile('-', io, counter)
  await countSideBySide(
    files.filter((file) => file !== '-'),
    counter,
    io,
  )
  return summaryOf(counter.summary(), { policiesOf, isNewKind })
}

/** What is known besides the logs. */
interface Knowing {
  readonly policiesOf?: PoliciesOf | undefined
  readonly isNewKind?: ((fingerprint: string) => boolean) | undefined
}

async function countSideBySide(files: readonly string[], counter: LogCounter, io: Pick<Io, 'progress'>): Promise<void> {
  const waiting = [...files]
  let done = 0
  const readOn = async (): Promise<void> => {
    const worker = new Worker(new URL('./bulk-worker.ts', import.meta.url))
    try {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        counter.add(await countIn(worker, file, io))
        done++
        if (files.length > 1) io.progress(`${done} of ${counted(files.length, 'file')}`)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, readOn))
}

function countIn(worker: Worker, file: string, io: Pick<Io, 'progress'>): Promise<LogSummary> {
  return new Promise((resolve, reject) => {
    const hear = (message: BulkMessage): void => {
      if (message.is === 'progress') {
        io.progress(message.text)
        return
      }
      worker.off('message', hear)
      worker.off('error', reject)
      resolve(message.summary)
    }
    worker.on('message', hear)
    worker.on('error', reject)
    worker.postMessage(file)
  })
}

async function summaryOf(
  { groups, denials, dropped, texts, unread }: LogSummary,
  { policiesOf, isNewKind }: Knowing,
): Promise<BulkSummary> {
  const reference = await loadReference(
    groups.flatMap(
      ({ denial: { action, actionDerived } }) => (action ?? actionDerived)?.split(':')[0]?.toLowerCase() ?? [],
    ),
  )
  // What was read of a caller's policies is kept until the next caller.
  const session = createSession()
  const rows = byCaller(groups).map(({ denial, count, first = '', last = '', resources }): BulkRow => {
    session.begin()
    const { id, title, article, explanation, certainty } = causeOf(
      denial,
      reference,
      policiesOf?.(denial.principal),
      session,
    )
    session.end()
    const fingerprint = fingerprintOf(denial)
    return {
      count,
      fingerprint,
      ...(isNewKind ? { isNew: isNewKind(fingerprint) } : {}),
      principal: denial.principal ?? '',
      action: denial.action ?? denial.actionDerived ?? '',
      cause: id,
      title,
      article,
      explanation,
      certainty,
      first,
      last,
      resources,
    }
  })
  return { files: texts, denials, dropped, unread, rows: rows.sort(byCount) }
}

/** Kinds of one caller follow each other. */
const byCaller = (groups: readonly DenialGroup[]): readonly DenialGroup[] =>
  groups.toSorted((a, b) => compareTexts(a.denial.principal, b.denial.principal))

const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
