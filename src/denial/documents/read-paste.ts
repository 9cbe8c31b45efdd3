import { type JsonNode, readJson, type Span } from '../../text/index.ts'
import { readDenial } from '../read-denial.ts'
import { type Entity, entitiesIn, isAccountListing, type Mention, mentionsIn } from './account-details.ts'
import { jsonChunks } from './chunks.ts'
import { labelAbove } from './label.ts'
import type { Paste, PastedPolicy } from './pasted.ts'
import { pick } from './pick.ts'
import { toldBy } from './shapes.ts'
import { holdsFunctions, plainValue } from './templates.ts'
import { objectsOf, type PolicyAt, policiesIn, textAt, unquoted } from './tree.ts'
import { type ToJson, yamlChunks } from './yaml-chunk.ts'

/** Events and decoded messages hold documents too, but are themselves what was denied. */
const isEvent = /"(?:eventSource|userIdentity|eventVersion|explicitDeny|matchedStatements)\\?"/
const isDocument = /Statement|AttachedPolicies|PermissionsBoundaryArn|_CONTROL_POLICY|DetailList|"UserId"|EvalDecision/

/**
 * Sorts a paste: cuts policies out of it, whether they stand alone, in outputs of the command line, in templates or plans, and tells what they are
 * attached to where that can be seen. `toJson` reads YAML; without it only JSON is looked for.
 */
export function readPaste(text: string, toJson?: ToJson): Paste {
  const parts = [...jsonParts(text), ...yamlParts(text, toJson)]
  const used = parts.filter(isUsed)
  const rest = without(text, used)
  const policies = unique(used.flatMap((part) => part.policies))
  const entities = used.flatMap(({ tree }) => entitiesIn(tree))
  const simulated = used.flatMap(({ tree }) => simulatedIn(tree))[0]
  const caller = used.flatMap(({ tree }) => callerIn(tree))[0]
  const picked = entities.length > 0 ? picking(policies, entities, rest, caller) : policies
  return {
    rest,
    policies: picked,
    caller,
    simulated,
    mentions: missing(
      used.flatMap(({ tree }) => (isAccountListing(tree) ? [] : mentionsIn(tree))),
      policies,
    ),
    leftOut: policies.length - new Set(picked.map(({ span }) => span.from)).size,
  }
}

interface Part {
  readonly span: Span
  readonly tree: JsonNode
  readonly policies: readonly PastedPolicy[]
}

function jsonParts(text: string): readonly Part[] {
  return jsonChunks(text).flatMap((span) => {
    const chunk = text.slice(span.from, span.to)
    if (!isDocument.test(chunk) || isEvent.test(chunk)) return []
    const tree = readJson(chunk).value
    if (!tree) return []
    const label = labelAbove(text, span.from)
    const policies = [...policiesIn(tree)].filter(isCurrent).map((at): PastedPolicy => {
      const told = toldBy(at.trail)
      const isAlone = at.trail.length === 0 && label !== undefined
      return {
        ...told,
        name: told.name ?? label?.name,
        target: label?.target,
        ...(isAlone ? { policyType: label.policyType, because: `the line above it says “${label.line}”` } : {}),
        span: { from: span.from + at.node.span.from, to: span.from + at.node.span.to },
        text: documentText(at, chunk),
      }
    })
    const from = policies.length > 0 ? (label?.commentFrom ?? span.from) : span.from
    return [{ span: { ...span, from }, tree, policies }]
  })
}

/** YAML knows no places that would help here: the whole block is the place of all its policies. */
function yamlParts(text: string, toJson: ToJson | undefined): readonly Part[] {
  for (const block of toJson ? yamlChunks(text) : []) {
    const json = toJson?.(text.slice(block.from, block.to))
    const tree = json === undefined ? undefined : readJson(json).value
    if (json !== undefined && tree) return [{ span: block, tree, policies: policiesOf(tree, block, json) }]
  }
  return []
}

const policiesOf = (tree: JsonNode, span: Span, json: string): readonly PastedPolicy[] =>
  [...policiesIn(tree)]
    .filter(isCurrent)
    .map((at) => ({ ...toldBy(at.trail), target: undefined, span, text: documentText(at, json) }))

const isUsed = ({ tree, policies }: Part): boolean =>
  policies.length > 0 ||
  isAccountListing(tree) ||
  mentionsIn(tree).length > 0 ||
  callerIn(tree).length > 0 ||
  simulatedIn(tree).length > 0

/** Of the versions of a managed policy only the default one counts. */
const isCurrent = ({ trail }: PolicyAt): boolean => {
  const version = trail.at(-1)?.object
  return !version?.members.some(
    ({ key, value }) =>
      key.value === 'IsDefaultVersion' && value.kind === 'boolean' && !value.value && trail.length > 2,
  )
}

function documentText({ node }: PolicyAt, chunk: string): string {
  if (node.kind === 'string') {
    const text = unquoted(node.value)
    return text.includes('\n') ? text : pretty(text)
  }
  const text = chunk.slice(node.span.from, node.span.to)
  return holdsFunctions(text) ? JSON.stringify(plainValue(node), null, 2) : outdented(text)
}

function pretty(text: string): string {
  const { value, problems } = readJson(text)
  return value && problems.length === 0 ? JSON.stringify(plainValue(value), null, 2) : text
}

/** The lines moved to the left as far as the last one, which closes the document. */
function outdented(text: string): string {
  const [first = '', ...lines] = text.split(/\r?\n/)
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0] ?? ''
  return [first, ...lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))].join('\n')
}

/** The text without these parts; what then is only brackets, commas and blanks is nothing. */
function without(text: string, parts: readonly Part[]): string {
  let at = 0
  let rest = ''
  for (const { span } of [...parts].sort((a, b) => a.span.from - b.span.from)) {
    rest += text.slice(at, span.from)
    at = Math.max(at, span.to)
  }
  rest += text.slice(at)
  if (parts.length === 0) return text
  return /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : ''
}

/** A plan tells each policy twice. */
function unique(policies: readonly PastedPolicy[]): readonly PastedPolicy[] {
  const seen = new Set<string>()
  return policies.filter(({ text, policyType, holder, name, arn, target }) => {
    const key = JSON.stringify([text.replaceAll(/\s/g, ''), policyType, holder, target, arn ?? name])
    return !seen.has(key) && seen.add(key)
  })
}

function picking(
  policies: readonly PastedPolicy[],
  entities: readonly Entity[],
  rest: string,
  caller: string | undefined,
): readonly PastedPolicy[] {
  const denial = readDenial(rest)
  return pick(policies, entities, { caller: denial.principal ?? caller, resource: denial.resource })
}

function callerIn(tree: JsonNode): readonly string[] {
  if (tree.kind !== 'object' || textAt(tree, 'UserId') === undefined || textAt(tree, 'Account') === undefined) return []
  const arn = textAt(tree, 'Arn')
  return arn === undefined ? [] : [arn]
}

function simulatedIn(tree: JsonNode): readonly { readonly action: string; readonly resource: string }[] {
  return [...objectsOf(tree)].flatMap((object) => {
    const [action, decision] = [textAt(object, 'EvalActionName'), textAt(object, 'EvalDecision')]
    if (action === undefined || !/deny/i.test(decision ?? '')) return []
    return [{ action, resource: textAt(object, 'EvalResourceName') ?? '*' }]
  })
}

function missing(mentions: readonly Mention[], policies: readonly PastedPolicy[]): readonly Mention[] {
  const there = new Set(policies.flatMap(({ arn, name }) => [arn, name]))
  return mentions.filter(({ id, name }) => !there.has(id) && !there.has(name))
}
