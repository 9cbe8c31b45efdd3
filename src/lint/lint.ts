import {
  type PolicyDocument,
  type PolicyRead,
  type PolicyType,
  policyTypes,
  readPolicy,
  type Statement,
  symbolsIn,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { applyEdit, type Edit, once } from '../text/index.ts'
import { fill, type Translation } from '../words/index.ts'
import { readArns } from './arns.ts'
import type { Check, CheckGroup, Finding, Found, Subject } from './check.ts'
import { checks } from './checks/index.ts'
import { readConditions } from './condition-values.ts'
import { grantsIn } from './escalation/grants.ts'
import { place } from './place.ts'

/** A policy as the user gave it, what it is attached to, and what is known of AWS's services. */
interface LintInput {
  readonly text: string
  /** What reading the text gave, if it was read before. That of another text doesn't count. */
  readonly read?: PolicyRead | undefined
  readonly policyType: PolicyType
  /** "AWS::S3::Bucket" and the like, for resource policies. */
  readonly resourceType?: string | undefined
  /** Checks that need a service which is not loaded say nothing. */
  readonly reference?: Reference | undefined
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

function lintText({
  text,
  read,
  policyType: given,
  resourceType,
  reference,
  only,
  groups = [],
  translation,
}: LintInput): readonly Finding[] {
  const { policy, problems } = read?.policy.text === text ? read : readPolicy(text)
  const policyType = isTrust(policy, given, resourceType) ? 'trust' : given
  const known = problems.filter(({ span }) => !isSymbol(text.slice(span.from, span.to)))
  const grants = once(() => grantsIn(policy))
  const subject: Subject = {
    policy,
    problems: known,
    policyType,
    resourceType,
    reference,
    arns: readArns(policy, reference),
    conditions: readConditions(policy),
    grants,
  }
  // A slip in the brackets makes everything behind it look wrong: first that, then the rest.
  const isBroken = known.some(({ code }) => code.startsWith('json-'))
  const wanted = (checksOf.get(policyType) ?? []).filter(
    (check) =>
      (check.group === undefined || groups.includes(check.group)) &&
      (!isBroken || check.code === 'JSON_SYNTAX_ERROR') &&
      (only?.(check) ?? true),
  )
  const found = wanted.flatMap((check) => findingsOf(check, subject, translation))
  return place(text, found)
}

/** The checks that concern each type of policy. */
const checksOf: ReadonlyMap<PolicyType, readonly Check[]> = new Map(
  policyTypes.map((type) => [type, checks.filter((check) => check.policyTypes.includes(type))]),
)

const none: readonly never[] = []

/** A string in JSON with a name whose value the text doesn't give: it can be anything allowed there. */
const isSymbol = (written: string): boolean => written.startsWith('"') && symbolsIn(written).length > 0

/** Access Analyzer's own name for a trust policy; or a resource policy of no told type that is about sts alone and, as only trust policies do, names no resource. */
const isTrust = ({ statements }: PolicyDocument, given: PolicyType, resourceType: string | undefined): boolean =>
  resourceType === 'AWS::IAM::AssumeRolePolicyDocument' ||
  (given === 'resource' &&
    resourceType === undefined &&
    statements.length > 0 &&
    statements.every(({ action, resource }) => !resource && isAboutSts(action)))

const isAboutSts = (action: Statement['action']): boolean =>
  action?.sense === 'any-of' &&
  action.items.length > 0 &&
  action.items.every(({ value }) => value.kind === 'action' && value.service === 'sts')

function findingsOf(
  check: Check,
  subject: Subject,
  translation: Translation | undefined,
): readonly Omit<Finding, 'line' | 'column'>[] {
  const { code, type, messages } = check
  const found = upTo(mostOfOneCode, check.find(subject))
  if (found.length === 0) return none
  const translated = translation?.get(code)
  return found.map(({ message: { id, data }, ...place }) => ({
    ...place,
    message: fill(translated?.[id] ?? messages[id] ?? '', data),
    messageId: id,
    data,
    code,
    type,
  }))
}

function upTo(most: number, found: Iterable<Found>): readonly Found[] {
  const some: Found[] = []
  for (const each of found) {
    some.push(each)
    if (some.length === most) break
  }
  return some
}
