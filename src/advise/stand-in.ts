import { type Caller, matches, parseArn } from '../iam/index.ts'
import { type Action, type Service, wholeCallsOf } from '../reference/index.ts'

/** Examples in AWS's documentation use this account: readers know it for a stand-in. */
export const exampleAccount = '123456789012'

/** The issuer of tokens that a program gets from elsewhere: a host that no one can own. It's shown as a placeholder. */
export const exampleIssuer = 'issuer.invalid'

/** The placeholder for an unknown service. */
export const unnamedService = '<SERVICE>.amazonaws.com'

/** The placeholder caller to prove a fix for, if the caller isn’t known. */
export const standInPrincipal = (account: string | undefined): string =>
  `arn:aws:iam::${account ?? exampleAccount}:user/<USER_NAME>`

/** The same where a policy is for identities of Amazon Cognito: only their sessions have such claims. */
export const standInIdentity = (account: string | undefined): string =>
  `arn:aws:sts::${account ?? exampleAccount}:assumed-role/<ROLE_NAME>/CognitoIdentityCredentials`

/** Where the reference is not loaded, the one action that is never granted on "*". */
// biome-ignore lint/suspicious/noTemplateCurlyInString: AWS writes its templates this way
const roleArn = 'arn:${Partition}:iam::${Account}:role/${RoleName}'

/** What an action acts on, as an ARN with holes; undefined for an action that takes "*". Of several types, the plainest counts. */
export function arnTemplate(
  action: string,
  service: Service | undefined,
  known: Action | undefined,
): string | undefined {
  return action.toLowerCase() === 'iam:passrole' ? roleArn : formsFor(service, known, [])[0]?.arn
}

/** The same, where the action's name speaks of one of the types: a model for "InvokeModelWithResponseStream". */
export const namedTemplate = (
  action: string,
  service: Service | undefined,
  known: Action | undefined,
): string | undefined =>
  action.toLowerCase() === 'iam:passrole' ? roleArn : formsFor(service, known, wordsOf(action))[0]?.arn

/**
 * What a call that names no resource was about, as an ARN with holes; undefined for an action that takes "*". Of several types, the one that the
 * action's name speaks of counts; where it speaks of none, none is singled out: "<RESOURCE_TYPE>/<RESOURCE_ID>".
 */
export function unnamedTemplate(
  action: string,
  service: Service | undefined,
  known: Action | undefined,
): string | undefined {
  if (action.toLowerCase() === 'iam:passrole') return roleArn
  const forms = formsFor(service, known, wordsOf(action)).map(({ arn, named }) => ({ arn: asSent(arn, known), named }))
  const [plainest] = forms
  const isRequired = typesOf(service, known).some(({ required }) => required)
  if (isRequired || !plainest || plainest.named > 0 || forms.length === 1) return plainest?.arn
  // All are of one kind: "rule/<RULE_NAME>" and "rule/<EVENT_BUS_NAME>/<RULE_NAME>".
  const kinds = new Set(forms.map(({ arn }) => resourceOf(arn).replace(/[/:].*$/, '')))
  if (kinds.size === 1 && /\$\{/.test(resourceOf(plainest.arn))) return plainest.arn
  // Of a few, people mean the one without a name of its own: "account", not "account/<ORGANIZATION_ID>/<ACCOUNT_ID>".
  return forms.length <= 3 && !resourceOf(plainest.arn).includes('$')
    ? plainest.arn
    : anyOf(forms.map(({ arn }) => arn))
}

/**
 * Classic and newer load balancers share a prefix, and the data set has the classic one of actions that both have. Target groups and listeners have tags,
 * too. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddTags.html (2026-11-30)
 */
const taggingOfBoth: ReadonlySet<string> = new Set(['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'])

/** The types of what an action acts on. AWS's list lacks some that its guides and messages name, such as the cluster of eks:CreateCluster. */
export function typesOf(service: Service | undefined, known: Action | undefined): Action['resourceTypes'] {
  if (!service || !known) return []
  if (taggingOfBoth.has(`${service.prefix}:${known.name}`))
    return [...service.resourceTypes.keys()].map((name) => ({ name, required: false }))
  if (known.resourceTypes.length > 0) return known.resourceTypes
  const always = wholeCallsOf(`${service.prefix}:${known.name}`).flatMap(({ types }) =>
    types.flatMap(({ type, when }) => (when === undefined ? type : [])),
  )
  return [...new Set(always)].map((name) => ({ name, required: true }))
}

interface NamedForm {
  readonly arn: string
  /** How many of the words are in the name of its type. */
  readonly named: number
}

/** The templates of an action's types, or of those that it requires: first those that are named, then the plainest. */
function formsFor(
  service: Service | undefined,
  known: Action | undefined,
  words: readonly string[],
): readonly NamedForm[] {
  const types = typesOf(service, known)
  const required = types.filter((type) => type.required)
  // One that may be left out is asked for only where each call has one; of several one has to be named.
  const [only] = types
  if (required.length === 0 && types.length === 1 && !(only && known && actsOnOne(known, only.name))) return []
  return (required.length > 0 ? required : types)
    .flatMap(({ name }) => {
      const named = words.filter((word) => name.toLowerCase().includes(word)).length
      return formsOf(name, service).map((arn) => ({ arn, named }))
    })
    .sort((a, b) => b.named - a.named || a.arn.length - b.arn.length)
}

/**
 * Does each call of the action act on one resource of its only type? AWS's list marks a type as required where policies must name it, which says
 * nothing about a call. An action that reads or changes what its name ends with does, one that sets tags, and one that is sent to the resource's own
 * endpoint. Lists can be of all, what starts can be new, and a lexicon for speech is an extra.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 * https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-access.html
 */
function actsOnOne({ name, accessLevels }: Action, type: string): boolean {
  if (alwaysOnOne.test(name)) return true
  const [, verb = '', last = ''] = /^([A-Z][a-z]{1,30})(?:[A-Z][A-Za-z]{0,80})?([A-Z][a-z]{1,30})$/.exec(name) ?? []
  return (
    verb !== '' && verb !== 'Start' && !accessLevels.includes('List') && type.toLowerCase().endsWith(last.toLowerCase())
  )
}

const alwaysOnOne = /^(?:(?:Tag|Untag|ListTagsFor)Resource|ESHttp\w+|ESCrossClusterGet|document|search|suggest)$/

const resourceOf = (arn: string): string => arn.split(':').slice(5).join(':')

/**
 * The templates of what a call to an action can have been about: those of its types, or of the only one that it requires. Undefined where AWS checks
 * several resources for one call.
 */
export function templatesOf(service: Service | undefined, known: Action | undefined): readonly string[] | undefined {
  const types = typesOf(service, known)
  const required = types.filter((type) => type.required)
  if (types.length === 0 || required.length > 1) return undefined
  return (required.length > 0 ? required : types).flatMap(({ name }) =>
    formsOf(name, service).map((form) => asSent(form, known)),
  )
}

/**
 * The form of an ARN in requests, where AWS's list has another. CloudWatch Logs puts an empty stream behind a group, so that policies need ":*" there;
 * only tags are set on the group alone. A call to an OpenSearch domain is about a path below it. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
const asSent = (form: string, known: Action | undefined): string =>
  /^ES(?:Http|Cross)/.test(known?.name ?? '')
    ? `${form}/*`
    : /:logs:.*:log-group:\$\{\w+\}$/.test(form) && !/^(?:Tag|Untag|ListTagsFor)Resource$/.test(known?.name ?? '')
      ? `${form}:log-stream:`
      : form

/** A hole of a template, as AWS writes it. */
const hole = (name: string): string => `$\{${name}}`

/** Is the template for resources of many types? */
export const isOfAnyType = (template: string): boolean =>
  /:(?:\$\{ResourceType\}[/:]\$\{ResourceId\}|\$\{Resource\})$/.test(template)

const mostUsual = (values: readonly string[]): string => {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.value ?? ''
}

/** What several templates have in common: an action that sets tags acts on resources of any type. */
function anyOf(forms: readonly string[]): string {
  const fields = [0, 1, 2, 3, 4].map((i) => mostUsual(forms.map((form) => form.split(':')[i] ?? '')))
  const ends = forms.map(resourceOf)
  const rest = ends.every((end) => /^[\w-]+\//.test(end))
    ? `${hole('ResourceType')}/${hole('ResourceId')}`
    : ends.every((end) => /^[\w-]+:/.test(end))
      ? `${hole('ResourceType')}:${hole('ResourceId')}`
      : hole('Resource')
  return [...fields, rest].join(':')
}

/** The templates of a type's ARNs: two for a few types, such as Lex's bots. Empty where the type isn't known. */
export const formsOf = (type: string, service: Service | undefined): readonly string[] =>
  service?.resourceTypes.get(type.toLowerCase())?.forms.map(({ raw }) => raw) ?? []

/** Words of actions that name no type of resource. */
const notNouns: ReadonlySet<string> = new Set(['and', 'for', 'from', 'resource', 'tag', 'with'])

/** What an action acts on by its name, in the singular: "bedrock:InvokeModel" acts on a "foundation-model", not on a "system-tool". */
const wordsOf = (action: string): readonly string[] =>
  [...action.slice(action.indexOf(':') + 1).matchAll(/[A-Z][a-z]{1,30}/g)]
    .slice(1)
    .map(([word]) => word.toLowerCase().replace(/s$/, ''))
    .filter((word) => word.length > 2 && !notNouns.has(word))

/**
 * Whether a policy can name this ARN for the action: one of its types has ARNs like it, or begins like it ("task-definition/web" without a revision), or
 * must be named whatever it looks like.
 */
export function takesArn(arn: string, service: Service | undefined, known: Action | undefined): boolean {
  const types = typesOf(service, known)
  if (!known || types.some(({ required }) => required)) return true
  return types.some(({ name }) =>
    formsOf(name, service).some(
      (template) => matches(template.replaceAll(/\$\{\w+\}/g, '*'), arn) || beginsLike(template, arn),
    ),
  )
}

/** Has the ARN the service and the kind of the template's resources: "ecs" and "task-definition/"? */
function beginsLike(template: string, arn: string): boolean {
  const kind = /^[a-z][\w-]*[/:](?=\$)/.exec(resourceOf(template))?.[0]
  return kind !== undefined && template.split(':')[2] === arn.split(':')[2] && resourceOf(arn).startsWith(kind)
}

/** Can this ARN be one of the template's? A bucket's isn't one of an object's, nor a table's one of its index. */
export function takesTemplate(template: string, arn: string): boolean {
  const parsed = parseArn(arn)
  if (!parsed || !matches(template.replaceAll(/\$\{\w+\}/g, '*'), arn)) return false
  // AWS's own resources have the word "aws" in the place of an account.
  if (parsed.account === 'aws' && template.includes(':$' + '{Account}:')) return false
  const count = (text: string, separator: string): number => text.split(separator).length
  // Names of objects and parameters can hold slashes, and an object's colons, too.
  if (/\$\{ObjectName\}$/.test(template)) return count(arn, ':') >= count(template, ':')
  if (count(template, ':') !== count(arn, ':')) return false
  const holes = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, hole = '']) => hole)
  return count(template, '/') === count(arn, '/') || holes.some(holdsSlashes)
}

/** Can the name in this hole of a template hold slashes? Names of log groups and parameters are often like paths. */
export const holdsSlashes = (hole: string): boolean =>
  /^(?:ObjectName|ApiSpecificResourcePath|ParameterName\w*|\w+WithPath|LogGroupName|LogStreamName|SecretId|RepositoryName|EventBusName|Alias|ResourceId|Resource)$/.test(
    hole,
  )

/**
 * The names that an ARN has in a template's holes: "BucketName" is "my-bucket". Undefined where the ARN isn't one of the template's. Takes time
 * linear in the ARN: each hole ends at the next text of the template.
 */
export function namesIn(template: string, arn: string): ReadonlyMap<string, string> | undefined {
  if (!takesTemplate(template, arn)) return undefined
  const names = new Map<string, string>()
  let at = 0
  for (const [text, hole = '', end = ''] of template.matchAll(/\$\{(\w+)\}([^$]*)|^[^$]+/g)) {
    if (hole === '') {
      at += text.length
      continue
    }
    const to = end === '' ? arn.length : arn.indexOf(end, at)
    if (to < 0) return undefined
    names.set(hole, arn.slice(at, to))
    at = to + end.length
  }
  return names
}

/** What is known to fill the holes with. */
export interface Fillings {
  readonly caller: Caller
  readonly account: string | undefined
  readonly region: string | undefined
  /** The resource's own name, for the last hole. */
  readonly name: string | undefined
  /** Names that are known, by their holes. */
  readonly names?: ReadonlyMap<string, string> | undefined
  /** "*" for every other name, where the resource can be any. */
  readonly everyName?: boolean
}

/** Fills the holes of a template. An unknown value becomes a placeholder: "role/<ROLE_NAME>". */
export function fillTemplate(template: string, { caller, account, region, name, names, everyName }: Fillings): string {
  const holes = [...template.matchAll(/\$\{(\w+)\}/g)]
  const last = holes.at(-1)?.index
  return template.replaceAll(/\$\{(\w+)\}/g, (_, hole: string, at: number) => {
    if (hole === 'Partition') return caller.partition
    if (hole === 'Region') return region ?? 'us-east-1'
    if (hole === 'Account') return account ?? caller.account ?? exampleAccount
    const known = names?.get(hole)
    if (known !== undefined && known !== '') return known
    if (everyName) return '*'
    return at === last && name !== undefined ? name : placeholder(hole)
  })
}

/** The placeholder for an unknown name: "<ROLE_NAME>" for the hole "RoleNameWithPath". */
export const placeholder = (hole: string): string =>
  `<${hole
    .replace(/WithPath$/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()}>`

/** IAM names managed policies by a word and their ARN: "policy arn:aws:iam::…:policy/x". Policies have only the ARN. */
export const withoutKind = (resource: string): string => resource.replace(/^[a-z]{3,20}\s+(?=arn:\S+$)/, '')

/** A resource named by a word, "role x" or "my-queue": its name, if it is plain. */
export function bareName(resource: string): string | undefined {
  const word = resource.trim().split(/\s+/).at(-1) ?? ''
  return !parseArn(resource) && /^[\w+=,.@-]{1,128}$/.test(word) ? word : undefined
}
