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

/** Escapes, entities, tags, bold, and names in brackets around the words; another store's host; a code whose sentence says what it is instead. */
const marked = [
  '{"m"\\u003a"User\\u003a arn\\u003aaws\\u003asts\\u003a\\u003a111122223333\\u003aassumed\\u002drole/App/i\\u002d0abc is not authorized to perform\\u003a sns\\u003aPublish on resource\\u003a arn\\u003aaws\\u003asns\\u003aeu\\u002dwest\\u002d1\\u003a111122223333\\u003anews because no identity\\u002dbased policy allows the sns\\u003aPublish action"}',
  'User:&nbsp;arn:aws:iam::111122223333:user/ana&nbsp;is&nbsp;not&nbsp;authorized&nbsp;to&nbsp;perform:&nbsp;s3:GetObject&nbsp;on&nbsp;resource:&nbsp;&quot;arn:aws:s3:::b/k&quot;&nbsp;because no identity-based policy allows the s3:GetObject action',
  '<p>User: <code>arn:aws:iam::111122223333:user/ana</code> is not authorized to perform: <b>kms:Decrypt</b> on resource: <code>arn:aws:kms:eu-west-1:111122223333:key/1234</code> because no resource-based policy allows the kms:Decrypt action</p>',
  'User: **arn:aws:iam::111122223333:user/ana** is not authorized to perform: **ecr:BatchGetImage** on resource: **arn:aws:ecr:eu-west-1:111122223333:repository/web** because no identity-based policy allows the **ecr:BatchGetImage** action',
  'User: arn:aws:iam::<redacted account>:user/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::<my bucket>/key because no identity-based policy allows the s3:GetObject action',
  'User: arn:aws:sts::111122223333:assumed-role/SAML/Jane Doe is not authorized to perform: cloudwatch:DeleteAlarms on resource: arn:aws:cloudwatch:us-east-1:111122223333:alarm:My CPU alarm because no identity-based policy allows the cloudwatch:DeleteAlarms action',
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject with an explicit deny in a service control policy: arn:aws:organizations::<management>:policy/<org>/service_control_policy/<id>',
  'User with accountId: 111122223333 is not authorized to perform: logs:PutSubscriptionFilter on resource: arn:aws:logs:eu-west-1:444455556666:destination:testDestination',
  'delivery.logs.amazonaws.com is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b',
  'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied. (endpoint https://fra1.digitaloceanspaces.com)',
  'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied https://s3.us-west-004.backblazeb2.com/demo',
  '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><Expires>2026-05-05T10:00:00Z</Expires></Error>',
]

/** One line each, of every tool and service: more than 300. */
const messages = [
  ...[...seenBuilders, ...seenClusters, ...seenData, ...seenSdks, ...services, ...tools].map(([, text]) => text),
  ...named,
  ...marked,
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

  test('999 of 1000 breaks change nothing or are doubted', () => {
    const right = broken.filter(({ isSame, isDoubted }) => isSame || isDoubted).length
    expect(right / broken.length).toBeGreaterThan(0.999)
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

const standard =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action'

test.each<[what: string, text: string, expected: Partial<Denial>]>([
  [
    'a word of a service’s sentence: the more exact row',
    "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/app-task' th\nat was provided for this task.",
    { sentence: expect.objectContaining({ id: 'ecs-assume' }) },
  ],
  [
    'an operation',
    'operation error Organizations: Des\ncribePolicy, api error AccessDeniedException: no',
    { actionDerived: 'organizations:DescribePolicy' },
  ],
  [
    'an address',
    'Error executing "PutObject" on "https://ac\nme.s3.us-west-2.amazonaws.com/a.jpg"; AWS HTTP error: Client error: 403 AccessDenied (client): Access Denied',
    { actionDerived: 's3:PutObject' },
  ],
  [
    'the label of an encoded message',
    'Service role arn:aws:iam::111122223333:role/EMR has insufficient EC2 permissions. You are not authorized to perform this operation. Enco\nded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0',
    { kind: 'encoded-authorization-failure', encodedMessage: '8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0' },
  ],
  [
    'an encoded message, also near its end',
    'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3\nBoN0',
    { encodedMessage: '8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0' },
  ],
  [
    'a key of JSON',
    `{"eventSource":"s3.amazonaws.com","eventName":"GetObject","errorC\n    ode":"AccessDenied","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ana"}}`,
    { actionDerived: 's3:GetObject', principal: 'arn:aws:iam::111122223333:user/ana' },
  ],
  [
    'an XML element',
    '<Error><Code>AccessDenied</Co\nde><Message>Access Denied</Message><RequestId>7BMJM8PWV1J1FNEH</RequestId><HostId>abc=</HostId></Error>',
    { kind: 'access-denied' },
  ],
  [
    'AWS’s sentence, where the message is there twice',
    `ServiceError { message: Some("User: arn:aws:sts::111122223333:assumed-role/fn/fn is not authorized to perf\norm: secretsmanager:GetSecretValue on resource: app/db because no identity-based policy allows the secretsmanager:GetSecretValue action"), raw: "{\\"Message\\":\\"User: arn:aws:sts::111122223333:assumed-role/fn/fn is not"`,
    { resource: 'app/db' },
  ],
  [
    'a sentence that ends there, and another begins',
    `${standard}\nPlease help me with this.`,
    { resource: 'arn:aws:s3:::b/k', doubts: [] },
  ],
  [
    'a resource, and a line that goes on in prose',
    'Access denied when writing output to url: s3://results/x.csv\nPlease ensure you are allowed to access the S3 bucket.',
    { resource: 's3://results/x.csv', doubts: [] },
  ],
  [
    'no word: two errors are two errors, and the first one counts',
    'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied\nExpiredToken: The security token included in the request is expired',
    { kind: 'access-denied' },
  ],
  [
    'no name: the next line is a tag',
    '<Message>User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b\n</Message>',
    { policyArn: 'arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b', doubts: [] },
  ],
])('a break in %s', (_, text, expected) => {
  expect(readDenial(text)).toMatchObject(expected)
})

test.each<[text: string, field: string, instead: string]>([
  [
    'Access denied when writing output to url: s3://res\nults/x.csv. Please ensure you are allowed to access the S3 bucket.',
    'resource',
    's3://results/x.csv',
  ],
  [
    'Glue\nJobRunnerSession is not authorized to perform: glue:GetJob on resource: arn:aws:glue:us-east-1:111122223333:job/etl',
    'principal',
    'GlueJobRunnerSession',
  ],
  [
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/* with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSC\nompromisedKeyQuarantineV2. Encoded authorization failure message: zZ9-zZ9-zZ9-zZ9-zZ9-zZ9-zZ9',
    'policyArn',
    'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2',
  ],
  [
    'User: arn:aws:sts::111122223333:assumed-role/SAML/Jane\n Doe is not authorized to perform: ec2:DescribeVpcs',
    'principal',
    'arn:aws:sts::111122223333:assumed-role/SAML/Jane Doe',
  ],
  [
    'User: arn:aws:iam::111122223333:user/an\na Service: s3 Action: ListAllMyBuckets On resource(s): * Context: no permissions boundary allows the action',
    'principal',
    'arn:aws:iam::111122223333:user/ana',
  ],
  [
    'User: <arn:aws:iam::111122223333:user/ana> i\ns not authorized to perform: sqs:SendMessage',
    'principal',
    'arn:aws:iam::111122223333:user/ana',
  ],
  [
    'User: arn:aws:iam::111122223333:user/ana Service: s3 Action: ListAllMyBuckets On\n resource(s): * Context: no permissions boundary allows the action',
    'action',
    's3:ListAllMyBuckets',
  ],
  [
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: cloudwatch:DeleteAlarms on resource: arn:aws:cloudwatch:us-east-1:111122223333:al\narm:My CPU alarm because no identity-based policy allows the cloudwatch:DeleteAlarms action',
    'resource',
    'arn:aws:cloudwatch:us-east-1:111122223333:alarm:My CPU alarm',
  ],
])('a name that may go on in the next line is doubted: %j', (text, field, instead) => {
  expect(readDenial(text).doubts).toContainEqual(expect.objectContaining({ field, instead: [instead] }))
})

test.each([
  ['sts:AssumeRole', 'WithWebIdentity', 'sts:AssumeRoleWithWebIdentity'],
  ['lambda:Create', 'Function', 'lambda:CreateFunction'],
  ['dynamodb:Batch', 'GetItem', 'dynamodb:BatchGetItem'],
])('an action that goes on in the next line: %s, %s', (start, rest, action) => {
  expect(readDenial(`AccessDenied: Not authorized to perform ${start}\n${rest} [...]`).action).toBe(action)
})

describe('another store’s host, broken at every position', () => {
  const hosts = [
    'https://s3.eu-central-1.wasabisys.com/b',
    'https://acct.r2.cloudflarestorage.com/b/k',
    'https://minio.example.com:9000/b',
    'https://s3.us-west-002.backblazeb2.com/b',
    'https://storage.googleapis.com/b',
  ]
  const broken = (host: string, separator: string): readonly string[] =>
    Array.from({ length: host.length - 1 }, (_, i) => `${host.slice(0, i + 1)}${separator}${host.slice(i + 1)}`)

  test.each(['\n', '\n    ', ' \n', '  \r\n\t'])('with %j', (separator) => {
    const read = (host: string): object => {
      const { kind, insteadOf } = readDenial(`PUT ${host} 403 AccessDenied: Access Denied.`)
      return { kind, insteadOf }
    }
    for (const host of hosts)
      for (const written of broken(host, separator))
        expect({ written, ...read(written) }).toEqual({ written, ...read(host) })
  })
})
