import { type PolicyDocument, type Statement, splitArn } from '../iam/index.ts'
import type { Reference, ResourceType, Service } from '../reference/index.ts'
import type { Subject } from './check.ts'
import { type Entry, entriesOf } from './entries.ts'
import { overlap } from './overlap.ts'

/** One ARN of Resource or NotResource, cut in its six parts. */
export interface ArnAt extends Omit<Entry<unknown>, 'value'> {
  readonly raw: string
  readonly statement: Statement
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Nine checks look at the ARNs of one policy, and five at their types: both are read once. Policies and ARNs never change. */
const arnsRead = new WeakMap<PolicyDocument, readonly ArnAt[]>()
const typesRead = new WeakMap<ArnAt, { readonly reference: Reference; readonly types: readonly ResourceType[] }>()

/** Every whole ARN that a policy names as a resource. */
export function arnsOf({ policy }: Pick<Subject, 'policy'>): readonly ArnAt[] {
  const arns = arnsRead.get(policy) ?? readArns(policy)
  arnsRead.set(policy, arns)
  return arns
}

const readArns = (policy: PolicyDocument): readonly ArnAt[] =>
  policy.statements.flatMap((statement) =>
    entriesOf(statement, statement.resource).flatMap(({ value: { raw }, ...entry }) => {
      const [prefix, partition = '', service = '', region = '', account = '', resource = ''] = splitArn(raw) ?? []
      return prefix === 'arn' ? [{ ...entry, raw, statement, partition, service, region, account, resource }] : []
    }),
  )

/** A part that is written out: no wildcard, no variable, no template's placeholder, not empty. */
export const isLiteral = (part: string): boolean => /^[\w.-]+$/.test(part)

/** The resource types of the ARN's service that its last part can mean; undefined where the service's data is not loaded. */
export function typesOf(arn: ArnAt, reference: Reference | undefined): readonly ResourceType[] | undefined {
  const known = reference?.services.get(arn.service)
  if (!reference || !known || known.resourceTypes.size === 0) return undefined
  const read = typesRead.get(arn)
  if (read?.reference === reference) return read.types
  const types = readTypes(arn, known)
  typesRead.set(arn, { reference, types })
  return types
}

function readTypes({ service, resource }: ArnAt, known: Service): readonly ResourceType[] {
  const asked = withoutVariables(resource)
  const head = `arn:\${Partition}:${service}:`
  return [...known.resourceTypes.values()].filter(({ arn }) => {
    const last = arn.startsWith(head) ? behindAccount(arn, head.length) : lastPart(arn, service)
    return last !== undefined && startAlike(asked, last) && overlap(asked, withoutVariables(last))
  })
}

/** The last part of an ARN whose Region begins at `region`. Nearly all types' ARNs begin alike, and cutting every one in six is slow. */
function behindAccount(arn: string, region: number): string | undefined {
  const account = arn.indexOf(':', region) + 1
  const last = arn.indexOf(':', account) + 1
  return account > 0 && last > 0 ? arn.slice(last) : undefined
}

/** The same for those that begin otherwise; undefined where it is another service's. */
function lastPart(arn: string, service: string): string | undefined {
  const parts = splitArn(arn)
  return parts?.[2] === service ? parts[5] : undefined
}

/** Are two texts the same up to the first wildcard or variable of either? Most types fail here, before anything is compared in full. */
function startAlike(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (isOpen(a, i) || isOpen(b, i)) return true
    if (a[i] !== b[i]) return false
  }
  return true
}

const isOpen = (text: string, at: number): boolean => text[at] === '*' || text[at] === '?' || text[at] === '$'

/** A variable can stand for anything. */
const withoutVariables = (text: string): string => text.replaceAll(/\$\{[^}]{0,200}\}/g, '*')

/** The Region or the account in a type's ARN: "${Region}", or empty where its ARNs have none. */
export const partIn = ({ arn }: ResourceType, part: 'region' | 'account'): string =>
  splitArn(arn)?.[part === 'region' ? 3 : 4] ?? ''
