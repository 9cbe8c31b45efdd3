import { readAccessTests, runAccessTests } from '../../access-tests/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { requiredServices } from '../../reference/index.ts'
import { listTestFiles, policiesOf } from '../access-files.ts'
import type { RunCommand } from '../command.ts'
import { nameOf, readTexts, unreadSentence } from '../files.ts'
import { inLine } from '../printable.ts'
import { type TestedFile, testReports } from '../test-report.ts'

/** Requests and the decisions that they must get → which of them don't. */
export const runTest: RunCommand = async ({ files, format, json }, io) => {
  const name = format ?? (json ? 'json' : 'text')
  const write = testReports.get(name)
  if (!write) {
    io.tell(`whydenied: unknown format ${name}; choose ${[...testReports.keys()].join(', ')}`)
    return 2
  }
  const list = listTestFiles(files.length === 0 ? ['.'] : files)
  const faults = list.unread.map(unreadSentence)
  const tested: TestedFile[] = []
  for (const each of list.files) {
    const { texts, unread } = await readTexts(each, io)
    faults.push(...unread.map(unreadSentence))
    for (const { file, text } of texts) {
      const found = await testFile(text, nameOf(file))
      tested.push({ file: nameOf(file), results: found.results })
      faults.push(...found.faults)
    }
  }
  for (const fault of faults) io.tell(fault)
  if (tested.some(({ results }) => results.length > 0)) await io.print(write(tested))
  if (faults.length > 0) return 2
  return tested.some(({ results }) => results.some(({ passed }) => !passed)) ? 1 : 0
}

/** Runs the tests of one file; faults are sentences with the file, line, and column. */
async function testFile(
  text: string,
  file: string,
): Promise<Pick<TestedFile, 'results'> & { readonly faults: readonly string[] }> {
  const read = readAccessTests(text)
  const fault = (problem: string, { line, column }: { readonly line: number; readonly column: number }): string =>
    `whydenied: ${inLine(file)}:${line}:${column}: ${inLine(problem)}`
  if (!read.ok) return { results: [], faults: [fault(read.problem, read.at)] }
  const results: TestedFile['results'][number][] = []
  const faults: string[] = []
  for (const tests of read.tests) {
    const found = await policiesOf(tests, file === 'standard input' ? '-' : file)
    faults.push(...found.faults.map(({ problem, at }) => fault(problem, at)))
    // A policy that is missing would change every decision.
    if (found.faults.length > 0) continue
    const texts = found.policies.map((policy) => policy.text ?? '')
    const actions = tests.requests.flatMap(({ request }) => [
      request.action,
      ...(request.also ?? []).map(({ action = '' }) => action),
    ])
    const reference = await loadReference(requiredServices([...texts, ...actions]))
    results.push(...runAccessTests(tests.requests, { policies: found.policies, facts: tests.facts, reference }))
  }
  return { results, faults }
}
