import { groupAnswer } from '../../api/group-answer.ts'
import { LogCounter } from '../../logs/index.ts'
import type { RunCommand, Status } from '../command.ts'
import { countFile } from '../count-file.ts'
import { denialFormats } from '../denials-report.ts'
import { nameOf, readLines, unreadSentence } from '../files.ts'
import type { FoundDenials } from '../found-denials.ts'
import { counted } from '../group-lines.ts'
import type { Io } from '../io.ts'
import { type LastRun, readLastRun } from '../last-run.ts'
import { type FileList, listFiles } from '../list-files.ts'
import { byCount, merge, type Partial, readPartial, writtenKind } from '../merge-denials.ts'
import { putReport } from '../put-report.ts'

/** Logs of any size → the kinds of denials in them, counted. Says on standard error how far it is; prints what it found at the end. */
export const runDenials: RunCommand = async (args, io) => {
  const { files, json, jsonl, output, 'since-last': stateFile } = args
  const format = args.format ?? (json ? 'json' : jsonl ? 'jsonl' : 'text')
  const write = denialFormats.get(format)
  if (!write) return stop(io, `unknown format ${format}; choose ${[...denialFormats.keys()].join(', ')}`)
  if (format === 'parquet' && output === undefined) return stop(io, '--format parquet needs --output FILE')
  if (args.merge)
    return args.format !== undefined || output !== undefined
      ? stop(io, '--merge prints lines of JSON; it has no --format and no --output')
      : mergeDenials(files, io)
  const last = stateFile === undefined ? undefined : readLastRun(stateFile)
  if (typeof last === 'string') return stop(io, last)
  const list = listFiles(files.length === 0 ? ['-'] : files)
  if (last && list.files.includes('-')) return stop(io, '--since-last needs files, not standard input')
  const toRead = last ? list.files.filter(last.isChanged) : list.files
  const found = await countAll({ ...list, files: toRead }, last, io)
  const report = await write(found)
  const problem = report === '' ? undefined : await putReport(report, output, io)
  if (problem !== undefined) return stop(io, problem)
  // A file that couldn't be read is read again next time.
  if (found.unread.length > 0) return 2
  last?.keep(
    toRead,
    found.kinds.map(({ answer }) => answer.fingerprint),
  )
  return found.denials > 0 ? 1 : 0
}

/** Counts the files one after the other, and says what it couldn't read or doesn't list. */
async function countAll(list: FileList, last: LastRun | undefined, io: Io): Promise<FoundDenials> {
  const counter = new LogCounter()
  for (const unread of list.unread) counter.fail(unread)
  for (const file of list.files) await countFile(file, io, counter)
  const { groups, denials, dropped, unread } = counter.summary()
  for (const each of unread) io.tell(unreadSentence(each))
  if (dropped > 0)
    io.tell(
      `whydenied: ${counted(groups.length, 'kind')} listed; ${counted(dropped, 'denial')} of further kinds only counted`,
    )
  const kinds = groups
    .map((group) => ({ group, answer: withNews(groupAnswer(group), last) }))
    .sort((a, b) => byCount(a.answer, b.answer))
  return { kinds, denials, dropped, unread }
}

const withNews = <Answer extends { readonly fingerprint: string }>(
  answer: Answer,
  last: LastRun | undefined,
): Answer & { readonly isNew?: boolean } => (last ? { ...answer, isNew: last.isNewKind(answer.fingerprint) } : answer)

/** Adds up partial results; prints them as `denials --jsonl` does, the most frequent first. */
async function mergeDenials(files: readonly string[], io: Io): Promise<Status> {
  const list = listFiles(files.length === 0 ? ['-'] : files)
  const faults = list.unread.map(unreadSentence)
  const parts: Partial[] = []
  for (const file of list.files) {
    let number = 0
    for await (const line of readLines(file, io, (unread) => faults.push(unreadSentence(unread)))) {
      number++
      if (line.trim() === '') continue
      const part = readPartial(line)
      if (part) parts.push(part)
      else faults.push(`whydenied: ${nameOf(file)}, line ${number}: this isn’t a line of denials --jsonl`)
    }
  }
  for (const fault of faults) io.tell(fault)
  const all = merge(parts)
  const kinds = [...all.kinds.values()].sort(byCount)
  for (const kind of kinds) await io.print(writtenKind(kind))
  if (all.dropped > 0) await io.print(JSON.stringify({ dropped: all.dropped }))
  if (faults.length > 0) return 2
  return kinds.length > 0 ? 1 : 0
}

function stop(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}
