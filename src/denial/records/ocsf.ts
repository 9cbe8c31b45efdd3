import type { JsonNode } from '../../text/index.ts'
import { parse } from '../json-in.ts'
import { entriesOf, fieldOf, itemsOf, objectOf, type Tree, textOf } from '../json-tree.ts'
import { isoTime } from './event-of.ts'

/**
 * An event of Amazon Security Lake (OCSF, class API Activity) as the CloudTrail event that it was made of; undefined for any other object.
 * https://docs.aws.amazon.com/security-lake/latest/userguide/open-cybersecurity-schema-framework.html, https://schema.ocsf.io/classes/api_activity (2026-11-28)
 */
export function eventOfOcsf(tree: Tree): Tree | undefined {
  const api = fieldOf(tree, 'api')
  const eventName = textOf(api, 'operation')
  const isOcsf = fieldOf(tree, 'metadata') !== undefined || fieldOf(tree, 'class_uid') !== undefined
  if (eventName === undefined || !isOcsf) return undefined
  const response = fieldOf(api, 'response')
  const time = textOf(tree, 'time_dt') ?? textOf(tree, 'time')
  return objectOf([
    ['eventName', eventName],
    ['eventSource', textOf(fieldOf(api, 'service'), 'name')],
    ['eventTime', time && isoTime(time)],
    ['errorCode', textOf(response, 'error') ?? textOf(response, 'code')],
    ['errorMessage', textOf(response, 'message') ?? textOf(response, 'error_message')],
    ['awsRegion', textOf(fieldOf(tree, 'cloud'), 'region')],
    ['sourceIPAddress', textOf(fieldOf(tree, 'src_endpoint'), 'ip')],
    ['userAgent', textOf(fieldOf(tree, 'http_request'), 'user_agent')],
    ['requestID', textOf(fieldOf(api, 'request'), 'uid')],
    ['userIdentity', identityOf(fieldOf(tree, 'actor'))],
    ['requestParameters', parametersOf(tree)],
    ['resources', listOf(itemsOf(fieldOf(tree, 'resources')).map((each) => objectOf([['ARN', textOf(each, 'uid')]])))],
  ])
}

function identityOf(actor: Tree): Tree {
  const user = fieldOf(actor, 'user')
  const session = fieldOf(actor, 'session')
  const ids = [textOf(user, 'uid'), textOf(user, 'uid_alt')]
  const issuer = textOf(session, 'issuer')
  return objectOf([
    ['type', textOf(user, 'type')],
    ['arn', ids.find((id) => id?.startsWith('arn:'))],
    ['principalId', ids.find((id) => id !== undefined && !id.startsWith('arn:'))],
    ['accountId', textOf(fieldOf(user, 'account'), 'uid')],
    ['invokedBy', textOf(actor, 'invoked_by')],
    [
      'sessionContext',
      objectOf([
        ['sessionIssuer', objectOf([['arn', issuer]])],
        ['attributes', objectOf([['mfaAuthenticated', textOf(session, 'is_mfa')]])],
      ]),
    ],
  ])
}

/** The parameters are in the request’s data, or in the `unmapped` object: whole, or one by one. */
function parametersOf(tree: Tree): Tree {
  const data = fieldOf(fieldOf(fieldOf(tree, 'api'), 'request'), 'data')
  const unmapped = fieldOf(tree, 'unmapped')
  const whole = data ?? fieldOf(unmapped, 'requestParameters')
  if (whole !== undefined) return whole.kind === 'string' ? parse(whole.value) : whole
  const own = entriesOf(unmapped).flatMap(([key, value]): readonly (readonly [string, Tree])[] => {
    const name = /^requestParameters\.(\w{1,60})$/.exec(key)?.[1]
    return name === undefined ? [] : [[name, value]]
  })
  return own.length > 0 ? objectOf(own) : undefined
}

const listOf = (items: readonly JsonNode[]): JsonNode => ({ kind: 'array', items, span: { from: 0, to: 0 } })
