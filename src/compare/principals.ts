import { type Context, coverageOf, inputReader } from '../evaluate/index.ts'
import {
  automatonOf,
  isAccountId,
  namesPrincipals,
  type PrincipalPattern,
  readPattern,
  splitArn,
  type TextPattern,
} from '../iam/index.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import { statementsHolding } from './keys.ts'
import type { Entry } from './policy-set.ts'
import { samplesWithin } from './text-classes.ts'

/** Keys whose value follows from who calls: they can't vary by themselves. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:username',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'kms:calleraccount',
])

/** An account and a user that no policy names. */
const someAccount = '111122223333'
const strangers: readonly string[] = [
  `arn:aws:iam::${someAccount}:user/someone`,
  'arn:aws:sts::999988887777:assumed-role/some-role/session',
  'arn:aws:iam::999988887777:user/someone',
]
const outsiders: readonly string[] = [
  'anonymous',
  'some-service.amazonaws.com',
  'arn:aws:iam::999988887777:oidc-provider/idp.example.com',
]

/**
 * Principals: those that policies name, those that conditions on the caller tell apart, and one of every kind that none names. Each is judged with
 * the keys that AWS fills in for it.
 */
export function principalDimension(entries: readonly Entry[], fixed: Context): Dimension<string> {
  const { arns, complete } = arnsByConditions(entries)
  const names = entries.some(({ statement }) => namesPrincipals.has(statement.ref.policyType))
  const candidates = [...(names ? namedPrincipals(entries) : []), ...strangers, ...arns, ...(names ? outsiders : [])]
  const hasBoundary = entries.some(({ statement }) => statement.ref.policyType === 'permissions-boundary')
  const read = inputReader({ facts: {}, hasBoundary, reference: undefined })
  const statementsFor = (principal: string): StatementSet => {
    let set = 0n
    for (const action of ['s3:GetObject', 'sts:AssumeRoleWithWebIdentity']) {
      const input = read({ principal, action, resource: '*' })
      // What a variable is fixed to goes before what AWS would fill in for this caller.
      const context: Context = {
        limitsOf: input.context.limitsOf,
        lookup: (key) => {
          const own = fixed.lookup(key)
          return own.is === 'absent' ? input.context.lookup(key) : own
        },
      }
      const holding = statementsHolding(entries, principalKeys, context)
      for (const { bit, statement } of entries)
        if ((holding & bit) !== 0n && coverageOf(statement.ref.policyType, statement, input)) set |= bit
    }
    return set
  }
  return dimensionOf(
    [...new Set(candidates)].map((example) => ({ example, statements: statementsFor(example) })),
    complete,
  )
}

/** Whoever a Principal element names, and for accounts and roles those who act for them. */
const namedPrincipals = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ statement }) =>
    (statement.statement.principal?.items ?? []).flatMap(({ value }) => actingFor(value)),
  )

function actingFor(principal: PrincipalPattern): readonly string[] {
  switch (principal.kind) {
    case 'account': {
      const { account } = principal
      const identities = [`iam::${account}:user/someone`, `sts::${account}:assumed-role/some-role/session`]
      return [...identities, `iam::${account}:root`].map((rest) => `arn:aws:${rest}`)
    }
    case 'arn': {
      const { raw, arn } = principal
      const role = /^role\/(?:.*\/)?([^/]+)$/.exec(arn.resource)?.[1]
      const session = `arn:${arn.partition}:sts::${arn.account}:assumed-role/${role}/session`
      return role === undefined ? [raw] : [session, raw]
    }
    case 'service':
      return [principal.name]
    case 'federated':
      return [principal.provider]
    default:
      return []
  }
}

/** The kinds of principals whose ARNs conditions compare. */
const forms: readonly string[] = ['user/?*', 'role/?*', 'root'].map((rest) => `arn:aws:iam::????????????:${rest}`)

/** ARNs for every way in which conditions on aws:PrincipalArn, aws:PrincipalAccount, and aws:username can come out. */
function arnsByConditions(entries: readonly Entry[]): { readonly arns: readonly string[]; readonly complete: boolean } {
  const patterns = new Map<string, TextPattern>()
  const add = (raw: string, colons: number): void => {
    const { glob } = readPattern(raw, false)
    if (glob) patterns.set(`${colons} ${raw}`, { glob, ignoresCase: false, colons })
  }
  for (const { statement } of entries)
    for (const { key, operator, condition } of statement.conditions)
      for (const { value } of condition.values) {
        if (key === 'aws:principalarn') add(value.raw, operator?.comparison === 'arn' ? 5 : 0)
        else if (key === 'aws:principalaccount' || key === 'kms:calleraccount') add(`arn:*:*::${value.raw}:*`, 5)
        else if (key === 'aws:username') {
          add(`arn:*:iam::*:user/${value.raw}`, 5)
          add(`arn:*:iam::*:user/*/${value.raw}`, 5)
        }
      }
  if (patterns.size === 0) return { arns: [], complete: true }
  const automata = [...patterns.values()].map(automatonOf)
  const walks = forms.map((form) => {
    const glob = readPattern(form, false).glob ?? [{ text: form, any: undefined }]
    return samplesWithin({ glob, ignoresCase: false, colons: 5 }, automata)
  })
  return {
    arns: walks.flatMap(({ samples }) => samples.flatMap(({ text }) => withAccount(text))),
    complete: walks.every(({ complete }) => complete),
  }
}

/** A letter where a digit belongs stands for any digit that no pattern names. */
function withAccount(arn: string): readonly string[] {
  const parts = splitArn(arn)
  const account = parts?.[4].replaceAll(/\D/g, '7') ?? ''
  return parts && isAccountId(account) ? [parts.with(4, account).join(':')] : []
}
