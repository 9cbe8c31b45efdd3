// `whydenied lint --baseline FILE`: findings that were there before don't count. The file is an earlier output of --format json.
import { readFile } from 'node:fs/promises'
import { z } from '../api/schemas.ts'
import type { Finding } from '../lint/index.ts'
import { unreadSentence } from './files.ts'
import { type Io, whyUnreadable } from './io.ts'

/** Findings that are known already. */
export interface Baseline {
  newIn(file: string, findings: readonly Finding[]): readonly Finding[]
}

const written = z.object({
  files: z.array(
    z.object({ file: z.string(), findings: z.array(z.object({ code: z.string(), message: z.string() })) }),
  ),
})

const nothing: Baseline = { newIn: (_, findings) => findings }

/** Lines move, so a finding is identified by its file, code, and message. If it occurs more often than before, it's new. Undefined if the file can't be read, which is reported. */
export async function readBaseline(name: string | undefined, io: Io): Promise<Baseline | undefined> {
  if (name === undefined) return nothing
  const known = new Map<string, number>()
  let text: string
  try {
    text = await readFile(name, 'utf8')
  } catch (error) {
    io.tell(unreadSentence({ name, why: whyUnreadable(error) }))
    return undefined
  }
  try {
    const { files } = written.parse(JSON.parse(text))
    for (const { file, findings } of files)
      for (const { code, message } of findings) {
        const key = JSON.stringify([file, code, message])
        known.set(key, (known.get(key) ?? 0) + 1)
      }
  } catch {
    io.tell(`whydenied: ${name} isn't a baseline: write one with lint --format json`)
    return undefined
  }
  return {
    newIn(file, findings) {
      const left = new Map(known)
      return findings.filter(({ code, message }) => {
        const key = JSON.stringify([file, code, message])
        const rest = left.get(key) ?? 0
        left.set(key, rest - 1)
        return rest <= 0
      })
    },
  }
}
