// Values and statements of a policy as Terraform, YAML, and JSON write them.

export type Value = unknown

export const entriesOf = (value: Value): readonly (readonly [string, Value])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

export const memberOf = (value: Value, key: string): Value => entriesOf(value).find(([name]) => name === key)?.[1]

/** Arguments of https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
const argumentOf: ReadonlyMap<string, string> = new Map([
  ['Sid', 'sid'],
  ['Effect', 'effect'],
  ['Action', 'actions'],
  ['NotAction', 'not_actions'],
  ['Resource', 'resources'],
  ['NotResource', 'not_resources'],
])

/** Lines of a block `statement { … }` for a statement, or for some of its elements. */
export function blockLines(statement: Value, indent: string): string {
  const plain = entriesOf(statement).flatMap(([key, value]) => {
    const name = argumentOf.get(key)
    const isList = key !== 'Sid' && key !== 'Effect'
    return name === undefined ? [] : [`${indent}${name} = ${hcl(isList ? [value].flat() : value, indent, '&')}\n`]
  })
  const principals = principalBlocks(statement, 'Principal', indent)
  const others = principalBlocks(statement, 'NotPrincipal', indent)
  const conditions = entriesOf(memberOf(statement, 'Condition')).flatMap(([test, keys]) =>
    entriesOf(keys).map(
      ([variable, values]) =>
        `${indent}condition {\n${indent}  test     = ${hcl(test, '')}\n${indent}  variable = ${hcl(variable, '')}\n${indent}  values   = ${hcl([values].flat(), indent, '&')}\n${indent}}\n`,
    ),
  )
  return [...plain, ...principals, ...others, ...conditions].join('')
}

function principalBlocks(statement: Value, element: 'Principal' | 'NotPrincipal', indent: string): readonly string[] {
  const principal = memberOf(statement, element)
  const name = element === 'Principal' ? 'principals' : 'not_principals'
  return (principal === '*' ? [['*', '*'] as const] : entriesOf(principal)).map(
    ([type, names]) =>
      `${indent}${name} {\n${indent}  type        = ${hcl(type, '')}\n${indent}  identifiers = ${hcl([names].flat(), indent)}\n${indent}}\n`,
  )
}

/** AWS's own variables, and what it writes for a literal "*", "?", or "$": nothing that Terraform puts in. */
const dollars = (text: string, sign = '$$'): string => text.replaceAll(/\$(?=\{(?:[a-z0-9-]+:|[*?$]\}))/gi, () => sign)

/** JSON, whose lines after the first begin with `indent`. */
export const json = (value: Value, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)

/** JSON in a text of Terraform, where a policy variable keeps its dollar sign by a second one. */
export const jsonInHcl = (value: Value, indent: string): string => dollars(json(value, indent))

/** A value of Terraform. A policy variable keeps its dollar sign by a second one, or is written with "&" in a policy document. */
export function hcl(value: Value, indent: string, sign = '$$'): string {
  if (Array.isArray(value)) return `[${value.map((each) => hcl(each, indent, sign)).join(', ')}]`
  if (typeof value === 'string') return dollars(JSON.stringify(value), sign)
  const members = entriesOf(value)
  if (members.length === 0) return JSON.stringify(value)
  const lines = members.map(([key, each]) => {
    const name = /^\w+$/.test(key) ? key : JSON.stringify(key)
    return `${indent}  ${name} = ${hcl(each, `${indent}  `, sign)}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

/** Words that YAML takes for something else than text. https://yaml.org/type/bool.html */
const words = /^(?:y|n|yes|no|true|false|on|off|null)$/i

/** Is a text the same in YAML without quotes? */
export const isBareYaml = (text: string): boolean => /^[A-Za-z][\w./:@*=+-]*[\w*/]$/.test(text) && !words.test(text)

/** A value of YAML, in blocks: JSON's strings are strings of YAML, too. */
export function yaml(value: Value, indent: string): string {
  const isBlock = (each: Value): boolean => Array.isArray(each) || entriesOf(each).length > 0
  if (Array.isArray(value)) return value.map((each) => `${indent}- ${yaml(each, `${indent}  `).trimStart()}`).join('\n')
  const members = entriesOf(value)
  if (members.length === 0)
    return typeof value === 'string' && !value.includes(':') && isBareYaml(value) ? value : JSON.stringify(value)
  return members
    .map(([key, each]) => {
      const name = isBareYaml(key) ? key : JSON.stringify(key)
      return isBlock(each) ? `${indent}${name}:\n${yaml(each, `${indent}  `)}` : `${indent}${name}: ${yaml(each, '')}`
    })
    .join('\n')
}

/** A value in YAML's flow style. */
export const flow = (value: Value): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const members = entriesOf(value)
  return members.length === 0
    ? JSON.stringify(value)
    : `{ ${members.map(([key, each]) => `${JSON.stringify(key)}: ${flow(each)}`).join(', ')} }`
}
