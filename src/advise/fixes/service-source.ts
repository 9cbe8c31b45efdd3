import { parseArn } from '../../iam/index.ts'
import { type ServiceSource, serviceSourceOf } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import type { Asked } from '../situation.ts'
import type { Assumption } from './draft.ts'
import type { NewStatement } from './edit-policy.ts'

const told = messagesOf('fixes/service-source', {
  sameAccount: '{{service}} acts for a resource in account {{account}}',
})

/**
 * A service works for many customers: it's let in for the one resource that it acts for, where that is known, or else for those of the account.
 * A key policy gets only the keys that AWS documents for the service. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function onlyFromSource(asked: Asked): Pick<NewStatement, 'Condition'> {
  if (asked.caller.kind !== 'service') return {}
  const row = serviceSourceOf(asked.caller.name, asked.service)
  const account = accountOf(asked)
  const sent = contextValue(asked, 'aws:sourcearn')
  const isSupported = row?.arn !== undefined || (asked.service !== 'kms' && !takesNoSource(asked))
  const arn = (isSupported ? sent : undefined) ?? ownResources(asked, row, account)
  const own = row?.account === true ? account : undefined
  if (arn === undefined && own === undefined) return {}
  return {
    Condition: {
      ...(own === undefined ? {} : { StringEquals: { 'aws:SourceAccount': own } }),
      ...(arn === undefined ? {} : { ArnLike: { 'aws:SourceArn': arn } }),
    },
  }
}

/** What such a statement takes for granted of a request that doesn’t say it; undefined where the request has all that the statement asks for. */
export function sourceAssumption(asked: Asked, statement: NewStatement): Assumption | undefined {
  const wanted = Object.values(
    (statement.Condition ?? {}) as Readonly<Record<string, Readonly<Record<string, string>>>>,
  )
    .flatMap((keys) => Object.entries(keys))
    .filter(([key]) => /^aws:Source(?:Account|Arn)$/.test(key) && contextValue(asked, key.toLowerCase()) === undefined)
  const account = accountOf(asked)
  if (asked.caller.kind !== 'service' || account === undefined || wanted.length === 0) return undefined
  // A value that the pattern matches: the pattern’s own text does, as a star matches a star.
  return {
    clause: told('sameAccount', { service: asked.caller.name, account }),
    context: Object.fromEntries(wanted),
  }
}

function ownResources(asked: Asked, row: ServiceSource | undefined, account: string | undefined): string | undefined {
  const arn = parseArn(asked.request.resource)
  if (row?.arn === undefined || account === undefined || !arn) return undefined
  const region = asked.standIns.has('resource') || arn.region === '' ? '*' : arn.region
  return row.arn.replace('{partition}', arn.partition).replace('{region}', region).replace('{account}', account)
}

/** The account of the called resource: usually, what the service acts for is there, too, and the assumption says so. */
const accountOf = ({ request }: Asked): string | undefined =>
  request.resourceAccount ?? (parseArn(request.resource)?.account || undefined)

const contextValue = ({ request }: Asked, key: string): string | undefined => {
  const value = Object.entries(request.context ?? {}).find(([each]) => each.toLowerCase() === key)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** AWS documents that neither key works for calls of this service to that one. */
export const takesNoSource = ({ caller, service }: Asked): boolean => {
  const row = caller.kind === 'service' ? serviceSourceOf(caller.name, service) : undefined
  return row !== undefined && row.arn === undefined && !row.account
}
