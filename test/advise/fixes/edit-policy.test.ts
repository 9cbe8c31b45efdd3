import { describe, expect, it } from 'vitest'
import { addCondition, addStatements, addToElement } from '../../../src/advise/fixes/edit-policy.ts'
import { readPolicy } from '../../../src/iam/index.ts'
import { applyEdit } from '../../../src/text/index.ts'

const statement = { Sid: 'AllowPing', Effect: 'Allow', Action: 'a:Ping', Resource: '*' } as const

const added = (text: string): string | undefined => {
  const edit = addStatements(readPolicy(text), [statement], 'add')
  return edit && applyEdit(text, edit)
}

const rows: readonly (readonly [is: string, before: string, after: string])[] = [
  [
    'one line',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}, {"Sid":"AllowPing","Effect":"Allow","Action":"a:Ping","Resource":"*"}]}',
  ],
  [
    'lines, four blanks',
    '{\n    "Statement": [\n        {\n            "Effect": "Deny"\n        }\n    ]\n}\n',
    '{\n    "Statement": [\n        {\n            "Effect": "Deny"\n        },\n        {\n            "Sid": "AllowPing",\n            "Effect": "Allow",\n            "Action": "a:Ping",\n            "Resource": "*"\n        }\n    ]\n}\n',
  ],
  [
    'bracket and brace on one line, tabs, CRLF',
    '{\r\n\t"Statement": [{\r\n\t\t"Effect": "Deny"\r\n\t}]\r\n}',
    '{\r\n\t"Statement": [{\r\n\t\t"Effect": "Deny"\r\n\t}, {\r\n\t\t"Sid": "AllowPing",\r\n\t\t"Effect": "Allow",\r\n\t\t"Action": "a:Ping",\r\n\t\t"Resource": "*"\r\n\t}]\r\n}',
  ],
  [
    'a lone statement',
    '{"Statement":{"Effect":"Deny"}}',
    '{"Statement":[{"Effect":"Deny"}, {"Sid":"AllowPing","Effect":"Allow","Action":"a:Ping","Resource":"*"}]}',
  ],
  [
    'no statement yet',
    '{\n  "Statement": []\n}',
    '{\n  "Statement": [\n    {\n      "Sid": "AllowPing",\n      "Effect": "Allow",\n      "Action": "a:Ping",\n      "Resource": "*"\n    }\n  ]\n}',
  ],
]

describe('addStatements', () => {
  it.each(rows)('keeps the layout: %s', (_, before, after) => {
    expect(added(before)).toBe(after)
  })

  it('takes a Sid that is free', () => {
    expect(added('{"Statement":[{"Sid":"AllowPing"},{"Sid":"AllowPing2"}]}')).toContain('"Sid":"AllowPing3"')
  })

  it.each([
    ['a list', '{"Statement":[{"Sid":"Old"}]}'],
    ['a lone statement', '{"Statement":{"Sid":"Old"}}'],
  ])('adds several to %s, each with a Sid of its own', (_, text) => {
    const edit = addStatements(readPolicy(text), [statement, statement], 'add')
    const { Statement } = JSON.parse(edit ? applyEdit(text, edit) : '{}')
    expect(Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(['Old', 'AllowPing', 'AllowPing2'])
  })

  it.each(['', '{"Statement":[', 'null', '[]', '{"Statement":"x"}'])('offers nothing for %j', (text) => {
    expect(added(text)).toBeUndefined()
  })
})

const firstOf = (text: string) => {
  const [first] = readPolicy(text).policy.statements
  if (!first) throw new Error('no statement')
  return first
}

describe('addToElement', () => {
  it.each([
    ['{"Statement":[{"NotAction":"iam:*"}]}', '{"Statement":[{"NotAction":["iam:*", "ce:Get"]}]}'],
    ['{"Statement":[{"NotAction":["iam:*","sts:*"]}]}', '{"Statement":[{"NotAction":["iam:*","sts:*","ce:Get"]}]}'],
    [
      '{"Statement":[{\n "NotAction": [\n  "iam:*"\n ]}]}',
      '{"Statement":[{\n "NotAction": [\n  "iam:*",\n  "ce:Get"\n ]}]}',
    ],
  ])('%j', (before, after) => {
    const edit = addToElement(before, firstOf(before), { element: 'NotAction', value: 'ce:Get', title: '' })
    expect(edit && applyEdit(before, edit)).toBe(after)
  })
})

describe('addCondition', () => {
  it.each([
    [
      '{"Statement":[{"Effect":"Deny"}]}',
      '{"Statement":[{"Effect":"Deny", "Condition":{"ArnNotLike":{"aws:PrincipalArn":"me"}}}]}',
    ],
    [
      '{"Statement":[{"Condition":{"Bool":{"a":"b"}}}]}',
      '{"Statement":[{"Condition":{"Bool":{"a":"b"}, "ArnNotLike":{"aws:PrincipalArn":"me"}}}]}',
    ],
    [
      '{"Statement":[{"Condition":{"ArnNotLike":{"aws:principalarn":"you"}}}]}',
      '{"Statement":[{"Condition":{"ArnNotLike":{"aws:principalarn":["you", "me"]}}}]}',
    ],
    [
      '{"Statement":[{"Condition":{"ArnNotLike":{}}}]}',
      '{"Statement":[{"Condition":{"ArnNotLike":{"aws:PrincipalArn":"me"}}}]}',
    ],
  ])('%j', (before, after) => {
    const test = { operator: 'ArnNotLike', key: 'aws:PrincipalArn', value: 'me', title: '' }
    const edit = addCondition(before, firstOf(before), test)
    expect(edit && applyEdit(before, edit)).toBe(after)
  })
})
