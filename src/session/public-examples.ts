// Where lint and compare meet: a policy that is public, or open to whole accounts, is shown with a request that proves it, as `evaluate` decides it.
import { answerQuestion } from '../compare/index.ts'
import { compile, type Request } from '../evaluate/index.ts'
import { readPolicy } from '../iam/index.ts'
import { type Finding, typeOfService } from '../lint/index.ts'
import { publicDefinitionOf, type Reference } from '../reference/index.ts'
import { exampleSentence } from '../words/index.ts'

/** A finding with a request that the policy allows and shouldn't. */
export interface FindingWithExample extends Finding {
  readonly example: Request
}

/** The policy that was checked. */
interface Checked {
  readonly text: string
  /** "AWS::S3::Bucket" and the like; otherwise the services of the statements show it. */
  readonly resourceType: string | undefined
  readonly reference: Reference | undefined
}

/** Examples of one policy that are looked for at most. */
const most = 20

/** Of the findings' codes: those whose policies allow more callers than they name, and who such a caller is. */
const withExample: ReadonlyMap<string, 'anyone' | 'member'> = new Map([
  ['PUBLIC_RESOURCE_POLICY', 'anyone'],
  ['ACCOUNT_WIDE_RESOURCE_POLICY', 'member'],
])

/**
 * Findings about public access, each with a request that anyone can make, and about access for whole accounts, each with one that any user of theirs can;
 * the others as they are. A finding for which no request is proven stays as it is.
 */
export function withExamples(found: readonly Finding[], checked: Checked): readonly (Finding | FindingWithExample)[] {
  if (!found.some(({ code }) => withExample.has(code))) return found
  const { statements } = readPolicy(checked.text).policy
  const searches = new Map<string, ReadonlyMap<number, Request>>()
  const requestsFor = (caller: 'anyone' | 'member', resourceType: string | undefined): ReadonlyMap<number, Request> => {
    const name = `${caller} ${resourceType}`
    const requests =
      searches.get(name) ?? (caller === 'anyone' ? publicRequests(resourceType, checked) : membersRequests(checked))
    searches.set(name, requests)
    return requests
  }
  return found.map((finding) => {
    const caller = withExample.get(finding.code)
    if (!caller) return finding
    const index = statements.findIndex(({ path }) => finding.path.startsWith(`${path}/`))
    const services = new Set(
      statements[index]?.action?.items.flatMap(({ value }) => (value.kind === 'action' ? value.service : [])),
    )
    const [service = ''] = services
    const example = requestsFor(caller, checked.resourceType ?? typeOfService(service)).get(index)
    return example ? { ...finding, message: `${finding.message} ${exampleSentence(example)}`, example } : finding
  })
}

/** Requests that strangers can make, by the statement that allows them. Where AWS doesn't define what public means, strangers have no credentials. */
function publicRequests(resourceType: string | undefined, { text, reference }: Checked): ReadonlyMap<number, Request> {
  const isDefined = publicDefinitionOf(resourceType ?? '') !== undefined
  const answer = answerQuestion(
    resourceType !== undefined && isDefined
      ? { check: 'not-public', resourceType }
      : { check: 'not-granted', access: {} },
    { type: 'resource', new: [{ type: 'resource', text }], reference, most },
  )
  if (answer.result !== 'fail') return new Map()
  const { decide } = compile([{ type: 'resource', text }])
  return new Map(
    answer.examples.flatMap(({ request, statement }) => {
      // Without credentials, it shows best what public means.
      const anonymous = { ...request, principal: 'anonymous' }
      const isAnonymous = decide(anonymous) === 'allowed'
      if (!statement || (!isDefined && !isAnonymous)) return []
      return [[statement.statement, isAnonymous ? anonymous : request] as const]
    }),
  )
}

/** Requests that some user can make, by the statement that allows them: where a statement is for whole accounts, the user is any one of theirs. */
function membersRequests({ text, reference }: Checked): ReadonlyMap<number, Request> {
  const answer = answerQuestion(
    { check: 'not-granted', access: {} },
    { type: 'resource', new: [{ type: 'resource', text }], reference, most },
  )
  if (answer.result !== 'fail') return new Map()
  return new Map(
    answer.examples.flatMap(({ request, statement }) =>
      statement && anyUser.test(request.principal) ? [[statement.statement, request] as const] : [],
    ),
  )
}

const anyUser = /^arn:[\w-]+:iam::\d{12}:user\//
