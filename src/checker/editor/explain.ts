// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What the text at a place in a policy means: an element, an operator, a condition key, a variable, or an action, each with its page.

import { policyElements, readOperator, statementElements } from '../../iam/index.ts'
import { findGlobalKey } from '../../reference/index.ts'
import { elementPath, keyPath, operatorPath, variablesPath } from '../../session/language-paths.ts'
import { lineStart } from '../../text/index.ts'
import {
  type ElementWords,
  escapeWords,
  globalKeyLines,
  type OperatorWords,
  operatorPartWords,
  operatorWords,
  policyElementWords,
  principalKindWords,
  serviceKeySentence,
  variableWords,
} from '../../words/index.ts'
import { explainActions, explainPrincipal, explainResource } from './explain-values.ts'
import { type Explanation, type FindService, prefixOf } from './explanation.ts'
import { type PlaceKind, placeInPolicy } from './place-in-policy.ts'

/** An explanation, and the place in the text that it's about. */
export interface Explained extends Explanation {
  readonly from: number
  readonly to: number
}

/** Explains what is at a place; undefined where there is nothing to say. */
export async function explainAt(text: string, at: number, service: FindService): Promise<Explained | undefined> {
  const variable = variableAt(text, at)
  if (variable) {
    const explained = await explainVariable(variable.text, service)
    return explained && { ...explained, from: variable.from, to: variable.to }
  }
  const string = stringAt(text, at)
  const place = string && placeInPolicy(text, string.to)
  if (!string || !place) return undefined
  const explained = await explain(place.kind, string.text, service, place.of)
  return explained && { ...explained, from: string.from, to: string.to }
}

/** Explains a text of a kind, such as one that completion offers; `of` is the key that has it as a value. */
export async function explain(
  kind: PlaceKind,
  text: string,
  service: FindService,
  of = '',
): Promise<Explanation | undefined> {
  switch (kind) {
    case 'element':
    case 'policy-element':
      return explainElement(text)
    case 'effect':
      return explainElement('Effect', text)
    case 'version':
      return explainElement('Version', text)
    case 'principal-kind':
      return explainPrincipalKind(text)
    case 'operator':
      return explainOperator(text)
    case 'condition-key':
      return explainKey(text, service)
    case 'variable':
      return explainVariable(text, service)
    case 'action':
      return explainAction(text, service)
    case 'resource':
      return explainResource(text, service)
    case 'principal':
      return explainPrincipal(text, of)
  }
}

const isElement: ReadonlySet<string> = new Set([...policyElements, ...statementElements])

function explainElement(name: string, title = name): Explanation | undefined {
  const words = isElement.has(name) ? policyElementWords().get(name) : undefined
  return words && { title, lines: linesOf(words), page: elementPath(name), source: words.source }
}

function explainPrincipalKind(name: string): Explanation | undefined {
  const is = principalKindWords().get(name)
  const source = policyElementWords().get('Principal')?.source
  return is === undefined ? undefined : { title: name, lines: [is], page: elementPath('Principal'), source }
}

const linesOf = ({ is, notes }: ElementWords): readonly string[] => [is, ...notes]

function explainOperator(name: string): Explanation | undefined {
  const operator = readOperator(name)
  if (!operator) return undefined
  const words = operatorWords(operator)
  const parts = [
    ...(operator.quantifier === 'for-any' ? [operatorPartWords('ForAnyValue')] : []),
    ...(operator.quantifier === 'for-all' ? [operatorPartWords('ForAllValues')] : []),
    ...(operator.ifExists ? [operatorPartWords('IfExists')] : []),
  ]
  // With a part that says what happens without the key, the operator's own sentence about that is wrong.
  const notes = parts.length > 0 ? [] : words.notes
  const lines = [words.matches, ...parts.flatMap((part: OperatorWords) => [part.matches, ...part.notes]), ...notes]
  return { title: name, lines, page: operatorPath(operator.name), source: words.source }
}

async function explainKey(name: string, service: FindService): Promise<Explanation | undefined> {
  const key = findGlobalKey(name)
  const lines = key ? globalKeyLines(key) : []
  if (!key || lines.length === 0) return explainServiceKey(name, service)
  return { title: name, lines, page: keyPath(key.name), source: key.source }
}

async function explainServiceKey(name: string, service: FindService): Promise<Explanation | undefined> {
  const prefix = prefixOf(name)
  const found = await service(prefix)
  const slash = name.indexOf('/')
  const wanted = (slash < 0 ? name : name.slice(0, slash + 1)).toLowerCase()
  const listed = [...(found?.conditionKeys ?? [])].find(([key]) =>
    slash < 0 ? key.toLowerCase() === wanted : key.toLowerCase().startsWith(wanted),
  )
  if (!found || !listed) return undefined
  const [key, type] = listed
  return {
    title: key,
    lines: [serviceKeySentence(found.name, type)],
    page: `reference/${prefix}/#condition-keys`,
    source: undefined,
  }
}

async function explainVariable(inside: string, service: FindService): Promise<Explanation | undefined> {
  const escaped = escapeWords(inside)
  const words = variableWords()
  const shared = { title: `\${${inside}}`, page: variablesPath, source: words.source }
  if (escaped !== undefined) return { ...shared, lines: [escaped] }
  const comma = inside.indexOf(',')
  const key = await explainKey((comma < 0 ? inside : inside.slice(0, comma)).trim(), service)
  return { ...shared, lines: [...linesOf(words), ...(key ? [`${key.title}: ${key.lines[0]}`] : [])] }
}

async function explainAction(text: string, service: FindService): Promise<Explanation | undefined> {
  if (/[*?]/.test(text)) return explainActions(text, service)
  const prefix = prefixOf(text)
  const found = await service(prefix)
  const action = found?.actions.get(text.slice(prefix.length + 1).toLowerCase())
  if (!found || !action) return undefined
  const types = action.resourceTypes.map((type) => type.name)
  const on = types.length === 0 ? 'works on “*” only' : `works on: ${types.join(', ')}`
  const keys = action.conditionKeys.slice(0, 8).join(', ')
  return {
    title: text,
    lines: [
      `${found.name}, ${action.name} (${action.accessLevels.join(', ')}): ${on}.`,
      ...(keys === '' ? [] : [`Condition keys: ${keys}.`]),
    ],
    page: `reference/${prefix}/#${action.name.toLowerCase()}`,
    source: undefined,
  }
}

interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Longer strings aren't explained. */
const longest = 300

/** The string in quotes around a place, without its quotes; strings don't cross lines. */
function stringAt(text: string, at: number): Piece | undefined {
  const line = lineStart(text, at)
  let open: number | undefined
  for (let i = line; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"' && open === undefined) open = i + 1
    else if (text[i] === '"' && open !== undefined) {
      if (open <= at && at <= i)
        return i - open > longest ? undefined : { text: text.slice(open, i), from: open, to: i }
      if (i > at) return undefined
      open = undefined
    }
  }
  return undefined
}

/** The variable around a place: the text gives what is between its braces, the places include them. */
function variableAt(text: string, at: number): Piece | undefined {
  const start = text.lastIndexOf('${', at)
  if (start < 0 || at - start > longest) return undefined
  const end = text.indexOf('}', start)
  if (end < at || end - start > longest) return undefined
  const inside = text.slice(start + 2, end)
  return /["\n]/.test(inside) ? undefined : { text: inside, from: start, to: end + 1 }
}
