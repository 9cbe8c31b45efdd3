// One line break inside a word or an ARN, at any width, with or without indentation.
import { describe, expect, test } from 'vitest'
import { type Denial, readDenial } from '../../src/denial/index.ts'
import { seenBuilders } from './cases/seen-builders.ts'
import { seenClusters } from './cases/seen-clusters.ts'
import { seenData } from './cases/seen-data.ts'
import { seenSdks } from './cases/seen-sdks.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'

const message =
  'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::111122223333:assumed-role/app/session is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf because no identity-based policy allows the secretsmanager:GetSecretValue action'

type Read = Pick<Denial, 'kind' | 'principal' | 'action' | 'resource' | 'effect' | 'policyType' | 'policyArn'>

const keyOf = (text: string): string => keyOfDenial(readDenial(text))

function keyOfDenial({ kind, principal, action, resource, effect, policyType, policyArn }: Read): string {
  return [kind, principal, action, resource, effect, policyType, policyArn].join(' | ')
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

/** AWS's sentence where it ends with the policy's ARN, and with another thing behind it. */
const named = ['DenyAll', 'service-role/Guard_rails', 'p'].flatMap((name) =>
  ['', '`', ' (Service: AmazonS3; Status Code: 403; Request ID: 1)'].map(
    (end) =>
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/${name}${end}`,
  ),
)

/** One line each, of every tool and service: more than 300. */
const messages = [
  ...[...seenBuilders, ...seenClusters, ...seenData, ...seenSdks, ...services, ...tools].map(([, text]) => text),
  ...named,
].filter((text) => !text.includes('\n') && text.length < 900)
/** Every position in `npm run fuzz`, the same sample otherwise. */
const step = process.env.WHYDENIED_MUTATIONS === undefined ? 11 : 1

describe('300 messages, broken once', () => {
  const broken = messages.flatMap((text, i) => {
    const whole = readDenial(text)
    return Array.from({ length: Math.floor((text.length - 1) / step) }, (_, n) => {
      const at = 1 + ((i + n * step) % (text.length - 1))
      const { doubts, ...denial } = readDenial(`${text.slice(0, at)}\n${text.slice(at)}`)
      const isSame = keyOfDenial(denial) === keyOfDenial(whole)
      const changed = (['principal', 'resource', 'policyArn'] as const).some((field) => {
        const [value, read] = [whole[field], denial[field]]
        return value?.startsWith('arn:') === true && read !== undefined && read !== value
      })
      return { isSame, isDoubted: doubts.length > 0, isWrongArn: changed && doubts.length === 0, at, text }
    })
  })

  test('there are as many', () => expect(messages.length).toBeGreaterThan(300))

  test('99 of 100 breaks change nothing or are doubted', () => {
    const right = broken.filter(({ isSame, isDoubted }) => isSame || isDoubted).length
    expect(right / broken.length).toBeGreaterThan(0.99)
  })

  test('no break gives another ARN without a doubt', () => {
    const wrong = broken.filter(({ isWrongArn }) => isWrongArn)
    expect(wrong.map(({ at, text }) => `${text.slice(Math.max(0, at - 20), at)}⏎${text.slice(at, at + 20)}`)).toEqual(
      [],
    )
  })
})

test('a resource before a line of one word might continue there: neither reading is chosen, both are reported', () => {
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

test.each([
  ['sts:AssumeRole', 'WithWebIdentity', 'sts:AssumeRoleWithWebIdentity'],
  ['lambda:Create', 'Function', 'lambda:CreateFunction'],
  ['dynamodb:Batch', 'GetItem', 'dynamodb:BatchGetItem'],
])('an action that goes on in the next line: %s, %s', (start, rest, action) => {
  expect(readDenial(`AccessDenied: Not authorized to perform ${start}\n${rest} [...]`).action).toBe(action)
})
