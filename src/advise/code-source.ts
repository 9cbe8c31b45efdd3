import { lineStart } from '../text/index.ts'

// Statements in programs: AWS CDK in TypeScript and Python, and policies written as objects or dicts, as in Pulumi.

/** How a program writes its values. */
export interface CodeStyle {
  readonly quote: '"' | "'"
  /** Keys of an object without quotes, as JavaScript allows. */
  readonly bareKeys: boolean
  /** One step of indentation. */
  readonly step: string
}

/**
 * How a statement is written in a program, and what goes around another one behind it: AWS CDK's PolicyStatement, an object with the keys of a policy, or
 * one with the argument names of Pulumi's getPolicyDocument.
 */
export interface CodeForm extends CodeStyle {
  readonly style: 'cdk-typescript' | 'cdk-python' | 'object' | 'arguments'
  /** What stands before CDK's names: "iam.". */
  readonly prefix: string
  /** The white space that the new statement's lines begin with. */
  readonly indent: string
  /** Written before the new statement: a comma and a line break, or the call that adds it. */
  readonly open: string
  readonly close: string
  /** Behind the last statement, or behind the call that adds it. */
  readonly at: number
  /** False: values in it can be replaced, but no other statement can follow. */
  readonly takesMore?: false | undefined
  /** Where the piece of code begins that shows what is changed; undefined: at the document. */
  readonly from?: number | undefined
}

/** How far around a statement is looked at. */
const around = 300

const pythonStep = '    '
const list = /[[,]\s*$/
const adds =
  /([\w$.]{1,120}\.(?:addToPolicy|addToRolePolicy|addToPrincipalPolicy|addToResourcePolicy|addStatements|add_to_(?:\w{1,40}_)?policy|add_statements))\(\s*$/
const typescript = /new\s+((?:[\w$]+\.){0,3})PolicyStatement\(\s*$/
const python = /((?:\w+\.){0,3})PolicyStatement$/

/** The form of the last statement of a document; `span` is its place in `text`. Undefined where another one can't follow it. */
export function codeFormOf(text: string, span: { readonly from: number; readonly to: number }): CodeForm | undefined {
  const from = Math.max(0, span.from - around)
  const before = withoutComments(text.slice(from, span.from))
  const statement = text.slice(span.from, span.to)
  const indent = indentAt(text, span.from)
  const quote = count(statement, "'") > count(statement, '"') ? "'" : '"'
  const start = statement.startsWith('(') ? python.exec(before) : typescript.exec(before)
  const role = start ? undefined : roleAround(text, span.from)
  if (role) return { ...role, quote }
  if (!start) {
    if (!statement.startsWith('{') || !list.test(before)) return undefined
    const bareKeys = !/^\{\s*["']/.test(statement)
    const style = /[{,]\s*["']?actions["']?\s*:/.test(statement) ? 'arguments' : 'object'
    return { style, prefix: '', quote, bareKeys, step: '  ', indent, open: `,\n${indent}`, close: '', at: span.to }
  }
  const style = statement.startsWith('(') ? 'cdk-python' : 'cdk-typescript'
  const end = style === 'cdk-python' ? span.to : endOfCall(text, span.to)
  const outside = withoutComments(before.slice(0, start.index))
  const step = style === 'cdk-python' ? pythonStep : '  '
  const same = { style, prefix: start[1] ?? '', quote, bareKeys: true, step } as const
  if (end === undefined) return undefined
  if (list.test(outside)) return { ...same, indent, open: `,\n${indent}`, close: '', at: end }
  const [declaration, variable] = assigned.exec(outside) ?? []
  if (declaration !== undefined && variable !== undefined) {
    const added = addedLater(text, variable, end)
    const outer = added && indentAt(text, added.from)
    return (
      added && {
        ...same,
        indent: outer ?? '',
        open: `\n${outer}${added.callee}(`,
        close: added.close,
        at: added.to,
        from: lineStart(text, from + outside.length - declaration.length),
      }
    )
  }
  const adding = adds.exec(outside)
  const callee = adding?.[1]
  const after = callee === undefined ? undefined : endOfCall(text, end)
  if (callee === undefined || after === undefined) return undefined
  const semicolon = text[after] === ';' ? ';' : ''
  // The call can begin on an earlier line than the statement.
  const outer = indentAt(text, from + (adding?.index ?? 0))
  return { ...same, indent: outer, open: `\n${outer}${callee}(`, close: `)${semicolon}`, at: after + semicolon.length }
}

/** `const statement = `, with what names its type. */
const assigned = /([A-Za-z_$][\w$]{0,80})(?:\s?:\s?[\w.]{1,60})?\s{0,9}=$/

/** A call that gives a statement in a variable to something: `role.addToPolicy(statement)`. */
const givesVariable =
  /([\w$.]{1,120}\.(?:addToPolicy|addToRolePolicy|addToPrincipalPolicy|addToResourcePolicy|addStatements|add_to_(?:\w{1,40}_)?policy|add_statements))\(\s{0,40}([A-Za-z_$][\w$]{0,80})\s{0,9}\);?/g

/** The first call behind a place that takes this variable, and nothing else; undefined where none does nearby. */
function addedLater(text: string, variable: string, behind: number) {
  const piece = text.slice(behind, behind + longestCall)
  const found = [...piece.matchAll(givesVariable)].find(([, , given]) => given === variable)
  const [call = '', callee] = found ?? []
  if (!found || callee === undefined) return undefined
  const from = behind + found.index
  return { from, to: from + call.length, callee, close: call.endsWith(';') ? ');' : ')' }
}

/** A comment at the end of a text of code, on a line of its own or behind something. */
const comment = /(?:^|\s)(?:\/\/|#)[^\n"'`]*$/

/** Without the comments before a statement. */
function withoutComments(code: string): string {
  let left = code.trimEnd()
  while (comment.test(left)) left = left.replace(comment, '').trimEnd()
  return left
}

const madeRole =
  /^([ \t]*)(?:(?:(?:export\s{1,9})?(?:const|let|var)\s{1,9})?([\w$.]{1,80})(?:\s{0,9}:\s{0,9}[\w.]{1,60})?\s{0,9}=\s{0,9})?(new\s{1,9})?((?:[\w$]{1,40}\.){0,3})Role\(/gm
/** How much of a role's call is looked at. */
const longestCall = 4_000

/**
 * The form of a statement for a role whose principals stand under `assumedBy`: a call behind the role's own.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.Role.html#assumerolepolicy
 */
function roleAround(text: string, at: number): Omit<CodeForm, 'quote'> | undefined {
  const from = Math.max(0, at - longestCall)
  const before = text.slice(from, at)
  const found = [...before.matchAll(madeRole)].at(-1)
  if (!found || !/\bassumed(?:By\s{0,9}:|_by\s{0,9}=)/.test(before.slice(found.index))) return undefined
  const [call, indent = '', variable = '', isNew, prefix = ''] = found
  const end = closedAt(text, from + found.index + call.length - 1)
  if (end === undefined || end < at) return undefined
  const semicolon = text[end] === ';' ? ';' : ''
  const isPython = isNew === undefined
  const adding = isPython ? 'assume_role_policy.add_statements' : 'assumeRolePolicy?.addStatements'
  return {
    style: isPython ? 'cdk-python' : 'cdk-typescript',
    prefix,
    bareKeys: true,
    step: isPython ? pythonStep : '  ',
    indent,
    open: `\n${indent}${variable}.${adding}(`,
    close: `)${semicolon}`,
    at: end + semicolon.length,
    // A role without a name has nothing to add a statement to.
    ...(variable === '' ? { takesMore: false } : {}),
    from: from + found.index,
  }
}

/** Behind the bracket that closes the one at this place; undefined where none does nearby. */
function closedAt(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < Math.min(text.length, open + longestCall); at++) {
    const c = text[at] ?? ''
    if (c === '"' || c === "'" || c === '`') {
      const end = text.indexOf(c, at + 1)
      if (end < 0) return undefined
      at = end
    } else if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c) && --depth === 0) return at + 1
  }
  return undefined
}

const count = (text: string, quote: string): number => text.split(quote).length - 1

/** Behind the closing bracket that follows, with at most a comma before it. */
function endOfCall(text: string, from: number): number | undefined {
  const found = /^\s*,?\s*\)/.exec(text.slice(from, from + around))
  return found ? from + found[0].length : undefined
}

/** The white space that the line of this place begins with. */
const indentAt = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? ''

type Value = unknown

const entriesOf = (value: Value): readonly (readonly [string, Value])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** Names of CDK's properties. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatementProps.html */
const properties: ReadonlyMap<string, string> = new Map([
  ['Sid', 'sid'],
  ['Effect', 'effect'],
  ['Principal', 'principals'],
  ['NotPrincipal', 'notPrincipals'],
  ['Action', 'actions'],
  ['NotAction', 'notActions'],
  ['Resource', 'resources'],
  ['NotResource', 'notResources'],
  ['Condition', 'conditions'],
])

/** The name of an element, in the spelling of the language: `notActions`, or `not_actions` of Python and HCL. */
export const propertyName = (element: string, isPython: boolean): string => {
  const name = properties.get(element) ?? element
  return isPython ? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name
}

/** Python's dictionaries have their keys in quotes. */
const isPythonForm = ({ style, bareKeys }: CodeForm): boolean =>
  style === 'cdk-python' || (style === 'arguments' && !bareKeys)

/** A statement in this form; undefined where it has no literal for a part of it, as for some principals. */
export function writeCode(statement: Value, form: CodeForm): string | undefined {
  const { indent } = form
  if (form.style === 'object') return codeValue(statement, form, indent)
  const members = entriesOf(statement)
  if (members.some(([key]) => !properties.has(key))) return undefined
  if (form.style === 'arguments') return codeValue(asArguments(statement, isPythonForm(form)), form, indent)
  const isPython = form.style === 'cdk-python'
  const lines = members.map(([key, value]) => {
    const written = writeElement(key, value, form, indent + form.step)
    return written && `${indent}${form.step}${written},`
  })
  if (lines.some((line) => line === undefined)) return undefined
  const [open, close] = isPython ? ['(', ')'] : ['({', '})']
  return `${isPython ? '' : 'new '}${form.prefix}PolicyStatement${open}\n${lines.join('\n')}\n${indent}${close}`
}

/** An element of a statement in this form, as its line begins with `indent`. */
export function writeElement(element: string, value: Value, form: CodeForm, indent: string): string | undefined {
  const isPython = isPythonForm(form)
  const name = propertyName(element, isPython)
  if (form.style === 'cdk-typescript' || form.style === 'cdk-python') {
    const written = propertyOf(element, value, form, indent)
    return written && `${name}${form.style === 'cdk-python' ? '=' : ': '}${written}`
  }
  const key = form.style === 'object' ? element : name
  const given = form.style === 'object' ? value : entriesOf(asArguments({ [element]: value }, isPython))[0]?.[1]
  return `${form.bareKeys ? key : quoted(key, form.quote)}: ${codeValue(given, form, indent)}`
}

/** A statement, or some of its elements, with the argument names of https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/ */
export const asArguments = (statement: Value, isPython: boolean): Value =>
  Object.fromEntries(
    entriesOf(statement).map(([key, value]) => {
      const name = propertyName(key, isPython)
      if (key === 'Sid' || key === 'Effect') return [name, value]
      if (key === 'Principal' || key === 'NotPrincipal')
        return [name, principalsOf(value).map(([type, names]) => ({ type, identifiers: names }))]
      return [name, key === 'Condition' ? conditionsOf(value) : [value].flat()]
    }),
  )

const conditionsOf = (value: Value): readonly Value[] =>
  entriesOf(value).flatMap(([test, keys]) =>
    entriesOf(keys).map(([variable, values]) => ({ test, variable, values: [values].flat() })),
  )

/** "*" is everyone, under a type of its own. */
const principalsOf = (value: Value): readonly (readonly [type: string, names: readonly Value[]])[] =>
  value === '*' ? [['*', ['*']]] : entriesOf(value).map(([type, names]) => [type, [names].flat()])

function propertyOf(key: string, value: Value, form: CodeForm, indent: string): string | undefined {
  if (key === 'Effect') return `${form.prefix}Effect.${value === 'Deny' ? 'DENY' : 'ALLOW'}`
  if (key === 'Principal' || key === 'NotPrincipal') return principals(value, form)
  const isList = key !== 'Sid' && key !== 'Condition'
  return codeValue(isList ? [value].flat() : value, { ...form, bareKeys: false }, indent)
}

/** CDK's classes of principals. https://docs.aws.amazon.com/cdk/v2/guide/permissions.html */
function principals(value: Value, form: CodeForm): string | undefined {
  const call = (name: string, argument: string): string =>
    `${form.style === 'cdk-python' ? '' : 'new '}${form.prefix}${name}(${argument === '' ? '' : quoted(argument, form.quote)})`
  const written = principalsOf(value).flatMap(([type, names]) =>
    names.map((name) => {
      if (typeof name !== 'string') return undefined
      if (name === '*') return call('AnyPrincipal', '')
      if (type === 'Service') return call('ServicePrincipal', name)
      if (type !== 'AWS') return undefined
      const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1]
      return account === undefined ? call('ArnPrincipal', name) : call('AccountPrincipal', account)
    }),
  )
  return written.length === 0 || written.includes(undefined) ? undefined : `[${written.join(', ')}]`
}

/** A value as a program writes it. */
export function codeValue(value: Value, form: CodeStyle, indent: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => codeValue(each, form, indent)).join(', ')}]`
  // Python writes its Booleans otherwise; a policy takes them as texts, too.
  if (typeof value === 'string' || typeof value === 'boolean') return quoted(String(value), form.quote)
  const members = entriesOf(value)
  if (members.length === 0) return JSON.stringify(value)
  const lines = members.map(([key, each]) => {
    const name = form.bareKeys && /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key, form.quote)
    return `${indent}${form.step}${name}: ${codeValue(each, form, indent + form.step)},`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

const quoted = (text: string, quote: CodeStyle['quote']): string =>
  quote === '"'
    ? JSON.stringify(text)
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
