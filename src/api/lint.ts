import { loadReference } from '../hosting/load-reference.ts'
import { guessPolicyType, type PolicyType } from '../iam/index.ts'
import { type CheckGroup, type Finding, lint as lintPolicy } from '../lint/index.ts'
import { requiredServices } from '../reference/index.ts'
import { type FindingWithExample, withExamples } from '../session/public-examples.ts'
import { needlessFindings, type ProvenFinding } from './needless-findings.ts'

/** One policy to check. */
export interface LintInput {
  /** The policy as text: JSON, in which positions count from line 1, column 1. */
  readonly policy: string
  /** Otherwise guessed from the content. */
  readonly policyType?: PolicyType | undefined
  /** What a resource-based policy is attached to, such as "AWS::S3::Bucket". */
  readonly resourceType?: string | null | undefined
  /** Groups of checks that are off otherwise. */
  readonly groups?: readonly CheckGroup[] | undefined
}

/**
 * Checks one policy: Access Analyzer's checks, and some of our own. It loads the data of the services that the policy names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 * @param input the policy's text, and what it is
 * @returns findings with code, type, JSON pointer, line and column; a text that isn't a policy gives findings, too
 * @example
 * const findings = await lint({ policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}' })
 * findings.map(({ code }) => code) // ['PASS_ROLE_WITH_STAR_IN_RESOURCE']
 */
export async function lint({
  policy,
  policyType,
  resourceType,
  groups = [],
}: LintInput): Promise<readonly (Finding | FindingWithExample | ProvenFinding)[]> {
  const reference = await loadReference(requiredServices([policy]))
  const type = policyType ?? guessPolicyType(policy).type
  const found = lintPolicy({
    text: policy,
    policyType: type,
    resourceType: resourceType ?? undefined,
    reference,
    groups,
  })
  const shown = withExamples(found, { text: policy, resourceType: resourceType ?? undefined, reference })
  return [...shown, ...needlessFindings({ text: policy, type, reference }, found)]
}
