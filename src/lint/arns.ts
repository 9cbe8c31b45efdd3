import { type Statement, splitArn } from '../iam/index.ts'
import type { Reference, ResourceType } from '../reference/index.ts'
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

/** Every whole ARN that a policy names as a resource. */
export const arnsOf = ({ policy }: Pick<Subject, 'policy'>): readonly ArnAt[] =>
  policy.statements.flatMap((statement) =>
    entriesOf(statement, statement.resource).flatMap(({ value: { raw }, ...entry }) => {
      const [prefix, partition = '', service = '', region = '', account = '', resource = ''] = splitArn(raw) ?? []
      return prefix === 'arn' ? [{ ...entry, raw, statement, partition, service, region, account, resource }] : []
    }),
  )

/** A part that is written out: no wildcard, no variable, no template's placeholder, not empty. */
export const isLiteral = (part: string): boolean => /^[\w.-]+$/.test(part)

/** The resource types of the ARN's service that its last part can mean; undefined where the service's data is not loaded. */
export function typesOf(
  { service, resource }: ArnAt,
  reference: Reference | undefined,
): readonly ResourceType[] | undefined {
  const known = reference?.services.get(service)
  if (!known || known.resourceTypes.size === 0) return undefined
  const asked = withoutVariables(resource)
  return [...known.resourceTypes.values()].filter(({ arn }) => {
    const [, , own, , , last = ''] = splitArn(withoutVariables(arn)) ?? []
    return own === service && overlap(asked, last)
  })
}

/** A variable can stand for anything. */
export const withoutVariables = (text: string): string => text.replaceAll(/\$\{[^}]{0,200}\}/g, '*')

/** The Region or the account in a type's ARN: "${Region}", or empty where its ARNs have none. */
export const partIn = ({ arn }: ResourceType, part: 'region' | 'account'): string =>
  splitArn(arn)?.[part === 'region' ? 3 : 4] ?? ''
