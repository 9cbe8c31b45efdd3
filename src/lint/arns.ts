import { type Entry, overlaps, type PolicyDocument, type Statement, splitArn } from '../iam/index.ts'
import type { Reference, ResourceType, Service } from '../reference/index.ts'
import { entriesOf } from './entries.ts'

/** One ARN of Resource or NotResource, cut in its six parts. */
export interface ArnAt extends Omit<Entry<unknown>, 'value'> {
  readonly raw: string
  readonly statement: Statement
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
  /** The resource types of the ARN's service that its last part can mean; undefined where the service's data is not loaded. */
  readonly types: readonly ResourceType[] | undefined
}

/** Every whole ARN that a policy names as a resource. */
export function readArns(policy: PolicyDocument, reference: Reference | undefined): readonly ArnAt[] {
  const types = typesReader(reference)
  return policy.statements.flatMap((statement) =>
    entriesOf(statement.resource).flatMap(({ value: { raw }, ...entry }) => {
      const [prefix, partition = '', service = '', region = '', account = '', resource = ''] = splitArn(raw) ?? []
      if (prefix !== 'arn') return []
      const parts = { partition, service, region, account, resource }
      return [{ ...entry, raw, statement, ...parts, types: types(service, resource) }]
    }),
  )
}

/** A part that is written out: no wildcard, no variable, no template's placeholder, not empty. */
export const isLiteral = (part: string): boolean => /^[\w.-]+$/.test(part)

/** Reads the types of many ARNs: a service has up to a hundred types, whose names are prepared for its first ARN. */
function typesReader(reference: Reference | undefined): (service: string, resource: string) => ArnAt['types'] {
  const names = new Map<string, readonly TypeName[]>()
  return (prefix, resource) => {
    const service = reference?.services.get(prefix)
    if (!service) return undefined
    const own = names.get(prefix) ?? namesOf(service)
    names.set(prefix, own)
    if (own.length === 0) return undefined
    const asked = withoutVariables(resource)
    return own.flatMap(({ type, name }) => (startAlike(asked, name) && overlaps(asked, name) ? [type] : []))
  }
}

interface TypeName {
  readonly type: ResourceType
  /** The last part of its ARNs, with wildcards for variables. */
  readonly name: string
}

const namesOf = (service: Service): readonly TypeName[] =>
  [...service.resourceTypes.values()].flatMap((type) => {
    const parts = splitArn(type.arn)
    return parts?.[2] === service.prefix ? [{ type, name: withoutVariables(parts[5]) }] : []
  })

/** Are two texts the same up to the first wildcard or variable of either? Most types fail here, before anything is compared in full. */
function startAlike(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (isOpen(a, i) || isOpen(b, i)) return true
    if (a[i] !== b[i]) return false
  }
  return true
}

const isOpen = (text: string, at: number): boolean => text[at] === '*' || text[at] === '?' || text[at] === '$'

/** A variable can have any value. */
const withoutVariables = (text: string): string => text.replaceAll(/\$\{[^}]{0,200}\}/g, '*')

/**
 * Can this ARN match a resource of its service when AWS compares the whole ARN as one text? A wildcard for the Region or the account then also
 * reaches over colons, which is why Access Analyzer accepts `arn:aws:backup:*:*:recovery-point:*`.
 */
export function couldMatchAsText(arn: ArnAt, service: Service): boolean {
  if (!/[*?]/.test(arn.region + arn.account)) return false
  const asked = `${arn.region}:${arn.account}:${withoutVariables(arn.resource)}`
  const region = /[*?]/.test(arn.region) ? 'us-east-1' : arn.region
  const account = /[*?]/.test(arn.account) ? '111122223333' : arn.account
  return namesOf(service).some(({ type, name }) => {
    const at = [partIn(type, 'region') && region, partIn(type, 'account') && account]
    return overlaps(asked, `${at.join(':')}:${name}`)
  })
}

/**
 * The resource type that an ARN without a listed type seems to mean: its first word is spelled almost like the type's, or another separator stands
 * behind it ("tables/", "vpc-endpoint:", "statemachine:").
 */
export function typeMeant({ resource }: ArnAt, service: Service): ResourceType | undefined {
  const [, word = '', separator = ''] = /^([\w-]+)([:/])/.exec(resource) ?? []
  if (word === '') return undefined
  return namesOf(service).find(({ name }) => {
    const [, listed = '', listedSeparator = ''] = /^([\w-]+)([:/])/.exec(name) ?? []
    if (listed === word) return listedSeparator !== separator
    return listed !== '' && bare(listed) === bare(word)
  })?.type
}

/** Normalizes a word: drops the case, hyphens, and plural that people often get wrong. */
const bare = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[-_]/g, '')
    .replace(/(?<=[^s])s$/, '')

/** The Region or the account in a type's ARN: "${Region}", or empty where its ARNs have none. */
export const partIn = ({ arn }: ResourceType, part: 'region' | 'account'): string =>
  splitArn(arn)?.[part === 'region' ? 3 : 4] ?? ''

/** Does the ARN write out a Region, or an account, though ARNs of all types that it can mean have none? Then it matches nothing. */
export const hasNeedless = ({ types, ...at }: ArnAt, part: 'region' | 'account'): boolean =>
  isLiteral(at[part]) && types !== undefined && types.length > 0 && types.every((type) => partIn(type, part) === '')
