import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collect, collectionFile, collectionScript } from '../../src/account/index.ts'
import { clients } from '../../src/denial/operation-table.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { scriptWords } from '../../src/words/index.ts'
import { account, allow, user } from './build.ts'

/** What a stand-in for the AWS CLI answers; everything else is denied. */
const answers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['iam get-account-authorization-details', account(user('ann', { inline: [allow('s3:*', '*')] }))],
  ['organizations list-roots', 'r-ab12'],
  ['organizations describe-organization', { Organization: { MasterAccountId: '999999999999' } }],
  [
    'organizations list-policies-for-target',
    { Policies: [{ Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' }] },
  ],
  ['organizations list-accounts-for-parent', { Accounts: [{ Id: '111122223333' }] }],
  ['organizations list-organizational-units-for-parent', { OrganizationalUnits: [] }],
  ['s3api list-buckets', 'reports'],
  ['s3api get-bucket-policy', { Policy: JSON.stringify(allow('s3:GetObject', 'arn:aws:s3:::reports/*')) }],
])

test('the bash script runs against a stand-in for the AWS CLI, goes on where it’s denied, and its file is read whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-script-'))
  const cases = [...answers].map(([command, answer]) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const list = command === 'organizations list-accounts-for-parent' ? '111122223333' : ''
    return `"${command}") case "$*" in *--query*) echo '${list || (typeof answer === 'string' ? answer : '')}';; *) cat <<'END'\n${text}\nEND\n;; esac;;`
  })
  const fake = `#!/usr/bin/env bash\ncase "$1 $2" in\n${cases.join('\n')}\n*) echo "An error occurred (AccessDenied)" >&2; exit 254;;\nesac\n`
  writeFileSync(join(folder, 'aws'), fake)
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(join(folder, 'sleep'), '#!/bin/sh\n')
  chmodSync(join(folder, 'sleep'), 0o755)
  const script = join(folder, 'collect.sh')
  writeFileSync(script, collectionScript('bash', scriptWords()))
  const { stderr, status } = spawnSync('bash', [script], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stderr).toContain("can't see: aws sso-admin list-instances")
  const text = readFileSync(join(folder, collectionFile), 'utf8')
  const { account: read, organization, policies, unused } = collect([{ name: collectionFile, text }])
  expect(read.principals.map(({ name }) => name)).toEqual(['ann'])
  expect(organization?.parents.get('111122223333')).toBe('r-ab12')
  expect([...new Set(organization?.attached.map(({ target }) => target))]).toEqual(['r-ab12', '111122223333'])
  expect(policies.map(({ target }) => target)).toEqual(['arn:aws:s3:::reports'])
  expect(unused.every(({ why }) => why.code === 'no-answer')).toBe(true)
})

describe.each(['bash', 'powershell'] as const)('%s', (shell) => {
  const verbs = Array.from(
    collectionScript(shell, scriptWords()).matchAll(
      /(?:aws|keep|list|Keep|List) .*?\b(?:iam|organizations|sso-admin|identitystore|s3api|kms|sqs|sns|secretsmanager|lambda)'?,? '?([a-z]+)-/g,
    ),
    ([, verb]) => verb,
  )
  test('runs only commands that read', () => {
    expect(verbs.length).toBeGreaterThan(20)
    // generate-credential-report makes a report; it changes nothing.
    expect([...new Set(verbs)].sort()).toEqual(['describe', 'generate', 'get', 'list'])
  })
})

/** "service operation" of every command in a script, as the AWS CLI spells them. */
const commandsIn = (shell: 'bash' | 'powershell'): readonly string[] => {
  const written = collectionScript(shell, scriptWords()).replaceAll(/[',()]/g, ' ')
  const found = written.matchAll(
    /\b(iam|organizations|sso-admin|identitystore|s3api|kms|sqs|sns|secretsmanager|lambda) +([a-z]+(?:-[a-z]+)+)/g,
  )
  return [...new Set(Array.from(found, ([, service, operation]) => `${service} ${operation}`))].sort()
}

test('both scripts run the same commands, and each of them is an operation of AWS', async () => {
  const commands = commandsIn('bash')
  expect(commandsIn('powershell')).toEqual(commands)
  const operations = new Map<string, Set<string>>()
  for (const line of clients.trim().split('\n')) {
    const [prefix = '', , ...names] = line.toLowerCase().split(' ')
    operations.set(prefix, new Set([...(operations.get(prefix) ?? []), ...names]))
  }
  // The API models that the CLI gives other names.
  const prefixes: ReadonlyMap<string, string> = new Map([
    ['s3api', 's3'],
    ['sso-admin', 'sso'],
  ])
  // Operations that many services have are in the list of actions only.
  const { services } = await loadReference(commands.map((command) => command.split(' ', 1)[0] ?? ''))
  const unknown = commands.filter((command) => {
    const [service = '', written = ''] = command.split(' ')
    const operation = written.replaceAll('-', '')
    const isOperation = operations.get(prefixes.get(service) ?? service)?.has(operation)
    return !isOperation && !services.get(service)?.actions.has(operation)
  })
  expect(commands.length).toBeGreaterThan(25)
  expect(unknown).toEqual([])
})

test('brackets and quotes of the PowerShell script are in pairs, line by line', () => {
  const open: string[] = []
  const pairs: ReadonlyMap<string, string> = new Map([
    [')', '('],
    [']', '['],
    ['}', '{'],
  ])
  for (const line of collectionScript('powershell', scriptWords()).split('\n')) {
    const code = line.replace(/^\s*#.*/, '').replaceAll(/'[^']*'|"(?:`.|[^"])*"/g, '')
    expect(code).not.toMatch(/['"]/)
    for (const each of code) {
      if ('([{'.includes(each)) open.push(each)
      else if (pairs.has(each)) expect(open.pop(), line).toBe(pairs.get(each))
    }
  }
  expect(open).toEqual([])
})

test('the bash script has no syntax error', () => {
  execFileSync('bash', ['-n'], { input: collectionScript('bash', scriptWords()) })
})

test('words of another language can’t break out of their quotes', () => {
  const hostile = {
    ...scriptWords(),
    denied: '"; $(touch broken) `touch broken` \\',
    wrote: (file: string) => `${file} “$x”`,
  }
  const bash = collectionScript('bash', hostile)
  expect(bash).toContain('echo "\\"; \\$(touch broken) \\`touch broken\\` \\\\ aws $*" >&2')
  execFileSync('bash', ['-n'], { input: bash })
  expect(collectionScript('powershell', hostile)).toContain('Write-Host "$file `“`$x`”"')
})
