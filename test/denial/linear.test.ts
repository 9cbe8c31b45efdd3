// Hostile repetitions: twice the text takes about twice the time, not four times.
import { describe, expect, test } from 'vitest'
import { blankSecrets, createDenialReader, readDenial, readDenials } from '../../src/denial/index.ts'
import { growth, tolerated } from '../cpu-time.ts'

const units = [
  'User: arn:',
  '\\',
  '\\u0022',
  '&quot;',
  'not authorized to perform: ',
  'not ',
  '{"',
  '{"a":"{',
  '{"eventSource":',
  '\\"explicitDeny\\"',
  "{'explicitDeny':",
  'userIdentity {"a":{',
  '│',
  '\n',
  ' \n',
  '\t',
  'arn:\n',
  'arn:-\n',
  'perform: a-\n',
  '<',
  '<b ',
  '\u001b[',
  'a | ',
  'Context: User: ',
  'when calling the X operation ',
  'on resource: arn:<',
  'Request ID: ',
  'Encoded authorization failure message: ',
  'operation error a a ',
  'eventSource: a.amazonaws.com ',
  'Error making API request.',
  'KMS ',
  'AKIA',
  'password=',
  'eyJ',
  'a://',
  'session_token=',
  '-----BEGIN PRIVATE KEY-----',
  '| ',
  '|\n',
  ' │\n',
  '[31m',
  '{code',
  '%20',
  'not+authorized+',
  '“',
  '\\“',
  '<wbr',
  `${' '.repeat(30)}a\n`,
  `a${' '.repeat(30)}b\n${' '.repeat(31)}c\n`,
  'E0505 10:00:00.123456 1 ',
  'a b\t',
  'not authorized to assume ',
  'deserializeAws_restXmlA',
  '/**a',
  ' _a',
  '**a ',
  'Response ec2/A ',
  'on resource: "arn:aws:s3:::b because no ',
]

const readers = {
  readDenial,
  readDenials,
  blankSecrets,
  stream: (text: string) => {
    const reader = createDenialReader()
    return [reader.push(text), reader.end()]
  },
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(units)('%j', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length))
    // Quadratic would be sixteenfold, and seconds.
    expect(growth((n) => read(text.repeat(n)), 150)).toBeLessThan(tolerated)
  })
})
