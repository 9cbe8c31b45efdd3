// A template with so many resources that its members are indexed: the index must hold what was resolved, not what was written.
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'

test('functions of CloudFormation are resolved in a template with more than sixteen resources', () => {
  const policy = (name: string): object => ({
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': `arn:aws:s3:::${name}/*` } }],
      },
    },
  })
  const names = Array.from({ length: 20 }, (_, i) => `bucket-${i}`)
  const template = { Resources: Object.fromEntries(names.map((name, i) => [`P${i}`, policy(name)])) }
  const { documents } = readAll(JSON.stringify(template, null, 2))
  expect(documents).toHaveLength(20)
  for (const [i, { text }] of documents.entries()) expect(text).toContain(`arn:aws:s3:::bucket-${i}/*`)
})
