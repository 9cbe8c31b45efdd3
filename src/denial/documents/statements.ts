import { symbolsIn } from '../../iam/index.ts'
import { type JsonMember, type JsonNode, type JsonObject, member } from '../../text/index.ts'
import type { ReadNote } from './notes.ts'
import { type Call, callOf } from './tree.ts'

/** Statements of a policy, in the policy language's own form, and what was done for that. */
export interface Statements {
  readonly items: readonly JsonNode[]
  readonly notes: readonly ReadNote[]
}

/** How Terraform, CDK, and Pulumi spell an element: in lower case, plural, with underscores or capitals inside. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['action', 'Action'],
  ['actions', 'Action'],
  ['notaction', 'NotAction'],
  ['notactions', 'NotAction'],
  ['resource', 'Resource'],
  ['resources', 'Resource'],
  ['notresource', 'NotResource'],
  ['notresources', 'NotResource'],
  ['principal', 'Principal'],
  ['principals', 'Principal'],
  ['notprincipal', 'NotPrincipal'],
  ['notprincipals', 'NotPrincipal'],
  ['condition', 'Condition'],
  ['conditions', 'Condition'],
])

const elementOf = (key: string): string | undefined => spellings.get(key.toLowerCase().replaceAll('_', ''))

/** What an object says under an element, in any spelling. */
const under = (object: JsonObject, element: string): JsonNode | undefined =>
  object.members.findLast(({ key }) => elementOf(key.value) === element)?.value

/** The object that holds a statement's elements: itself, or the argument of `new PolicyStatement({…})`. */
function statementObject(node: JsonNode): JsonObject | undefined {
  const call = callOf(node)
  const given = call && /PolicyStatement(?:\.fromJson|\.from_json)?$/.test(call.name) ? call.arguments[0] : node
  return given?.kind === 'object' ? given : undefined
}

/** Is this a statement that stands without a policy around it? Objects of other languages have actions and resources too: actions must look like AWS's. */
export function isStatement(node: JsonNode): boolean {
  const object = statementObject(node)
  if (!object) return false
  const action = under(object, 'Action') ?? under(object, 'NotAction')
  if (!action) return isOfTrust(object)
  const effect = under(object, 'Effect')
  const isEffect = effect?.kind === 'string' && /^(?:allow|deny|\$\{)/i.test(effect.value)
  if (isEffect || effect !== undefined) return isEffect
  return hasOnlyElements(object) && ((namesResource(object) && namesActions(action)) || isOfTrust(object))
}

/** The issuer whose tokens a condition of a trust policy is about: "example.com/id/1" of the key "example.com/id/1:sub". */
const issuerKey = /^([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,8}(?:\/[^\s:]{1,200})?):(?:sub|aud)$/i

/** The issuer that the condition of a part of a trust policy names. */
function issuerOf(object: JsonObject): string | undefined {
  const condition = under(object, 'Condition')
  const operators = condition?.kind === 'object' ? condition.members : []
  const keys = operators.flatMap(({ value }) => (value.kind === 'object' ? value.members : []))
  return keys.flatMap(({ key }) => issuerKey.exec(key.value)?.[1] ?? [])[0]
}

/** A part of a trust policy that was pasted without its Principal: its condition says whose tokens it is about. */
function isOfTrust(object: JsonObject): boolean {
  const action = under(object, 'Action')
  const isAssuming = action === undefined || (action.kind === 'string' && action.value === webIdentity)
  const others = ['Principal', 'NotPrincipal', 'Resource', 'NotResource', 'NotAction']
  return isAssuming && others.every((element) => !under(object, element)) && issuerOf(object) !== undefined
}

/** What a part of a trust policy leaves out: the provider whose tokens its condition is about, in an account that nothing names, and the action. */
function missingOfTrust(object: JsonObject, notes: ReadNote[]): readonly JsonMember[] {
  const span = { from: object.span.from, to: object.span.from }
  const text = (value: string): JsonNode => ({ kind: 'string', value, span })
  notes.push({ code: 'left-out', what: 'the Principal', span: object.span })
  const provider = text(`arn:aws:iam::\${account}:oidc-provider/${issuerOf(object)}`)
  const principal: JsonNode = {
    kind: 'object',
    members: [{ key: { value: 'Federated', span }, value: provider }],
    span,
  }
  return [
    ...(under(object, 'Action') ? [] : [{ key: { value: 'Action', span }, value: text(webIdentity) }]),
    { key: { value: 'Principal', span }, value: principal },
  ]
}

const webIdentity = 'sts:AssumeRoleWithWebIdentity'

/** A Lambda permission has an action and a principal, too, but it isn't a statement. */
const hasOnlyElements = ({ members }: JsonObject): boolean =>
  members.every(
    ({ key }) => elementOf(key.value) !== undefined || key.value === 'dynamic' || key.value.startsWith('...'),
  )

/** A request has a resource too, and the ARN of its caller where a statement has "*" or an object. */
function namesResource(object: JsonObject): boolean {
  const principal = under(object, 'Principal')
  if (principal?.kind === 'string' && principal.value.startsWith('arn:')) return false
  return (under(object, 'Resource') ?? under(object, 'NotResource') ?? principal) !== undefined
}

const action =
  /^(?:\*|(?:[a-z][a-z0-9-]{1,40}|\$\{[^{}]{1,200}\}):(?:[\w*?]|\$\{[^{}]{1,200}\}){1,100}|\$\{[^{}]{1,200}\})$/i

function namesActions(node: JsonNode): boolean {
  const items = node.kind === 'array' ? node.items : [node]
  return items.length > 0 && items.every((item) => item.kind === 'string' && action.test(item.value))
}

/** Brings statements into the policy language's own form. */
export function asStatements(nodes: readonly JsonNode[]): Statements {
  const notes: ReadNote[] = []
  const items = nodes.flatMap((node): readonly JsonNode[] => {
    const object = statementObject(node)
    if (object) return [asStatement(object, notes)]
    notes.push({ code: 'left-out', what: node.kind === 'string' ? node.value : { part: 'statement' }, span: node.span })
    return []
  })
  return { items, notes }
}

function asStatement(object: JsonObject, notes: ReadNote[]): JsonNode {
  const gathered = new Map<string, { readonly key: JsonMember['key']; readonly values: JsonNode[] }>()
  const gather = ({ key, value }: JsonMember): void => {
    const element = elementOf(key.value) ?? key.value
    if (isNothing(value)) return
    const known = gathered.get(element)
    if (known) known.values.push(value)
    else gathered.set(element, { key: { value: element, span: key.span }, values: [value] })
  }
  for (const { key, value } of object.members) {
    if (key.value === 'dynamic' || key.value.startsWith('...')) {
      notes.push({
        code: 'left-out',
        what: key.value === 'dynamic' ? { part: 'dynamic-block' } : key.value,
        span: key.span,
      })
      for (const block of key.value === 'dynamic' ? dynamicBlocks(value) : []) gather(block)
      continue
    }
    gather({ key, value: key.value === 'resources' ? withPlaceholders(value) : value })
  }
  for (const what of leaveOutOpenForms(gathered)) notes.push({ code: 'left-out', what, span: object.span })
  const members = [...gathered].flatMap(([element, { key, values }]) => elementMembers(element, key, values, notes))
  if (!gathered.has('Effect')) {
    const isLanguageDefault = object.members.some(({ key }) => /^(?:actions|not_?actions)$/i.test(key.value))
    if (!isLanguageDefault) notes.push({ code: 'completed', element: 'Effect', value: 'Allow', span: object.span })
    const span = { from: object.span.from, to: object.span.from }
    members.unshift({ key: { value: 'Effect', span }, value: { kind: 'string', value: 'Allow', span } })
  }
  if (isOfTrust(object)) members.push(...missingOfTrust(object, notes))
  return { kind: 'object', members, span: object.span }
}

/** The blocks that `dynamic "NAME" { content { … } }` may add, as if each were there once. A condition whose operator or key isn't known is none. */
export function dynamicBlocks(dynamic: JsonNode): readonly JsonMember[] {
  if (dynamic.kind !== 'object') return []
  return dynamic.members.flatMap(({ key, value }): readonly JsonMember[] => {
    const content = member(value, 'content')
    if (!content) return []
    const isOpen = isSymbolic(member(content, 'test')) || isSymbol(member(content, 'variable'))
    return elementOf(key.value) === 'Condition' && isOpen ? [] : [{ key, value: content }]
  })
}

/**
 * Terraform modules replace "_S3_BUCKET_ARN_" by the ARN once they know it: a symbol, and no ARN.
 * https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/latest
 */
function withPlaceholders(node: JsonNode): JsonNode {
  if (node.kind === 'array') return { ...node, items: node.items.map(withPlaceholders) }
  if (node.kind !== 'string') return node
  return { ...node, value: node.value.replace(/^_{1,2}[A-Z][A-Z0-9_]{0,60}_(?=$|\/)/, (name) => `\${${name}}`) }
}

const isSymbolic = (node: JsonNode | undefined): boolean => node?.kind === 'string' && symbolsIn(node.value).length > 0

/** Nothing but a symbol: `try(statement.value.actions, null)` can also be absent. "${each.value}:sub" isn't one. */
const isSymbol = (node: JsonNode | undefined): boolean => node?.kind === 'string' && /^\$\{[^{}]*\}$/.test(node.value)

/**
 * Modules pass on whatever statement they're given, in both forms of an element: only one of them is there in the end, and the text doesn't say which.
 * https://registry.terraform.io/modules/terraform-aws-modules/kms/aws/latest
 */
function leaveOutOpenForms(gathered: Map<string, { readonly values: readonly JsonNode[] }>): readonly string[] {
  return ['Action', 'Resource', 'Principal'].flatMap((element) => {
    const [own, not] = [element, `Not${element}`].map((name) => gathered.get(name)?.values)
    const isOpen = own !== undefined && not?.length === 1 && (not.every(isPassedOn) || own.every(isPassedOn))
    if (!isOpen) return []
    gathered.delete(`Not${element}`)
    return [`Not${element}`]
  })
}

/** A symbol, or a block whose parts are. */
const isPassedOn = (node: JsonNode): boolean =>
  isSymbol(node) ||
  (node.kind === 'object' && node.members.length > 0 && node.members.every(({ value }) => isSymbol(value)))

/** Terraform's plans write every element that a statement doesn't have, as null or as an empty list. */
const isNothing = (node: JsonNode): boolean =>
  node.kind === 'null' || (node.kind === 'array' && node.items.length === 0)

function elementMembers(
  element: string,
  key: JsonMember['key'],
  values: readonly JsonNode[],
  notes: ReadNote[],
): readonly JsonMember[] {
  const [first] = values
  if (!first) return []
  if (element === 'Effect' && first.kind === 'string')
    return [
      {
        key,
        value: {
          ...first,
          value: first.value.replace(/^(allow|deny)$/i, (word) => (/allow/i.test(word) ? 'Allow' : 'Deny')),
        },
      },
    ]
  if (element === 'Principal' || element === 'NotPrincipal') return [{ key, value: principals(values, notes) }]
  if (element === 'Condition') return [{ key, value: conditions(values) }]
  if (element === 'Resource' || element === 'NotResource' || element === 'Action' || element === 'NotAction')
    return [{ key, value: first }]
  // The same element twice is an error that lint reports.
  return values.map((value) => ({ key, value }))
}

/** The blocks of an element: a list of them, or a map whose keys are names of the author's. `mark` is a key that each block has. */
function blocksIn(value: JsonNode, mark: string): readonly JsonNode[] {
  if (value.kind === 'array') return value.items
  const isMap =
    value.kind === 'object' && value.members.length > 0 && value.members.every((each) => member(each.value, mark))
  return isMap ? value.members.map((each) => each.value) : [value]
}

/** CDK's and Pulumi's principals, by the class or the type that names them. */
const principalKinds: readonly (readonly [name: RegExp, key: string])[] = [
  [/ServicePrincipal$/, 'Service'],
  [/(?:WebIdentity|OpenIdConnect|Saml|SamlConsole|Federated)Principal$/, 'Federated'],
  [/CanonicalUserPrincipal$/, 'CanonicalUser'],
  [/(?:Arn|Account|AccountRoot|Any|Star|Role|User)Principal$/, 'AWS'],
]

/** `{type, identifiers}` of Terraform and Pulumi, `new ServicePrincipal(…)` of CDK, or the policy language's own form. */
function principals(values: readonly JsonNode[], notes: ReadNote[]): JsonNode {
  const all = values.flatMap((value) => blocksIn(value, 'identifiers'))
  const [only] = all
  const span = only?.span ?? { from: 0, to: 0 }
  const found = new Map<string, JsonNode[]>()
  const add = (key: string, nodes: readonly JsonNode[]): void =>
    void found.set(key, [...(found.get(key) ?? []), ...nodes])
  for (const node of all) {
    const call = callOf(node)
    const kind = call && principalKinds.find(([name]) => name.test(call.name))?.[1]
    if (call) add(kind ?? 'AWS', [principalOf(call, node)])
    else if (node.kind === 'object' && member(node, 'identifiers')) {
      const type = member(node, 'type')
      const identifiers = member(node, 'identifiers')
      const name = type?.kind === 'string' && symbolsIn(type.value).length === 0 ? type.value : 'AWS'
      add(
        name === '*' ? 'AWS' : name,
        identifiers?.kind === 'array' ? identifiers.items : identifiers ? [identifiers] : [],
      )
    } else if (node.kind === 'object' || all.length === 1) return node
    else notes.push({ code: 'left-out', what: { part: 'principal' }, span: node.span })
  }
  const members = [...found].map(([key, items]): JsonMember => {
    const [single] = items
    return { key: { value: key, span }, value: items.length === 1 && single ? single : { kind: 'array', items, span } }
  })
  return { kind: 'object', members, span }
}

function principalOf(call: Call, node: JsonNode): JsonNode {
  const [first] = call.arguments
  if (/(?:Any|Star)Principal$/.test(call.name)) return { kind: 'string', value: '*', span: node.span }
  if (/AccountRootPrincipal$/.test(call.name)) return { kind: 'string', value: `\${${call.name}}`, span: node.span }
  const isNamed = principalKinds.some(([name]) => name.test(call.name))
  return isNamed && first?.kind === 'string' ? first : { kind: 'string', value: `\${${call.name}}`, span: node.span }
}

/** `{test, variable, values}` of Terraform and Pulumi, or the policy language's own form. */
function conditions(values: readonly JsonNode[]): JsonNode {
  const all = values.flatMap((value) => blocksIn(value, 'variable'))
  const [first] = all
  const span = first?.span ?? { from: 0, to: 0 }
  const blocks = all.flatMap((node) => {
    const [test, variable, value] = ['test', 'variable', 'values'].map((key) => member(node, key))
    return test?.kind === 'string' && variable?.kind === 'string' && value ? [{ test, variable, value }] : []
  })
  if (blocks.length < all.length || blocks.length === 0) return first ?? { kind: 'null', span }
  const tests = new Map<string, JsonMember[]>()
  for (const { test, variable, value } of blocks) {
    const entry = { key: { value: variable.value, span: variable.span }, value }
    tests.set(test.value, [...(tests.get(test.value) ?? []), entry])
  }
  const members = [...tests].map(
    ([test, entries]): JsonMember => ({
      key: { value: test, span: entries[0]?.key.span ?? span },
      value: { kind: 'object', members: entries, span },
    }),
  )
  return { kind: 'object', members, span }
}
