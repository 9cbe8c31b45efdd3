// npm test: builds, then every check and test there is. Ends with one line, "N passed, N failed".
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, withoutProgress } from './run.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}

interface Step {
  readonly title: string
  readonly command: string
  readonly args: readonly string[]
  /** What the tool says when it has really looked at something. Without it a tool that found no files would pass. */
  readonly proof?: RegExp
}

interface Suite {
  readonly title: string
  readonly command: string
  readonly args: readonly string[]
  /** Counts the tests in the tool's report. */
  readonly count: (report: string) => Count
}

const reports = mkdtempSync(join(tmpdir(), 'whydenied-'))
const report = (command: string): string => join(reports, `${command}.json`)
const started = performance.now()

const build: Step = { title: 'Build', command: 'astro', args: ['build'], proof: /[1-9]\d* page\(s\) built/ }
/** They need nothing of the build, which keeps one core busy: they run at the same time. */
const besideBuild: readonly Step[] = [
  {
    title: 'Format and lint (Biome)',
    command: 'biome',
    args: ['ci', '--colors=off', '--error-on-warnings', '.'],
    proof: /Checked [1-9]\d* files/,
  },
  {
    title: 'Import rules (dependency-cruiser)',
    command: 'depcruise',
    args: ['--config', 'test/dependency-cruiser.cjs', 'src', 'scripts'],
    proof: /\([1-9]\d* modules/,
  },
  { title: 'Nothing unused (knip)', command: 'knip', args: [] },
  {
    title: 'Branch coverage of text, iam, and evaluate (Vitest)',
    command: 'vitest',
    args: ['run', '--config', 'test/coverage.config.ts', '--root', '.'],
    proof: /All files/,
  },
]
/** It writes what the build reads, so it comes after it. */
const types: Step = {
  title: 'Types (astro check)',
  command: 'astro',
  args: ['check', '--minimumFailingSeverity', 'hint'],
  proof: /Result \([1-9]\d* files\)/,
}
const vitest: Suite = {
  title: 'Vitest',
  command: 'vitest',
  args: ['run', '--config', 'test/vitest.config.ts', '--root', '.', '--reporter=dot', '--reporter=json'].concat(
    `--outputFile.json=${report('vitest')}`,
  ),
  count: countVitest,
}
const playwright: Suite = {
  title: 'Playwright',
  command: 'playwright',
  args: ['test', '--config', 'test/playwright.config.ts'],
  count: countPlaywright,
}

const [built, checked] = await Promise.all([runStep(build), inTurn(besideBuild)])
// One process, at the same time as the workers of the unit tests: it's done long before them.
const [typed, unit] = await Promise.all([runStep(types), runSuite(vitest)])
const browser = built.failed > 0 ? skip('Playwright', 'the build failed') : await runSuite(playwright)

const all = [built, ...checked, typed, unit, browser]
const sum = (which: keyof Count): number => all.reduce((total, count) => total + count[which], 0)
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0

/** Runs one step after the other. */
async function inTurn(steps: readonly Step[]): Promise<readonly Count[]> {
  const counts: Count[] = []
  for (const step of steps) counts.push(await runStep(step))
  return counts
}

/** One tool that either finds something or not: one test. */
async function runStep({ title, command, args, proof }: Step): Promise<Count> {
  console.log(`· ${title}…`)
  const began = performance.now()
  const { status, output } = await run(command, args)
  const looked = !proof || proof.test(output)
  const passed = status === 0 && looked
  const time = `${((performance.now() - began) / 1000).toFixed(0)} s`
  if (passed) console.log(`✓ ${title} (${time})`)
  else console.log(`${output}\n✗ ${title} (${time})${status === 0 ? ': it looked at nothing' : ''}`)
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A test runner that writes a report. One that wrote none, or ran no test, has failed. */
async function runSuite({ title, command, args, count }: Suite): Promise<Count> {
  console.log(`· ${title}…`)
  const isTerminal = process.stdout.isTTY === true
  const { status, output } = await run(command, args, {
    show: isTerminal,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright') },
  })
  if (!isTerminal) console.log(withoutProgress(output))
  try {
    const counted = count(readFileSync(report(command), 'utf8'))
    const silent = counted.passed === 0 || (status !== 0 && counted.failed === 0)
    if (silent) console.log(`✗ ${title} ended with ${status} and ${counted.passed} passed tests`)
    return silent ? { ...counted, failed: counted.failed + 1 } : counted
  } catch {
    console.log(`✗ ${title} left no report (it ended with ${status})`)
    return { passed: 0, failed: 1 }
  }
}

function skip(title: string, why: string): Count {
  console.log(`✗ ${title} did not run: ${why}`)
  return { passed: 0, failed: 1 }
}

/** A file that could not even be loaded has no tests, and counts as one that failed. */
function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report)
  const broken = testResults.filter(
    ({ status, assertionResults }: { status: string; assertionResults: readonly unknown[] }) =>
      status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function countPlaywright(report: string): Count {
  const { stats, errors } = JSON.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
