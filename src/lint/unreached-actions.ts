// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { type ActionPattern, type Entry, isSymbolName, overlaps, type Statement, splitArn } from '../iam/index.ts'
import type { Action, ArnForm, Reference } from '../reference/index.ts'
import { withoutVariables } from './arns.ts'
import type { Subject } from './check.ts'
import { entriesOf } from './entries.ts'
import { withReferencedArn } from './terraform-arns.ts'

/** An action that none of its statement's resources can match, and the ARNs that it is asked on. */
interface Unreached {
  readonly entry: Entry<ActionPattern>
  /** As AWS's reference writes them: "arn:${Partition}:s3:::${BucketName}/${ObjectName}". */
  readonly forms: readonly string[]
}

/** More pairs of an action and a resource aren't compared; no policy that AWS accepts is long enough for them. */
const mostPairs = 10_000

/** A resource of a statement, with wildcards for its variables, and its parts as those of a resource that it can match. */
interface Asked {
  readonly raw: string
  readonly partition: string
  readonly region: string
  readonly account: string
  /** Has a part before the last one a wildcard? */
  readonly isWildBefore: boolean
  /** Its parts as written. */
  readonly written: Pick<ArnForm, 'service' | 'region' | 'account' | 'resource'>
}

/**
 * The actions of a statement that have no effect, because no resource in it has an ARN like those of the action’s resource types. Only certain cases:
 * variables and template symbols can have any value, but for the ARN of a Terraform resource, and a pattern of actions counts only if all its actions are missed.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function unreachedActions(
  statement: Statement,
  { reference, matched }: Pick<Subject, 'reference' | 'matched'>,
): readonly Unreached[] {
  const { action, resource, effect } = statement
  if (!effect || action?.sense !== 'any-of' || resource?.sense !== 'any-of' || resource.items.length === 0) return []
  if (resource.items.some(({ value }) => value.kind !== 'arn')) return []
  if (action.items.length * resource.items.length > mostPairs) return []
  const asked = resource.items.flatMap(({ value }) => readAsked(value.raw) ?? [])
  // An ARN that lacks a part has a check of its own.
  if (asked.length < resource.items.length) return []
  return entriesOf(action).flatMap((entry) => {
    const actions = reference && matched(entry.value)
    const forms = actions ? formsMissed(entry.value, actions, asked, reference) : []
    return forms.length > 0 ? [{ entry, forms: forms.map(({ raw }) => raw) }] : []
  })
}

/**
 * Examples replace wildcards for the partition, Region, and account: a Region holds no colons. In S3, only the ARNs of buckets and objects lack both, so
 * an ARN without them isn't an access point's.
 */
function readAsked(written: string): Asked | undefined {
  const raw = withoutVariables(withOpenParts(withReferencedArn(written)))
  const parts = raw.startsWith('arn:') ? splitArn(raw) : undefined
  if (!parts) return undefined
  const isWildBefore = parts.slice(0, 5).some(isWild)
  const [, partition, service, region, account, resource] = parts.map(wildIfOpen)
  if (partition === undefined || service === undefined || region === undefined) return undefined
  if (account === undefined || resource === undefined) return undefined
  const isBucket = service === 's3' && region === '' && account === ''
  const part = (text: string, example: string): string => (isBucket || isWild(text) ? example : text)
  return {
    raw: wildIfOpen(raw),
    partition: isWild(partition) ? 'aws' : partition,
    region: part(region, 'us-east-1'),
    account: part(account, '111122223333'),
    isWildBefore,
    written: { service, region, account, resource },
  }
}

/** A part that a template leaves open. No ARN has this letter. */
const openPart = '\u0000'
const wildIfOpen = (text: string): string => text.replaceAll(openPart, '*')

/** A symbol of a template between two colons is one part of the ARN, such as the account. It can be any, but it holds no colons, as a wildcard can. */
const withOpenParts = (arn: string): string =>
  arn.replace(/(?<=:)\$\{([^{}]{1,200})\}(?=:)/g, (symbol, name: string) => (isSymbolName(name) ? openPart : symbol))

const isWild = (text: string): boolean => text.includes('*') || text.includes('?')

/** The ARN forms of the pattern's actions if no resource matches any of them; none if one does, or if that isn't known. */
function formsMissed(
  pattern: ActionPattern,
  actions: readonly Action[],
  asked: readonly Asked[],
  { services }: Reference,
): readonly ArnForm[] {
  const service = pattern.kind === 'action' ? services.get(pattern.service) : undefined
  if (!service || leftOut.has(pattern.raw.toLowerCase())) return []
  const missed = new Set<ArnForm>()
  for (const { resourceTypes } of actions) {
    // An action without resource types is told by ACTION_NEEDS_STAR_RESOURCE.
    if (resourceTypes.length === 0) return []
    for (const { name } of resourceTypes) {
      const forms = service.resourceTypes.get(name.toLowerCase())?.forms
      // AWS's list doesn't describe the type.
      if (!forms || forms.length === 0) return []
      for (const form of forms) {
        if (missed.has(form)) continue
        if (asked.some((each) => canMatch(each, form))) return []
        missed.add(form)
      }
    }
  }
  return [...missed]
}

/** The form's wildcards for the Region and the account are the resource's own. */
function canMatch(asked: Asked, form: ArnForm): boolean {
  if (namesWithoutSlash.get(form.raw)?.test(asked.raw)) return false
  const region = form.region === '*' ? asked.region : form.region
  const account = form.account === '*' ? asked.account : form.account
  const { written } = asked
  // What matches part by part also matches as one text. Only a wildcard before the last part can reach over colons.
  const isAlike =
    overlaps(written.service, form.service) &&
    overlaps(written.region, region) &&
    overlaps(written.account, account) &&
    overlaps(written.resource, form.resource)
  if (isAlike) return true
  if (!asked.isWildBefore && !isWild(form.service) && !isWild(region) && !isWild(account)) return false
  return overlaps(asked.raw, `arn:${asked.partition}:${form.service}:${region}:${account}:${form.resource}`)
}

/** Types whose names never hold a slash, though those of another type of the service do: a bucket and its objects, a table and its indexes. */
const namesWithoutSlash: ReadonlyMap<string, RegExp> = new Map([
  ['arn:${Partition}:s3:::${BucketName}', /^arn:[^:]*:s3:::[^/]*\//],
  ['arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}', /:table\/[^/]*\//],
])

/** Actions that AWS also asks for on resources which its list leaves out. */
const leftOut: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
  'ssmmessages:opendatachannel',
])
