// Hostile repetitions: twice the text takes about twice the time, not four times.
import { describe, expect, test } from 'vitest'
import { blankSecrets, createDenialReader, readDenial, readDenials } from '../../src/denial/index.ts'
import { cpuTime } from '../cpu-time.ts'

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
  'Response ec2/A ',
  'on resource: "arn:aws:s3:::b because no ',
]

const readers = {
  readDenial,
  readDenials,
  blankSecrets,
  stream: (text: string) => createDenialReader().push(text),
}

/** The best of three: the collector comes when it wants. */
const timeOf = (read: (text: string) => unknown, text: string): number =>
  Math.min(...[0, 1, 2].map(() => cpuTime(() => read(text))))

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(units)('%j', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length))
    const [once, fourfold] = [timeOf(read, text), timeOf(read, text.repeat(4))]
    // Quadratic would be sixteenfold, and seconds. Below 150 ms the clock, the collector and the neighbours decide.
    expect(fourfold).toBeLessThan(Math.max(150, once * 12))
  })
})
