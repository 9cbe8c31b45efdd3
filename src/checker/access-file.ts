// A file of policy tests (`whydenied test`) as a case with saved requests: loaded when someone opens one.
import { type AccessTests, readAccessTests } from '../access-tests/index.ts'
import { type Case, diagnose, type GivenPolicy } from '../advise/index.ts'
import type { Decision } from '../evaluate/index.ts'
import type { SavedCase } from '../session/case-file.ts'

/** What a file of policy tests opens as, or why it can't be opened, as a sentence. `notes` say what the page leaves out. */
export type OpenedTests =
  | { readonly ok: true; readonly given: Case; readonly saved: readonly SavedCase[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/** Opens the first document of a file of policy tests: its policies, and its requests as saved ones. */
export function openAccessFile(text: string): OpenedTests {
  const read = readAccessTests(text)
  if (!read.ok) return { ok: false, problem: `Line ${read.at.line}, column ${read.at.column}: ${read.problem}.` }
  const [tests, ...more] = read.tests
  if (!tests) return { ok: false, problem: 'The file is empty.' }
  const { policies, absent } = policiesOf(tests)
  const saved = tests.requests.map(({ name, request, expect }): SavedCase => {
    const { principal, action, resource, resourceAccount, context } = request
    const given = {
      paste: '',
      policies: [],
      principal,
      action,
      resource,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...(context === undefined ? {} : { context }),
      facts: tests.facts,
    }
    return { name, given, expected: expect === 'denied' ? denyOf(given, policies) : expect }
  })
  const notes = [
    ...(absent.length > 0 ? [`These policies are in files of their own; add them: ${absent.join(', ')}.`] : []),
    ...(more.length > 0 ? [`The file has ${more.length + 1} documents; this is the first one.`] : []),
  ]
  return { ok: true, given: { ...(saved[0]?.given ?? { paste: '' }), policies }, saved, notes }
}

/** "denied" means either kind of deny. The page keeps the one that it is now. */
function denyOf(given: Case, policies: readonly GivenPolicy[]): Decision {
  const decision = diagnose({ ...given, policies }, undefined).verdict?.decision
  return decision === 'explicitDeny' ? decision : 'implicitDeny'
}

function policiesOf({ policies }: AccessTests): {
  readonly policies: readonly GivenPolicy[]
  readonly absent: readonly string[]
} {
  const given: GivenPolicy[] = []
  const absent: string[] = []
  for (const [i, listed] of policies.entries()) {
    if (listed.is === 'file') absent.push(listed.path)
    else {
      const { type, name = `Policy ${i + 1}`, target, text = '' } = listed.policy
      const known = type === 'kms-grants' || type === 'bucket-acl' ? {} : { type }
      given.push({ name, ...known, ...(target === undefined ? {} : { target }), text: pretty(text) })
    }
  }
  return { policies: given, absent }
}

/** JSON with line breaks; another text as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
