import { type Arn, isAccountId, parseArn } from './arn.ts'

/** The kind of caller, derived from the form of the principal that AWS saw. */
export type CallerKind =
  | 'user'
  | 'role'
  | 'role-session'
  | 'federated-user'
  | 'root'
  | 'service'
  | 'origin-access-identity'
  | 'identity-provider'
  | 'account'
  | 'anonymous'

/** A parsed caller. `name` is the user's, role's or federated user's name without its path. */
export interface Caller {
  readonly kind: CallerKind
  /** As given. */
  readonly arn: string
  readonly partition: string
  /** 12 digits; undefined for services, anonymous callers and redacted ARNs. */
  readonly account: string | undefined
  readonly name: string
  /** The session's name, for role sessions. */
  readonly session: string | undefined
  /** A service owns the role: no SCP or RCP limits it. */
  readonly serviceLinked: boolean
}

/** Reads a principal as AWS writes it in messages: an ARN, a service's host name, "anonymous"; undefined for anything else. */
export function readCaller(text: string): Caller | undefined {
  const principal = text.trim()
  const session = readSession(principal)
  if (session) return session
  const arn = parseArn(principal)
  return arn ? callerNamedBy(arn, principal) : callerWithoutArn(principal)
}

/** "arn:aws:sts::111122223333:assumed-role/ROLE/SESSION" before and after the account. */
const beforeAccount = 'arn:aws:sts::'
const afterAccount = ':assumed-role/'
const accountLength = 12

/** Sessions of the standard partition make most requests: the parts of their ARN have fixed places, so it isn't parsed. */
function readSession(principal: string): Caller | undefined {
  const end = beforeAccount.length + accountLength
  if (!principal.startsWith(beforeAccount) || !principal.startsWith(afterAccount, end)) return undefined
  const account = principal.slice(beforeAccount.length, end)
  return isAccountId(account) ? sessionOf(principal, 'aws', account, end + afterAccount.length) : undefined
}

/** `from` is where the role's name begins. */
function sessionOf(principal: string, partition: string, account: string | undefined, from: number): Caller {
  const slash = principal.indexOf('/', from)
  const end = slash < 0 ? principal.length : slash
  const name = principal.slice(from, end)
  return {
    kind: 'role-session',
    arn: principal,
    partition,
    account,
    name,
    session: principal.slice(end + 1),
    // The session's ARN doesn't contain its role's path, so only the name can identify the role.
    serviceLinked: name.startsWith('AWSServiceRoleFor'),
  }
}

function callerWithoutArn(principal: string): Caller | undefined {
  if (/^anonymous$/i.test(principal) || principal === '*') return callerOf('anonymous', principal, undefined, '')
  if (isAccountId(principal)) return callerOf('account', principal, principal, '')
  return isServiceHost(principal) ? callerOf('service', principal, undefined, principal) : undefined
}

/** Runs for every request, so it parses only the parts that the kind of caller needs. */
function callerNamedBy(arn: Arn, principal: string): Caller | undefined {
  const account = isAccountId(arn.account) ? arn.account : undefined
  const { partition, service, resource } = arn
  const slash = resource.indexOf('/')
  const type = slash < 0 ? resource : resource.slice(0, slash)
  const path = slash < 0 ? '' : resource.slice(slash + 1)
  const make = (kind: CallerKind, name: string): Caller => {
    const serviceLinked = kind === 'role' && isServiceLinked(path)
    return { kind, arn: principal, partition, account, name, session: undefined, serviceLinked }
  }
  const last = path.slice(path.lastIndexOf('/') + 1)
  if (service === 'sts' && type === 'assumed-role' && slash >= 0)
    return sessionOf(principal, partition, account, principal.length - path.length)
  if (service === 'sts' && type === 'federated-user') return make('federated-user', last)
  if (service !== 'iam') return undefined
  if (type === 'root') return make('root', '')
  if (isOriginAccessIdentity(arn)) return make('origin-access-identity', last)
  if (type === 'user') return make('user', last)
  if (type === 'role') return make('role', last)
  if (type === 'oidc-provider' || type === 'saml-provider') return make('identity-provider', path)
  return undefined
}

/**
 * A role below /aws-service-role/ and nothing else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
const isServiceLinked = (path: string): boolean => /^aws-service-role(\/|$)/.test(path)

/**
 * CloudFront's own user, which a bucket policy names to let a distribution read. It belongs to no account.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export const isOriginAccessIdentity = ({ service, account, resource }: Arn): boolean =>
  service === 'iam' && account === 'cloudfront' && /^user\/CloudFront Origin Access Identity [A-Z0-9]+$/.test(resource)

const isServiceHost = (text: string): boolean =>
  /^[a-z0-9][a-z0-9.-]{0,80}\.(amazonaws|amazon)\.com(\.cn)?$/i.test(text)

function callerOf(kind: CallerKind, arn: string, account: string | undefined, name: string): Caller {
  return { kind, arn, partition: 'aws', account, name, session: undefined, serviceLinked: false }
}
