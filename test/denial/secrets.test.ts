// Secrets in all the surroundings in which they are pasted, and what only looks like one.
import { describe, expect, test } from 'vitest'
import { blankSecrets, findSecrets } from '../../src/denial/index.ts'
import { blankedBefore, falseAlarms, leftBefore, oddWrappings } from './secret-formats.ts'

// Put together here, so that no scanner takes this file for a leak.
const id = ['ASIA', 'IOSFODNN7EXAMPLE'].join('')
const secret = ['wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY'].join('')
const token = 'IQoJb3JpZ2luX2VjE'.repeat(12)
const jwt = `${['eyJ', 'hbGciOiJSUzI1NiJ9'].join('')}.${['eyJ', 'zdWIiOiJyZXBvOmFuYSJ9'].join('')}.${'aB3_-'.repeat(20)}`
const signature = '0123456789abcdef'.repeat(4)
const word = ['hunter2', '!Xy9'].join('')

describe('found', () => {
  test.each<[text: string, kind: string, value: string]>([
    [`\\"SecretAccessKey\\": \\"${secret}\\"`, 'secret-access-key', secret],
    [`<SecretAccessKey>${secret}</SecretAccessKey>`, 'secret-access-key', secret],
    [`|  SecretAccessKey |  ${secret}  |`, 'secret-access-key', secret],
    [`Secret access key: ${secret}`, 'secret-access-key', secret],
    [`$Env:AWS_SECRET_ACCESS_KEY="${secret}"`, 'secret-access-key', secret],
    [`<SessionToken>${token}</SessionToken>`, 'session-token', token],
    [`{\\"SessionToken\\":\\"${token}\\"}`, 'session-token', token],
    [`Authorization: Bearer ${jwt}`, 'token', jwt],
    [`GET /?X-Amz-Expires=300&X-Amz-Signature=${signature}&x=1`, 'signature', signature],
    [`Authorization: AWS4-HMAC-SHA256 SignedHeaders=host, Signature=${signature}`, 'signature', signature],
    [
      'https://b.s3.amazonaws.com/k?Expires=1&Signature=aB3%2FaB3%2FaB3%2FaB3%3D',
      'signature',
      'aB3%2FaB3%2FaB3%2FaB3%3D',
    ],
    [`postgres://app:${word}@db.example.com:5432/x`, 'password', word],
    [`mongodb+srv://app:${word}@cluster.example.net`, 'password', word],
    [`Server=db;User Id=sa;Password=${word};Encrypt=true`, 'password', word],
    [`{ "Sid": "${id}" }`, 'access-key-id', id],
    [`{ "Sid": "PGPASSWORD=${word}" }`, 'password', word],
    [`{ "Version": "2012-10-17", "Id": "${id}", "Statement": [] }`, 'access-key-id', id],
    [`"type": "aws_iam_access_key", "id": "${id}"`, 'access-key-id', id],
    [`{\\"Sid\\": \\"${id}\\"}`, 'access-key-id', id],
    [`PGPASSWORD=${word} psql`, 'password', word],
    [`"MasterUserPassword": "${word}"`, 'password', word],
  ])('%j', (text, kind, value) => {
    const [found] = findSecrets(text).filter((one) => one.kind === kind)
    expect(text.slice(found?.span.from, found?.span.to)).toBe(value)
    expect(blankSecrets(text).text.includes(value)).toBe(false)
  })

  test('all secrets of one STS response', () => {
    const text = JSON.stringify(
      { Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } },
      null,
      4,
    )
    expect(findSecrets(text).map(({ kind }) => kind)).toEqual(['access-key-id', 'secret-access-key', 'session-token'])
  })
})

describe('left alone', () => {
  test.each([
    '3f786850e387550fdab836ed7e6dc881de23001b',
    'Request ID: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11',
    `Encoded authorization failure message: ${'aZ9_-'.repeat(60)}`,
    'S3 Extended Request ID: WmR8Miz/7vBgGi/tFW/FttJZl0sG2nXvsc4Ou4G0UN3hBJQ//4fiTc+e6jFDiYh0qDB276P43dr=',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '"principalId": "AROAEXAMPLEID1234567:session"',
    `"Condition": { "StringEquals": { "aws:userid": "${id}" } }`,
    `"Resource": "arn:aws:s3:::backups/${id}"`,
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-password-AbCdEf',
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::',
    '"Action": "iam:ChangePassword", "Resource": "*"',
    '"iam:UpdateAccountPasswordPolicy"',
    'postgres://app:***@db.example.com',
    'postgres://app:<password>@db.example.com',
    'password: ${DB_PASSWORD}',
    "Access denied for user 'root'@'localhost' (using password: YES)",
    'password: required',
    'The password: please enter it again.',
    'https://sqs.us-east-1.amazonaws.com:443/111122223333/q',
    's3://bucket/a@b',
    'aws_session_token = [REDACTED]',
  ])('%j', (text) => {
    expect(findSecrets(text)).toEqual([])
  })
})

describe('the security review’s table and other wrappings: no part of the secret is left', () => {
  test.each([...blankedBefore, ...leftBefore, ...oddWrappings])('$name', ({ text, values }) => {
    const blanked = blankSecrets(text).text
    expect(blanked).not.toBe(text)
    for (const value of values) expect(blanked).not.toContain(value)
  })
})

test.each(falseAlarms)('not a secret: %s', (_, text) => {
  expect(blankSecrets(text).text).toBe(text)
})

describe('a text of 10 MB without an end is read without an exception', () => {
  test.each(['a', 'AKIA', 'eyJ', 'FwoG', 'session_token=', '-----BEGIN PRIVATE KEY-----\n', '"Action":["a",'])(
    '%j',
    (unit) => {
      expect(() => blankSecrets(unit.repeat(10_000_000 / unit.length))).not.toThrow()
    },
  )
})
