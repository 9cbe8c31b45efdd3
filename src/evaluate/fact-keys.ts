import { type ContextValue, single, unknown } from './context-value.ts'
import type { Facts, Request } from './request.ts'

/**
 * Facts that AWS's own rules ask about. They are asked like condition keys, under their own names: what isn't known becomes a question,
 * and its answer can be given in the context. Unlike a key, a fact that isn't given is unknown in a complete context, too.
 */
const askedFacts: ReadonlyMap<string, (facts: Facts, request: Request) => boolean | undefined> = new Map([
  ['sharedbyram', ({ sharedByRam }: Facts) => sharedByRam],
  ['delegatedadministrator', ({ delegatedAdministrator }: Facts) => delegatedAdministrator],
  ['dataaccesspolicy', ({ dataAccessPolicy }: Facts) => dataAccessPolicy],
  ['aclgrantee', ({ aclGrantee }: Facts) => aclGrantee],
  // A fact that is left out isn't known to deny anything, here as everywhere.
  ['s3blockpublicaccess', ({ s3BlockPublicAccess }: Facts) => s3BlockPublicAccess === true],
  ['cognitoguest', ({ cognitoGuest }: Facts, request: Request) => cognitoGuest ?? isGuest(request)],
])

/** Is this the name of a fact ("sharedByRam"), rather than a condition key or a symbol of a document? In any case. */
export const isFactName = (name: string): boolean => askedFacts.has(name.toLowerCase())

/** The value of a fact, by its name in lower case; undefined for condition keys. */
export function factValue(key: string, facts: Facts, request: Request): ContextValue | undefined {
  const ask = askedFacts.get(key)
  if (!ask) return undefined
  const value = ask(facts, request)
  return value === undefined ? unknown : single(String(value))
}

/** Amazon Cognito tells whether someone signed in. https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
function isGuest({ context = {} }: Request): boolean | undefined {
  const [, given] =
    Object.entries(context).find(([key]) => key.toLowerCase() === 'cognito-identity.amazonaws.com:amr') ?? []
  if (given === undefined || given === null) return undefined
  const values: readonly unknown[] = Array.isArray(given) ? given : [given]
  return values.includes('unauthenticated')
}
