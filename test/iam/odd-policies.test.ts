// What the reader of policies makes of values in the wrong place, and of callers that hardly occur.
import { expect, test } from 'vitest'
import { matchPattern, overlaps, readCaller, readPolicy } from '../../src/iam/index.ts'

const codes = (statement: object): readonly string[] =>
  readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } })).problems.map(
    ({ code }) => code,
  )

test.each<[statement: object, found: readonly string[]]>([
  [{ Principal: 7 }, ['data-type']],
  [{ Principal: 'mateo' }, ['data-type']],
  [{ Condition: 7 }, ['data-type']],
  [{ Condition: { StringEquals: 'x' } }, ['data-type']],
  [{ Condition: { StringEquals: { a: {} } } }, ['condition-data-type']],
  [{ Condition: { Other: { a: 'b' } } }, ['invalid-operator']],
  [{ Action: 7 }, ['data-type']],
  [{ Action: [7] }, ['data-type']],
  [{ Action: undefined }, ['missing-action']],
  [{ Effect: 'allow' }, ['invalid-effect']],
  [{ Effect: undefined }, ['missing-effect']],
  [{ Effect: 7 }, ['data-type']],
  [{ Sid: 7 }, ['data-type']],
  [{ effect: 'Allow' }, ['unknown-element']],
  [{ NotAction: '*' }, ['element-combination']],
])('%j: %j', (statement, found) => {
  expect(codes(statement)).toEqual(found)
})

test.each<[action: string, problem: string]>([
  ['s3:', 'no-action'],
  [':x', 'no-service'],
  ['s*:x', 'wildcard-in-service'],
  ['s3:a s3:b', 'blank-or-comma'],
])('the action %j: %s', (action, problem) => {
  const { policy } = readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: action, Resource: '*' } }))
  expect(policy.statements[0]?.action?.items[0]?.value).toMatchObject({ kind: 'invalid', problem })
})

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
test.each<[resource: string, other: string, matched: boolean]>([
  ['execute-api:/prod/GET/*', 'arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/pets', true],
  ['execute-api:/prod/GET/*', 'arn:aws:execute-api:us-east-1:111122223333:abc/test/GET/pets', false],
  ['execute-api:/*', 'arn:aws:s3:::abc/prod', false],
])('the resource %s matches %s: %s', (resource, other, matched) => {
  const { policy } = readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: resource } }))
  const value = policy.statements[0]?.resource?.items[0]?.value
  expect(value?.kind === 'arn' && matchPattern(value.whole, other)).toBe(matched)
})

test.each<[principal: string, found: object | undefined]>([
  ['arn:aws:sts::111122223333:assumed-role/a', { kind: 'role-session', name: 'a', session: '' }],
  ['arn:aws:sts::111122223333:other/a', undefined],
  ['arn:aws:sts::111122223333', undefined],
  ['arn:aws:iam::111122223333:saml-provider/Okta', { kind: 'identity-provider', name: 'Okta' }],
  ['arn:aws:iam::111122223333:group/a', undefined],
  ['arn:aws:s3:::b', undefined],
])('the caller %s', (principal, found) => {
  const caller = readCaller(principal)
  if (found) expect(caller).toMatchObject(found)
  else expect(caller).toBeUndefined()
})

test('patterns too long to compare count as overlapping', () => {
  expect(overlaps(`*${'a*'.repeat(400)}`, `*${'b*'.repeat(400)}`)).toBe(true)
})
