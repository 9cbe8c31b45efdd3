// Several denials in one paste, and streams of CloudTrail events.
import { describe, expect, test } from 'vitest'
import {
  createDenialReader,
  type DenialGroup,
  DenialGroups,
  readDenials,
  type Sighting,
  streamDenials,
} from '../../src/denial/index.ts'

const user = 'arn:aws:iam::111122223333:user/ana'
const message = (action: string, resource: string): string =>
  `User: ${user} is not authorized to perform: ${action} on resource: ${resource}`

const event = (i: number, fields: object = {}): object => ({
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:s${i}`,
    arn: `arn:aws:sts::111122223333:assumed-role/R/s${i}`,
    accountId: '111122223333',
    sessionContext: { attributes: { mfaAuthenticated: 'false' } },
  },
  eventTime: `2026-01-01T00:0${i % 10}:00Z`,
  eventSource: 's3.amazonaws.com',
  eventName: 'HeadBucket',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestID: `R${i}`,
  ...fields,
})
const allowed = { errorCode: undefined, errorMessage: undefined }
/** Two callers denied, one of them three times; one allowed. */
const trail = [
  event(3),
  event(1),
  event(2, allowed),
  event(5),
  event(4, { eventName: 'PutObject', errorMessage: message('s3:PutObject', '"arn:aws:s3:::b/k"') }),
]

const summary = (groups: readonly DenialGroup[]): readonly unknown[] =>
  groups.map(({ denial, count, first, last }) => [denial.action ?? denial.actionDerived, count, first, last])

const wanted = [
  ['s3:ListBucket', 3, '2026-01-01T00:01:00Z', '2026-01-01T00:05:00Z'],
  ['s3:PutObject', 1, '2026-01-01T00:04:00Z', '2026-01-01T00:04:00Z'],
]

const files: readonly (readonly [shape: string, text: string])[] = [
  ['an array', JSON.stringify(trail)],
  ['Records', JSON.stringify({ Records: trail }, null, 2)],
  ['Events of the CLI', JSON.stringify({ Events: trail.map((e) => ({ CloudTrailEvent: JSON.stringify(e) })) })],
  ['lines of JSON', trail.map((e) => JSON.stringify(e)).join('\n')],
  ['lines of EventBridge', trail.map((e) => JSON.stringify({ source: 'aws.s3', detail: e })).join('\n')],
  ['log lines', trail.map((e) => `2026-01-01 INFO event=${JSON.stringify(e)} done`).join('\n')],
]

describe('events are grouped by caller, action and reason', () => {
  test.each(files)('%s', (_, text) => {
    expect(summary(readDenials(text))).toEqual(wanted)
  })

  test.each(files)('%s, streamed in pieces of any length', (_, text) => {
    for (const length of [1, 7, 64, 1000, 1_000_000]) {
      const groups = new DenialGroups()
      for (const sighting of streamDenials(piecesOf(text, length))) groups.add(sighting)
      expect(summary(groups.list())).toEqual(wanted)
    }
  })

  test('an event that is cut off at the end is still read', () => {
    const text = JSON.stringify(event(1))
    const cut = text.slice(0, text.indexOf('"requestID"'))
    const reader = createDenialReader()
    expect(reader.push(cut)).toEqual([])
    expect(reader.end().map(({ denial }) => denial.actionDerived)).toEqual(['s3:ListBucket'])
  })

  test('memory stays bounded: kinds beyond the limit are counted', () => {
    const groups = new DenialGroups()
    const [sighting] = [...streamDenials([JSON.stringify(event(1))])]
    if (!sighting) throw new Error('nothing was read')
    for (let i = 0; i < 10_005; i++) groups.add(named(sighting, `arn:aws:iam::111122223333:user/u${i}`))
    expect([groups.list().length, groups.dropped]).toEqual([10_000, 5])
  })

  test('sessions of a role are one caller, people of Identity Center are not', () => {
    const groups = new DenialGroups()
    const [sighting] = [...streamDenials([JSON.stringify(event(1))])]
    if (!sighting) throw new Error('nothing was read')
    for (const session of ['a', 'b']) {
      groups.add(named(sighting, `arn:aws:sts::111122223333:assumed-role/R/${session}`))
      groups.add(named(sighting, `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_X_0123456789abcdef/${session}`))
    }
    expect(groups.list().map(({ count }) => count)).toEqual([2, 1, 1])
  })
})

const named = ({ denial, time }: Sighting, principal: string): Sighting => ({ denial: { ...denial, principal }, time })

function* piecesOf(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

describe('errors of a log', () => {
  test('each error is read, with similar errors grouped, and with the requested resource', () => {
    const call = (operation: string): string =>
      `An error occurred (AccessDenied) when calling the ${operation} operation:`
    const groups = readDenials(
      [
        `${call('GetObject')} Access Denied`,
        `${call('SendMessage')} ${message('sqs:SendMessage', 'q1')}`,
        `12:00 ${message('sqs:SendMessage', 'q2')}`,
        `User:\n${user} is not\nauthorized to perform: iam:PassRole`,
      ].join('\n'),
    )
    expect(
      groups.map(({ denial, count, resources }) => [denial.action ?? denial.actionDerived, count, resources]),
    ).toEqual([
      ['s3:GetObject', 1, []],
      ['sqs:SendMessage', 2, ['q1', 'q2']],
      ['iam:PassRole', 1, []],
    ])
  })

  test('the places of each error refer to the whole text', () => {
    const text = `${message('sqs:SendMessage', 'q1')}\n│ ${message('s3:GetObject', 'o1')}`
    const places = readDenials(text).map(({ denial }) => {
      const span = denial.spans.get('action')
      return text.slice(span?.from, span?.to)
    })
    expect(places).toEqual(['sqs:SendMessage', 's3:GetObject'])
  })

  test('a text without any gives the single answer of readDenial', () => {
    expect(readDenials('hello').map(({ denial, count }) => [denial.kind, count])).toEqual([['not-authorization', 1]])
  })
})

test('an event from outside a VPC shows the public IP address', () => {
  const [group] = readDenials(JSON.stringify(event(1, { sourceIPAddress: '203.0.113.7' })))
  expect(group?.denial.context.get('aws:SourceIp')).toBe('203.0.113.7')
  expect(group?.denial.context.has('aws:VpcSourceIp')).toBe(false)
})

test('an event shows the condition keys of its request', () => {
  const [group] = readDenials(
    JSON.stringify(
      event(1, {
        userIdentity: {
          type: 'AssumedRole',
          principalId: 'AROAEXAMPLE:s',
          arn: 'arn:aws:sts::111122223333:assumed-role/R/s',
          invokedBy: 'cloudformation.amazonaws.com',
          sessionContext: {
            sourceIdentity: 'ana',
            ec2RoleDelivery: '2.0',
            attributes: { mfaAuthenticated: 'true', creationDate: '2026-01-01T00:00:00Z' },
          },
        },
        sourceIPAddress: '2001:db8::1',
        userAgent: 'aws-cli/2',
        awsRegion: 'eu-west-1',
        vpcEndpointId: 'vpce-1',
        vpcEndpointAccountId: '111122223333',
        tlsDetails: { tlsVersion: 'TLSv1.3' },
        requestParameters: { tagSpecificationSet: { items: [{ tags: [{ key: 'team', value: 'blue' }] }] } },
      }),
    ),
  )
  expect(Object.fromEntries(group?.denial.context ?? [])).toEqual({
    // Through an endpoint: aws:SourceIp does not exist then (semantics 71).
    'aws:VpcSourceIp': '2001:db8::1',
    'aws:UserAgent': 'aws-cli/2',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:SourceVpce': 'vpce-1',
    'aws:VpceAccount': '111122223333',
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': '2026-01-01T00:01:00Z',
    'aws:userid': 'AROAEXAMPLE:s',
    'aws:MultiFactorAuthPresent': 'true',
    'aws:TokenIssueTime': '2026-01-01T00:00:00Z',
    'aws:SourceIdentity': 'ana',
    'ec2:RoleDelivery': '2.0',
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': ['cloudformation.amazonaws.com'],
    'aws:RequestTag/team': 'blue',
    'aws:TagKeys': ['team'],
  })
})

describe('one error counts once', () => {
  const run = `botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the RunTask operation: ${message('iam:PassRole', 'arn:aws:iam::111122223333:role/tasks')}`
  // https://github.com/LBHackney-IT/Data-Platform/pull/1992
  test('though Python names its class, too', () => {
    const [first, ...more] = readDenials(`> ${run} because no identity-based policy allows the iam:PassRole action\n\n`)
    expect([first.denial.action, first.count, more]).toEqual(['iam:PassRole', 1, []])
  })

  // https://github.com/aws-amplify/amplify-backend/issues/2092
  test('though a terminal cut its action in two', () => {
    const told = message('iam:PutRolePolicy', 'role cdk-lookup-role')
    const at = told.indexOf('RolePo') + 6
    const wide = ' '.repeat(80 - (at % 80 || 80)) + told
    const cut = `${wide.slice(0, 80)}\n${wide.slice(80, 160)}\n${wide.slice(160)}`
    const groups = readDenials(`6:42 | CREATE_FAILED | LookupRole\n${cut}\n\nError: the stack failed: ${told}`)
    expect(groups.map(({ denial, count }) => [denial.action, count])).toEqual([['iam:PutRolePolicy', 2]])
  })
})
