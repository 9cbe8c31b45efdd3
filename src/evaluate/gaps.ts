import { parseArn } from '../iam/index.ts'
import type { Exact } from './exact.ts'
import type { EvaluationInput } from './gate.ts'
import type { GapCode } from './reasons.ts'

/** The parts of AWS that this evaluator doesn't model, and the requests for which they can matter. */
const gaps: readonly { readonly code: GapCode; readonly applies: (input: EvaluationInput) => boolean }[] = [
  { code: 'acls', applies: ({ service, documents }) => service === 's3' && !documents.has('bucket-acl') },
  { code: 'share-permissions', applies: ({ facts, crossAccount }) => facts.sharedByRam === true && crossAccount },
  {
    code: 'bucket-owner-assumed',
    applies: ({ request, service }) =>
      service === 's3' && request.resourceAccount === undefined && parseArn(request.resource) !== undefined,
  },
  {
    code: 'kms-grants',
    applies: ({ authority, facts, documents }) =>
      authority === 'key' && facts.kmsGrant === undefined && !documents.has('kms-grants'),
  },
  {
    code: 'role-path-unknown',
    applies: ({ caller }) => caller.kind === 'role-session' && caller.account !== undefined,
  },
  { code: 'lake-formation', applies: ({ service }) => service === 'lakeformation' || service === 'glue' },
]

/** The gaps that can matter for this request. */
export function gapsOf(exact: Exact, input: EvaluationInput): readonly GapCode[] {
  const codes = gaps.filter(({ applies }) => applies(input)).map(({ code }) => code)
  return exact.is === 'too-many' ? [...codes, 'too-many-completions'] : codes
}
