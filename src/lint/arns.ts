import { type Entry, overlaps, type PolicyDocument, type Statement, splitArn } from '../iam/index.ts'
import type { ArnForm, Reference, ResourceType, Service } from '../reference/index.ts'
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
  /** The forms of the service's ARNs that its last part can mean; undefined where the service's data isn't loaded. */
  readonly forms: readonly ArnForm[] | undefined
}

/** Every whole ARN that a policy names as a resource. */
export function readArns(policy: PolicyDocument, reference: Reference | undefined): readonly ArnAt[] {
  const formsByService = new Map<string, readonly ArnForm[]>()
  const ownFormsOf = (service: Service): readonly ArnForm[] => {
    const forms = formsByService.get(service.prefix) ?? ownForms(service)
    formsByService.set(service.prefix, forms)
    return forms
  }
  const arns: ArnAt[] = []
  for (const statement of policy.statements)
    for (const { value, path, span, list } of entriesOf(statement.resource)) {
      const { raw } = value
      const [prefix, partition = '', service = '', region = '', account = '', resource = ''] = splitArn(raw) ?? []
      if (prefix !== 'arn') continue
      const known = reference?.services.get(service)
      const forms = known && formsOf(resource, ownFormsOf(known))
      arns.push({ path, span, list, raw, statement, partition, service, region, account, resource, forms })
    }
  return arns
}

/** A part that is written out: no wildcard, no variable, no template's placeholder, not empty. */
export const isLiteral = (part: string): boolean => /^[\w.-]+$/.test(part)

/** The forms of a service's own ARNs that the last part of an ARN can mean; undefined for a service that lists no such ARNs. */
function formsOf(resource: string, own: readonly ArnForm[]): ArnAt['forms'] {
  if (own.length === 0) return undefined
  const asked = withoutVariables(resource)
  return own.filter((form) => overlaps(asked, form.resource))
}

/** A form of another service's ARNs says nothing about this one's. */
function ownForms({ prefix, resourceTypes }: Service): readonly ArnForm[] {
  const own: ArnForm[] = []
  for (const { forms } of resourceTypes.values()) for (const form of forms) if (form.service === prefix) own.push(form)
  return own
}

/** A variable can have any value. */
export const withoutVariables = (text: string): string =>
  text.includes('${') ? text.replaceAll(/\$\{[^}]{0,200}\}/g, '*') : text

/**
 * Can this ARN match a resource of its service when AWS compares the whole ARN as one text? A wildcard for the Region or the account then also
 * reaches over colons, which is why Access Analyzer accepts `arn:aws:backup:*:*:recovery-point:*`.
 */
export function couldMatchAsText(arn: ArnAt, service: Service): boolean {
  if (!/[*?]/.test(arn.region + arn.account)) return false
  const asked = `${arn.region}:${arn.account}:${withoutVariables(arn.resource)}`
  const region = /[*?]/.test(arn.region) ? 'us-east-1' : arn.region
  const account = /[*?]/.test(arn.account) ? '111122223333' : arn.account
  return ownForms(service).some((form) => {
    const at = [form.region && region, form.account && account]
    return overlaps(asked, `${at.join(':')}:${form.resource}`)
  })
}

/**
 * The resource type that an ARN without a listed type seems to mean: its first word is spelled almost like the type's, or another separator stands
 * behind it ("tables/", "vpc-endpoint:", "statemachine:").
 */
export function typeMeant({ resource }: ArnAt, service: Service): ResourceType | undefined {
  const [, word = '', separator = ''] = /^([\w-]+)([:/])/.exec(resource) ?? []
  if (word === '') return undefined
  const isMeant = ({ resource: form }: ArnForm): boolean => {
    const [, listed = '', listedSeparator = ''] = /^([\w-]+)([:/])/.exec(form) ?? []
    if (listed === word) return listedSeparator !== separator
    return listed !== '' && bare(listed) === bare(word)
  }
  return [...service.resourceTypes.values()].find(({ forms }) =>
    forms.some((form) => form.service === service.prefix && isMeant(form)),
  )
}

/** Normalizes a word: drops the case, hyphens, and plural that people often get wrong. */
const bare = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[-_]/g, '')
    .replace(/(?<=[^s])s$/, '')

/** Does the ARN write out a Region, or an account, though all forms that it can mean have none? Then it matches nothing. */
export const hasNeedless = (at: ArnAt, part: 'region' | 'account'): boolean =>
  at[part] !== '' &&
  at.forms !== undefined &&
  at.forms.length > 0 &&
  at.forms.every((form) => form[part] === '') &&
  isLiteral(at[part])
