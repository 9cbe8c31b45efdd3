import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessPolicyType, readPolicy } from '../../src/iam/index.ts'

const policy = (statement: string, version = '2012-10-17') => `{"Version":"${version}","Statement":[${statement}]}`
const good = '{"Effect":"Allow","Action":"ce:*","Resource":"*"}'

describe('problems', () => {
  test.each<[text: string, code: string, path: string]>([
    ['{"Version":"2012-10-17"}', 'missing-statement', ''],
    ['[1]', 'data-type', ''],
    [policy(good, '2012-10-18'), 'invalid-version', '/Version'],
    [policy('{"Effect":"allow","Action":"ce:*","Resource":"*"}'), 'invalid-effect', '/Statement/0/Effect'],
    [policy('{"Action":"ce:*","Resource":"*"}'), 'missing-effect', '/Statement/0'],
    [policy('{"Effect":"Allow","Resource":"*"}'), 'missing-action', '/Statement/0'],
    [
      policy('{"effect":"Allow","Effect":"Allow","Action":"ce:*","Resource":"*"}'),
      'unknown-element',
      '/Statement/0/effect',
    ],
    [policy('{"Effect":"Allow","Action":7,"Resource":"*"}'), 'data-type', '/Statement/0/Action'],
    [policy('{"Effect":"Allow","Action":["ce:*",7],"Resource":"*"}'), 'data-type', '/Statement/0/Action/1'],
    [
      policy('{"Effect":"Allow","Action":"ce:*","NotAction":"iam:*","Resource":"*"}'),
      'element-combination',
      '/Statement/0/NotAction',
    ],
    [
      policy('{"Effect":"Allow","Action":"ce:*","Resource":"*","Condition":{"StringIs":{"a:b":"c"}}}'),
      'invalid-operator',
      '/Statement/0/Condition/StringIs',
    ],
    [
      policy('{"Effect":"Allow","Action":"ce:*","Resource":"*","Condition":{"Bool":{"aws:X/Y":{}}}}'),
      'condition-data-type',
      '/Statement/0/Condition/Bool/aws:X~1Y',
    ],
    [
      policy('{"Effect":"Allow","Effect":"Deny","Action":"ce:*","Resource":"*"}'),
      'duplicate-element',
      '/Statement/0/Effect',
    ],
    [policy('{"Effect":"Allow","Principal":"me","Action":"ce:*"}'), 'data-type', '/Statement/0/Principal'],
  ])('%s has %s at %j', (text, code, path) => {
    const { problems } = readPolicy(text)
    expect(problems.map((problem) => [problem.code, problem.path])).toContainEqual([code, path])
  })

  test('a statement that AWS would reject is ignored, and the others aren’t', () => {
    const { policy: read } = readPolicy(policy(`{"Effect":"allow","Action":"ce:*","Resource":"*"},${good}`))
    expect(read.statements.map(({ effective }) => effective)).toEqual([false, true])
  })

  test('a single statement needs no list', () => {
    expect(readPolicy(`{"Statement":${good}}`).policy.statements).toHaveLength(1)
  })

  test('every place points at what it names', () => {
    const text = policy('{"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*"}')
    const [statement] = readPolicy(text).policy.statements
    const at = (span: { from: number; to: number } | undefined) => span && text.slice(span.from, span.to)
    expect(at(statement?.action?.keyword.span)).toBe('"NotAction"')
    expect(at(statement?.action?.items[1]?.span)).toBe('"sts:*"')
    expect(at(statement?.effect?.span)).toBe('"Deny"')
  })

  test('no JSON makes it throw (property)', () => {
    const key = fc.constantFrom(
      'Version',
      'Statement',
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'Principal',
      'Condition',
      'StringEquals',
      '__proto__',
    )
    const json = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('Allow', 's3:*', '*', 1, null, true),
        fc.array(tie('node')),
        fc.dictionary(key, tie('node')),
      ),
    })).node
    fc.assert(fc.property(json, (value) => void readPolicy(JSON.stringify(value) ?? '')))
  })
})

describe('the type of a policy is guessed from its text', () => {
  test.each<[text: string, type: string, because: string]>([
    [policy(good), 'identity', 'allows-without-principal'],
    [
      policy('{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}'),
      'trust',
      'who-assumes-a-role',
    ],
    [
      policy('{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}'),
      'resource',
      'names-principals',
    ],
    [policy('{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}'), 'rcp', 'denies-everyone'],
    [policy('{"Effect":"Allow","Principal":"*"}'), 'trust', 'who-assumes-a-role'],
    [policy('{"Effect":"Deny","Action":"s3:*","Resource":"*"}'), 'scp', 'only-denies'],
    [
      policy(
        `${good},{"Effect":"Deny","NotAction":"iam:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}`,
      ),
      'scp',
      'locks-regions',
    ],
    ['half { a policy', 'identity', 'nothing-read'],
  ])('%s: %s, because %s', (text, type, because) => {
    expect(guessPolicyType(text)).toEqual({ type, because })
  })
})
