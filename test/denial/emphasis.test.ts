// Markdown's emphasis around a message, its values, and their parts changes nothing; a wildcard, a mask, and a name's underscores stay.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const principal = 'arn:aws:sts::111122223333:assumed-role/my_role__name/i-0abc'
const action = 'dynamodb:Query'
const resource = 'arn:aws:dynamodb:eu-west-1:111122223333:table/my_table'
const sentence = (who: string, what: string, which: string): string =>
  `User: ${who} is not authorized to perform: ${what} on resource: ${which} because no identity-based policy allows the ${what} action`
const read = (text: string): object => {
  const { principal, action, resource, policyType } = readDenial(text)
  return { principal, action, resource, policyType }
}
const plain = { principal, action, resource, policyType: 'identity' }

describe.each(['*', '**', '***', '_', '__', '___', '~~'])('%s', (mark) => {
  const marked = (text: string): string => `${mark}${text}${mark}`

  test.each([
    ['around the caller', sentence(marked(principal), action, resource)],
    ['around the action', sentence(principal, marked(action), resource)],
    ['around the resource', sentence(principal, action, marked(resource))],
    ['around each value', sentence(marked(principal), marked(action), marked(resource))],
    ['around the sentence', marked(sentence(principal, action, resource))],
    ['around a quoted line', `> ${marked(sentence(principal, action, resource))}`],
    ['around a code span', sentence(marked(`\`${principal}\``), action, marked(`\`${resource}\``))],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(plain)
  })
})

describe('a part of a value', () => {
  test.each([
    ['arn:aws:iam::**111122223333**:user/ana', 'arn:aws:iam::111122223333:user/ana'],
    ['arn:aws:iam::__111122223333__:user/ana', 'arn:aws:iam::111122223333:user/ana'],
    ['arn:aws:iam::_111122223333_:user/ana', 'arn:aws:iam::111122223333:user/ana'],
    ['arn:aws:iam::*111122223333*:user/ana', 'arn:aws:iam::111122223333:user/ana'],
    ['arn:aws:iam::~~111122223333~~:user/ana', 'arn:aws:iam::111122223333:user/ana'],
    ['arn:aws:iam::111122223333:role/**deploy**_role', 'arn:aws:iam::111122223333:role/deploy_role'],
    ['arn:aws:iam::111122223333:role/***deploy***', 'arn:aws:iam::111122223333:role/deploy'],
    ['arn:aws:s3:::acme-**prod**-data/a', 'arn:aws:s3:::acme-prod-data/a'],
    ['arn:aws:s3:::__acme-data__/a', 'arn:aws:s3:::acme-data/a'],
    ['**arn:aws:s3:::acme-data**/a', 'arn:aws:s3:::acme-data/a'],
    ['**arn:aws:s3:::acme-data/***', 'arn:aws:s3:::acme-data/*'],
    ['**_arn:aws:s3:::acme-data/a_**', 'arn:aws:s3:::acme-data/a'],
  ])('%s', (written, meant) => {
    expect(readDenial(sentence(principal, action, written)).resource).toBe(meant)
  })

  test.each(['s3:**GetObject**', 's3:__GetObject__', 's3:_GetObject_', 's3:*GetObject*', '~~s3:GetObject~~'])(
    'of the action: %s',
    (written) => {
      expect(readDenial(sentence(principal, written, 'arn:aws:s3:::b/k')).action).toBe('s3:GetObject')
    },
  )
})

describe('what isn’t emphasis', () => {
  test.each([
    'arn:aws:s3:::acme-data/*',
    'arn:aws:s3:::acme-data/**/logs/**',
    'arn:aws:s3:::acme-data/*draft*',
    'arn:aws:s3:::acme-data/__init__.py',
    'arn:aws:s3:::acme-data/_temporary_/0',
    'arn:aws:lambda:eu-west-1:111122223333:function:__my_function__',
    'arn:aws:iam::111122223333:role/my__role__name',
    'arn:aws:iam::111122223333:role/_app_',
    'arn:aws:iam::***:role/app-***-role',
    'arn:aws:iam::****:role/app',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/tmp_',
  ])('%s', (name) => {
    expect(readDenial(sentence('arn:aws:iam::111122223333:user/ana', action, name)).resource).toBe(name)
  })

  test('a name that begins with an underscore in a line above', () => {
    const text = `in _make_api_call\n${sentence(principal, action, 'arn:aws:dynamodb:eu-west-1:111122223333:table/tmp_')}`
    expect(readDenial(text).resource).toBe('arn:aws:dynamodb:eu-west-1:111122223333:table/tmp_')
  })
})

test('a name that could be either is emphasized where something else is', () => {
  const text = sentence('__arn:aws:iam::111122223333:user/ana__', action, 'arn:aws:s3:::acme-data/__key__')
  expect(readDenial(text).resource).toBe('arn:aws:s3:::acme-data/key')
})

test('the places are those of the value in the original text', () => {
  const text = sentence(`**${principal}**`, action, 'arn:aws:s3:::**acme**/a')
  const { spans } = readDenial(text)
  const placed = (field: 'principal' | 'resource'): string | undefined => {
    const span = spans.get(field)
    return span && text.slice(span.from, span.to)
  }
  expect([placed('principal'), placed('resource')]).toEqual([principal, 'arn:aws:s3:::**acme**/a'])
})
