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
})
