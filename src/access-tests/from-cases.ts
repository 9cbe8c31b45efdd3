import { type Case, diagnose } from '../advise/index.ts'
import type { Reference } from '../reference/index.ts'
import type { CaseFile, SavedCase } from '../session/case-file.ts'
import type { AccessTestsInput } from './write.ts'

/** Saved requests as policy tests. Requests with the same facts share the policies. A request without a caller or an action is left out. */
export function testsOfCases(
  { given, saved }: CaseFile,
  reference: Reference | undefined,
): readonly AccessTestsInput[] {
  const byFacts = Map.groupBy(saved, ({ given: { facts = {} } }) => JSON.stringify(facts))
  return [...byFacts.values()].flatMap((group) => testsOfGroup(given, group, reference))
}

function testsOfGroup(
  { policies }: Case,
  saved: readonly SavedCase[],
  reference: Reference | undefined,
): readonly AccessTestsInput[] {
  const diagnosed = saved.map((kept) => ({ ...kept, diagnosis: diagnose({ ...kept.given, policies }, reference) }))
  const [first] = diagnosed
  if (!first) return []
  const types = first.diagnosis.policies.map(({ type }) => type)
  const requests = diagnosed.flatMap(({ name, expected, diagnosis: { request } }) =>
    request ? [{ name, ...request, expect: expected }] : [],
  )
  if (requests.length === 0) return []
  return [
    {
      policies: policies.flatMap(({ name, target, text }, i) => {
        const type = types[i]
        return type === undefined ? [] : [{ type, name, ...(target === undefined ? {} : { target }), text }]
      }),
      facts: first.given.facts,
      requests,
    },
  ]
}
