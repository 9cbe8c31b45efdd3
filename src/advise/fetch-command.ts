import { isAccountId, type PolicyType, parseArn } from '../iam/index.ts'
import { type PlaceId, places } from './places.ts'
import { resourcePlace } from './resource-place.ts'
import { shellWord } from './shell-word.ts'
import type { Asked, Stated } from './situation.ts'

/**
 * A read-only AWS CLI command that fetches a document of this type; undefined if no single command can. Pasted names are used only if they
 * are plain words, because people run the command in a shell.
 */
export function fetchCommand(type: PolicyType, asked: Asked | undefined, stated: Stated): string | undefined {
  const byArn = stated.policyType === type && stated.policyArn ? fetchByArn(stated.policyArn) : undefined
  return byArn ?? commands[type](asked)
}

type Command = (asked: Asked | undefined) => string | undefined

const commands: Readonly<Record<PolicyType, Command>> = {
  identity: (asked) =>
    isUser(asked)
      ? `aws iam list-attached-user-policies --user-name ${nameFor(asked)}`
      : `aws iam list-attached-role-policies --role-name ${nameFor(asked)}`,
  'permissions-boundary': (asked) =>
    isUser(asked)
      ? `aws iam get-user --user-name ${nameFor(asked)} --query User.PermissionsBoundary`
      : `aws iam get-role --role-name ${nameFor(asked)} --query Role.PermissionsBoundary`,
  session: () => places.session.get,
  scp: (asked) => policiesFor(asked?.caller.account, 'SERVICE_CONTROL_POLICY'),
  rcp: (asked) => policiesFor(ownerAccount(asked), 'RESOURCE_CONTROL_POLICY'),
  resource: (asked) => {
    const found = asked && resourcePlace(asked.service, asked.request.resource)
    return found && get(found.id, found.name)
  },
  trust: (asked) => {
    const role = parseArn(asked?.request.resource ?? '')?.resource
    return get('trust', role && lastPart(role))
  },
  'vpc-endpoint': () => places.endpoint.get,
}

/** The place's own command, for this name. */
const get = (id: PlaceId, name: string | undefined): string | undefined =>
  places[id].get?.replaceAll('{}', shellWord(name, places[id].standIn))

function fetchByArn(arn: string): string | undefined {
  const { service } = parseArn(arn) ?? {}
  if (service === 'organizations') {
    const id = shellWord(lastPart(arn), 'POLICY-ID')
    return `aws organizations describe-policy --policy-id ${id} --query Policy.Content --output text`
  }
  if (service !== 'iam') return undefined
  const word = shellWord(arn, 'POLICY-ARN')
  const version = `$(aws iam get-policy --policy-arn ${word} --query Policy.DefaultVersionId --output text)`
  return `aws iam get-policy-version --policy-arn ${word} --version-id ${version} --query PolicyVersion.Document`
}

const policiesFor = (account: string | undefined, filter: string): string =>
  `aws organizations list-policies-for-target --target-id ${account ?? 'ACCOUNT-ID'} --filter ${filter}`

/** Is the caller an IAM user? A role's session otherwise. */
export const isUser = (asked: Asked | undefined): boolean => asked?.caller.kind === 'user'

/** The user's or role's name, or a word in capitals for it, ready for a shell. */
export function nameFor(asked: Asked | undefined): string {
  const standIn = isUser(asked) ? 'USER-NAME' : 'ROLE-NAME'
  return asked && !asked.standIns.has('principal') ? shellWord(asked.caller.name, standIn) : standIn
}

/** The account that the resource belongs to, as far as it is known. */
export function ownerAccount(asked: Asked | undefined): string | undefined {
  const account = asked?.request.resourceAccount ?? parseArn(asked?.request.resource ?? '')?.account
  // What isn't an account's number comes from the message as it stands, and is nothing for a shell.
  return account !== undefined && isAccountId(account) ? account : asked?.caller.account
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
