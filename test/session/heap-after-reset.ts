// Run by forgets.test.ts in a process of its own: answers a case, clears the session, and counts what is left of the case's texts in the heap.
import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { getHeapSnapshot, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { answerCase } from '../../src/session/answer-case.ts'
import { createSession } from '../../src/session/session.ts'
import { emptyShelf } from './answer-for.ts'

const session = createSession()
/** Letters that stand nowhere else in the program: in capitals, as no text of ours is. */
const letters = (from: number): string =>
  String.fromCharCode(...Array.from({ length: 12 }, (_, i) => 65 + ((i * from) % 26)))
const marks = [letters(5), letters(7), letters(11)]

/** In a function of its own, so that no variable of the module holds the texts. */
async function ask(): Promise<void> {
  const [user, bucket, sid] = marks
  const paste = `User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::${bucket}/a because no identity-based policy allows the s3:GetObject action`
  const policy = `{"Version":"2012-10-17","Statement":[{"Sid":"${sid}","Effect":"Allow","Action":"s3:GetObjet","Resource":"arn:aws:s3:::${bucket}/b"}]}`
  const terraform = `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "${sid}", Effect = "Allow", Action = "s3:Put*", Resource = "*" }] })\n}`
  const given = { paste: `${paste}\n\n${policy}\n\n${terraform}`, policies: [{ name: 'P', text: policy }] }
  const home = { site: 'https://example.com/', version: '1' }
  const later: (() => unknown)[] = []
  const hooks = {
    isCurrent: () => true,
    computing: () => {},
    later: (opens: () => unknown) => void later.push(opens),
  }
  await answerCase({ given, sort: true, saved: [], whole: true, home }, emptyShelf, hooks, session)
  for (const opens of later) opens()
}

/** How many strings of the heap hold a mark. The marks themselves, as above, are one each. */
async function left(): Promise<number> {
  // A pattern's last text stays with the engine until the next match.
  ;/./.exec('another text')
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  for (let i = 0; i < 4; i++) {
    collect()
    await turn()
  }
  const parts: string[] = []
  for await (const part of Readable.from(getHeapSnapshot())) parts.push(String(part))
  const { strings }: { strings: readonly string[] } = JSON.parse(parts.join(''))
  return strings.filter((text) => marks.some((mark) => text.includes(mark) && text !== mark)).length
}

await ask()
const held = await left()
session.clear()
console.log(JSON.stringify({ held, left: await left() }))
