// Statements in programs: AWS CDK in TypeScript and Python, and policies written as objects or dicts, as in Pulumi.

/** How a statement is written in a program, and what goes around another one behind it. */
export interface CodeForm {
  readonly style: 'cdk-typescript' | 'cdk-python' | 'object'
  /** What stands before CDK's names: "iam.". */
  readonly prefix: string
  readonly quote: '"' | "'"
  /** Keys of an object without quotes, as JavaScript allows. */
  readonly bareKeys: boolean
  /** Written before the new statement: a comma and a line break, or the call that adds it. */
  readonly open: string
  readonly close: string
  /** Behind the last statement, or behind the call that adds it. */
  readonly at: number
}

/** How far around a statement is looked at. */
const around = 300

const list = /[[,]\s*$/
const adds =
  /([\w$.]{1,120}\.(?:addToPolicy|addToRolePolicy|addToPrincipalPolicy|addToResourcePolicy|addStatements|add_to_(?:\w{1,40}_)?policy|add_statements))\(\s*$/
const typescript = /new\s+((?:[\w$]+\.){0,3})PolicyStatement\(\s*$/
const python = /((?:\w+\.){0,3})PolicyStatement$/

/** The form of the last statement of a document; `span` is its place in `text`. Undefined where another one can't follow it. */
export function codeFormOf(text: string, span: { readonly from: number; readonly to: number }): CodeForm | undefined {
  const before = text.slice(Math.max(0, span.from - around), span.from)
  const statement = text.slice(span.from, span.to)
  const indent = indentAt(text, span.from)
  const quote = count(statement, "'") > count(statement, '"') ? "'" : '"'
  const start = statement.startsWith('(') ? python.exec(before) : typescript.exec(before)
  if (!start) {
    if (!statement.startsWith('{') || !list.test(before)) return undefined
    const bareKeys = !/^\{\s*["']/.test(statement)
    return { style: 'object', prefix: '', quote, bareKeys, open: `,\n${indent}`, close: '', at: span.to }
  }
  const style = statement.startsWith('(') ? 'cdk-python' : 'cdk-typescript'
  const end = style === 'cdk-python' ? span.to : endOfCall(text, span.to)
  const outside = before.slice(0, start.index)
  const same = { style, prefix: start[1] ?? '', quote, bareKeys: true } as const
  if (end === undefined) return undefined
  if (list.test(outside)) return { ...same, open: `,\n${indent}`, close: '', at: end }
  const callee = adds.exec(outside)?.[1]
  const after = callee === undefined ? undefined : endOfCall(text, end)
  if (callee === undefined || after === undefined) return undefined
  const semicolon = text[after] === ';' ? ';' : ''
  return { ...same, open: `\n${indent}${callee}(`, close: `)${semicolon}`, at: after + semicolon.length }
}

const count = (text: string, quote: string): number => text.split(quote).length - 1

/** Behind the closing bracket that follows, with at most a comma before it. */
function endOfCall(text: string, from: number): number | undefined {
  const found = /^\s*,?\s*\)/.exec(text.slice(from, from + around))
  return found ? from + found[0].length : undefined
}

/** The white space that the line of this place begins with. */
const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? ''

type Value = unknown

const entriesOf = (value: Value): readonly (readonly [string, Value])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** Names of CDK's properties in TypeScript. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatementProps.html */
const properties: ReadonlyMap<string, string> = new Map([
  ['Sid', 'sid'],
  ['Effect', 'effect'],
  ['Action', 'actions'],
  ['Resource', 'resources'],
  ['Condition', 'conditions'],
])

/**
 * A statement in this form; undefined where CDK has no literal for it: principals are objects there. `indent` is that of the line it begins in.
 */
export function writeCode(statement: Value, form: CodeForm, indent: string): string | undefined {
  if (form.style === 'object') return object(statement, form, indent)
  const members = entriesOf(statement)
  if (members.some(([key]) => !properties.has(key))) return undefined
  const isPython = form.style === 'cdk-python'
  const lines = members.map(([key, value]) => {
    const name = properties.get(key) ?? ''
    return `${indent}${step(form)}${name}${isPython ? '=' : ': '}${propertyOf(key, value, form, indent)},`
  })
  const [open, close] = isPython ? ['(', ')'] : ['({', '})']
  return `${isPython ? '' : 'new '}${form.prefix}PolicyStatement${open}\n${lines.join('\n')}\n${indent}${close}`
}

const step = ({ style }: CodeForm): string => (style === 'cdk-python' ? '    ' : '  ')

function propertyOf(key: string, value: Value, form: CodeForm, indent: string): string {
  if (key === 'Effect') return `${form.prefix}Effect.${value === 'Deny' ? 'DENY' : 'ALLOW'}`
  const isList = key === 'Action' || key === 'Resource'
  return object(isList ? [value].flat() : value, { ...form, bareKeys: false }, indent + step(form))
}

/** A value as a program writes it. */
function object(value: Value, form: CodeForm, indent: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => object(each, form, indent)).join(', ')}]`
  if (typeof value === 'string') return quoted(value, form.quote)
  const members = entriesOf(value)
  if (members.length === 0) return JSON.stringify(value)
  const lines = members.map(([key, each]) => {
    const name = form.bareKeys && /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key, form.quote)
    return `${indent}${step(form)}${name}: ${object(each, form, indent + step(form))},`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

const quoted = (text: string, quote: CodeForm['quote']): string =>
  quote === '"'
    ? JSON.stringify(text)
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
