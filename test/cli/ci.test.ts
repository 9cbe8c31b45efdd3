// Continuous integration: the command, the GitHub Action, the pre-commit hook, and the GitLab template, each in a scratch repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { runWith } from './run-with.ts'

const root = resolve('.')
const folder = mkdtempSync(join(tmpdir(), 'whydenied-ci-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const repository = join(folder, 'repository')
mkdirSync(join(repository, 'policies'), { recursive: true })

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: repository,
    encoding: 'utf8',
  })
const write = (name: string, text: string): void => writeFileSync(join(repository, name), text)
const policy = (action: string): string =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::b/*' }] },
    null,
    2,
  )

git('init', '-q', '-b', 'main')
write('policies/app.json', policy('s3:GetObject'))
write('policies/other.json', policy('s3:GetObject'))
write(
  'app.access.yaml',
  `policies: [policies/app.json]
requests:
  - { name: reads, principal: "arn:aws:iam::111122223333:user/app", action: "s3:GetObject", resource: "arn:aws:s3:::b/k", expect: allowed }
  - { name: never deletes, principal: "arn:aws:iam::111122223333:user/app", action: "s3:DeleteObject", resource: "arn:aws:s3:::b/k", expect: denied }
`,
)
git('add', '-A')
git('commit', '-qm', 'before')
const base = git('rev-parse', 'HEAD').trim()
/** What other processes get of this one’s environment: where Node keeps compiled code, so that only the first one compiles it. */
const compiled = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`

/** Makes the pull request: changes one policy, runs, and puts it back. */
async function withChange<Result>(action: string, run: () => Result | Promise<Result>): Promise<Result> {
  write('policies/app.json', policy(action))
  try {
    return await run()
  } finally {
    git('checkout', '-q', '--', 'policies')
  }
}

const inRepository = { cwd: repository, encoding: 'utf8' } as const
/** Runs the command in this process: starting one takes longer than all it does. The Action and the hooks below start it as people do. */
async function ci(...args: readonly string[]) {
  process.chdir(repository)
  try {
    return await runWith(['ci', ...args])
  } finally {
    process.chdir(root)
  }
}

describe('whydenied ci', () => {
  test.each<[action: string, args: readonly string[], status: number, prints: readonly RegExp[]]>([
    ['s3:GetObject', ['--base', base], 0, [/2 requests in 1 file: 2 as expected/]],
    ['s3:Get*', ['--base', base], 0, [/app\.json: .*(?:allows|can)/, /2 as expected/]],
    ['s3:Get*', ['--base', base, '--fail-on-new-access'], 1, [/app\.json/]],
    ['s3:*', ['--base', base], 1, [/FAILED {2}never deletes/]],
    [
      's3:*',
      ['--base', base, '--format', 'markdown'],
      1,
      [
        /^### Policy checks/m,
        /\| `checks\/[\w-]+\/` \|$/m,
        /^### Policy tests: failed$/m,
        /^### What this change allows$/m,
      ],
    ],
    ['s3:NoSuchAction', ['--base', base], 1, [/INVALID_ACTION/]],
    ['s3:GetObject', [], 0, [/other\.json/]],
    // Named files: the tests among them, and those of the policies among them.
    ['s3:*', ['policies/app.json'], 1, [/FAILED {2}never deletes/]],
    ['s3:*', ['policies'], 1, [/FAILED {2}never deletes/]],
    ['s3:*', ['p*/*.json', '--base', base], 1, [/FAILED {2}never deletes/]],
    ['s3:*', ['app.access.yaml'], 1, [/FAILED {2}never deletes/]],
    ['s3:*', ['policies/other.json'], 0, [/^policies\/other\.json: nothing found\n[^\n]+\n$/]],
    [
      's3:*',
      ['policies/other.json', '--base', base],
      0,
      [/^policies\/other\.json: nothing found\n(?![\s\S]*requests)/],
    ],
  ])('%s, %o ends with %i', async (action, args, status, prints) => {
    const ended = await withChange(action, () => ci(...args))
    for (const each of prints) expect(ended.stdout).toMatch(each)
    expect([ended.status, ended.stderr]).toEqual([status, ''])
  })
  test('a policy that didn’t change isn’t in the report', async () => {
    expect((await withChange('s3:Get*', () => ci('--base', base))).stdout).not.toMatch(/other\.json/)
  })
  test.each([['--base', 'no-such-ref'], ['--base=--output=x'], ['--format', 'xml']])(
    '%s %s can’t be used',
    async (...args) => {
      expect(await ci(...args)).toMatchObject({ status: 2, stdout: '' })
    },
  )
})

describe('the GitHub Action on a pull request', () => {
  const action = z
    .object({
      inputs: z.record(z.string(), z.object({ default: z.string() })),
      runs: z.object({
        steps: z.array(z.object({ env: z.record(z.string(), z.string()), run: z.string() })).length(1),
      }),
    })
    .parse(parse(readFileSync('.github/actions/check/action.yml', 'utf8')))
  const github = new Map([
    ['github.event.pull_request.base.sha', base],
    ['github.event.pull_request.html_url', 'https://github.com/o/r/pull/7'],
    ['github.token', 'a-token'],
  ])
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${join(folder, 'gh-args')}\n`)
  chmodSync(join(bin, 'gh'), 0o755)

  /** Replaces ${{ … }} as GitHub does. */
  function filledIn(text: string, inputs: Readonly<Record<string, string>>): string {
    return text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      const input = /^inputs\.(.+)$/.exec(name)?.[1]
      if (input === undefined) return github.get(name) ?? ''
      return inputs[input] ?? filledIn(action.inputs[input]?.default ?? '', inputs)
    })
  }
  function runAction(inputs: Readonly<Record<string, string>> = {}) {
    const [step] = action.runs.steps
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => [name, filledIn(value, inputs)] as const)
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'false'], {
      ...inRepository,
      env: {
        ...compiled,
        PATH: `${bin}${delimiter}${path}`,
        GITHUB_ACTION_PATH: join(root, '.github/actions/check'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        ...Object.fromEntries(env),
      },
    })
  }

  test('a change that a test forbids fails, with a report in the log, the summary, and the comment', async () => {
    const ended = await withChange('s3:*', () => runAction({ comment: 'true' }))
    expect(ended.status).toBe(1)
    expect(ended.stdout).toMatch(
      /### Policy tests: failed[\s\S]*### What this change allows\n\n- ❌ `policies\/app\.json`/,
    )
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(ended.stdout)
    expect(readFileSync(join(repository, 'whydenied.md'), 'utf8')).toBe(ended.stdout)
    expect(readFileSync(join(folder, 'gh-args'), 'utf8').split('\n').slice(0, 5)).toEqual([
      'pr',
      'comment',
      'https://github.com/o/r/pull/7',
      '--body-file',
      'whydenied.md',
    ])
  })
  test('a change that opens something is reported, and fails only on request', async () => {
    expect((await withChange('s3:Get*', () => runAction())).status).toBe(0)
    expect((await withChange('s3:Get*', () => runAction({ 'fail-on-new-access': 'true' }))).status).toBe(1)
  })
  test('an input is never part of the script', () => {
    runAction({ files: '$(touch pwned) ; touch pwned', base: '$(touch pwned)' })
    expect(execFileSync('ls', inRepository)).not.toContain('pwned')
  })
})

test('the pre-commit hook for tests', async () => {
  const hooks = z
    .array(z.object({ id: z.string(), entry: z.string() }))
    .parse(parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')))
  const entry = hooks.find(({ id }) => id === 'whydenied-test')?.entry.split(' ') ?? []
  const runHook = () =>
    spawnSync(join(root, entry[0] ?? ''), entry.slice(1), { ...inRepository, env: { ...process.env, PATH: path } })
  expect(runHook()).toMatchObject({ status: 0, stdout: expect.stringContaining('2 as expected') })
  expect(await withChange('s3:*', runHook)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('FAILED  never deletes'),
  })
})

describe('the GitLab template', () => {
  const { whydenied } = z
    .object({ whydenied: z.object({ variables: z.record(z.string(), z.string()), script: z.array(z.string()) }) })
    .parse(parse(readFileSync('ci/gitlab.yml', 'utf8')))
  // test/package installs the package as the first line does; here, the command is the one of this repository.
  const script = whydenied.script
    .filter((line) => !line.startsWith('npm install'))
    .map((line) => line.replace('/tmp/whydenied/node_modules/.bin/whydenied', `node ${join(root, 'src/cli/main.ts')}`))
  const runJob = () =>
    spawnSync('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
      ...inRepository,
      env: { ...compiled, PATH: path, ...whydenied.variables, CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    })
  test('passes where nothing changed, and fails where a test does', async () => {
    expect(runJob()).toMatchObject({ status: 0, stdout: expect.stringMatching(/Policy tests: passed/) })
    expect(await withChange('s3:*', runJob)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/Policy tests: failed/),
    })
  })
})

test.each(['test', 'package'])('the workflow %s runs scripts that exist', (name) => {
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.string().optional() })) })) })
    .parse(parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')))
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
  expect(commands.length).toBeGreaterThan(0)
  for (const command of commands)
    expect(['npm pack', 'npm test', ...Object.keys(scripts).map((each) => `npm run ${each}`)]).toContain(command)
})
