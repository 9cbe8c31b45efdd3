import { isAccountId, parseArn } from './arn.ts'
import { isOriginAccessIdentity } from './caller.ts'
import { openPattern } from './open-entry.ts'
import { readPattern } from './pattern/index.ts'
import type { PrincipalFault, PrincipalPattern } from './principal.ts'

/** An entry that the document leaves open; undefined if it says all of its value. `key` is undefined if the entry is the whole element. */
export function openPrincipal(key: string | undefined, raw: string): PrincipalPattern | undefined {
  const isOpenKey = key !== undefined && openPattern(key) !== undefined
  const whole = openPattern(raw) ?? (isOpenKey ? readPattern(raw, false) : undefined)
  return whole && { kind: 'open', raw, key: isOpenKey ? undefined : key, whole }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const uniqueId = /^A(IDA|ROA|SIA|KIA|GPA|NPA)[A-Z0-9]{12,}$/

/** Reads one value below a key of Principal ("AWS", "Service", "Federated", "CanonicalUser"). */
export function readPrincipal(key: string, raw: string): PrincipalPattern {
  // People cross an ID out ("AROAXXXXXXXXXXXXXXXX"). It's still an ID, and matches no one.
  if (key === 'AWS' && uniqueId.test(raw)) return { kind: 'unique-id', raw }
  const open = openPrincipal(key, raw)
  if (open) return open
  switch (key) {
    case 'AWS':
      return readAwsPrincipal(raw)
    case 'Service':
      if (raw === '*') return { kind: 'everyone', raw }
      return raw.includes('*') ? invalid(raw, 'wildcard-in-service') : { kind: 'service', raw, name: raw.toLowerCase() }
    case 'Federated':
      return raw.includes('*') && raw !== '*'
        ? invalid(raw, 'wildcard-in-provider')
        : { kind: 'federated', raw, provider: raw }
    case 'CanonicalUser':
      return { kind: 'canonical-user', raw }
    default:
      return invalid(raw, 'unknown-key')
  }
}

function readAwsPrincipal(raw: string): PrincipalPattern {
  if (raw === '*') return { kind: 'everyone', raw }
  if (isAccountId(raw)) return { kind: 'account', raw, account: raw }
  if (/[*?]/.test(raw)) return invalid(raw, 'wildcard-in-principal')
  const arn = parseArn(raw)
  if (arn && isOriginAccessIdentity(arn)) return { kind: 'arn', raw, arn }
  if (!arn || !isAccountId(arn.account)) return invalid(raw, 'no-arn')
  if (arn.service === 'iam' && arn.resource === 'root') return { kind: 'account', raw, account: arn.account }
  return isPerson.test(`${arn.service}:${arn.resource}`) ? { kind: 'arn', raw, arn } : invalid(raw, 'other-arn')
}

/** The ARNs of IAM and AWS STS that can be a principal, next to an account's own. */
const isPerson = /^(?:iam:(?:user|role)|sts:(?:assumed-role|federated-user))(?:\/|$)/

const invalid = (raw: string, problem: PrincipalFault): PrincipalPattern => ({ kind: 'invalid', raw, problem })
