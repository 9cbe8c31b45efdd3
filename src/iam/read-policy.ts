import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type Located,
  type Problem,
  readJson,
  type Span,
} from '../text/index.ts'
import { openName, openPattern } from './open-entry.ts'
import { readOperator } from './operator.ts'
import { type Pattern, readPattern } from './pattern/index.ts'
import type { Clause, Condition, ConditionValue, Entry, PolicyDocument, PolicyRead, Statement } from './policy.ts'
import { policyElements, statementElements } from './policy-elements.ts'
import type { PolicyFault, ReadProblem } from './policy-problem.ts'
import type { PrincipalPattern } from './principal.ts'
import { readAction, readResource } from './read-elements.ts'
import { openPrincipal, readPrincipal } from './read-principal.ts'

/**
 * Reads a policy from text. Never throws: a part that can't be read becomes a problem with its location, and the rest is still read.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string): PolicyRead {
  const { value, problems } = readJson(text)
  const reader = new Reader(problems)
  const policy = reader.document(text, value)
  return { policy, problems: reader.problems }
}

const versions = ['2012-10-17', '2008-10-17']

/** Walks the JSON once and gathers problems on the way; lives for one document. */
class Reader {
  readonly problems: ReadProblem[]
  private variables = false

  constructor(before: readonly Problem[]) {
    this.problems = [...before]
  }

  document(text: string, root: JsonNode | undefined): PolicyDocument {
    if (root?.kind !== 'object') {
      if (root) this.report(root.span, '', { code: 'data-type', wanted: 'policy' })
      return { text, version: undefined, id: undefined, statements: [], root: undefined }
    }
    this.elements(root, policyElements, '')
    const version = this.text(find(root, 'Version'), '/Version')
    this.variables = version?.value === '2012-10-17'
    const accepted = version === undefined || versions.includes(version.value)
    if (version && !accepted) {
      this.report(version.span, '/Version', { code: 'invalid-version', written: version.value })
    }
    const statements = this.statements(root, accepted)
    return { text, version, id: this.text(find(root, 'Id'), '/Id'), statements, root }
  }

  private statements(root: JsonObject, accepted: boolean): readonly Statement[] {
    const node = find(root, 'Statement')?.value
    if (!node) {
      this.report(start(root.span), '', { code: 'missing-statement' })
      return []
    }
    const nodes = node.kind === 'array' ? node.items : [node]
    return nodes.flatMap((item, index) => {
      const path = node.kind === 'array' ? `/Statement/${index}` : '/Statement'
      if (item.kind === 'object') return [this.statement(item, { index, path, accepted })]
      this.report(item.span, path, { code: 'data-type', wanted: 'statement' })
      return []
    })
  }

  private statement(node: JsonObject, at: { index: number; path: string; accepted: boolean }): Statement {
    const before = this.problems.length
    const { path } = at
    this.elements(node, statementElements, path)
    const effect = this.effect(node, path)
    const principal = this.clause(node, { path, names: ['Principal', 'NotPrincipal'] }, (value, p) =>
      this.principals(value, p),
    )
    const action = this.clause(node, { path, names: ['Action', 'NotAction'] }, (value, p) =>
      this.texts(value, p, readAction),
    )
    const resource = this.clause(node, { path, names: ['Resource', 'NotResource'] }, (value, p) =>
      this.texts(value, p, (raw) => readResource(raw, this.variables)),
    )
    if (!action) this.report(start(node.span), path, { code: 'missing-action' })
    const conditions = this.conditions(find(node, 'Condition'), `${path}/Condition`)
    const sid = this.text(find(node, 'Sid'), `${path}/Sid`)
    const open = effect ? undefined : openEffectOf(node)
    // An effect that's open is a problem of its own.
    const isAccepted = at.accepted && action !== undefined && this.problems.length === before + (open ? 1 : 0)
    return {
      index: at.index,
      path,
      span: node.span,
      node,
      sid,
      effect,
      openEffect: isAccepted ? open : undefined,
      principal,
      action,
      resource,
      conditions,
      effective: isAccepted && effect !== undefined,
    }
  }

  private effect(node: JsonObject, path: string): Located<'Allow' | 'Deny'> | undefined {
    const found = find(node, 'Effect')
    const text = this.text(found, `${path}/Effect`)
    if (text?.value === 'Allow' || text?.value === 'Deny') return { value: text.value, span: text.span }
    if (text) {
      this.report(text.span, `${path}/Effect`, { code: 'invalid-effect', written: text.value })
    } else if (!found) {
      this.report(start(node.span), path, { code: 'missing-effect' })
    }
    return undefined
  }

  private clause<T>(
    node: JsonObject,
    { path, names }: { path: string; names: readonly [string, string] },
    read: (value: JsonNode, path: string) => readonly Entry<T>[],
  ): Clause<T> | undefined {
    const [plain, negated] = [find(node, names[0]), find(node, names[1])]
    if (plain && negated) {
      this.report(negated.key.span, `${path}/${names[1]}`, { code: 'element-combination', elements: names })
    }
    const found = plain ?? negated
    if (!found) return undefined
    const { key, value } = found
    return {
      sense: plain ? 'any-of' : 'none-of',
      keyword: key,
      span: value.span,
      items: read(value, `${path}/${key.value}`),
    }
  }

  private principals(value: JsonNode, path: string): readonly Entry<PrincipalPattern>[] {
    if (value.kind === 'object') {
      return value.members.flatMap(({ key, value: below }) =>
        this.texts(below, `${path}/${escapePointer(key.value)}`, (raw) => readPrincipal(key.value, raw)),
      )
    }
    if (value.kind === 'string' && value.value === '*')
      return [{ value: { kind: 'everyone', raw: '*' }, span: value.span, path, list: undefined }]
    const written = value.kind === 'string' ? value.value : undefined
    const open = written === undefined ? undefined : openPrincipal(undefined, written)
    if (open) return [{ value: open, span: value.span, path, list: undefined }]
    this.report(value.span, path, { code: 'data-type', wanted: 'principal', written })
    return []
  }

  private texts<T>(value: JsonNode, path: string, read: (raw: string) => T): readonly Entry<T>[] {
    if (value.kind === 'string') return [{ value: read(value.value), span: value.span, path, list: undefined }]
    if (value.kind !== 'array') {
      this.report(value.span, path, { code: 'data-type', wanted: 'text' })
      return []
    }
    const spans = value.items.map(({ span }) => span)
    const entries: Entry<T>[] = []
    value.items.forEach((node, index) => {
      const at = `${path}/${index}`
      if (node.kind === 'string')
        entries.push({ value: read(node.value), span: node.span, path: at, list: { spans, index } })
      else this.report(node.span, at, { code: 'data-type', wanted: 'text' })
    })
    return entries
  }

  private conditions(found: JsonMember | undefined, path: string): readonly Condition[] {
    if (!found) return []
    if (found.value.kind === 'object') {
      return found.value.members.flatMap((block) =>
        this.conditionBlock(block, `${path}/${escapePointer(block.key.value)}`),
      )
    }
    this.report(found.value.span, path, { code: 'data-type', wanted: 'condition block' })
    return []
  }

  private conditionBlock({ key: written, value }: JsonMember, path: string): readonly Condition[] {
    const operator = { value: readOperator(written.value), span: written.span, written: written.value }
    if (!operator.value) {
      this.report(written.span, path, { code: 'invalid-operator', written: written.value })
    }
    if (value.kind !== 'object') {
      this.report(value.span, path, { code: 'data-type', wanted: 'condition' })
      return []
    }
    return value.members.map(({ key, value: below }) => {
      const at = `${path}/${escapePointer(key.value)}`
      return {
        path: at,
        span: { from: key.span.from, to: below.span.to },
        operator,
        key,
        values: this.conditionValues(below, at),
      }
    })
  }

  private conditionValues(value: JsonNode, path: string): readonly Located<ConditionValue>[] {
    const nodes = value.kind === 'array' ? value.items : [value]
    return nodes.flatMap((node) => {
      if (node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean') {
        const raw = String(node.value)
        return [{ value: { json: node.kind, raw, pattern: this.conditionPattern(raw) }, span: node.span }]
      }
      this.report(node.span, path, { code: 'condition-data-type' })
      return []
    })
  }

  /** What a mask hides isn't known: a value that holds one is open, as with a name without a value. */
  private conditionPattern(raw: string): Pattern {
    return openPattern(raw, this.variables) ?? readPattern(raw, this.variables)
  }

  private text(found: JsonMember | undefined, path: string): Located<string> | undefined {
    if (!found) return undefined
    if (found.value.kind === 'string') return found.value
    this.report(found.value.span, path, { code: 'data-type', wanted: 'element', element: found.key.value })
    return undefined
  }

  private elements(node: JsonObject, known: readonly string[], path: string): void {
    const seen = new Set<string>()
    for (const { key } of node.members) {
      const isKnown = known.includes(key.value)
      if (!isKnown || seen.has(key.value)) {
        const at = `${path}/${escapePointer(key.value)}`
        const written = key.value
        const meant = isKnown ? undefined : known.find((name) => name.toLowerCase() === written.toLowerCase())
        if (isKnown) this.report(key.span, at, { code: 'duplicate-element', written })
        else this.report(key.span, at, { code: 'unknown-element', written, meant, known })
      }
      seen.add(key.value)
    }
  }

  private report(span: Span, path: string, fault: PolicyFault): void {
    this.problems.push({ code: fault.code, severity: 'error', span, path, fault })
  }
}

/** If something is missing, the opening bracket is marked. */
const start = (span: Span): Span => ({ from: span.from, to: span.from + 1 })

/** The placeholder's name, if the document leaves the effect open. */
function openEffectOf(node: JsonObject): Located<string> | undefined {
  const effect = find(node, 'Effect')?.value
  const name = effect?.kind === 'string' ? openName(effect.value) : undefined
  return effect && name !== undefined ? { value: name, span: effect.span } : undefined
}

const find = (node: JsonObject, name: string): JsonMember | undefined =>
  node.members.findLast(({ key }) => key.value === name)

/** Escapes a key for a JSON pointer, RFC 6901. */
export const escapePointer = (key: string): string =>
  key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
