import { isAccountId, type PolicyType, parseArn } from '../iam/index.ts'
import { type Place, type PlaceId, places } from './places.ts'
import { resourcePlace } from './resource-place.ts'
import { shellWord } from './shell-word.ts'
import type { Asked } from './situation.ts'

/** A place with the name that its commands take, ready for a shell. */
export interface FetchPlace {
  readonly place: Place
  readonly name: string
  /** Values of other placeholders in the commands. */
  readonly more?: Readonly<Record<string, string>> | undefined
}

/** Where the documents of a type stand that apply to a request; undefined where nothing tells. */
export function fetchPlace(type: PolicyType, asked: Asked | undefined): FetchPlace | undefined {
  const isUser = asked?.caller.kind === 'user'
  const caller = asked && !asked.standIns.has('principal') ? asked.caller : undefined
  switch (type) {
    case 'identity':
      return at(isUser ? 'user' : 'role', caller?.name)
    case 'permissions-boundary':
      return at(isUser ? 'user-boundary' : 'role-boundary', caller?.name)
    case 'session':
      return at('session', undefined)
    case 'vpc-endpoint':
      return at('endpoint', undefined)
    case 'scp':
      return at('scp', asked?.caller.account)
    case 'rcp':
      return at('rcp', ownerAccount(asked))
    case 'trust':
      return trustPlace(asked)
    case 'resource': {
      const found = asked && resourcePlace(asked.service, asked.request.resource, asked.action)
      return found && { ...at(found.id, found.name), more: found.more }
    }
  }
}

/** The policy that AWS names by its ARN; undefined for an ARN that is none of a policy. */
export function placeByArn(arn: string): FetchPlace | undefined {
  const { service } = parseArn(arn) ?? {}
  if (service === 'organizations') return at('organization-policy', arn.slice(arn.lastIndexOf('/') + 1))
  return service === 'iam' ? at('managed', arn) : undefined
}

function at(id: PlaceId, name: string | undefined): FetchPlace {
  const place = places[id]
  return { place, name: shellWord(name, place.fetchStandIn ?? place.standIn) }
}

/** Only roles have trust policies: AssumeRole on something else has none to fetch. */
function trustPlace(asked: Asked | undefined): FetchPlace | undefined {
  const path = parseArn(asked?.request.resource ?? '')?.resource
  if (path === undefined) return at('trust', undefined)
  return path.startsWith('role/') ? at('trust', path.slice(path.lastIndexOf('/') + 1)) : undefined
}

/** The account that the resource belongs to, as far as it is known. What isn't an account's number comes from the message as it stands. */
function ownerAccount(asked: Asked | undefined): string | undefined {
  const account = asked?.request.resourceAccount ?? parseArn(asked?.request.resource ?? '')?.account
  return account !== undefined && isAccountId(account) ? account : asked?.caller.account
}
