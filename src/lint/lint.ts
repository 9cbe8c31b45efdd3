import { type PolicyType, readPolicy } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Check, Finding, Found, Subject } from './check.ts'
import { checks } from './checks/index.ts'
import { place } from './place.ts'

/** A policy as the user gave it, what it is attached to, and what is known of AWS's services. */
interface LintInput {
  readonly text: string
  readonly policyType: PolicyType
  /** "AWS::S3::Bucket" and the like, for resource policies. */
  readonly resourceType?: string | undefined
  /** Checks that need a service which is not loaded say nothing. */
  readonly reference?: Reference | undefined
}

/** More findings of one code than this help nobody, and bound the time that a hostile text can take. */
const mostOfOneCode = 100

/** Everything that is wrong with one policy, in the order of the text. Never throws. */
export function lint({ text, policyType, resourceType, reference }: LintInput): readonly Finding[] {
  const { policy, problems } = readPolicy(text)
  const subject: Subject = { policy, problems, policyType, resourceType, reference }
  const found = checks
    .filter((check) => check.policyTypes.includes(policyType))
    .flatMap((check) => findingsOf(check, subject))
  return place(text, found)
}

function findingsOf(check: Check, subject: Subject): readonly Omit<Finding, 'line' | 'column'>[] {
  // A slip in the brackets makes everything behind it look wrong: first that, then the rest.
  if (check.code !== 'JSON_SYNTAX_ERROR' && subject.problems.some(({ code }) => code.startsWith('json-'))) return []
  const { code, type } = check
  return upTo(mostOfOneCode, check.find(subject)).map((found) => ({ ...found, code, type }))
}

function upTo(most: number, found: Iterable<Found>): readonly Found[] {
  const some: Found[] = []
  for (const each of found) {
    some.push(each)
    if (some.length === most) break
  }
  return some
}
