// The script that fetches everything that was not given: run in a shell with an AWS that answers from a table, and its output pasted back.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fetchPlace } from '../../src/advise/fetch-place.ts'
import { diagnose, sortPaste } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'

const document = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })

const organization = (id: string, type: string): string =>
  JSON.stringify({ PolicySummary: { Id: id, Name: `Name of ${id}`, Type: type }, Content: document('*') })

/** What the command line would print, by the beginning of the command. */
const outputs: readonly (readonly [command: string, output: string])[] = [
  ['iam list-attached-role-policies', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ['iam list-attached-user-policies', ''],
  ['iam list-attached-group-policies', 'arn:aws:iam::111122223333:policy/OfTheGroup'],
  ['iam list-groups-for-user', 'finance'],
  ['iam list-role-policies', 'Own'],
  ['iam list-user-policies', ''],
  ['iam list-group-policies', ''],
  ['iam get-role-policy', JSON.stringify({ RoleName: 'Reader', PolicyName: 'Own', PolicyDocument: document('s3:*') })],
  ['iam get-role --role-name Reader --query Role.PermissionsBoundary', 'arn:aws:iam::111122223333:policy/Edge'],
  ['iam get-role --role-name Target', document('sts:AssumeRole')],
  ['iam get-user', 'None'],
  ['iam get-policy ', 'v3'],
  ['iam get-policy-version', document('s3:Get*')],
  ['organizations list-policies-for-target --target-id 111122223333 --filter SERVICE', 'p-own'],
  ['organizations list-policies-for-target --target-id r-ab12 --filter SERVICE', 'p-FullAWSAccess'],
  ['organizations list-policies-for-target', ''],
  ['organizations describe-policy --policy-id p-own', organization('p-own', 'SERVICE_CONTROL_POLICY')],
  ['organizations describe-policy --policy-id p-FullAWSAccess', organization('p-full', 'SERVICE_CONTROL_POLICY')],
  ['organizations list-parents --child-id 111122223333', 'ou-ab12-cdefghij'],
  ['organizations list-parents --child-id ou-ab12-cdefghij', 'r-ab12'],
  ['s3api get-bucket-policy', document('s3:PutObject')],
]

/** The most telling beginning counts, as in a shell's case. */
const aws = `aws() { case "$*" in\n${outputs.map(([command, output]) => `${quoted(command)}*) echo ${quoted(output)};;`).join('\n')}\n*) echo "unknown: $*" >&2; exit 9;; esac; }`
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

const messages = {
  role: 'User: arn:aws:sts::111122223333:assumed-role/Reader/mary is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a.csv"',
  user: 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a.csv"',
  assuming:
    'User: arn:aws:sts::111122223333:assumed-role/Reader/mary is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Target',
}

test.each<[caller: keyof typeof messages, documents: readonly string[]]>([
  [
    'role',
    [
      'identity ReadOnlyAccess',
      'identity Own',
      'permissions-boundary Edge',
      'scp Name of p-own 111122223333',
      'scp Name of p-full r-ab12',
      'resource Policy 6',
    ],
  ],
  ['user', ['identity OfTheGroup', 'scp Name of p-own 111122223333', 'scp Name of p-full r-ab12', 'resource Policy 4']],
  [
    'assuming',
    [
      'identity ReadOnlyAccess',
      'identity Own',
      'permissions-boundary Edge',
      'scp Name of p-own 111122223333',
      'scp Name of p-full r-ab12',
      'trust Policy 6',
    ],
  ],
])('a %s: what the script prints is sorted', (caller, documents) => {
  const script = diagnose({ paste: messages[caller], policies: [] }).fetchScript ?? ''
  const printed = execFileSync('bash', ['-c', `set -e\n${aws}\n${script}`], { encoding: 'utf8' })
  const sorted = sortPaste({ paste: `${messages[caller]}\n${printed}`, policies: [] })
  expect(sorted?.given.paste).toBe(messages[caller])
  expect(
    sorted?.taken.map(({ type, name, target }) => [type, name, target].filter((part) => part !== undefined).join(' ')),
  ).toEqual(documents)
})

test('what was given is not fetched again, and hostile names do not get into the shell', () => {
  const paste = messages.user.replace('mateo', '$(touch${IFS}x)')
  const script = diagnose({ paste, policies: [{ name: 'SCP', type: 'scp', text: document('*') }] }).fetchScript ?? ''
  expect(script).toContain('<USER_NAME>')
  expect(script).not.toMatch(/SERVICE_CONTROL|touch/)
})

test('what is fetched comes from the table of places', () => {
  const fetched: readonly PolicyType[] = ['identity', 'permissions-boundary', 'scp', 'rcp', 'trust']
  for (const type of fetched) {
    const { place, name } = fetchPlace(type, undefined) ?? {}
    expect(place?.type, type).toBe(type)
    expect([...(place?.script ?? []), place?.get].join('\n'), type).toContain('{}')
    expect(name, type).toMatch(/^<[A-Z_]+>$/)
  }
})

test('a user has no trust policy to fetch', () => {
  const paste = messages.assuming.replace(':role/Target', ':user/Target')
  expect(diagnose({ paste, policies: [] }).fetchScript).not.toContain('AssumeRolePolicyDocument')
})
