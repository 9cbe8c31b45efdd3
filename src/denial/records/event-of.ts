import { parse } from '../json-in.ts'
import { entriesOf, fieldOf, objectOf, type Tree } from '../json-tree.ts'

/** One field of a record: its name as written, and its value as text. */
export type Cell = readonly [name: string, value: string]

/**
 * Names that queries, tables, and lines give the fields of a CloudTrail event: letters only, in small ones. Athena and CloudTrail Lake write
 * "useridentity", Logs Insights "userIdentity.arn", Steampipe "user_identity".
 * https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html, https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html (2026-11-28)
 */
const fields: ReadonlyMap<string, string> = new Map([
  ['eventtime', 'eventTime'],
  ['timestamp', 'eventTime'],
  ['eventsource', 'eventSource'],
  ['eventname', 'eventName'],
  ['eventversion', 'eventVersion'],
  ['awsregion', 'awsRegion'],
  ['errorcode', 'errorCode'],
  ['errormessage', 'errorMessage'],
  ['sourceipaddress', 'sourceIPAddress'],
  ['useragent', 'userAgent'],
  ['requestid', 'requestID'],
  ['recipientaccountid', 'recipientAccountId'],
  ['vpcendpointid', 'vpcEndpointId'],
  ['requestparameters', 'requestParameters'],
  ['useridentity', 'userIdentity'],
  ['useridentityarn', 'userIdentity.arn'],
  ['userarn', 'userIdentity.arn'],
  ['principalarn', 'userIdentity.arn'],
  ['useridentitytype', 'userIdentity.type'],
  ['useridentityaccountid', 'userIdentity.accountId'],
  ['useridentityprincipalid', 'userIdentity.principalId'],
  ['useridentityinvokedby', 'userIdentity.invokedBy'],
])

/** Names that people give the column with the caller's ARN. Alone, such a name means anything. */
const callerNames = new Set(['arn', 'caller', 'callerarn', 'identityarn', 'principal', 'user', 'role', 'rolearn'])

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** Is this the name of an event's field? */
export const isField = (name: string): boolean =>
  name.length < 80 && (fields.has(plain(name)) || parameter.test(name) || plain(name) === 'message')

/** Does a column hold whole events as JSON? `eventJson` of CloudTrail Lake, `@message` of CloudWatch Logs Insights. */
export const holdsEvents = (name: string): boolean => ['eventjson', 'message'].includes(plain(name))

const parameter = /^request_?parameters[._](\w{1,60})$/i

/** A record as the event it describes; undefined if it names no operation. Names are looked up, never used as keys of an object. */
export function eventOf(cells: readonly Cell[]): Tree | undefined {
  const whole = cells.find(([name, value]) => holdsEvents(name) && /^\s{0,9}\{/.test(value))
  const message = whole && parse(whole[1])
  if (message !== undefined && fieldOf(message, 'eventName') !== undefined) return message
  const event = new Map<string, Tree | string>()
  const identity = new Map<string, Tree | string>()
  const parameters = new Map<string, Tree | string>()
  for (const [name, value] of cells) {
    const field = fields.get(plain(name))
    const own = parameter.exec(name)?.[1]
    if (/^(?:-|null|NULL|<null>|\s{0,9})$/.test(value)) continue
    if (field === 'userIdentity') copyInto(identity, value)
    else if (field === 'requestParameters') copyInto(parameters, value)
    else if (own !== undefined) parameters.set(own, value)
    else if (field?.startsWith('userIdentity.')) identity.set(field.slice('userIdentity.'.length), value)
    else if (field === 'eventTime') event.set(field, isoTime(value))
    else if (field !== undefined && !event.has(field)) event.set(field, value)
    else if (callerNames.has(plain(name)) && !identity.has('arn') && /^arn:[\w-]*:(?:iam|sts):/.test(value))
      identity.set('arn', value)
  }
  if (!event.has('eventName')) return undefined
  // A record is whole: without a message AWS gave none, and another's in the same text isn't its own.
  if (event.has('errorCode') && !event.has('errorMessage')) event.set('errorMessage', '')
  if (identity.size > 0) event.set('userIdentity', objectOf(identity))
  if (parameters.size > 0) event.set('requestParameters', objectOf(parameters))
  return objectOf(event)
}

/** What Athena writes in small letters, as CloudTrail writes it. */
const asWritten: ReadonlyMap<string, string> = new Map([
  ['principalid', 'principalId'],
  ['accountid', 'accountId'],
  ['invokedby', 'invokedBy'],
])

/** Adds the fields of a struct: JSON, or Athena's "{type=AssumedRole, arn=…}", of which the first "arn" is the caller's. */
function copyInto(into: Map<string, Tree | string>, text: string): void {
  if (/^\s{0,9}\{\s{0,9}"/.test(text)) {
    for (const [key, value] of entriesOf(parse(text))) into.set(key, value)
    return
  }
  for (const [, key = '', value = ''] of text.matchAll(/(\w{1,60})=([^,{}]{1,600})/g)) {
    const name = asWritten.get(key) ?? key
    if (!into.has(name) && value !== 'null') into.set(name, value.trim())
  }
}

/** "2026-11-20 10:00:00.000" and milliseconds since 1970 as ISO 8601; any other text as it is. */
export function isoTime(text: string): string {
  const date = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d{1,9})?\s?(?:Z|UTC|\+00:?00)?$/.exec(text.trim())
  if (date) return `${date[1]}T${date[2]}Z`
  if (!/^1\d{12}$/.test(text)) return text
  return new Date(Number(text)).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
