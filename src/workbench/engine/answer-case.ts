import {
  type Case,
  type Diagnosis,
  diagnose,
  furtherServices,
  report,
  requestText,
  type SortedPaste,
  sortPaste,
} from '../../advise/index.ts'
import { type ToJson, yamlChunks } from '../../denial/index.ts'
import { quotas, sizeOf } from '../../lint/index.ts'
import { type Reference, requiredServices } from '../../reference/index.ts'
import { remember } from '../../text/index.ts'
import { blankSecrets } from '../blank-secrets.ts'
import { brief, statementCounts } from './brief.ts'
import { pasteComplaints, policyComplaints } from './complaints.ts'
import { longestTyped } from './limits.ts'
import type { Blanked, EngineAnswer, Question } from './messages.ts'
import type { Shelf } from './service-data.ts'

/** Who types changes one text of many: what is known of the others is kept. Long ones are read anew, so that memory stays bounded. */
function lately<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = remember(read, 64)
  return (text) => (text.length > longestTyped ? read(text) : known(text))
}

const servicesIn = lately((text) => requiredServices([text]))
const sizeIn = lately(sizeOf)

/** The services that a case speaks of. */
const servicesOf = ({ paste, policies, action }: Case): readonly string[] =>
  [paste, action ?? '', ...policies.map(({ text }) => text)].flatMap(servicesIn)

/**
 * The whole answer to a case, with the service data that it needs. `isCurrent` is asked after every wait: an answer that nobody waits for any
 * more is not computed.
 */
export async function answerCase(
  question: Omit<Question, 'id'>,
  shelf: Shelf,
  { isCurrent, computing }: { readonly isCurrent: () => boolean; readonly computing: () => void },
): Promise<EngineAnswer | undefined> {
  let wanted = [...new Set([question.given, ...question.saved].flatMap(servicesOf))]
  let { reference, missing } = await shelf.load(wanted)
  if (!isCurrent()) return undefined
  computing()
  const { given: clean, blanked } = withoutSecrets(question.given)
  const sorted = question.sort ? sortPaste(clean, await yamlReader(clean.paste)) : undefined
  const given = sorted?.given ?? clean
  let diagnosis = diagnose(given, reference)
  for (let round = 0; round < mostRounds && reference; round++) {
    const known = new Set(wanted)
    const more = furtherServices(diagnosis, reference).filter((prefix) => !known.has(prefix))
    if (more.length === 0) break
    wanted = [...wanted, ...more]
    ;({ reference, missing } = await shelf.load(wanted))
    if (!isCurrent()) return undefined
    diagnosis = diagnose(given, reference)
  }
  return finish(given, diagnosis, { question, reference, missing, blanked, sorted })
}

/** The action's own service first, then those that its data names. */
const mostRounds = 2

/** The reader of YAML is large: it is loaded for those who paste some. */
const yamlReader = async (paste: string): Promise<ToJson | undefined> =>
  yamlChunks(paste).length > 0 ? (await import('../yaml-to-json.ts')).yamlToJson : undefined

function finish(
  given: Case,
  diagnosis: Diagnosis,
  {
    reference,
    missing,
    blanked,
    sorted,
    question,
  }: {
    readonly question: Pick<Question, 'saved' | 'home' | 'whole'>
    readonly reference: Reference | undefined
    readonly missing: readonly string[]
    readonly blanked: readonly Blanked[]
    readonly sorted: SortedPaste | undefined
  },
): EngineAnswer {
  return {
    sorted,
    diagnosis: question.whole ? diagnosis : brief(diagnosis),
    isWhole: question.whole,
    statements: statementCounts(diagnosis),
    paste: pasteComplaints(given.paste),
    policies: diagnosis.policies.map((policy, i) => policyComplaints(given.policies[i]?.text ?? '', policy)),
    sizes: diagnosis.policies.map(({ type }, i) => ({
      size: sizeIn(given.policies[i]?.text ?? ''),
      quota: quotas[type],
    })),
    blanked,
    requestText: requestText(diagnosis),
    report: report(diagnosis, { engine: question.home.version, data: reference?.date }),
    saved: question.saved.map((kept) => diagnose({ ...kept, policies: given.policies }, reference).verdict?.decision),
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
