// A verdict works its details out when someone reads them. As plain data it still holds all of them.
import { expect, test } from 'vitest'
import { compile, plainDetails } from '../../src/evaluate/index.ts'

const policies = [
  {
    type: 'identity' as const,
    document: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }],
    },
  },
]
const request = {
  principal: 'arn:aws:iam::111122223333:user/mateo',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/x',
  also: [{ action: 's3:GetObjectTagging', resource: 'arn:aws:s3:::b/x' }],
}
const details = ['closest', 'derived', 'gates', 'notEvaluated', 'parts', 'unsupportedKeys']
const outcome = ['blockedBy', 'decidedBy', 'decision', 'missing', 'missingContext', 'questions', 'rule']

test('JSON holds the outcome, the details, and the statements of every gate', () => {
  const parsed = JSON.parse(JSON.stringify(compile(policies).explain(request)))
  expect(Object.keys(parsed)).toEqual(expect.arrayContaining([...details, 'decision', 'missing']))
  expect(parsed.gates.flatMap(({ statements }: { statements: unknown[] }) => statements)).toHaveLength(1)
  expect(parsed.parts).toHaveLength(2)
  expect(parsed.parts[1].verdict.gates).not.toEqual([])
})

test('plainDetails copies every detail', () => {
  const verdict = compile(policies).explain(request)
  const copy = structuredClone({ ...verdict, ...plainDetails(verdict), gates: [], parts: [] })
  expect(Object.keys(copy).sort()).toEqual([...details, ...outcome].sort())
})

test('details are worked out once', () => {
  const verdict = compile(policies).explain(request)
  expect(verdict.gates).toBe(verdict.gates)
  expect(verdict.gates[0]?.statements).toBe(verdict.gates[0]?.statements)
  expect(verdict.parts).toBe(verdict.parts)
})
