import type { PolicyDocument } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import { type ConditionAt, valuePath } from './condition-values.ts'
import { entriesOf } from './entries.ts'

/** A text in which a variable may stand: a resource or a condition's value. */
export interface VariableText {
  readonly raw: string
  readonly path: string
  readonly span: Span
}

/** All of them, in policies that know variables. */
export function readVariableTexts(
  { version, statements }: PolicyDocument,
  conditions: readonly ConditionAt[],
): readonly VariableText[] {
  if (version?.value !== '2012-10-17') return []
  const found: VariableText[] = []
  for (const { resource } of statements)
    for (const { value, path, span } of entriesOf(resource))
      if (value.raw.includes('${')) found.push({ raw: value.raw, path, span })
  for (const { condition } of conditions)
    for (const value of condition.values)
      if (value.value.raw.includes('${'))
        found.push({ raw: value.value.raw, path: valuePath(condition, value), span: value.span })
  return found
}

/** The insides of the variables of IAM in a text: "aws:username", "aws:PrincipalTag/team, 'none'". A template's placeholders have no colon. */
export const variablesIn = (raw: string): readonly string[] =>
  [...raw.matchAll(/\$\{([^}]{0,300})\}/g)].map(([, inside = '']) => inside)
