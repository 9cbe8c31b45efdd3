// Pasted messages, one line each: the fields that are read from each wrapping.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankSecrets, type Denial, findSecrets, readDenial } from '../../src/denial/index.ts'

const plain =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111122223333:bills'
const expected = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 'sqs:SendMessage',
  resource: 'arn:aws:sqs:us-east-1:111122223333:bills',
}

describe('the same message in every wrapping', () => {
  test.each<[wrapping: string, text: string]>([
    ['bare', plain],
    ['with a full stop', `${plain}.`],
    ['by the CLI', `An error occurred (AccessDenied) when calling the SendMessage operation: ${plain}`],
    ['in a Terraform box', `╷\n│ Error: sending\n│ \n│ api error AccessDenied: ${plain}\n╵`],
    ['as a comment', plain.replace(/ (is|on) /g, '\n# $1 ')],
    ['quoted in markdown', plain.replace(/ (is|on) /g, '\n> $1 ')],
    ['broken over lines', plain.replace(/ /g, '\n')],
    ['as JSON', JSON.stringify({ message: plain })],
    ['as JSON in JSON in JSON', JSON.stringify(JSON.stringify({ a: JSON.stringify({ message: `"${plain}"` }) }))],
    ['as HTML', `&quot;${plain}&quot;&lt;br&gt;`],
    ['by an old Java SDK', `${plain} (Service: Sqs; Status Code: 403; Error Code: AccessDenied; Request ID: 1-2-3)`],
    ['with the resource in quotes', plain.replace(/(arn:aws:sqs\S+)/, '"$1"')],
    [
      'in backticks',
      `${plain
        .replace('User: ', 'User `')
        .replace(' is ', "' is ")
        .replace(': sqs:SendMessage', " `sqs:SendMessage'")
        .replace('resource: ', 'resource `')}'`,
    ],
  ])('%s', (_, text) => {
    expect(readDenial(text)).toMatchObject({ kind: 'access-denied', ...expected })
  })
})

describe('the reason', () => {
  test.each<[tail: string, effect: Denial['effect'], policyType: Denial['policyType']]>([
    ['', undefined, undefined],
    [' with an explicit deny', 'explicit-deny', undefined],
    [' with an explicit deny in an identity-based policy', 'explicit-deny', 'identity'],
    [' with an explicit deny in a resource-based policy', 'explicit-deny', 'resource'],
    [' with an explicit deny in a permissions boundary', 'explicit-deny', 'permissions-boundary'],
    [' with an explicit deny in a service\ncontrol policy', 'explicit-deny', 'scp'],
    [' with an explicit deny in a resource control policy', 'explicit-deny', 'rcp'],
    [' with an explicit deny in a sessions policy', 'explicit-deny', 'session'],
    [' with an explicit deny in a VPC endpoint policy', 'explicit-deny', 'vpc-endpoint'],
    [' with an explicit deny in the role trust policy', 'explicit-deny', 'trust'],
    [' because no identity-based policy allows the sqs:SendMessage action', 'implicit-deny', 'identity'],
    [' because no permissions boundary allows the action', 'implicit-deny', 'permissions-boundary'],
    [' because no session policy allows the sqs:SendMessage action', 'implicit-deny', 'session'],
    [' because no service control policy allows the sqs:SendMesage action', 'implicit-deny', 'scp'],
    [' because no VPC endpoint policy allows the sqs:SendMessage action', 'implicit-deny', 'vpc-endpoint'],
    [' because public policies are prevented by the BlockPublicPolicy setting', undefined, undefined],
  ])('%j: %s in %s', (tail, effect, policyType) => {
    expect(readDenial(plain + tail)).toMatchObject({ ...expected, effect, policyType })
  })

  test('names the policy that denied', () => {
    const { policyArn } = readDenial(
      `${plain} with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-a/service_control_policy/p-b.`,
    )
    expect(policyArn).toBe('arn:aws:organizations::444455556666:policy/o-a/service_control_policy/p-b')
  })
})

describe('who called', () => {
  test.each<[principal: string, type: Denial['principalType'], account: string | undefined]>([
    ['arn:aws:iam::111122223333:user/a', 'iam-user', '111122223333'],
    ['arn:aws:sts::111122223333:assumed-role/R/s', 'assumed-role', '111122223333'],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Billing_0123456789abcdef/nik',
      'identity-center-role',
      '111122223333',
    ],
    ['arn:aws:sts::111122223333:federated-user/f', 'federated-user', '111122223333'],
    ['arn:aws:iam::111122223333:root', 'root', '111122223333'],
    ['arn:aws:iam::XXXXXXXXXXXX:user/a', 'iam-user', undefined],
    ['anonymous', 'anonymous', undefined],
  ])('%s is a %s', (principal, principalType, accountId) => {
    expect(readDenial(`User: ${principal} is not authorized to perform: s3:GetObject`)).toMatchObject({
      principal,
      principalType,
      accountId,
    })
  })

  test('a service needs no "User:"', () => {
    expect(readDenial('firehose.amazonaws.com is not authorized to perform: s3:PutObject')).toMatchObject({
      principal: 'firehose.amazonaws.com',
      principalType: 'service',
    })
  })
})

describe('messages that aren’t denials', () => {
  test.each<[text: string, kind: Denial['kind']]>([
    ['', 'not-authorization'],
    ['hello', 'not-authorization'],
    ['Access Denied', 'access-denied'],
    ['An error occurred (403) when calling the HeadObject operation: Forbidden', 'access-denied'],
    [
      'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
      'credential-problem',
    ],
    ['SignatureDoesNotMatch: The request signature we calculated does not match', 'credential-problem'],
    ['ThrottlingException: Rate exceeded', 'not-authorization'],
    ['ERROR: permission denied for table bills', 'not-authorization'],
    ['pods is forbidden: User "u" cannot get resource "pods"', 'not-authorization'],
    ['Encoded authorization failure message: abcdefghijklmnopqrstuvwxyz0123456789', 'encoded-authorization-failure'],
    [
      '{"allowed": false, "explicitDeny": false, "context": {"action": "s3:GetObject"}}',
      'decoded-authorization-message',
    ],
  ])('%j is %s', (text, kind) => {
    expect(readDenial(text).kind).toBe(kind)
  })
})

/** https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
test.each([
  ['An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.', /clock/],
  ['<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>', /presigned link/],
  ['api error RequestExpired: The request reached the service more than 15 minutes after the date stamp', /clock/],
  [
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    /^The credentials have expired/,
  ],
  [
    'An error occurred (TooManyBuckets) when calling the CreateBucket operation: You have attempted to create more buckets than allowed',
    /quota/,
  ],
])('%j is explained', (text, explained) => {
  expect(readDenial(text).insteadOf).toMatch(explained)
})

test.each<[operation: string, action: string]>([
  ['HeadObject', 's3:GetObject'],
  ['ListBuckets', 's3:ListAllMyBuckets'],
  ['ListObjectsV2', 's3:ListBucket'],
  ['GetCostAndUsage', 'ce:GetCostAndUsage'],
])('the operation %s needs %s', (operation, action) => {
  expect(readDenial(`An error occurred (403) when calling the ${operation} operation: Forbidden`).actionDerived).toBe(
    action,
  )
})

test('a CloudTrail event gives its caller, its action and its context', () => {
  const event = {
    eventVersion: '1.11',
    userIdentity: {
      arn: 'arn:aws:sts::111122223333:assumed-role/R/s',
      sessionContext: { attributes: { mfaAuthenticated: 'false' } },
    },
    eventSource: 's3.amazonaws.com',
    eventName: 'HeadBucket',
    errorCode: 'AccessDenied',
    sourceIPAddress: '203.0.113.9',
    awsRegion: 'eu-west-1',
  }
  const denial = readDenial(JSON.stringify({ Records: [{ ...event, errorCode: undefined }, event] }))
  expect(denial).toMatchObject({
    kind: 'access-denied',
    principal: 'arn:aws:sts::111122223333:assumed-role/R/s',
    actionDerived: 's3:ListBucket',
  })
  expect(Object.fromEntries(denial.context)).toEqual({
    'aws:SourceIp': '203.0.113.9',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:MultiFactorAuthPresent': 'false',
  })
})

test('an event that succeeded isn’t a denial', () => {
  expect(
    readDenial(
      '{"eventVersion":"1.1","userIdentity":{"arn":"arn:aws:iam::111122223333:user/a"},"eventName":"GetObject"}',
    ).kind,
  ).toBe('not-authorization')
})

describe('places point to the text that was read', () => {
  test.each([plain, JSON.stringify(JSON.stringify({ m: plain })), `╷\n│ ${plain}\n╵`])('%j', (text) => {
    const { spans } = readDenial(text)
    for (const field of ['principal', 'action', 'resource'] as const) {
      const span = spans.get(field)
      expect(text.slice(span?.from, span?.to)).toBe(expected[field])
    }
  })

  test('places are inside the text, whatever it is (property)', () => {
    const words = fc.constantFrom(
      'User: ',
      'arn:aws:iam::',
      ' is not authorized to perform: ',
      's3:GetObject',
      ' on resource: ',
      '\\n',
      '\\"',
      '&quot;',
      '│',
      '\n# ',
      '{',
      '"',
      ' with an explicit deny in a ',
      'Request ID: ',
      '🦆',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        for (const { from, to } of readDenial(text).spans.values()) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(from).toBeLessThanOrEqual(to)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test.each([
  'User: arn:',
  '\\',
  '&quot;',
  'not authorized to perform: ',
  '{"',
  '│',
  '-----BEGIN PRIVATE KEY-----',
  'AKIA',
  'Request ID: ',
])('a megabyte of %j ends', (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  expect(readDenial(text).kind).toBeTypeOf('string')
  expect(blankSecrets(text).text).toBeTypeOf('string')
})

describe('secrets', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const id = ['AKIA', 'IOSFODNN7EXAMPLE'].join('')
  const secret = ['wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY'].join('')
  test.each<[text: string, kinds: readonly string[]]>([
    [id, ['access-key-id']],
    [`${id} ${secret}`, ['access-key-id', 'secret-access-key']],
    [`aws_secret_access_key = ${secret}`, ['secret-access-key']],
    [`"SecretAccessKey": "${secret}"`, ['secret-access-key']],
    [`AWS_SESSION_TOKEN=${'IQoJb3JpZ2luX2VjE'.repeat(10)}`, ['session-token']],
    [`-----BEGIN RSA PRIVATE KEY-----\n${'a'.repeat(64)}\n-----END RSA PRIVATE KEY-----`, ['private-key']],
    ['AROAEXAMPLEID1234567:session', []],
    ['3f786850e387550fdab836ed7e6dc881de23001b', []],
    [`${id.slice(0, 10)} cut short`, []],
    ['arn:aws:iam::111122223333:role/a', []],
    [secret, []],
  ])('%j', (text, kinds) => {
    expect(findSecrets(text).map(({ kind }) => kind)).toEqual(kinds)
    expect(blankSecrets(text).text.includes(id)).toBe(false)
  })

  test('are found in any surroundings, and only once blanked (property)', () => {
    const noise = fc.string({ unit: fc.constantFrom(' ', '"', ':', '\n', '.', '='), maxLength: 5 })
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const { text } = blankSecrets(`${before}${id}${after}`)
        expect(text).toBe(`${before}[access key ID removed]${after}`)
        expect(findSecrets(text)).toEqual([])
      }),
    )
  })
})
