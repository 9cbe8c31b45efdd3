import { isAccountId, parseArn } from '../iam/index.ts'
import { isRegion, type Service } from '../reference/index.ts'
import { messagesOf } from '../words/index.ts'
import type { ReadAction, ReadResource } from './ask-resource.ts'
import { formsOf, takesTemplate, typesOf } from './stand-in.ts'

const told = messagesOf('impossible-arn', {
  extraPart:
    'The ARN in the message can’t exist: it has `{{extra}}` between the account and the resource. We assume {{arn}}. Check it against the resource’s real ARN.',
  swapped:
    'The ARN in the message can’t exist: its account is where the Region belongs. We assume {{arn}}. Check it against the resource’s real ARN.',
})

/** More extra parts than that aren't a slip. */
const mostExtra = 2

/**
 * An ARN that can't exist, with what is wrong put right: parts that no resource of the service begins with, or the account and the Region in each other's
 * place. A policy with such an ARN matches nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function withPossibleArn(read: ReadResource, action: ReadAction, service: Service | undefined): ReadResource {
  const found = service && (swapped(read.arn) ?? withoutExtra(read.arn, action, service))
  return found ? { ...read, arn: found.arn, notices: [...read.notices, found.notice] } : read
}

type Corrected = { readonly arn: string; readonly notice: ReadResource['notices'][number] } | undefined

function swapped(written: string): Corrected {
  const { partition, service, region, account, resource } = parseArn(written) ?? {}
  if (account === undefined || region === undefined || !isRegion(account) || !isAccountId(region)) return undefined
  const arn = `arn:${partition}:${service}:${account}:${region}:${resource}`
  return { arn, notice: told('swapped', { arn }) }
}

function withoutExtra(written: string, { known, service: prefix }: ReadAction, service: Service): Corrected {
  const parsed = parseArn(written)
  if (!parsed || parsed.service !== prefix) return undefined
  // Where a type's names come right behind the account, every text can be one.
  const starts = [...service.resourceTypes.values()].flatMap(({ forms }) => forms.map(({ raw }) => fixedStart(raw)))
  const begins = (resource: string, start: string): boolean => resource.startsWith(start)
  if (starts.length === 0 || starts.some((start) => start === '' || begins(parsed.resource, start))) return undefined
  const forms = typesOf(service, known).flatMap(({ name }) => formsOf(name, service))
  const parts = parsed.resource.split(':', mostExtra + 2)
  for (let extra = 1; extra <= Math.min(mostExtra, parts.length - 1); extra++) {
    const left = parts.slice(0, extra).join(':')
    const rest = parsed.resource.slice(left.length + 1)
    const arn = written.slice(0, written.length - parsed.resource.length) + rest
    if (forms.some((form) => begins(rest, fixedStart(form)) && takesTemplate(form, arn)))
      return { arn, notice: told('extraPart', { extra: left, arn }) }
  }
  return undefined
}

/** What each ARN of the template has behind the account: "table/". */
const fixedStart = (template: string): string => /^(?:[^:]*:){5}([^$]*)/.exec(template)?.[1] ?? ''
