import type { PrincipalPattern } from '../iam/index.ts'
import type { Entry } from './policy-set.ts'

const someAccount = '111122223333'

/** Callers of every kind that no policy names: keys such as aws:PrincipalType distinguish the kinds. */
export const strangers: readonly string[] = [
  `arn:aws:iam::${someAccount}:user/someone`,
  'arn:aws:sts::999988887777:assumed-role/some-role/session',
  'arn:aws:iam::999988887777:user/someone',
  `arn:aws:sts::${someAccount}:federated-user/someone`,
  `arn:aws:iam::${someAccount}:root`,
]

/** Callers without an IAM identity, whom only a policy with principals can let in. */
export const outsiders: readonly string[] = [
  'anonymous',
  'some-service.amazonaws.com',
  'arn:aws:iam::999988887777:oidc-provider/idp.example.com',
]

/** An identity of each kind in this account. */
export const identitiesIn = (account: string): readonly string[] =>
  [
    `iam::${account}:user/someone`,
    `sts::${account}:assumed-role/some-role/session`,
    `sts::${account}:federated-user/someone`,
  ].map((rest) => `arn:aws:${rest}`)

/** Callers of the kinds that SCPs, RCPs, boundaries, and session policies treat in ways of their own. */
export const kinds: readonly string[] = identitiesIn(someAccount)

/** Callers to whom you can't attach policies, but whom a resource-based policy can let in. */
export const ownersKinds: readonly string[] = [
  `arn:aws:sts::${someAccount}:assumed-role/AWSServiceRoleForSupport/session`,
  `arn:aws:iam::${someAccount}:root`,
]

/** The callers that a Principal element names, and for accounts, roles, and users those who act for them. */
export const namedPrincipals = (entries: readonly Entry[]): readonly string[] => namesIn(entries).flatMap(actingFor)

const namesIn = (entries: readonly Entry[]): readonly PrincipalPattern[] =>
  entries.flatMap(({ statement }) => (statement.statement.principal?.items ?? []).map(({ value }) => value))

/**
 * Sessions from GetFederationToken of users that policies name, and that no policy names itself. Compared alone and with a session policy, a user also
 * represents them, as in the published answers of other tools. Without one, only a policy that names the session, or everyone, lets it in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
 */
export function sessionsOfUsers(entries: readonly Entry[]): readonly string[] {
  const names = namesIn(entries)
  const named = new Set(names.map(({ raw }) => raw))
  return names.flatMap((name) => (name.kind === 'arn' ? actingFor(name) : [])).filter((caller) => !named.has(caller))
}

/** Who acts in the name of a principal. */
function actingFor(principal: PrincipalPattern): readonly string[] {
  switch (principal.kind) {
    case 'account': {
      const { account } = principal
      return [...identitiesIn(account), `arn:aws:iam::${account}:root`]
    }
    case 'arn': {
      const { raw, arn } = principal
      const role = /^role\/(?:.*\/)?([^/]+)$/.exec(arn.resource)?.[1]
      const sts = `arn:${arn.partition}:sts::${arn.account}`
      if (role !== undefined) return [`${sts}:assumed-role/${role}/session`, raw]
      const user = /^user\/(?:.*\/)?([^/]+)$/.exec(arn.resource)?.[1]
      return user === undefined ? [raw] : [raw, `${sts}:federated-user/${user}`]
    }
    case 'service':
      return [principal.name]
    case 'federated':
      return [principal.provider]
    default:
      return []
  }
}
