import type { JsonNode, JsonObject, YamlRead } from '../../text/index.ts'

/** Readers of the languages other than JSON. They're handed in, because they're large: a page loads those that a paste needs. */
export interface Languages {
  readonly yaml?: ((text: string, offset: number) => YamlRead) | undefined
  readonly hcl?: ((text: string, offset: number) => JsonObject) | undefined
  readonly script?: ((text: string, as: 'value' | 'values' | 'program', offset: number) => JsonNode) | undefined
}

export type Language = keyof Languages

/** A word without which no text holds a policy, in any of the languages. */
const policyWord =
  /\b(?:Not)?(?:Statement|statement|Action|Actions|actions|not_actions)s?\b|PolicyStatement|policy|Policies|assumed(?:By|_by)/

/** Where Terraform begins: a block, or a function that only Terraform has. */
export const hclStart =
  /^[ \t]*(?:(?:resource|data)\s{1,9}"[\w-]{1,80}"\s{1,9}"[^"\n]{1,80}"|(?:module|variable|output|provider)\s{1,9}"[^"\n]{1,80}"|(?:statement|locals|terraform|principals|condition|inline_policy)(?=\s{0,9}\{)|\w{1,60}\s{1,40}=\s{0,9}jsonencode\()/m

/** A resource in Terraform's plan, with the mark of what happens to it. */
export const planStart =
  /^[ \t]*(?:-\/\+|\+\/-|[~+-])[ \t]{1,9}(?:resource|data)\s{1,9}"[\w-]{1,80}"\s{1,9}"[^"\n]{1,80}"/m

/** What a program builds a policy with. */
export const scriptStart =
  /\b(?:PolicyStatement|PolicyDocument|getPolicyDocument(?:Output)?)(?:\.from_?[jJ]son)?\s{0,4}\(|\bJSON\.stringify\(\s{0,40}\{|\bjson[._]dumps\(\s{0,40}[{\w]|\bnew\s{1,4}(?:aws|iam)\.[\w.]{1,60}\(|\bnew\s{1,4}\w{1,30}Principal\(|\bassumed(?:By\s{0,4}:|_by\s{0,4}=)/

/** An element of a statement as YAML writes it. */
export const yamlStart =
  /^[ \t]*(?:- {1,4})?['"]?(?:Statement|Effect|Action|NotAction|PolicyDocument|AssumeRolePolicyDocument|iamRoleStatements|attachPolicy|statements|policyDocument|policy|Policies)['"]?[ \t]{0,4}:(?:\s|$)/m

const looseKey = /['"]?(?:Sid|Effect|Version|Statement|Action|NotAction|effect|actions|sid)['"]?\s{0,20}[:=]/y
const blanksAndComments = /(?:\s|\/\/[^\n]*\n|#[^\n]*\n|\/\*[^*]*\*\/)*/y
/** How much white space and how many comments can stand before an object's first key. */
const mostBefore = 400

/**
 * Does an object begin here whose keys are written as programs write them: without quotes, in single ones, behind a comment? Looks at a bounded
 * number of characters.
 */
export function isLooseObject(text: string, brace: number): boolean {
  const head = text.slice(brace + 1, brace + 1 + mostBefore)
  blanksAndComments.lastIndex = 0
  blanksAndComments.test(head)
  looseKey.lastIndex = blanksAndComments.lastIndex
  return looseKey.test(head) && head.trimStart()[0] !== '"'
}

function hasLooseObject(text: string): boolean {
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) if (isLooseObject(text, at)) return true
  return false
}

/** A value in an object with keys in double quotes that only a program can hold: a name with a dot, a call, an f-string. */
const codeValue = /"[ \t]{0,9}:[ \t]{0,9}(?:[A-Za-z_]\w{0,60}[.([]|f["'])/

/** The languages that a text may need to be read in. Linear in the text. */
export function languagesIn(text: string): readonly Language[] {
  if (!policyWord.test(text)) return []
  const found: Language[] = []
  if (yamlStart.test(text)) found.push('yaml')
  const isLoose = hasLooseObject(text) || codeValue.test(text)
  if (hclStart.test(text) || planStart.test(text) || (isLoose && /\b(?:Action|Effect|actions)\s{0,40}=/.test(text)))
    found.push('hcl')
  if (scriptStart.test(text) || isLoose) found.push('script')
  return found
}
