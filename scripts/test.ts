// npm test: builds, then every check and test there is. Ends with one line, "N passed, N failed".
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}

const reports = mkdtempSync(join(tmpdir(), 'whydenied-'))
const started = performance.now()

const built = await step('Build', 'astro', ['build'])
const format = await step('Format and lint (Biome)', 'biome', ['ci', '--error-on-warnings', '.'])
const [types, imports, unused] = await Promise.all([
  step('Types (astro check)', 'astro', ['check', '--minimumFailingSeverity', 'hint']),
  step('Who imports whom (dependency-cruiser)', 'depcruise', [
    '--config',
    'test/dependency-cruiser.cjs',
    'src',
    'scripts',
  ]),
  step('Nothing unused (knip)', 'knip', []),
])
const unit = await suite(
  'Vitest',
  'vitest',
  [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--root',
    '.',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ],
  countVitest,
)
const browser =
  built.failed > 0
    ? skipped('Playwright', 'there is no built site')
    : await suite('Playwright', 'playwright', ['test', '--config', 'test/playwright.config.ts'], countPlaywright)

const all = [built, format, types, imports, unused, unit, browser]
const total = all.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
  passed: 0,
  failed: 0,
})
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** One tool that either finds something or not: one test. */
async function step(title: string, command: string, args: readonly string[]): Promise<Count> {
  console.log(`· ${title}…`)
  const { status, output } = await run(command, args)
  if (status !== 0) console.log(`${output}\n✗ ${title}`)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A test runner that writes a report. One that wrote none, or ran no test, has failed. */
async function suite(
  title: string,
  command: string,
  args: readonly string[],
  count: (report: string) => Count,
): Promise<Count> {
  console.log(`· ${title}…`)
  const { status } = await run(command, args, {
    show: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
  })
  try {
    const counted = count(readFileSync(join(reports, `${command}.json`), 'utf8'))
    const silent = counted.passed === 0 || (status !== 0 && counted.failed === 0)
    if (silent) console.log(`✗ ${title} ended with ${status} and ${counted.passed} passed tests`)
    return silent ? { ...counted, failed: counted.failed + 1 } : counted
  } catch {
    console.log(`✗ ${title} left no report (it ended with ${status})`)
    return { passed: 0, failed: 1 }
  }
}

function skipped(title: string, why: string): Count {
  console.log(`✗ ${title} did not run: ${why}`)
  return { passed: 0, failed: 1 }
}

function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report)
  return { passed: numPassedTests, failed: Math.max(numFailedTests, Math.min(numFailedTestSuites, 1)) }
}

function countPlaywright(report: string): Count {
  const { stats, errors } = JSON.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
