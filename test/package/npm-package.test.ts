// The npm package: packed, installed in an empty folder without a network, and used on the machine's own Node.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import project from '../../package.json' with { type: 'json' }
import { machinesOwn } from '../../scripts/choose-node.mjs'
import { once } from '../../src/text/index.ts'
import { commandLineSection, compared, exampleOf, fencedBlocks } from './examples.ts'

const root = resolve('.')
const folder = mkdtempSync(join(tmpdir(), 'whydenied-npm-'))
const empty = join(folder, 'empty')
const logs = join(empty, 'logs')
mkdirSync(logs, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The Node that a user has: not the one that came with our packages. */
const node = machinesOwn(process.env.PATH ?? '') ?? process.execPath
const env = {
  HOME: folder,
  PATH: `${dirname(node)}${delimiter}/usr/bin${delimiter}/bin`,
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
}
const inEmpty = { cwd: empty, encoding: 'utf8', env } as const

execFileSync(process.execPath, ['scripts/package-npm.ts'], { cwd: root })
const tarball = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  cwd: root,
  encoding: 'utf8',
}).trim()
writeFileSync(join(empty, 'package.json'), '{"private":true,"type":"module"}')
execFileSync('npm', ['install', join(folder, tarball), '--offline', '--no-audit', '--no-fund'], inEmpty)

const allow = (action: string, resource = '*'): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  })
const message =
  'User: arn:aws:iam::123456789012:user/mary is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::logs/1'
writeFileSync(join(empty, 'policy.json'), allow('s3:GetObject', 'arn:aws:s3:::logs/*'))
writeFileSync(join(empty, 'old.json'), allow('s3:*'))
writeFileSync(join(empty, 'new.json'), allow('s3:Get*'))
writeFileSync(join(logs, 'app.log'), `${message}\n`)

const installed = join(empty, 'node_modules/whydenied')

describe('the tarball', () => {
  test('has the name and version of the project', () => {
    expect(tarball).toBe(`whydenied-${project.version}.tgz`)
  })
  test('installs nothing else', () => {
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['whydenied'])
  })
  test('has the data of every service, the licenses, and the changelog', () => {
    expect(readdirSync(join(installed, 'npm/data')).length).toBeGreaterThan(400)
    expect(readFileSync(join(installed, 'npm/LICENSES.txt'), 'utf8')).toMatch(/iam-data[\s\S]*zod/)
    expect(existsSync(join(installed, 'CHANGELOG.md'))).toBe(true)
  })

  const code = join(installed, 'npm')
  const programFiles = readdirSync(code).filter((name) => name.endsWith('.js'))
  const textOf = (file: string): string => readFileSync(join(code, file), 'utf8')
  /** The files that are loaded with these. */
  function loadedWith(...files: readonly string[]): readonly string[] {
    const needed = new Set<string>()
    const waiting = [...files]
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (needed.has(file)) continue
      needed.add(file)
      waiting.push(...[...textOf(file).matchAll(/(?:from|import)\s?"\.\/([^"]+)"/g)].map(([, name = '']) => name))
    }
    return [...needed]
  }
  const bytesOf = (files: readonly string[]): number =>
    files.reduce((sum, file) => sum + statSync(join(code, file)).size, 0)

  test('the command loads little before it knows what to run: everything else is loaded by the command that needs it', () => {
    expect(bytesOf(loadedWith('whydenied.js'))).toBeLessThan(40_000)
  })
  test('explain loads neither what checks JSON, nor what unpacks files, nor what finds them', () => {
    const files = loadedWith(...programFiles.filter((name) => /^part-explain-/.test(name)))
    expect(bytesOf(files)).toBeLessThan(800_000)
    const others = [/ZodError/, /invalid zip data/, /expandDirectories/]
    const everything = programFiles.map(textOf)
    // Each of them is in the package, under this name.
    expect(others.filter((other) => !everything.some((text) => other.test(text)))).toEqual([])
    expect(others.filter((other) => files.some((file) => other.test(textOf(file))))).toEqual([])
  })
  test('the table of operations is in the package once', () => {
    const copies = programFiles.flatMap((file) => textOf(file).match(/CreateAccessPreview CreateAnalyzer/g) ?? [])
    expect(copies).toHaveLength(1)
  })
})

const blocks = fencedBlocks(commandLineSection())
const blockIn = (language: string): string => blocks.find((block) => block.language === language)?.code ?? ''
const commands = blockIn('sh')
  .split('\n')
  .filter((line) => line.includes('npx whydenied'))

describe('the README’s commands', () => {
  test.each(commands)('%s', (line) => {
    const { status, stderr } = spawnSync('bash', ['-c', line], inEmpty)
    expect({ stderr, usable: status === 0 || status === 1 }).toEqual({ stderr: '', usable: true })
  })
  test('there are some', () => expect(commands.length).toBeGreaterThan(4))
})

test('the README’s policy test passes with policies like those that it names, and fails with others', () => {
  const cwd = join(empty, 'tests')
  mkdirSync(join(cwd, 'policies'), { recursive: true })
  writeFileSync(join(cwd, 'readme.access.yaml'), blockIn('yaml'))
  writeFileSync(join(cwd, 'scp.json'), allow('*'))
  const ended = (action: string) => {
    writeFileSync(join(cwd, 'policies/finance.json'), allow(action))
    const command = [join(installed, 'npm/whydenied.js'), 'test', 'readme.access.yaml']
    const { status, stdout, stderr } = spawnSync(node, command, { ...inEmpty, cwd })
    return { status, stderr, last: stdout.trim().split('\n').at(-1) }
  }
  const [asExpected, not] = ['1 as expected, 0 not', '0 as expected, 1 not']
  expect(ended('billing:*')).toEqual({ status: 0, stderr: '', last: `1 request in 1 file: ${asExpected}` })
  expect(ended('s3:*')).toEqual({ status: 1, stderr: '', last: `1 request in 1 file: ${not}` })
})

describe('examples in code', () => {
  const examples: readonly (readonly [name: string, code: string])[] = [
    ['the README’s', exampleOf('README', blockIn('js'))],
    ...['explain', 'diagnose', 'evaluate', 'lint', 'compare', 'who-can', 'what-can'].map(
      (name) => [name, exampleOf(name, readFileSync(`src/api/${name}.ts`, 'utf8'))] as const,
    ),
  ]
  /** Imports every example, one after the other, and prints what went wrong in each: a process of its own takes longer to start than an example. */
  const runAll = `const wrong = {}
for (const file of process.argv.slice(2))
  await import(file).catch((error) => { wrong[file] = String(error) })
console.log(JSON.stringify(wrong))`
  const fileOf = (name: string): string => join(empty, `${name.replace(/\W/g, '')}.mjs`)
  const outcome = once(() => {
    for (const [name, code] of examples) writeFileSync(fileOf(name), compared(code))
    writeFileSync(join(empty, 'run-all.mjs'), runAll)
    return spawnSync(node, ['run-all.mjs', ...examples.map(([name]) => fileOf(name))], inEmpty)
  })
  test.each(examples)('%s', (name) => {
    const { status, stdout, stderr } = outcome()
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).not.toHaveProperty([fileOf(name)])
  })

  test('types are found by a strict TypeScript project', () => {
    writeFileSync(
      join(empty, 'use.ts'),
      `import { account, compare, compile, diagnose, evaluate, explain, lint } from 'whydenied'
const action: string | null = explain('x').action
const codes: Promise<readonly string[]> = lint({ policy: '{}' }).then((found) => found.map(({ code }) => code))
const decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'undetermined' = compile([]).decide({ principal: 'p', action: 'a', resource: '*' })
// @ts-expect-error a check that doesn't exist
compare({ check: 'no-such', old: {}, new: {} })
export { account, action, codes, decision, diagnose, evaluate }
`,
    )
    const flags = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022']
    const options = [...flags, '--lib', 'es2023', 'use.ts']
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], inEmpty)
    expect(stdout).toBe('')
  })
})

describe('the command', () => {
  const whydenied = (args: readonly string[], input = '') =>
    spawnSync(node, [join(installed, 'npm/whydenied.js'), ...args], { ...inEmpty, input })
  test.each<[args: readonly string[], input: string, status: number, prints: RegExp]>([
    [['--version'], '', 0, /^\d+\.\d+\.\d+\n$/],
    [['explain'], message, 1, /^action: s3:GetObject$/m],
    [['diagnose'], message, 1, /^fix: /m],
    [
      ['what-can'],
      '{"account":{"UserDetailList":[{"UserName":"m","Arn":"arn:aws:iam::123456789012:user/m"}]},"principal":"m"}',
      0,
      /can use 0 services/,
    ],
    [['diagnose', '--format', 'csv', 'logs/app.log'], '', 1, /s3:GetObject/],
    [['lint', '*.json'], '', 0, /policy\.json/],
    [
      ['lint'],
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}',
      1,
      /PASS_ROLE/,
    ],
  ])('%o', (args, input, status, prints) => {
    const ended = whydenied(args, input)
    expect(ended.stdout).toMatch(prints)
    expect([ended.status, ended.stderr.replace(/^\d+ of \d+ files?\n/gm, '')]).toEqual([status, ''])
  })

  test('the server for agents answers, with an article', () => {
    const ask = (id: number, method: string, params: object) => JSON.stringify({ jsonrpc: '2.0', id, method, params })
    const client = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } }
    const lines = [
      ask(1, 'initialize', client),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      ask(2, 'tools/call', { name: 'diagnose', arguments: { paste: message } }),
      ask(3, 'resources/read', { uri: 'whydenied://articles/messages/no-detail' }),
    ]
    const { stdout } = whydenied(['mcp'], `${lines.join('\n')}\n`)
    expect(stdout).toMatch(/"id":2/)
    expect(stdout).toMatch(/Cause: /)
    expect(stdout).toMatch(/text\/markdown/)
  })

  test('the completion for bash offers commands, and the options of a command', () => {
    const script = whydenied(['completion', 'bash']).stdout
    const offers = (...words: readonly string[]) =>
      spawnSync(
        'bash',
        [
          '-c',
          `${script}\nCOMP_WORDS=(whydenied ${words.join(' ')}); COMP_CWORD=${words.length}; _whydenied; echo "\${COMPREPLY[@]}"`,
        ],
        inEmpty,
      ).stdout.trim()
    expect(offers('dia')).toBe('diagnose')
    expect(offers('lint', '--fa')).toBe('--fail-on')
    expect(offers('explain', '--fa')).toBe('')
  })

  test.runIf(existsSync('/usr/bin/script'))('colors are for terminals, and NO_COLOR turns them off', () => {
    writeFileSync(join(empty, 'message.txt'), message)
    const inTerminal = (more: Readonly<Record<string, string>>) =>
      spawnSync(
        'script',
        ['-qec', `${node} ${join(installed, 'npm/whydenied.js')} diagnose message.txt`, '/dev/null'],
        {
          ...inEmpty,
          env: { ...env, TERM: 'xterm', ...more },
        },
      ).stdout
    expect(inTerminal({})).toContain('\u001b[')
    expect(inTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[')
    expect(whydenied(['diagnose', 'message.txt']).stdout).not.toContain('\u001b[')
  })
})

test('the GitLab template installs the package from the repository, as its first lines say', () => {
  const { whydenied } = z
    .object({ whydenied: z.object({ variables: z.record(z.string(), z.string()), script: z.array(z.string()) }) })
    .parse(parse(readFileSync(join(root, 'ci/gitlab.yml'), 'utf8')))
  const checkout = join(folder, 'checkout')
  const prefix = join(folder, 'prefix')
  mkdirSync(join(checkout, 'ci'), { recursive: true })
  copyFileSync(join(folder, tarball), join(checkout, 'ci/whydenied.tgz'))
  const [install = ''] = whydenied.script
  execFileSync('bash', ['-eo', 'pipefail', '-c', install.replace('/tmp/whydenied', prefix)], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...env, ...whydenied.variables },
  })
  const command = join(prefix, 'node_modules/.bin/whydenied')
  expect(execFileSync(command, ['--version'], { cwd: checkout, encoding: 'utf8', env }).trim()).toBe(project.version)
})
