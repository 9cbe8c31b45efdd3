import { field, listField, textField } from './json-value.ts'
import type { StatementInput } from './rules/built-in.ts'

/** Grant operations that take an encryption context: the constraints of a grant limit these only. */
const withContext: ReadonlySet<string> = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
])

/**
 * What the output of `aws kms list-grants` allows, as statements of a key policy.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export const grantStatements = (output: unknown): readonly StatementInput[] =>
  listField(output, 'Grants').flatMap(statementsOf)

function statementsOf(grant: unknown): readonly StatementInput[] {
  const key = keyOf(textField(grant, 'KeyId'))
  if (key === undefined) return []
  const operations = listField(grant, 'Operations').flatMap((name) => (isOperation(name) ? name : []))
  const limited = operations.filter((name) => withContext.has(name))
  const free = operations.filter((name) => !withContext.has(name))
  const Condition = constraintsOf(field(grant, 'Constraints'))
  const grantee = textField(grant, 'GranteePrincipal')
  return [
    ...allow(grantee, limited, { Resource: key, ...(Condition ? { Condition } : {}) }),
    ...allow(grantee, free, { Resource: key }),
    ...allow(textField(grant, 'RetiringPrincipal'), ['RetireGrant'], { Resource: key }),
  ]
}

/** A grant never goes to an AWS service: services use grants as the caller who created them. */
function allow(
  principal: string | undefined,
  operations: readonly string[],
  more: StatementInput,
): readonly StatementInput[] {
  if (!principal?.startsWith('arn:') || operations.length === 0) return []
  const Action = operations.map((name) => `kms:${name}`)
  return [{ Effect: 'Allow', Principal: { AWS: principal }, Action, ...more }]
}

const isOperation = (name: unknown): name is string => typeof name === 'string' && /^[A-Za-z]{1,64}$/.test(name)

/** The key's ARN, or for a bare ID a pattern for it. */
function keyOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  if (/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(id)) return id
  return /^[\w-]+$/.test(id) ? `arn:*:kms:*:*:key/${id}` : undefined
}

/** EncryptionContextSubset: these pairs at least. EncryptionContextEquals: these pairs and no others. */
function constraintsOf(constraints: unknown): StatementInput | undefined {
  const subset = pairsOf(field(constraints, 'EncryptionContextSubset'))
  const equal = pairsOf(field(constraints, 'EncryptionContextEquals'))
  const pairs = [...(subset ?? []), ...(equal ?? [])]
  if (pairs.length === 0) return undefined
  const exact = equal
    ? { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': equal.map(([name]) => name) } }
    : {}
  return {
    StringEquals: Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    ...exact,
  }
}

function pairsOf(value: unknown): readonly (readonly [string, string])[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).map(([name, text]) => [name, String(text)])
}
