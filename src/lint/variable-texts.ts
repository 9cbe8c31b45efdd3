import type { Span } from '../text/index.ts'
import type { Subject } from './check.ts'
import { valuePath } from './condition-values.ts'
import { entriesOf } from './entries.ts'

/** A text in which a variable may stand: a resource or a condition's value. */
export interface VariableText {
  readonly raw: string
  readonly path: string
  readonly span: Span
}

/** All of them, in policies that know variables. */
export function variableTexts(subject: Subject): readonly VariableText[] {
  if (subject.policy.version?.value !== '2012-10-17') return []
  const resources = subject.policy.statements.flatMap((statement) =>
    entriesOf(statement.resource).map(({ value: { raw }, path, span }) => ({ raw, path, span })),
  )
  const values = subject.conditions.flatMap(({ condition }) =>
    condition.values.map((value) => ({ raw: value.value.raw, path: valuePath(condition, value), span: value.span })),
  )
  return [...resources, ...values].filter(({ raw }) => raw.includes('${'))
}

/** The insides of the variables of IAM in a text: "aws:username", "aws:PrincipalTag/team, 'none'". A template's placeholders have no colon. */
export const variablesIn = (raw: string): readonly string[] =>
  [...raw.matchAll(/\$\{([^}]{0,300})\}/g)].map(([, inside = '']) => inside)
