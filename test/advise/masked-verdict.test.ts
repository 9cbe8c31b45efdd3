// The answer to a case with masked values keeps everything that a verdict works out when it's read.
import { expect, test } from 'vitest'
import { diagnosisOf } from './read-case.ts'

test('the gates of a masked case are there', async () => {
  const { verdict } = await diagnosisOf(
    'User: arn:aws:sts::XXXXXXXXXXXX:assumed-role/app/i-1 is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:XXXXXXXXXXXX:table/T',
    [
      {
        name: 'P',
        text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:Scan","Resource":"*"}]}',
      },
    ],
  )
  expect(verdict?.gates.map(({ kind }) => kind)).toContain('identity')
  expect(verdict?.gates.map(({ statements }) => statements.length)).toEqual(
    verdict?.gates.map(({ kind }) => (kind === 'identity' ? 1 : 0)),
  )
})

test('a mask that decides leaves the statements of the gates there', async () => {
  const { verdict } = await diagnosisOf(
    'User: arn:aws:iam::111122223333:user/<name> is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/<key>',
    [
      {
        name: 'P',
        text: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/2026*"},{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}]}',
      },
    ],
  )
  expect(verdict?.gates.every(({ statements }) => Array.isArray(statements))).toBe(true)
  expect(verdict?.gates.find(({ kind }) => kind === 'identity')?.statements).toHaveLength(2)
})
