// What values mean that no table lists one by one: actions with wildcards, ARNs of resources, and principals.
import { covers, isAccountId, matches, overlaps, splitArn } from '../../iam/index.ts'
import type { ArnForm, ResourceType, Service } from '../../reference/index.ts'
import { elementPath } from '../../session/language-paths.ts'
import { policyElementWords, policyValueWords, principalKindWords } from '../../words/index.ts'
import { type Explanation, type FindService, prefixOf } from './explanation.ts'

const about = (title: string, element: string, lines: readonly string[]): Explanation => ({
  title,
  lines,
  page: elementPath(element),
  source: policyElementWords().get(element)?.source,
})

/** As many names as a line shows. */
const mostNames = 6

const listed = (names: readonly string[]): string =>
  names.length > mostNames ? `${names.slice(0, mostNames).join(', ')}, …` : names.join(', ')

/** How many actions a pattern such as `s3:Get*` matches, and the first of them. */
export async function explainActions(text: string, service: FindService): Promise<Explanation | undefined> {
  if (/^\*+$/.test(text)) return about(text, 'Action', [policyValueWords.everyAction()])
  const prefix = prefixOf(text)
  const found = await service(prefix)
  if (!found) return undefined
  const pattern = text.slice(prefix.length + 1).toLowerCase()
  const names = [...found.actions].filter(([key]) => matches(pattern, key)).map(([, { name }]) => name)
  return {
    title: text,
    lines: [
      policyValueWords.matchedActions(found.name, names.length, found.actions.size),
      ...(names.length > 0 ? [`${listed(names)}.`] : []),
    ],
    page: `reference/${prefix}/`,
    source: undefined,
  }
}

/** The service and the types of an ARN, and what its Region and account are limited to. */
export async function explainResource(text: string, service: FindService): Promise<Explanation | undefined> {
  if (text === '*') return about(text, 'Resource', [policyValueWords.everyResource()])
  const parts = splitArn(text)
  if (!parts) return undefined
  const [, , prefix, region, account] = parts
  const found = await service(prefix.toLowerCase())
  if (!found) return undefined
  const types = typesOf(found, parts)
  return {
    title: text,
    lines: [
      types.length > 0 ? `${found.name}: ${listed(types)}.` : `${found.name}.`,
      policyValueWords.limits(region, account),
    ],
    page: `reference/${found.prefix}/#resource-types`,
    source: undefined,
  }
}

/**
 * The types of resources that an ARN can name. "my-bucket/a.txt" has the form of a bucket ("*"), too, so a form doesn't count where a narrower
 * one fits.
 */
function typesOf(
  { resourceTypes }: Service,
  [, , , region, account, resource]: NonNullable<ReturnType<typeof splitArn>>,
) {
  const fits = (form: ArnForm): boolean =>
    overlaps(resource, form.resource) &&
    (region === '' || form.region !== '') &&
    (account === '' || form.account !== '')
  const fitting = [...resourceTypes.values()].flatMap((type: ResourceType) =>
    type.forms.filter(fits).map(({ resource: form }) => ({ name: type.name, form })),
  )
  const isWider = (form: string): boolean =>
    fitting.some((other) => other.form !== form && covers(form, other.form) && covers(other.form, resource))
  return [...new Set(fitting.filter(({ form }) => !isWider(form)).map(({ name }) => name))]
}

/** Whom a value of a Principal names. `kind` is the key above it: "AWS", "Service", or "Principal" itself. */
export function explainPrincipal(text: string, kind: string): Explanation | undefined {
  const general = principalKindWords().get(kind)
  const isOpenToAll = text === '*' && (kind === 'AWS' || general === undefined)
  if (isOpenToAll) return about(text, 'Principal', [policyValueWords.everyone()])
  const account = kind === 'AWS' ? accountOf(text) : undefined
  if (account === undefined && general === undefined) return undefined
  return about(text, 'Principal', [
    ...(account === undefined ? [] : [policyValueWords.wholeAccount(account)]),
    ...(general === undefined ? [] : [general]),
  ])
}

/** The account that an ID or the ARN of its root user names. */
function accountOf(text: string): string | undefined {
  if (isAccountId(text)) return text
  const parts = splitArn(text)
  return parts?.[2] === 'iam' && parts[5] === 'root' ? parts[4] : undefined
}
