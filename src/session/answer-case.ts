import {
  type Case,
  type Diagnosis,
  diagnose,
  furtherServices,
  type Opens,
  opensOf,
  readGivenPolicies,
  report,
  requestText,
  type SortedPaste,
  sortReading,
} from '../advise/index.ts'
import { type Reading, withOwnTexts } from '../denial/index.ts'
import { quotas } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import { doubtLines, write } from '../words/index.ts'
import { blankSecrets } from './blank-secrets.ts'
import { brief, statementCounts, whole } from './brief.ts'
import { pasteComplaints } from './complaints.ts'
import { languagesFor } from './languages.ts'
import { longestTyped } from './limits.ts'
import type { Blanked, EngineAnswer, Question } from './messages.ts'
import type { Shelf } from './service-data.ts'
import { createSession, type Session } from './session.ts'

/** The texts of a case. */
const textsOf = ({ paste, policies, action }: Case): readonly string[] => [
  paste,
  action ?? '',
  ...policies.map(({ text }) => text),
]

/** The callbacks of `answerCase`. */
export interface Progress {
  readonly isCurrent: () => boolean
  readonly computing: () => void
  /** Gets what works out what each fix opens: that takes longer than the answer, which must not wait for it. */
  readonly later?: (opens: () => readonly (Opens | undefined)[]) => void
}

/**
 * The whole answer to a case, with the service data that it needs. `isCurrent` is asked after every wait: an answer that no one waits for any
 * more is not computed. `session` holds what was read, from one question to the next.
 */
export async function answerCase(
  question: Omit<Question, 'id'>,
  shelf: Shelf,
  { isCurrent, computing, later }: Progress,
  session: Session = createSession(),
): Promise<EngineAnswer | undefined> {
  session.begin()
  const texts = [question.given, ...question.saved].flatMap(textsOf)
  let wanted = [...new Set(texts.flatMap(session.servicesIn))]
  let { reference, missing } = await shelf.load(wanted)
  if (!isCurrent()) return undefined
  computing()
  const { given: clean, blanked } = withoutSecrets(question.given)
  const { sorted, given, reading: read } = await sort(clean, question.sort, session)
  const reading = withOwnTexts(read, question.ownTexts ?? [])
  let diagnosis = diagnose(given, reference, reading, session)
  for (let round = 0; round < mostRounds && reference; round++) {
    const known = new Set(wanted)
    const more = furtherServices(given, diagnosis, reference).filter((prefix) => !known.has(prefix))
    if (more.length === 0) break
    wanted = [...wanted, ...more]
    const before = reference
    ;({ reference, missing } = await shelf.load(wanted))
    if (!isCurrent()) return undefined
    // An earlier question needed the same data: the answer has it already.
    if (reference === before) continue
    diagnosis = diagnose(given, reference, reading, session)
  }
  later?.(() => opensOf(given, diagnosis, reference))
  const answer = finish(given, diagnosis, { question, reference, missing, blanked, sorted, session })
  session.end()
  return answer
}

/** The action's own service first, then those that its data names. */
const mostRounds = 2

/** The case with the paste's documents among its policies, where that was asked for, and with policies in other languages as JSON. */
async function sort(
  clean: Case,
  isNew: boolean,
  session: Session,
): Promise<{ readonly sorted: SortedPaste | undefined; readonly given: Case; readonly reading: Reading }> {
  const read = readGivenPolicies(
    clean,
    await languagesFor(
      clean.policies.map(({ text }) => text),
      session.languagesOf,
    ),
  )
  const reading = await session.readPaste(read?.given.paste ?? clean.paste)
  const cut = isNew ? sortReading(read?.given ?? clean, reading) : undefined
  if (!cut && !read) return { sorted: undefined, given: clean, reading }
  const given = cut?.given ?? read?.given ?? clean
  const sorted: SortedPaste = {
    given,
    taken: cut?.taken ?? [],
    notices: [...(read?.notices ?? []), ...(cut?.notices ?? [])],
    commands: cut?.commands ?? [],
  }
  return { sorted, given, reading: cut ? { ...reading, text: reading.rest } : reading }
}

function finish(
  given: Case,
  diagnosis: Diagnosis,
  {
    reference,
    missing,
    blanked,
    sorted,
    question,
    session,
  }: {
    readonly session: Session
    readonly question: Pick<Question, 'saved' | 'home' | 'whole'>
    readonly reference: Reference | undefined
    readonly missing: readonly string[]
    readonly blanked: readonly Blanked[]
    readonly sorted: SortedPaste | undefined
  },
): EngineAnswer {
  return {
    sorted,
    diagnosis: question.whole ? whole(diagnosis) : brief(diagnosis),
    isWhole: question.whole,
    statements: statementCounts(diagnosis),
    doubts: doubtLines(diagnosis.denial),
    paste: pasteComplaints(given.paste),
    policies: diagnosis.policies.map(({ type, problems }, i) => {
      const text = given.policies[i]?.text ?? ''
      return session.complaints(text, { problems, findings: session.findings(session.read(text), type, reference) })
    }),
    sizes: diagnosis.policies.map(({ type }, i) => ({
      size: session.sizeOf(given.policies[i]?.text ?? ''),
      quota: { ...quotas[type], of: write(quotas[type].of) },
    })),
    blanked,
    requestText: requestText(diagnosis),
    report: report(diagnosis, { engine: question.home.version, data: reference?.date }),
    saved: question.saved.map(
      (kept) => diagnose({ ...kept, policies: given.policies }, reference, undefined, session).verdict?.decision,
    ),
    data: { date: reference?.date, missing },
  }
}

function withoutSecrets(given: Case): { readonly given: Case; readonly blanked: readonly Blanked[] } {
  const blanked: Blanked[] = []
  const clean = (text: string, policyIndex: number | undefined): string => {
    if (text.length <= longestTyped) return text
    const result = blankSecrets(text)
    if (result.found.length > 0) blanked.push({ policyIndex, text: result.text, found: result.found })
    return result.text
  }
  const paste = clean(given.paste, undefined)
  const policies = given.policies.map((policy, i) => ({ ...policy, text: clean(policy.text, i) }))
  return { given: { ...given, paste, policies }, blanked }
}
