// What a file is, by its first bytes: what can't be read is named, with what to do.
import { expect, test } from 'vitest'
import { encodingOf } from '../../src/logs/encoding.ts'

test.each<[bytes: string, problem: string]>([
  ['PAR1\u0015\u0004', 'it is a Parquet file; query it with Athena and save the result as CSV'],
  ['Obj\u0001\u0004', 'it is an Avro file; query it with Athena and save the result as CSV'],
  ['ORC\u0008', 'it is an ORC file; query it with Athena and save the result as CSV'],
  ['\u0089PNG\r\n', 'it is a PNG image, not a log'],
  ['%PDF-1.7\n', 'it is a PDF document, not a log'],
  ['\u007fELF\u0002', 'it is a program, not a log'],
  ['SQLite format 3\u0000', 'it is an SQLite database, not a log'],
  ['BZh91AY', 'it is compressed with bzip2; unpack it first'],
  ['\u0001\u0000\u0002\u0000\u0000\u0003', 'it is a binary file, not text'],
])('%j', (bytes, problem) => {
  expect(encodingOf(Uint8Array.from(bytes, (c) => c.charCodeAt(0)))).toEqual({ is: 'problem', problem })
})

test('text that begins like a name of a format is text', () => {
  expect(encodingOf(new TextEncoder().encode('PARIS'))).toEqual({ is: 'text', label: 'utf-8' })
})
