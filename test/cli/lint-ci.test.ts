// Lint in continuous integration: comments that ignore findings, pages of checks, the pre-commit hook, and the GitHub Action.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { sortByComments } from '../../src/cli/lint-ignores.ts'
import { runWith as run } from './run-with.ts'

const root = resolve('.')
const folder = mkdtempSync(join(tmpdir(), 'whydenied-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const terraform = (
  comment: string,
  at: 'above' | 'same line' | 'elsewhere' = 'above',
) => `resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"${at === 'elsewhere' ? ` ${comment}` : ''}
      Action   = "iam:PassRole"
${at === 'above' ? `      ${comment}\n` : ''}      Resource = "*"${at === 'same line' ? ` ${comment}` : ''}
    }]
  })
}
`
const code = 'PASS_ROLE_WITH_STAR_IN_RESOURCE'

describe('a comment ignores a finding', () => {
  test.each<[name: string, text: string, status: number, prints: RegExp]>([
    ['on the line above', terraform(`# whydenied-ignore ${code}: ticket 42`), 0, /ignored PASS_ROLE\w+: ticket 42/],
    [
      'on the same line',
      terraform(`// whydenied-ignore ${code}: ticket 42`, 'same line'),
      0,
      /1 ignored|ignored PASS_ROLE/,
    ],
    ['in the file', `# whydenied-ignore-file ${code}: old\n${terraform('')}`, 0, /ignored PASS_ROLE\w+: old/],
    ['among other codes', terraform(`# whydenied-ignore OPEN_TRUST, ${code}: both`), 0, /ignored PASS_ROLE\w+: both/],
    ['not without a reason', terraform(`# whydenied-ignore ${code}`), 1, /needs a reason/],
    ['not in another line', terraform(`# whydenied-ignore ${code}: why`, 'elsewhere'), 1, /isn't found there/],
    ['not of another code', terraform('# whydenied-ignore OPEN_TRUST: why'), 1, /isn't found there/],
    [
      'not outside a comment',
      terraform('').replace('"2012', `"whydenied-ignore ${code}: no"\n Id = "2012`),
      1,
      /PASS_ROLE/,
    ],
  ])('%s', async (_, text, status, prints) => {
    const ended = await run(['lint'], text)
    expect(ended.stdout).toMatch(prints)
    expect(ended.status).toBe(status)
  })

  test('in YAML and in Markdown, too', async () => {
    const template = `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: iam:PassRole
            # whydenied-ignore ${code}: the pipeline's role
            Resource: '*'
`
    expect((await run(['lint'], template)).status).toBe(0)
  })

  test('the report says what was ignored, and why', async () => {
    const file = join(folder, 'ignored.tf')
    writeFileSync(file, terraform(`# whydenied-ignore ${code}: ticket 42`))
    const { runs } = JSON.parse((await run(['lint', '--format', 'sarif', file])).stdout)
    expect(runs[0].results).toMatchObject([
      { ruleId: code, suppressions: [{ kind: 'inSource', justification: 'ticket 42' }] },
    ])
    const { files } = JSON.parse((await run(['lint', '--format', 'json', file])).stdout)
    expect(files[0]).toMatchObject({ findings: [], ignored: [{ reason: 'ticket 42', finding: { code } }] })
    expect((await run(['lint', '--format', 'junit', file])).stdout).toMatch(/ignored PASS_ROLE/)
  })

  test('a hostile file takes linear time', () => {
    const line = `${'# '.repeat(5000)}whydenied-ignore ${'A,'.repeat(5000)}\n`
    expect(sortByComments(line.repeat(100), []).findings).toEqual([])
  })
})

test.each(['text', 'json', 'sarif', 'junit'])('--format %s names the page of a check', async (format) => {
  const file = join(folder, 'pass.tf')
  writeFileSync(file, terraform(''))
  const page = 'checks/pass-role-with-star-in-resource/'
  expect((await run(['lint', '--format', format, file])).stdout).toContain(page)
  expect((await run(['lint', '--json', file])).stdout).toContain(page)
})

test('checks of the group least-privilege run only on request', async () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
  })
  expect((await run(['lint'], text)).stdout).toMatch(/^nothing found/)
  expect((await run(['lint', '--group', 'least-privilege'], text)).stdout).toMatch(/SECRETS_AND_DATA_ON_EVERY_RESOURCE/)
  expect(await run(['lint', '--group', 'all'], text)).toMatchObject({ status: 2 })
})

describe('in a repository', () => {
  const repository = join(folder, 'repository')
  mkdirSync(repository)
  execFileSync('git', ['init', '-q'], { cwd: repository })
  writeFileSync(join(repository, 'bad.tf'), terraform(''))
  writeFileSync(join(repository, 'good.tf'), terraform(`# whydenied-ignore ${code}: fine`))
  writeFileSync(join(repository, 'service.yaml'), 'kind: Service\n')
  writeFileSync(join(repository, 'a policy.tf'), terraform(''))
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`

  // pre-commit runs `entry` of a script from the hook's repository, with the changed files behind it, in the repository that is committed to.
  const hooks = z
    .array(z.object({ id: z.string(), entry: z.string(), language: z.literal('script') }))
    .parse(parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')))
  test.each<[files: readonly string[], status: number, prints: RegExp]>([
    [['bad.tf', 'service.yaml'], 1, /bad\.tf: 8:18 SECURITY_WARNING/],
    [['good.tf'], 0, /ignored PASS_ROLE/],
    [['service.yaml'], 0, /no policy in this file/],
    [['a policy.tf', 'good.tf'], 1, /a policy\.tf: 8:18 SECURITY_WARNING/],
  ])('the pre-commit hook over %o ends with %i', (files, status, prints) => {
    const [script = '', ...args] = hooks[0]?.entry.split(' ') ?? []
    const ended = spawnSync(join(root, script), [...args, ...files], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    })
    expect(ended.stdout).toMatch(prints)
    expect(ended.status).toBe(status)
  })

  const action = z
    .object({
      inputs: z.record(z.string(), z.object({ default: z.string() })),
      runs: z.object({ steps: z.array(z.object({ env: z.record(z.string(), z.string()), run: z.string() })) }),
    })
    .parse(parse(readFileSync('.github/actions/lint/action.yml', 'utf8')))

  /** Runs the action's step as GitHub does: inputs in variables, the folder of the action in GITHUB_ACTION_PATH. */
  function runAction(inputs: Readonly<Record<string, string>>) {
    const [step] = action.runs.steps
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? ''
      return [name, inputs[input] ?? action.inputs[input]?.default] as const
    })
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'false'], {
      cwd: repository,
      encoding: 'utf8',
      env: {
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        PATH: path,
        GITHUB_ACTION_PATH: join(root, '.github/actions/lint'),
        ...Object.fromEntries(env),
      },
    })
  }

  test('the action lints the repository', () => {
    const ended = runAction({})
    expect(ended.stdout).toMatch(/bad\.tf: 8:18 SECURITY_WARNING/)
    expect(ended.status).toBe(1)
  })
  test('the action takes names with spaces, a baseline, and each severity', () => {
    expect(runAction({ files: 'a policy.tf' }).stdout).toMatch(/^a policy\.tf: 8:18 SECURITY_WARNING/)
    expect(runAction({ files: 'good.tf service.yaml\na policy.tf\n' }).stdout).toMatch(/^3 files with 2 policies/m)
    expect(runAction({ files: 'bad.tf', 'fail-on': 'warning' }).status).toBe(1)
    expect(runAction({ files: 'bad.tf', 'fail-on': 'error', format: 'json', output: 'base.json' }).status).toBe(0)
    expect(runAction({ files: 'bad.tf', baseline: 'base.json', 'fail-on': 'suggestion' }).status).toBe(0)
    expect(runAction({ files: 'a policy.tf', baseline: 'base.json' }).status).toBe(1)
  })
  test('the action takes patterns and a severity, and writes SARIF with paths in the repository', () => {
    expect(runAction({ files: 'good.tf *.yaml' }).status).toBe(0)
    expect(runAction({ files: '*.tf', 'fail-on': 'error', format: 'sarif', output: 'out.sarif' }).status).toBe(0)
    const { runs } = JSON.parse(readFileSync(join(repository, 'out.sarif'), 'utf8'))
    const uris = runs[0].results.map((each: { locations: { physicalLocation: { artifactLocation: object } }[] }) =>
      each.locations.map(({ physicalLocation }) => physicalLocation.artifactLocation),
    )
    expect(uris.flat()).toContainEqual({ uri: 'bad.tf' })
  })
  test('an input of the action is never part of its script', () => {
    const ended = runAction({ files: '$(touch pwned) ; touch pwned' })
    expect(ended.status).toBe(2)
    expect(execFileSync('ls', { cwd: repository, encoding: 'utf8' })).not.toContain('pwned')
  })
})
