// whydenied denials: files of any size → the kinds of denials in them, with counts. Events are read as a stream, so memory stays bounded.
import { createReadStream, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createDenialReader, type DenialGroup, DenialGroups, readDenials, toAnswer } from '../denial/index.ts'

/** What was found, and how much could not be listed. */
export interface DenialSummary {
  readonly groups: readonly DenialGroup[]
  readonly dropped: number
}

/** A text without events is read whole: larger ones are no log that somebody pastes. */
const longestText = 50_000_000

/** Reads files (gzip too, as AWS writes them) or standard input. `tell` hears how far it is, now and then. */
export async function readAllDenials(files: readonly string[], tell: (text: string) => void): Promise<DenialSummary> {
  const groups = new DenialGroups()
  const more: DenialGroup[] = []
  for (const file of files) {
    const read = await streamEvents(file, groups, tell)
    if (read.denials === 0 && file !== '-' && read.characters <= longestText && !isZipped(file))
      more.push(
        ...readDenials(await readFile(file, 'utf8')).filter(({ denial }) => denial.kind !== 'not-authorization'),
      )
    else if (read.denials === 0 && read.whole !== undefined)
      more.push(...readDenials(read.whole).filter(({ denial }) => denial.kind !== 'not-authorization'))
  }
  return { groups: [...groups.list(), ...more], dropped: groups.dropped }
}

const isZipped = (file: string): boolean => /\.gz$/i.test(file)

interface Streamed {
  readonly denials: number
  readonly characters: number
  /** What came from standard input, which cannot be read twice. */
  readonly whole: string | undefined
}

async function streamEvents(file: string, groups: DenialGroups, tell: (text: string) => void): Promise<Streamed> {
  const reader = createDenialReader()
  const progress = progressOf(file, tell)
  const source: Readable = file === '-' ? process.stdin : createReadStream(file)
  const input: Readable = isZipped(file) ? compose(source, createGunzip()) : source
  input.setEncoding('utf8')
  let denials = 0
  let characters = 0
  let whole: string | undefined = file === '-' ? '' : undefined
  for await (const piece of input) {
    const text = String(piece)
    characters += text.length
    if (whole !== undefined) whole = whole.length + text.length > longestText ? undefined : whole + text
    for (const sighting of reader.push(text)) {
      groups.add(sighting)
      denials++
    }
    progress(characters, denials)
  }
  for (const sighting of reader.end()) {
    groups.add(sighting)
    denials++
  }
  return { denials, characters, whole }
}

/** The unzipped stream; an error of the file reaches whoever reads it. */
function compose(source: Readable, unzip: ReturnType<typeof createGunzip>): Readable {
  return pipeline(source, unzip, () => undefined)
}

/** Says how far it is, twice a second at most. */
function progressOf(file: string, tell: (text: string) => void): (characters: number, denials: number) => void {
  const size = file === '-' || isZipped(file) ? undefined : statSync(file).size
  let last = performance.now()
  return (characters, denials) => {
    if (performance.now() - last < 500) return
    last = performance.now()
    const share = size ? ` (${Math.floor((100 * characters) / size)}%)` : ''
    tell(`${file}: ${Math.round(characters / 1e6)} MB${share}, ${denials} denials`)
  }
}

/** One kind of denial in the words of the contract, with its counts. */
export const groupAnswer = ({ denial, count, first, last, resources }: DenialGroup): object => ({
  ...toAnswer(denial),
  count,
  first: first ?? null,
  last: last ?? null,
  resources,
})

/** One line for a person. */
export function groupLine({ denial, count, last }: DenialGroup): string {
  const { principal, action, actionDerived, effect, policyType } = denial
  const who = principal ?? 'somebody'
  const why = effect === undefined ? '' : `, ${effect}${policyType ? ` (${policyType})` : ''}`
  return `${String(count).padStart(7)}  ${who} → ${action ?? actionDerived ?? denial.kind}${why}${last ? `, last ${last}` : ''}`
}
