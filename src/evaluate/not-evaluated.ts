import { parseArn } from '../iam/index.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import type { Decided } from './exact.ts'

/** What this evaluator leaves out and that can matter for a request, each as one plain sentence. */
const gaps: readonly { readonly applies: (input: EvaluationInput) => boolean; readonly sentence: string }[] = [
  {
    applies: ({ service }) => service === 's3',
    sentence: 'Access control lists (ACLs) and access points of S3 are not looked at.',
  },
  {
    applies: ({ request, service }) =>
      service === 's3' && request.resourceAccount === undefined && parseArn(request.resource) !== undefined,
    sentence: "An S3 ARN does not say whose bucket it is: it was taken for one of the caller's own account.",
  },
  {
    applies: ({ authority, facts }) => authority === 'key' && facts.kmsGrant === undefined,
    sentence: 'Grants on the KMS key are not looked at: a grant can allow what no policy allows.',
  },
  {
    applies: ({ caller }) => caller.kind === 'role-session' && caller.account !== undefined,
    sentence: "A session's ARN does not hold its role's path: aws:PrincipalArn was derived without one.",
  },
  {
    applies: ({ service }) => service === 'lakeformation' || service === 'glue',
    sentence: "Lake Formation's own permissions are not looked at.",
  },
]

/** The sentences that apply to this request. */
export function notEvaluated(decided: Decided, input: EvaluationInput): readonly string[] {
  const sentences = gaps.filter(({ applies }) => applies(input)).map(({ sentence }) => sentence)
  const bounded = 'Too many combinations of unknown keys: they were not all tried, so some keys named may not matter.'
  return decided.bounded ? [...sentences, bounded] : sentences
}
