// CloudTrail events in other forms: query results, tables, and lines. Each form reports the same two denials.
import { describe, expect, test } from 'vitest'
import { DenialGroups, readAll, readDenials, streamDenials } from '../../../src/denial/index.ts'
import { lineRecords } from '../../../src/denial/records/lines.ts'

const app = 'arn:aws:sts::111122223333:assumed-role/App/s1'
const ana = 'arn:aws:iam::111122223333:user/ana'
const message = `User: ${ana} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no resource-based policy allows the kms:Decrypt action`
const quoted = (text: string): string => JSON.stringify(text)

/** The two denials as CloudTrail's own events, each in a quoted cell of CSV. */
const wholeEvents = [
  {
    eventTime: '2026-11-20T10:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    errorMessage: 'Access Denied',
    arn: app,
  },
  {
    eventTime: '2026-11-20T11:00:00Z',
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    errorMessage: message,
    arn: ana,
  },
].map(({ arn, ...event }) =>
  quoted(
    JSON.stringify({ eventVersion: '1.11', ...event, errorCode: 'AccessDenied', userIdentity: { arn } }),
  ).replaceAll('\\"', '""'),
)

const forms: readonly (readonly [form: string, text: string])[] = [
  [
    'CSV of Athena, with structs',
    `"eventtime","eventsource","eventname","useridentity","errorcode","errormessage"
"2026-11-20T10:00:00Z","s3.amazonaws.com","GetObject","{type=AssumedRole, principalid=AROA:s1, arn=${app}, sessioncontext={sessionissuer={arn=arn:aws:iam::111122223333:role/App}}}","AccessDenied","Access Denied"
"2026-11-20T11:00:00Z","kms.amazonaws.com","Decrypt","{type=IAMUser, arn=${ana}}","AccessDenied","${message}"`,
  ],
  [
    'CSV with the caller in a column and rows that were not denied',
    `eventtime;eventsource;eventname;errorcode;errormessage;useridentity_arn
2026-11-20 10:00:00.000;s3.amazonaws.com;GetObject;AccessDenied;Access Denied;${app}
2026-11-20 10:30:00.000;s3.amazonaws.com;ListBuckets;;;${app}
2026-11-20 11:00:00.000;kms.amazonaws.com;Decrypt;AccessDenied;"${message}";${ana}`,
  ],
  [
    'a box of the AWS CLI, with a column for the caller that people name as they like',
    `+-------------+---------------------+--------------+------------------+
| EventTime            | EventName   | EventSource         | ErrorCode    | Arn | ErrorMessage |
+-------------+---------------------+--------------+------------------+
| 2026-11-20T10:00:00Z | GetObject   | s3.amazonaws.com    | AccessDenied | ${app} | Access Denied |
| 2026-11-20T11:00:00Z | Decrypt     | kms.amazonaws.com   | AccessDenied | ${ana} | ${message} |
+-------------+---------------------+--------------+------------------+`,
  ],
  [
    'tabs',
    `eventTime\teventSource\teventName\terrorCode\terrorMessage\tuserIdentity.arn
2026-11-20T10:00:00Z\ts3.amazonaws.com\tGetObject\tAccessDenied\tAccess Denied\t${app}
2026-11-20T11:00:00Z\tkms.amazonaws.com\tDecrypt\tAccessDenied\t${message}\t${ana}`,
  ],
  [
    'a Markdown table below prose',
    `This is what Athena says:

| eventtime | eventsource | eventname | errorcode | errormessage | useridentity.arn |
|---|---|---|---|---|---|
| 2026-11-20 10:00:00 | s3.amazonaws.com | GetObject | AccessDenied | Access Denied | ${app} |
| 2026-11-20 11:00:00 | kms.amazonaws.com | Decrypt | AccessDenied | ${message} | ${ana} |

What can we do?`,
  ],
  ['CSV of CloudTrail Lake, with whole events', `eventJson\n${wholeEvents.join('\n')}`],
  [
    'CSV of CloudTrail Lake, with whole events in the middle',
    `"eventID","eventJson","edsId"\r\n${wholeEvents.map((event) => `"1",${event},"x"`).join('\r\n')}\r\n`,
  ],
  [
    'CSV of Logs Insights, with whole events',
    `@timestamp,@message\n${wholeEvents.map((event) => `2026-11-20 10:00:00.000,${event}`).join('\n')}\n`,
  ],
  [
    'a box of a database',
    `+----------------------+-------------------+------------+--------------+---------------+
| event_time           | event_source      | event_name | error_code   | error_message | user_identity |
+----------------------+-------------------+------------+--------------+---------------+
| 2026-11-20T10:00:00Z | s3.amazonaws.com  | GetObject  | AccessDenied | Access Denied | {"arn":"${app}"} |
| 2026-11-20T11:00:00Z | kms.amazonaws.com | Decrypt    | AccessDenied | ${message} | {"arn":"${ana}"} |
+----------------------+-------------------+------------+--------------+---------------+`,
  ],
  [
    'rows of Logs Insights, with whole events and with fields',
    `{"results":[[{"field":"@timestamp","value":"2026-11-20 10:00:00.000"},{"field":"eventName","value":"GetObject"},{"field":"errorCode","value":"AccessDenied"},{"field":"@message","value":${quoted(JSON.stringify({ eventVersion: '1.11', eventTime: '2026-11-20T10:00:00Z', eventSource: 's3.amazonaws.com', eventName: 'GetObject', errorCode: 'AccessDenied', errorMessage: 'Access Denied', userIdentity: { type: 'AssumedRole', arn: app } }))}},{"field":"@ptr","value":"CmEK"}],
[{"field":"@timestamp","value":"2026-11-20 11:00:00.000"},{"field":"eventSource","value":"kms.amazonaws.com"},{"field":"eventName","value":"Decrypt"},{"field":"errorCode","value":"AccessDenied"},{"field":"errorMessage","value":${quoted(message)}},{"field":"userIdentity.arn","value":"${ana}"}]],"status":"Complete"}`,
  ],
  [
    'rows of CloudTrail Lake',
    `{"QueryStatus":"FINISHED","QueryResultRows":[[{"eventTime":"2026-11-20 10:00:00.000"},{"eventSource":"s3.amazonaws.com"},{"eventName":"GetObject"},{"errorCode":"AccessDenied"},{"errorMessage":"Access Denied"},{"userIdentity":"{type=AssumedRole, arn=${app}}"}],
[{"eventTime":"2026-11-20 11:00:00.000"},{"eventSource":"kms.amazonaws.com"},{"eventName":"Decrypt"},{"errorCode":"AccessDenied"},{"errorMessage":${quoted(message)}},{"userIdentity":"{type=IAMUser, arn=${ana}}"}]]}`,
  ],
  [
    'events of Security Lake (OCSF)',
    [
      `{"metadata":{"product":{"name":"CloudTrail"}},"time":1795168800000,"cloud":{"region":"eu-west-1"},"api":{"response":{"error":"AccessDenied","message":"Access Denied"},"operation":"GetObject","request":{"uid":"R1"},"service":{"name":"s3.amazonaws.com"}},"actor":{"user":{"type":"AssumedRole","uid":"${app}"}}}`,
      `{"metadata":{"product":{"name":"CloudTrail"}},"time_dt":"2026-11-20T11:00:00Z","api":{"response":{"error":"AccessDenied","message":${quoted(message)}},"operation":"Decrypt","service":{"name":"kms.amazonaws.com"}},"actor":{"user":{"type":"IAMUser","uid_alt":"${ana}"}}}`,
    ].join('\n'),
  ],
  [
    'YAML',
    `Records:
  - eventTime: "2026-11-20T10:00:00Z"
    eventSource: s3.amazonaws.com
    eventName: GetObject
    errorCode: AccessDenied
    errorMessage: Access Denied
    userIdentity:
      type: AssumedRole
      sessionContext:
        sessionIssuer:
          arn: arn:aws:iam::111122223333:role/App
      arn: ${app}
  - eventTime: "2026-11-20T11:00:00Z"
    eventSource: kms.amazonaws.com
    eventName: Decrypt
    errorCode: AccessDenied
    errorMessage: >-
      ${message.replace(' because', '\n      because')}
    userIdentity: {type: IAMUser, arn: '${ana}'}`,
  ],
  [
    'lines of names and values',
    `eventTime     2026-11-20T10:00:00Z
eventSource   s3.amazonaws.com
eventName     GetObject
errorCode     AccessDenied
userIdentity.arn  ${app}

eventTime = 2026-11-20T11:00:00Z
eventSource = kms.amazonaws.com
eventName = Decrypt
errorCode = AccessDenied
errorMessage = ${message}
userIdentity.arn = ${ana}`,
  ],
]

describe.each(forms)('%s', (_, text) => {
  test('both denials, with their callers, actions, and times', () => {
    const read = readDenials(text).map(({ denial, count, first }) => [
      denial.principal,
      denial.action ?? denial.actionDerived,
      denial.policyType,
      count,
      first,
    ])
    expect(read).toEqual([
      [app, 's3:GetObject', undefined, 1, '2026-11-20T10:00:00Z'],
      [ana, 'kms:Decrypt', 'resource', 1, '2026-11-20T11:00:00Z'],
    ])
  })

  test('the first one is the one to answer', () => {
    const { denial } = readAll(text)
    expect(denial).toMatchObject({ kind: 'access-denied', principal: app, actionDerived: 's3:GetObject' })
  })
})

test.each(forms.filter(([form]) => !/YAML|lines/.test(form)))('%s, streamed in pieces of any length', (_, text) => {
  for (const length of [1, 13, 1000, 100_000]) {
    const groups = new DenialGroups()
    for (const sighting of streamDenials(piecesOf(text, length))) groups.add(sighting)
    expect(groups.list().map(({ denial }) => denial.principal)).toEqual([app, ana])
  }
})

function* piecesOf(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

test.each([
  ['JSON', '"requestparameters"', '"{""bucketName"":""my-bucket"",""key"":""a/b.txt""}"'],
  ['a column per parameter', 'requestParameters.bucketName,requestParameters.key', 'my-bucket,a/b.txt'],
])('the request’s parameters name the resource: %s', (_, names, values) => {
  const { denial } = readAll(
    `eventtime,eventsource,eventname,errorcode,${names}\n2026-11-20T10:00:00Z,s3.amazonaws.com,GetObject,AccessDenied,${values}`,
  )
  expect(denial.impliedResource).toBe('arn:aws:s3:::my-bucket/a/b.txt')
})

test('a Security Lake event gives its parameters and context', () => {
  const { denial } = readAll(
    `{"metadata":{},"time":1795168800000,"cloud":{"region":"eu-west-1"},"src_endpoint":{"ip":"203.0.113.9"},"api":{"response":{"error":"AccessDenied","message":"Access Denied"},"operation":"GetObject","request":{"data":"{\\"bucketName\\":\\"my-bucket\\",\\"key\\":\\"k\\"}"},"service":{"name":"s3.amazonaws.com"}},"actor":{"user":{"uid":"${app}"},"session":{"is_mfa":false}}}`,
  )
  expect(denial.impliedResource).toBe('arn:aws:s3:::my-bucket/k')
  expect(Object.fromEntries(denial.context)).toMatchObject({
    'aws:SourceIp': '203.0.113.9',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:MultiFactorAuthPresent': 'false',
    'aws:CurrentTime': '2026-11-20T10:00:00Z',
  })
})

test('an event as lines and another message next to it: each keeps its own caller', () => {
  const other = 'arn:aws:iam::111122223333:user/bob'
  const text = `eventName: GetObject\neventSource: s3.amazonaws.com\nerrorCode: AccessDenied\nuserIdentity:\n  arn: ${ana}\n\nAnd: User: ${other} is not authorized to perform: iam:GetRole on resource: role r`
  expect(readAll(text).denial).toMatchObject({ principal: ana, actionDerived: 's3:GetObject' })
  expect(readDenials(text).map(({ denial }) => denial.principal)).toEqual([other, ana])
})

test.each([
  ['a log with a colon in each line', 'level: error\ncode: AccessDenied\nmessage: x'],
  ['pretty JSON', '{\n  "eventName": "GetObject",\n  "errorCode": "AccessDenied"\n}'],
  ['a table of something else', 'name | size\n--- | ---\na | 1'],
])('%s holds no record', (_, text) => {
  expect(lineRecords(text)).toEqual({ records: [], rest: text })
})

test('rows without an event in a column that can hold one are lines of a log', () => {
  const log = `@timestamp,@message
2026-11-20,${message}
2026-11-20,"An error occurred (AccessDenied) when calling the PutObject operation: Access Denied"
`
  const found = [...streamDenials([log])].map(({ denial }) => denial.action ?? denial.actionDerived)
  expect(found.toSorted()).toEqual(['kms:Decrypt', 's3:PutObject'])
})
