import { becauseInline, becauseOfGroup, becauseVersion, type Reach } from '../../denial/index.ts'
import { type PolicyType, parseArn } from '../../iam/index.ts'
import type { Holder } from '../holder.ts'
import { permissionSetOf } from '../identity-center.ts'
import { type PlaceId, places } from '../places.ts'
import { resourcePlace } from '../resource-place.ts'
import { shellWord } from '../shell-word.ts'
import type { Asked } from '../situation.ts'

/** What a fix changes, as far as it's known when the fix is made. */
export interface Changed {
  readonly type: PolicyType
  /** The document's name: the ARN, where it's a managed policy. */
  readonly name: string
  /** Where the document is attached, from the account details. */
  readonly reach?: Reach | undefined
  /** What the output that it was pasted in says of it. */
  readonly because?: string | undefined
  /** What was pasted around it. */
  readonly paste?: string
}

/** What the document of a fix is attached to; undefined where no tool can put it there: a session's policy, a service that isn't in the table. */
export function holderOf({ type, name, reach, because, paste = '' }: Changed, asked: Asked): Holder | undefined {
  const known = reach?.place === 'managed' ? reach.name : name
  switch (type) {
    case 'identity':
      if (reach && reach.place !== 'managed')
        return { ...at(reach.place, reach.name), policy: shellWord(name, '<POLICY_NAME>') }
      if (because === becauseVersion)
        return managed(known, 'managed') ?? managed(onlyManaged(paste), 'managed') ?? at('managed', undefined)
      if (because === becauseOfGroup) return { ...at('group', undefined), policy: shellWord(name, '<POLICY_NAME>') }
      if (because === becauseInline) return { ...identityHolder(asked), policy: shellWord(name, '<POLICY_NAME>') }
      return managed(known, 'managed') ?? identityHolder(asked)
    case 'permissions-boundary':
      return managed(known, 'boundary') ?? at('boundary', undefined)
    case 'trust':
      return at('trust', asked.standIns.has('resource') ? undefined : /[^/:]*$/.exec(asked.request.resource)?.[0])
    case 'scp':
    case 'rcp':
      return at(type, undefined)
    case 'vpc-endpoint':
      return at('endpoint', undefined)
    case 'resource': {
      const place = resourcePlace(asked.service, asked.request.resource, asked.action)
      return place && { ...at(place.id, place.name), more: place.more }
    }
    case 'session':
      return undefined
  }
}

const at = (is: PlaceId, name: string | undefined): Holder => ({ is, name: shellWord(name, places[is].standIn) })

/** A customer managed policy: a change is a new version. AWS's own can't be changed. */
const managed = (name: string, is: 'managed' | 'boundary'): Holder | undefined => {
  const { service, account, resource = '' } = parseArn(name) ?? {}
  return service === 'iam' && account !== 'aws' && resource.startsWith('policy/') ? at(is, name) : undefined
}

const managedArn = /\barn:[\w-]{1,20}:iam::\d{12}:policy\/[\w+=,.@/-]{1,600}/g
const most = 20_000

/** The only customer managed policy that a text names, as the command in front of its output does; empty where there's none or more. */
function onlyManaged(paste: string): string {
  const named = new Set(paste.slice(0, most).match(managedArn))
  return named.size === 1 ? ([...named][0] ?? '') : ''
}

function identityHolder({ caller, standIns }: Asked): Holder {
  if (standIns.has('principal')) return at('role', undefined)
  if (caller.kind === 'user') return at('user', caller.name)
  const set = permissionSetOf(caller)
  return set === undefined ? at('role', caller.name) : at('permission-set', set)
}
