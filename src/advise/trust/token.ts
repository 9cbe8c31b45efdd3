import type { Denial } from '../../denial/index.ts'
import type { ContextInput } from '../../evaluate/index.ts'
import { parseArn, symbolsIn } from '../../iam/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { exampleAccount, exampleIssuer } from '../stand-in.ts'
import { listed } from '../words.ts'
import { claimKey, neverPresent } from './condition-keys.ts'
import { claimsOfCorrected } from './corrected.ts'
import { evidenceIn, type TokenEvidence } from './evidence.ts'
import { type ExaminedStatement, examineTrust, type TrustDocument } from './examine.ts'
import { callerOf } from './providers.ts'

const told = messagesOf('trust/token', {
  rolesAccountKnown: 'The role’s account isn’t known.',
  for: '`{{value}}` for `{{key}}`',
  tokenWasntPasted: 'The token wasn’t pasted. The check goes on with {{claims}}.',
})

/** The caller and the keys of a request that comes with a provider's token, as far as the trust policy and the paste tell. */
export interface TokenRequest {
  readonly principal: string
  readonly resource: string | undefined
  readonly context: Readonly<Record<string, ContextInput>>
  /** The assumptions, one sentence each. */
  readonly guesses: readonly Text[]
}

/**
 * The request that a pasted trust policy is about: its caller is the provider that the policy trusts. Undefined for any other action, and where no
 * trust policy names a provider.
 */
export function tokenRequest(
  denial: Denial,
  policies: readonly TrustDocument[],
  paste: string,
): TokenRequest | undefined {
  if (!isTokenAction(denial)) return undefined
  const evidence = evidenceIn(paste)
  const examined = presented(examineTrust(policies, evidence), evidence)
  if (!examined) return undefined
  const account = examined.provider.account ?? /::(\d{12}):/.exec(evidence.role ?? '')?.[1]
  const { context, guesses } = keysOf(examined)
  const own = account ?? exampleAccount
  const principal = found(examined, 'provider') ?? callerOf(examined.provider, own)
  const { named, values } = withNames(principal, own)
  return {
    principal: named,
    resource: evidence.role,
    context: { ...context, ...values },
    guesses: [...guesses, ...(account === undefined ? [told('rolesAccountKnown')] : [])],
  }
}

/**
 * The provider's ARN with a value for each name that the text gives none for. The provider and the role are in one stack, and so in one account; the issuer
 * is the one that the conditions name, whatever it is.
 */
function withNames(
  principal: string,
  account: string,
): { readonly named: string; readonly values: Readonly<Record<string, string>> } {
  const provider = principal.indexOf('-provider/')
  const values = new Map(
    symbolsIn(principal).map((name) => [name, principal.indexOf(`\${${name}}`) < provider ? account : exampleIssuer]),
  )
  const named = [...values].reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), principal)
  return { named, values: Object.fromEntries(values) }
}

/** Is the denied action one that takes a token? */
export const isTokenAction = ({ action, actionDerived }: Pick<Denial, 'action' | 'actionDerived'>): boolean =>
  /^sts:AssumeRoleWith(?:WebIdentity|SAML)$/i.test(action ?? actionDerived ?? '')

/** The statement that the token was presented to: the one of this caller, or whose issuer the paste names, else the first. */
export function presented(
  statements: readonly ExaminedStatement[],
  { issuer, job, serviceAccount }: TokenEvidence,
  caller?: string,
): ExaminedStatement | undefined {
  const hosted = (part: string): ExaminedStatement | undefined =>
    statements.find(({ provider: { host } }) => host.toLowerCase().includes(part.toLowerCase()))
  const byCaller = statements.find(
    ({ provider }) => callerOf(provider, parseArn(caller ?? '')?.account ?? '') === caller,
  )
  if (byCaller) return byCaller
  const byClaims = issuer === undefined ? undefined : hosted(issuer)
  return (
    byClaims ??
    (job ? hosted('token.actions.') : undefined) ??
    (serviceAccount === undefined ? undefined : hosted('oidc.eks.')) ??
    statements[0]
  )
}

/** What the first finding with such a field says the corrected document lets in. */
const found = ({ findings }: ExaminedStatement, field: 'subject' | 'provider' | 'audience'): string | undefined =>
  findings.find((finding) => finding[field] !== undefined)?.[field]

function keysOf(examined: ExaminedStatement): Pick<TokenRequest, 'context' | 'guesses'> {
  const { statement, provider, evidence } = examined
  const absent = statement.conditions.flatMap(({ key }): readonly (readonly [string, null])[] =>
    neverPresent(claimKey(key.value, provider)) ? [[key.value, null]] : [],
  )
  const prefix = provider.kind === 'saml' ? 'SAML' : provider.host
  const subject = provider.kind === 'saml' ? undefined : (evidence.subject ?? found(examined, 'subject'))
  const audience = evidence.audience ?? evidence.job?.audience ?? found(examined, 'audience')
  const told = (claim: string, value: string | undefined): readonly (readonly [string, string])[] =>
    value === undefined ? [] : [[`${prefix}:${claim}`, value]]
  const known = new Map([...told('sub', subject), ...told('aud', audience)])
  const has = (key: string): boolean => [...known.keys()].some((each) => each.toLowerCase() === key.toLowerCase())
  const assumed = [...claimsOfCorrected(examined)].filter(([key]) => !has(key))
  const guessed = [...(subject !== undefined && evidence.subject === undefined ? told('sub', subject) : []), ...assumed]
  return {
    context: Object.fromEntries([...absent, ...known, ...assumed]),
    guesses: guessed.length === 0 ? [] : [guessSentence(guessed)],
  }
}

const guessSentence = (claims: readonly (readonly [string, ContextInput])[]): Text =>
  told('tokenWasntPasted', {
    claims: listed(claims.map(([key, value]) => told('for', { value: [value].flat().join(', '), key }))),
  })
