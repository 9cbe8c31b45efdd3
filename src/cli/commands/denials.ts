import { groupAnswer } from '../../api/group-answer.ts'
import { LogCounter } from '../../logs/index.ts'
import type { RunCommand } from '../command.ts'
import { countFile } from '../count-file.ts'
import { listFiles, unreadSentence } from '../files.ts'
import { counted, groupLine } from '../group-lines.ts'

/** Logs of any size → the kinds of denials in them, counted. Says on standard error how far it is; prints what it found at the end. */
export const runDenials: RunCommand = async ({ files, json, jsonl }, io) => {
  const list = listFiles(files.length === 0 ? ['-'] : files)
  const counter = new LogCounter()
  for (const unread of list.unread) counter.fail(unread)
  for (const file of list.files) await countFile(file, io, counter)
  const { groups, denials, dropped, unread } = counter.summary()
  for (const each of unread) io.tell(unreadSentence(each))
  const inOrder = groups.toSorted((a, b) => b.count - a.count)
  if (dropped > 0)
    io.tell(
      `whydenied: ${counted(inOrder.length, 'kind')} listed; ${counted(dropped, 'denial')} of further kinds only counted`,
    )
  if (json) await io.print(JSON.stringify({ groups: inOrder.map(groupAnswer), denials, dropped, unread }, null, 2))
  else if (jsonl) for (const group of inOrder) await io.print(JSON.stringify(groupAnswer(group)))
  else if (inOrder.length > 0) await io.print(inOrder.map(groupLine).join('\n'))
  else if (unread.length === 0) await io.print('no denial found')
  if (unread.length > 0) return 2
  return denials > 0 ? 1 : 0
}
