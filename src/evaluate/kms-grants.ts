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
 * https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html
 */
export const grantStatements = (output: unknown): readonly StatementInput[] =>
  listField(output, 'Grants').flatMap(statementsOf)

function statementsOf(grant: unknown): readonly StatementInput[] {
  const key = keyOf(textField(grant, 'KeyId'))
  if (key === undefined) return []
  const operations = listField(grant, 'Operations').flatMap((name) => (isOperation(name) ? name : []))
  const limited = operations.filter((name) => withContext.has(name))
  const free = operations.filter((name) => !withContext.has(name))
  const constraints = field(grant, 'Constraints')
  const source = sourceOf(constraints)
  const context = contextOf(constraints)
  const grantee = granteeOf(grant, 'Grantee')
  return [
    ...allow(grantee, limited, key, { ...context, StringEquals: { ...context?.StringEquals, ...source } }),
    ...allow(
      grantee,
      free.filter((name) => name !== 'RetireGrant'),
      key,
      { StringEquals: source },
    ),
    ...allow(
      grantee,
      free.filter((name) => name === 'RetireGrant'),
      key,
    ),
    ...allow(granteeOf(grant, 'Retiring'), ['RetireGrant'], key),
  ]
}

/** An ARN, or the service that has a field of its own: in the ARN's field, a service's name can mean several principals. */
function granteeOf(grant: unknown, role: 'Grantee' | 'Retiring'): StatementInput | undefined {
  const [principal, service] = [textField(grant, `${role}Principal`), textField(grant, `${role}ServicePrincipal`)]
  if (principal?.startsWith('arn:')) return { AWS: principal }
  return service === undefined ? undefined : { Service: service }
}

function allow(
  Principal: StatementInput | undefined,
  operations: readonly string[],
  Resource: string,
  tests: Readonly<Record<string, StatementInput>> = {},
): readonly StatementInput[] {
  if (!Principal || operations.length === 0) return []
  const Action = operations.map((name) => `kms:${name}`)
  const Condition = Object.fromEntries(Object.entries(tests).filter(([, keys]) => Object.keys(keys).length > 0))
  const isFree = Object.keys(Condition).length === 0
  return [{ Effect: 'Allow', Principal, Action, Resource, ...(isFree ? {} : { Condition }) }]
}

const isOperation = (name: unknown): name is string => typeof name === 'string' && /^[A-Za-z]{1,64}$/.test(name)

/** The key's ARN, or for a bare ID a pattern for it. */
function keyOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  if (/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(id)) return id
  return /^[\w-]+$/.test(id) ? `arn:*:kms:*:*:key/${id}` : undefined
}

/** SourceArn: only for this resource, whatever the operation, except that it can always be retired. https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html */
function sourceOf(constraints: unknown): Readonly<Record<string, string>> {
  const arn = textField(constraints, 'SourceArn')
  return arn === undefined ? {} : { 'aws:SourceArn': arn }
}

/** EncryptionContextSubset: these pairs at least. EncryptionContextEquals: these pairs and no others. */
function contextOf(constraints: unknown): Readonly<Record<string, StatementInput>> | undefined {
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
