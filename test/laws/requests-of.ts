// Requests as AWS makes them that touch a policy: its actions on ARNs of their types, and contexts with the values that the policy compares, others, and none.
import { isPrivateRange } from '../../src/iam/index.ts'
import {
  type Action,
  findAction,
  findGlobalKey,
  findRetired,
  isMappedClaim,
  isRegion,
  type Reference,
  type Service,
} from '../../src/reference/index.ts'

export interface AskedRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly resourceAccount: string
  readonly context: Readonly<Record<string, string | readonly string[]>>
  readonly contextIs: 'complete'
}

type Part = Readonly<Record<string, unknown>>

export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** One value or a list of them, as a list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const stringsOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((each) => (['string', 'number', 'boolean'].includes(typeof each) ? [String(each)] : []))

export const statementsOf = (policy: unknown): readonly Part[] =>
  isPart(policy) && 'Statement' in policy ? listOf(policy.Statement).filter(isPart) : []

const instance = (pattern: string): string =>
  pattern
    .replaceAll(/\$\{[^}]*\}/g, 'x')
    .replaceAll('*', 'x')
    .replaceAll('?', 'y')

/** Does a text match a pattern with * and ?, in any case? */
export const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  ).test(text)

/** Up to four actions that the patterns of a policy match, and one that none names. */
function actionsOf(policy: unknown, { services }: Reference): readonly string[] {
  const found = new Set<string>(['s3:GetObject'])
  for (const statement of statementsOf(policy)) {
    for (const pattern of [...stringsOf(statement.Action), ...stringsOf(statement.NotAction)]) {
      const [prefix = '', name = '*'] = pattern.toLowerCase().split(':')
      const matched = [...(services.get(prefix)?.actions.values() ?? [])].filter((action) => fits(name, action.name))
      for (const { name: each } of matched.slice(0, 4)) {
        const action = `${prefix}:${each}`
        if (!findRetired(action)) found.add(action)
      }
    }
  }
  return [...found]
}

const account = '111122223333'
/** A name for each part of an ARN's form that isn't a Region or an account. */
const example = (form: string): string =>
  form
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'us-east-1')
    .replace('${Account}', account)
    .replaceAll(/\$\{[^}]*\}/g, 'example')

/** The policy's own ARNs that are of the action's types, with something for each wildcard; and an example of each type. */
function resourcesOf(policy: unknown, action: Action, service: Service): readonly string[] {
  const forms = action.resourceTypes.flatMap(({ name }) => service.resourceTypes.get(name.toLowerCase())?.arn ?? [])
  if (forms.length === 0) return action.resourceTypes.length === 0 ? ['*'] : []
  const named = statementsOf(policy).flatMap((each) => [...stringsOf(each.Resource), ...stringsOf(each.NotResource)])
  const filled = named.flatMap((arn) => {
    const [a, partition = '', b, region = '', id = '', ...rest] = arn.split(':')
    const part = (text: string, otherwise: string): string => (/[*?]/.test(text) ? otherwise : text)
    return rest.length === 0 || (region !== '' && !/[*?]/.test(region) && !isRegion(region))
      ? []
      : [instance([a, part(partition, 'aws'), b, part(region, 'us-east-1'), part(id, account), ...rest].join(':'))]
  })
  const isOfForm = (arn: string, form: string): boolean =>
    new RegExp(
      `^${form
        .replaceAll(/[.+^()|[\]\\*?]/g, '\\$&')
        .replaceAll('${Partition}', '[\\w-]+')
        .replaceAll('${Region}', '[a-z]{2}(?:-[a-z]+)+-\\d')
        .replaceAll('${Account}', '\\d{12}')
        .replaceAll('${BucketName}', '[^:/]+')
        .replaceAll(/\$\{[^}]*\}/g, '[^:]+')}$`,
    ).test(arn)
  return [...new Set([...filled.filter((arn) => forms.some((form) => isOfForm(arn, form))), ...forms.map(example)])]
}

/** Keys that the principal decides. */
const ofPrincipal = /^aws:(?:principal(?:arn|account|type|isawsservice|servicename|servicenameslist)|username|userid)$/
const ofVpc = new Set(['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip', 'aws:sourcevpcarn'])

/** Does a request for the action carry the key, as far as AWS's lists tell? */
function carries(key: string, action: Action, service: Service): boolean {
  if (key.startsWith('aws:')) {
    if (ofPrincipal.test(key)) return false
    const isTag = key.startsWith('aws:resourcetag/') || key.startsWith('aws:requesttag/') || key === 'aws:tagkeys'
    if (!isTag) return findGlobalKey(key) !== undefined
  }
  const listed = [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ name }) => service.resourceTypes.get(name.toLowerCase())?.conditionKeys ?? []),
  ]
  const isListed = listed.some((each) => {
    const name = each.toLowerCase()
    const at = name.indexOf('${')
    return at < 0 ? name === key : key.startsWith(name.slice(0, at))
  })
  if (isListed) return true
  const at = key.lastIndexOf(':')
  return service.prefix === 'sts' && key.includes('.') && isMappedClaim(key.slice(0, at), key.slice(at + 1))
}

const isMultivalued = (key: string, service: Service): boolean =>
  findGlobalKey(key)?.multivalued ?? service.conditionKeys.get(key)?.startsWith('ArrayOf') ?? false

/** What a request may hold for a key that the policy compares with these values. */
function valuesFor(key: string, compared: readonly string[]): readonly string[] {
  if (key === 'aws:sourceip') {
    const given = compared.filter((value) => !isPrivateRange(value)).map((value) => value.split('/')[0] ?? value)
    return [...given.filter((value) => /^[\d.]+$/.test(value)), '198.51.100.7']
  }
  if (/^aws:(?:securetransport|multifactorauthpresent|viaawsservice)$/.test(key)) return ['true', 'false']
  // S3 compares the ARN of the key: https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
  if (key === 's3:x-amz-server-side-encryption-aws-kms-key-id')
    return [
      ...compared.filter((value) => /^arn:aws:kms:.*:key\//.test(value)),
      `arn:aws:kms:us-east-1:${account}:key/other`,
    ]
  const numbers = compared
    .filter((value) => /^\d+$/.test(value))
    .flatMap((value) => [String(+value - 1), String(+value + 1)])
  return [
    ...new Set([...compared.filter((value) => !/[*?$]/.test(value)), ...compared.map(instance), ...numbers, 'other']),
  ]
}

type Context = AskedRequest['context']

function contextsOf(policy: unknown, action: Action, service: Service): readonly Context[] {
  const compared = new Map<string, Set<string>>()
  for (const { Condition } of statementsOf(policy)) {
    for (const [, block] of isPart(Condition) ? Object.entries(Condition) : []) {
      for (const [key, values] of isPart(block) ? Object.entries(block) : []) {
        const name = key.toLowerCase()
        if (!carries(name, action, service)) continue
        const known = compared.get(name) ?? new Set<string>()
        for (const value of stringsOf(values)) known.add(value)
        compared.set(name, known)
      }
    }
  }
  const choices = [...compared].map(([key, values]) => {
    const each = valuesFor(key, [...values])
    const given = isMultivalued(key, service) ? [...each.map((value) => [value]), each.slice(0, 3)] : each
    return { key, given }
  })
  const firsts = choices.map(({ key, given }) => [key, given[0] ?? 'other'] as const)
  const contexts = choices.flatMap(({ key, given }) =>
    given.flatMap((value) => [
      Object.fromEntries([...firsts, [key, value] as const]),
      Object.fromEntries([[key, value] as const]),
    ]),
  )
  const without = choices.map(({ key }) => Object.fromEntries(firsts.filter(([name]) => name !== key)))
  return [{}, ...contexts, ...without].flatMap(throughOneNetwork)
}

/** A request comes from a public address or through a VPC endpoint. */
function throughOneNetwork(context: Context): readonly Context[] {
  const entries = Object.entries(context)
  const isMixed = 'aws:sourceip' in context && entries.some(([key]) => ofVpc.has(key))
  if (!isMixed) return [context]
  return [
    Object.fromEntries(entries.filter(([key]) => !ofVpc.has(key))),
    Object.fromEntries(entries.filter(([key]) => key !== 'aws:sourceip')),
  ]
}

const users = [`arn:aws:iam::${account}:user/mateojackson`, `arn:aws:sts::${account}:assumed-role/App/session`]

/** Callers that the policy names, and some that it doesn't. */
function principalsOf(policy: unknown): readonly string[] {
  const named = statementsOf(policy).flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((each) =>
      isPart(each) ? Object.values(each).flatMap(stringsOf) : stringsOf(each),
    ),
  )
  const callers = named.flatMap((each) => {
    if (each === '*') return ['anonymous']
    if (/^\d{12}$/.test(each)) return [`arn:aws:iam::${each}:user/someone`]
    const role = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(each)
    if (role) return [`arn:aws:sts::${role[1]}:assumed-role/${role[2]}/session`]
    const root = /^arn:aws:iam::(\d{12}):root$/.exec(each)
    return root ? [`arn:aws:iam::${root[1]}:user/someone`] : /[*?]/.test(each) ? [] : [each]
  })
  return [...new Set([...users, ...callers])]
}

/** AWS services and anonymous callers belong to no organization and have no tags; only services say for which resource they call. */
function fitsCaller(context: Context, principal: string): boolean {
  const isService = principal.endsWith('.amazonaws.com')
  return Object.keys(context).every((key) => {
    if (/^aws:source(?:arn|account|orgid|orgpaths)$/.test(key)) return isService
    if (findGlobalKey(key)?.group === 'principal') return principal.startsWith('arn:')
    return true
  })
}

/** How each kind of caller assumes a role. https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
function fitsAction(action: string, principal: string): boolean {
  if (!/^sts:assumerole/i.test(action)) return true
  if (principal.includes(':saml-provider/')) return /saml$/i.test(action)
  const isToken =
    principal.includes(':oidc-provider/') || (!principal.startsWith('arn:') && !/amazonaws.com$/.test(principal))
  return isToken ? /webidentity$/i.test(action) : /assumerole$/i.test(action)
}

/** Requests that the policy may decide; `names` tells whether a policy of its type names principals. */
export function requestsOf(policy: unknown, names: boolean, reference: Reference): readonly AskedRequest[] {
  const principals = names ? principalsOf(policy) : users
  return actionsOf(policy, reference).flatMap((written) => {
    const { action, service } = findAction(reference, written)
    if (!action || !service) return []
    const contexts = contextsOf(policy, action, service)
    return resourcesOf(policy, action, service).flatMap((resource) =>
      principals
        .filter((principal) => fitsAction(written, principal))
        .flatMap((principal) =>
          contexts
            .filter((context) => fitsCaller(context, principal))
            .map((context) => ({
              principal,
              action: written,
              resource,
              resourceAccount: account,
              context,
              contextIs: 'complete' as const,
            })),
        ),
    )
  })
}
