// Policies longer than any that AWS saves: four times the document takes about four times the time, in the diagnosis and in what its fixes open.
import { expect, test } from 'vitest'
import { diagnose, opensOf } from '../../src/advise/index.ts'
import { growth, tolerated } from '../cpu-time.ts'
import { reference } from './reference.ts'

const paste =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/dev is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:PutObject action'

/** About this many letters, four times as many in the second run. */
const length = 8000

const statement = (parts: object): object => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...parts })
const many = <Item>(of: number, each: (i: number) => Item): readonly Item[] =>
  Array.from({ length: of }, (_, i) => each(i))
const bucket = (name: string): object => statement({ Resource: `arn:aws:s3:::${name}` })
const keys = (of: number): object => Object.fromEntries(many(of, (i) => [`aws:RequestTag/a${i}`, 'x*y*z'] as const))

test.each<[what: string, statements: (letters: number) => object | readonly object[]]>([
  ['stars', (n) => bucket('*a'.repeat(n / 2))],
  ['letters after a star', (n) => bucket(`*${'a'.repeat(n)}`)],
  ['stars in actions', (n) => statement({ Action: `s3:${'*P'.repeat(n / 2)}` })],
  ['question marks', (n) => bucket('?'.repeat(n))],
  ['variables', (n) => bucket('${aws:username}'.repeat(n / 15))],
  ['variables and stars', (n) => bucket('${aws:PrincipalTag/x}*'.repeat(n / 22))],
  ['actions', (n) => statement({ Action: many(n / 15, (i) => `s3:GetObject${i}`) })],
  ['services', (n) => statement({ Action: many(n / 15, (i) => `svc${i}:GetX`) })],
  ['actions with wildcards', (n) => statement({ Action: many(n / 15, (i) => `s3:*Object*${i}*`) })],
  ['resources', (n) => statement({ Resource: many(n / 20, (i) => `arn:aws:s3:::b${i}*x*`) })],
  ['statements', (n) => many(n / 80, (i) => statement({ Action: `s3:Get${i}*` }))],
  ['Denies of others', (n) => many(n / 80, (i) => ({ Effect: 'Deny', Action: 's3:Put*', Resource: `*${i}` }))],
  ['Denies of this', (n) => many(n / 80, () => ({ Effect: 'Deny', Action: 's3:Put*', Resource: '*' }))],
  ['exempt actions', (n) => ({ Effect: 'Deny', NotAction: many(n / 15, (i) => `s3:*Obj${i}*`), Resource: '*' })],
  ['keys', (n) => statement({ Condition: { StringLike: keys(n / 30) } })],
  ['values', (n) => statement({ Condition: { StringLike: { 'aws:PrincipalArn': many(n / 20, (i) => `*x${i}*y*`) } } })],
  [
    'addresses',
    (n) => statement({ Condition: { IpAddress: { 'aws:SourceIp': many(n / 20, (i) => `10.${i % 256}.0.0/16`) } } }),
  ],
  ['principals', (n) => statement({ Principal: { AWS: many(n / 40, (i) => `arn:aws:iam::${1e11 + i}:role/r`) } })],
])('%s', { timeout: 120_000 }, (_, statements) => {
  const answer = (letters: number): unknown => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements(letters) })
    const given = { paste, policies: [{ name: 'Policy', text }] }
    return opensOf(given, diagnose(given, reference), reference)
  }
  expect(growth((times) => answer(times * length), 400)).toBeLessThan(tolerated)
})
