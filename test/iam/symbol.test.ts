// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { fillIn, isSymbolName, readPattern, symbolsIn } from '../../src/iam/index.ts'

test.each([
  ['var.bucket', true],
  ['AWS::AccountId', true],
  ['Bucket.Arn', true],
  ['aws:username', false], // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
  ['s3:prefix', false],
  ['*', false],
  ['$', false],
  [' ', false],
])('the name %s is a symbol: %s', (name, is) => {
  expect(isSymbolName(name)).toBe(is)
})

test('symbols of a text come in its order, each once', () => {
  expect(symbolsIn('arn:${AWS::Partition}:s3:::${var.b}/${aws:username}/${var.b}')).toEqual(['AWS::Partition', 'var.b'])
})

test('a symbol is unknown even where the request says that it has no further keys', () => {
  const filled = fillIn(readPattern('arn:aws:s3:::${var.b}/*', false), () => ({ is: 'unset' }))
  expect(filled).toMatchObject({ is: 'unknown', key: 'var.b' })
})

const decide = (resource: string, version?: string) => {
  const evaluator = compile([
    {
      type: 'identity',
      document: { Version: version, Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resource }] },
    },
  ])
  return evaluator.explain({
    principal: 'arn:aws:iam::111122223333:user/mateo',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a',
    context: {},
    contextIs: 'complete',
  })
}

test.each([
  ['arn:aws:s3:::${var.bucket}/*', '2012-10-17'],
  ['arn:aws:s3:::${var.bucket}/*', undefined],
  ['${aws_s3_bucket.reports.arn}', '2012-10-17'],
])('a policy on %s (version %s) neither allows nor denies: it depends', (resource, version) => {
  expect(decide(resource, version).decision).toBe('undetermined')
})

test('what cannot match whatever the symbol is, does not', () => {
  expect(decide('arn:aws:sqs:::${var.queue}', '2012-10-17').decision).toBe('implicitDeny')
})

test('the symbol is named as what the answer depends on', () => {
  expect(decide('arn:aws:s3:::${var.bucket}/*').missingContext).toEqual(['var.bucket'])
})
