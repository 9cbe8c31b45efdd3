import type { DocumentInput, Facts, PolicyInput, Request } from '../evaluate/index.ts'
import { type DocumentType, documentTypes, guessPolicyType, type PolicyType, policyTypes } from '../iam/index.ts'
import { factsSchema } from '../session/facts-schema.ts'
import { shapeProblem } from '../session/input-place.ts'
import { z } from '../session/schema.ts'
import { type JsonNode, type Located, member, type Position, positionAt, writeJson } from '../text/index.ts'
import { readYaml } from '../text/yaml.ts'

/** A policy of a file of tests: in the file itself, or in another file. */
export type ListedPolicy =
  | { readonly is: 'here'; readonly policy: PolicyInput | DocumentInput; readonly at: Position }
  | {
      readonly is: 'file'
      /** Relative to the file of tests. */
      readonly path: string
      /** Undefined: its content tells. */
      readonly type: PolicyType | DocumentType | undefined
      readonly name: string | undefined
      readonly target: string | undefined
      readonly at: Position
    }

/** One request, and the decision that it must get. "denied" is either kind of deny. */
export interface WantedRequest {
  readonly name: string
  readonly request: Request
  readonly expect: (typeof expectations)[number]
  readonly at: Position
}

/** Requests that are decided by the same policies: one YAML document. */
export interface AccessTests {
  readonly policies: readonly ListedPolicy[]
  readonly facts: Facts
  readonly requests: readonly WantedRequest[]
}

/** What was read, or the first fault with its place. */
type AccessRead =
  | { readonly ok: true; readonly tests: readonly AccessTests[] }
  | { readonly ok: false; readonly problem: string; readonly at: Position }

const expectations = ['allowed', 'explicitDeny', 'implicitDeny', 'undetermined', 'denied'] as const
const scalar = z.union([z.string(), z.number(), z.boolean()])

/** YAML reads 012345678901 without quotes as a number, and drops the zero. */
const account = z.string('an account ID needs quotes')

const policySchema = z.union([
  z.string(),
  z
    .strictObject({
      type: z.enum([...policyTypes, ...documentTypes]).optional(),
      name: z.string().optional(),
      target: z.string().optional(),
      path: z.string().optional(),
      text: z.string().optional(),
      document: z.unknown().optional(),
    })
    .refine(({ path, text, document }) => [path, text, document].filter((each) => each !== undefined).length === 1, {
      message: 'a policy has one of path, text, and document',
    }),
])

const requestSchema = z.strictObject({
  name: z.string().optional(),
  principal: z.string(),
  action: z.string(),
  resource: z.string().default('*'),
  resourceAccount: account.optional(),
  context: z.record(z.string(), z.union([scalar, z.null(), z.array(scalar)])).optional(),
  contextIs: z.enum(['partial', 'complete']).optional(),
  also: z
    .array(
      z.strictObject({
        action: z.string().optional(),
        resource: z.string(),
        resourceAccount: account.optional(),
      }),
    )
    .optional(),
  expect: z.enum(expectations),
})

const fileSchema = z.strictObject({
  policies: z.array(policySchema).default([]),
  facts: factsSchema.optional(),
  requests: z.array(requestSchema).min(1, 'a test needs at least one request'),
})

/** Reads a file of tests: YAML, or JSON, which is YAML. Several documents in it are tests of their own. Never throws. */
export function readAccessTests(text: string): AccessRead {
  const fault = (problem: string, offset: number): AccessRead => ({ ok: false, problem, at: positionAt(text, offset) })
  const read = readYaml(text)
  if (read.is === 'broken') return fault(read.message, read.at)
  if (read.documents.length === 0) return fault('the file is empty', 0)
  const tests: AccessTests[] = []
  for (const root of read.documents) {
    const doubled = doubledField(root)
    if (doubled) return fault(`${doubled.value}: this field is there twice`, doubled.span.from)
    const shape = fileSchema.safeParse(JSON.parse(writeJson(root).text))
    if (!shape.success) {
      const { message, at } = shapeProblem(root, shape.error.issues[0])
      return fault(message, at)
    }
    tests.push(testsOf(shape.data, (...path) => positionAt(text, offsetIn(root, path))))
  }
  return { ok: true, tests }
}

/** A field of the file's own that occurs twice: only one of the two would count. In policies, AWS's rules say what that means. */
function doubledField(root: JsonNode): Located<string> | undefined {
  const items = ['policies', 'requests'].flatMap((name) => {
    const list = member(root, name)
    return list?.kind === 'array' ? list.items : []
  })
  for (const node of [root, ...items]) {
    const seen = new Set<string>()
    for (const { key } of node.kind === 'object' ? node.members : []) {
      if (seen.has(key.value)) return key
      seen.add(key.value)
    }
  }
  return undefined
}

/** Where the item of a list of the document begins. */
function offsetIn(root: JsonNode, [list, index]: readonly [list: string, index: number]): number {
  const found = root.kind === 'object' ? root.members.find(({ key }) => key.value === list)?.value : undefined
  return (found?.kind === 'array' ? found.items[index] : undefined)?.span.from ?? root.span.from
}

const testsOf = (
  { policies, facts = {}, requests }: z.output<typeof fileSchema>,
  positionOf: (list: string, index: number) => Position,
): AccessTests => ({
  policies: policies.map((policy, i) => listedPolicy(policy, positionOf('policies', i))),
  facts,
  requests: requests.map(({ name, expect, ...request }, i) => ({
    name: name ?? `${request.principal} → ${request.action} on ${request.resource}`,
    request,
    expect,
    at: positionOf('requests', i),
  })),
})

function listedPolicy(given: z.output<typeof policySchema>, at: Position): ListedPolicy {
  if (typeof given === 'string')
    return { is: 'file', path: given, type: undefined, name: undefined, target: undefined, at }
  const { path, type, name, target, text, document } = given
  if (path !== undefined) return { is: 'file', path, type, name, target, at }
  const content = text ?? JSON.stringify(document)
  return { is: 'here', policy: { type: type ?? guessPolicyType(content).type, name, target, text: content }, at }
}
