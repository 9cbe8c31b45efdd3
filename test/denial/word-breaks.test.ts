// One line break inside a word or an ARN, at any width, with or without indentation.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'
import { seenBuilders } from './cases/seen-builders.ts'
import { seenSdks } from './cases/seen-sdks.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'

const message =
  'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::111122223333:assumed-role/app/session is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf because no identity-based policy allows the secretsmanager:GetSecretValue action'

const keyOf = (text: string): string => {
  const { kind, principal, action, resource, effect, policyType } = readDenial(text)
  return [kind, principal, action, resource, effect, policyType].join(' | ')
}

describe.each([
  ['no indentation', '\n'],
  ['four blanks', '\n    '],
  ['a carriage return', '\r\n'],
])('broken once at every position, %s', (_, between) => {
  test('a whole message reads the same', () => {
    const wanted = keyOf(message)
    const wrong: string[] = []
    for (let at = 1; at < message.length; at++) {
      const broken = message.slice(0, at) + between + message.slice(at)
      if (keyOf(broken) !== wanted && readDenial(broken).doubts.length === 0) {
        wrong.push(`${message.slice(Math.max(0, at - 15), at)}⏎${message.slice(at, at + 15)} ${keyOf(broken)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

test('of messages as tools print them, 98 of 100 breaks change nothing or are doubted', () => {
  const messages = [...seenBuilders, ...seenSdks, ...services, ...tools]
    .map(([, text]) => text)
    .filter((text) => !text.includes('\n') && text.length < 700)
    .filter((text) => {
      const { principal, action, resource } = readDenial(text)
      return action !== undefined && principal?.startsWith('arn:') === true && resource?.startsWith('arn:') === true
    })
  let [right, all] = [0, 0]
  for (const text of messages) {
    const wanted = keyOf(text)
    for (let at = 1; at < text.length; at += 7) {
      const broken = `${text.slice(0, at)}\n${text.slice(at)}`
      all++
      if (keyOf(broken) === wanted || readDenial(broken).doubts.length > 0) right++
    }
  }
  expect(messages.length).toBeGreaterThan(40)
  expect(right / all).toBeGreaterThan(0.98)
})

test('a resource before a line of one word may go on there: neither is taken, both are told', () => {
  const { resource, doubts } = readDenial(
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:he\nllo',
  )
  expect(resource).toBeUndefined()
  expect(doubts).toEqual([
    {
      field: 'resource',
      read: 'arn:aws:lambda:eu-west-1:111122223333:function:he',
      instead: ['arn:aws:lambda:eu-west-1:111122223333:function:hello'],
      because: 'line-break',
    },
  ])
})
