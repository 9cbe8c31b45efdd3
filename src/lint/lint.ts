import { type PolicyType, policyTypes } from '../iam/index.ts'
import { applyEdit, type Edit } from '../text/index.ts'
import { fill, type Translation, write } from '../words/index.ts'
import type { Check, CheckGroup, Finding, Found, Subject } from './check.ts'
import { checks } from './checks/index.ts'
import { needsMet } from './needs.ts'
import { place } from './place.ts'
import { readSubject, type SubjectInput } from './subject.ts'

/** What is checked, and how. */
interface LintInput extends SubjectInput {
  /** Which checks are made; otherwise all. */
  readonly only?: CheckFilter | undefined
  /** Groups of checks that are made besides those that always are. */
  readonly groups?: readonly CheckGroup[] | undefined
  /** The checks' messages in another language, by the check's code; those that it lacks are in English. */
  readonly translation?: Translation | undefined
}

/** Tells of a check whether it is wanted. */
export type CheckFilter = (check: Pick<Check, 'code' | 'type'>) => boolean

/** More findings of one code wouldn’t help anyone. The limit also bounds the time that a hostile text can take. */
const mostOfOneCode = 100

/** Everything that is wrong with one policy, in the order of the text. Never throws. */
export function lint(input: LintInput): readonly Finding[] {
  return lintBehind(input, 0)
}

/** More slips than this in one text are none of a person. */
const mostSlips = 5
/** Longer than any policy with its white space. */
const longestMended = 50_000

/** All findings. If a JSON syntax error can be fixed, this includes the findings after it. */
function lintBehind(input: LintInput, slips: number): readonly Finding[] {
  const found = lintText(input)
  const fix = found.find(({ code }) => code === 'JSON_SYNTAX_ERROR')?.fix
  if (!fix || slips === mostSlips || input.text.length > longestMended) return found
  const behind = lintBehind({ ...input, text: applyEdit(input.text, fix) }, slips + 1).map(
    ({ path, message, messageId, data, code, type, span }) => ({
      path,
      message,
      messageId,
      data,
      code,
      type,
      span: { from: placeBefore(fix, span.from), to: placeBefore(fix, span.to) },
      behindSlip: true as const,
    }),
  )
  return place<Omit<Finding, 'line' | 'column'>>(input.text, [...found, ...behind])
}

/** Where an offset of the changed text was before the edit. */
function placeBefore({ changes }: Edit, offset: number): number {
  let shift = 0
  for (const { span, insert } of [...changes].sort((a, b) => a.span.from - b.span.from)) {
    const from = span.from + shift
    if (offset < from) break
    if (offset < from + insert.length) return span.from
    shift += insert.length - (span.to - span.from)
  }
  return offset - shift
}

function lintText(input: LintInput): readonly Finding[] {
  const { text, only, groups = [], translation } = input
  const subject = readSubject(input)
  // A slip in the brackets makes everything behind it look wrong: first that, then the rest.
  const isBroken = subject.problems.some(({ code }) => code.startsWith('json-'))
  const isMet = needsMet(subject)
  const found: Omit<Finding, 'line' | 'column'>[] = []
  for (const check of checksOf.get(subject.policyType) ?? []) {
    const { code, group, needs } = check
    if (needs !== undefined && !isMet(needs)) continue
    if ((group !== undefined && !groups.includes(group)) || (isBroken && code !== 'JSON_SYNTAX_ERROR')) continue
    if (only?.(check) ?? true) found.push(...findingsOf(check, subject, translation))
  }
  return place(text, found)
}

/** The checks that concern each type of policy. */
const checksOf: ReadonlyMap<PolicyType, readonly Check[]> = new Map(
  policyTypes.map((type) => [type, checks.filter((check) => check.policyTypes.includes(type))]),
)

const none: readonly never[] = []

function findingsOf(
  check: Check,
  subject: Subject,
  translation: Translation | undefined,
): readonly Omit<Finding, 'line' | 'column'>[] {
  const { code, type, messages } = check
  const found = upTo(mostOfOneCode, check.find(subject))
  if (found.length === 0) return none
  const translated = translation?.get(code)
  return found.map(({ message: { id, data }, fix, ...place }) => ({
    ...place,
    ...(fix ? { fix: { ...fix, title: write(fix.title, translation) } } : {}),
    message: fill(translated?.[id] ?? messages[id] ?? '', data, { translation }),
    messageId: id,
    data,
    code,
    type,
  }))
}

function upTo(most: number, found: Iterable<Found>): readonly Found[] {
  // Most checks find nothing in most policies.
  let some: Found[] | undefined
  for (const each of found) {
    some ??= []
    some.push(each)
    if (some.length === most) break
  }
  return some ?? none
}
