// Statements that deny only between them are all named: on the page, on the command line, and in the message to the administrator.
import { expect, test } from 'vitest'
import { diagnose, requestText } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['s3'])
const region = (sid: string, operator: string) => ({
  Sid: sid,
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { [operator]: { 'aws:RequestedRegion': 'eu-west-1' } },
})
const documentOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })
const admin = { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }
const paste =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/a'

test('a Deny on each side of a value', () => {
  const text = documentOf(admin, region('In', 'StringEquals'), region('Out', 'StringNotEquals'))
  const diagnosis = diagnose({ paste, policies: [{ type: 'identity', name: 'P', text }] }, reference)
  for (const told of [diagnosis.cause.explanation, requestText(diagnosis)]) {
    expect(told).toContain('“In”')
    expect(told).toContain('“Out”')
    expect(told).toContain('between them')
  }
  expect(diagnosis.cause.certainty).toBe('confirmed')
})

test('a Deny in each of two policies: each is enough', () => {
  const deny = (sid: string): string => documentOf({ Sid: sid, Effect: 'Deny', Action: 's3:*', Resource: '*' })
  const policies = [
    { type: 'identity' as const, name: 'P', text: documentOf(admin) },
    { type: 'identity' as const, name: 'Q', text: deny('First') },
    { type: 'permissions-boundary' as const, name: 'R', text: deny('Second') },
  ]
  const { explanation } = diagnose({ paste, policies }, reference).cause
  expect(explanation).toMatch(/“First”.*“Second”.* each deny this\./)
})

test('one Allow under two tests that can’t both pass is an implicit deny of that policy', () => {
  const never = { StringEquals: { 'aws:RequestedRegion': 'a' }, StringNotEquals: { 'aws:RequestedRegion': 'a' } }
  const text = documentOf({ ...admin, Condition: never })
  const { cause, verdict } = diagnose({ paste, policies: [{ type: 'identity', name: 'P', text }] }, reference)
  expect([verdict?.decision, verdict?.blockedBy]).toEqual(['implicitDeny', ['identity']])
  // Another identity-based policy, which wasn’t pasted, could allow it: AWS doesn’t say that none does.
  expect(cause.certainty).toBe('likely')
})
