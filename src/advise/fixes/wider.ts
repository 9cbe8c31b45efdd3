import { applyEdit } from '../../text/index.ts'
import { dependentsOf } from '../dependents.ts'
import type { Dependent, WiderDocument } from '../diagnosis.ts'
import type { Evaluated } from '../situation.ts'
import { nameOf } from '../words.ts'
import type { Draft } from './draft.ts'
import { addStatement, type NewStatement } from './edit-policy.ts'

/** Where AWS lists actions that come along; undefined where it lists none, or the policies allow them all. `fixed` has the fix in place. */
export function widerDocument({ after, policyType }: Draft, fixed: Evaluated): WiderDocument | undefined {
  const dependents = policyType === 'identity' ? dependentsOf(fixed) : []
  if (dependents.length === 0) return undefined
  const wider = statementsFor(dependents, nameOf(fixed.asked.action)).reduce((text, statement) => {
    const edit = addStatement(text, statement, 'Allow what comes along')
    return edit ? applyEdit(text, edit) : text
  }, after)
  return { after: wider, dependents }
}

/** One statement for what acts on the same, so that nothing is allowed on more than it needs. */
function statementsFor(dependents: readonly Dependent[], name: string): readonly NewStatement[] {
  const bySubject = new Map<string, readonly Dependent[]>()
  for (const dependent of dependents) {
    const subject = `${dependent.resource} ${dependent.passedTo ?? ''}`
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), dependent])
  }
  return [...bySubject.values()].flatMap(([first, ...others]) =>
    first
      ? {
          Sid: `With${name.replaceAll(/[^A-Za-z0-9]/g, '')}`,
          Effect: 'Allow' as const,
          Action: others.length > 0 ? [first, ...others].map(({ action }) => action) : first.action,
          Resource: first.resource,
          ...(first.passedTo === undefined
            ? {}
            : { Condition: { StringEquals: { 'iam:PassedToService': first.passedTo } } }),
        }
      : [],
  )
}
