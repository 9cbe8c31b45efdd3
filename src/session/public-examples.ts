// Where lint and compare meet: a public policy is shown with a request that proves it, as `evaluate` decides it.
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

/** Findings about public access, each with a request that anyone can make; the others as they are. A finding for which no request is proven stays as it is. */
export function withExamples(found: readonly Finding[], checked: Checked): readonly (Finding | FindingWithExample)[] {
  if (!found.some(({ code }) => code === 'PUBLIC_RESOURCE_POLICY')) return found
  const { text } = checked
  const { statements } = readPolicy(text).policy
  const examples = new Map<string | undefined, ReadonlyMap<number, Request>>()
  return found.map((finding) => {
    const index = statements.findIndex(({ path }) => finding.path.startsWith(`${path}/`))
    const services = new Set(
      statements[index]?.action?.items.flatMap(({ value }) => (value.kind === 'action' ? value.service : [])),
    )
    const [service = ''] = services
    const resourceType = checked.resourceType ?? typeOfService(service)
    if (finding.code !== 'PUBLIC_RESOURCE_POLICY') return finding
    const known = examples.get(resourceType) ?? publicRequests(resourceType, checked)
    examples.set(resourceType, known)
    const example = known.get(index)
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
