// The examples and the cases of AWS's rules as policy tests (*.access.yaml), which any engine can run.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ruleSections } from '../../content/rules/index.ts'
import { requestOf } from '../../content/rules/scenario.ts'
import { testsOfCases, writeAccessTests } from '../../src/access-tests/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { exampleSchema } from '../../src/session/index.ts'

/** Files by name: one per example that has a decision, one per section of the rules. */
export async function conformanceFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const reference = await loadReference()
  const folder = join(root, 'content/examples')
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const example = exampleSchema.parse(parse(readFileSync(join(folder, name), 'utf8')))
    const { title, expect, paste, policies, summary: _, ...given } = example
    if (expect.decision === undefined) continue
    const named = policies.map((policy) => ({ ...policy, name: policy.name }))
    const saved = [{ name: title, given: { paste, ...given, policies: [] }, expected: expect.decision }]
    const tests = testsOfCases({ given: { paste: '', policies: named }, saved }, reference)
    if (tests.length > 0) files.set(`examples/${name.replace('.yaml', '.access.yaml')}`, writeAccessTests(tests))
  }
  for (const { title, rules } of ruleSections) {
    const tests = rules.flatMap(({ number, says, source, cases }) =>
      cases.map(([name, scenario, decision]) => ({
        policies: scenario.policies,
        facts: scenario.facts,
        requests: [{ name: `Rule ${number} (${says}; ${source}): ${name}`, ...requestOf(scenario), expect: decision }],
      })),
    )
    files.set(`rules/${title.toLowerCase().replaceAll(/\W+/g, '-')}.access.yaml`, writeAccessTests(tests))
  }
  return files
}
