import { type PolicyRead, readPolicy } from '../../iam/index.ts'
import { applyEdit } from '../../text/index.ts'
import { messagesOf } from '../../words/index.ts'
import type { Dependent } from '../diagnosis.ts'
import { nameOf } from '../words.ts'
import { addStatements, type NewStatement } from './edit-policy.ts'
import type { Json } from './json-text.ts'
import { withBoth } from './shared-condition.ts'

/** The policy with these further checks of a call to `action` allowed as well. `read` is what reading it gave, if it was read before. */
export function withOptions(text: string, action: string, chosen: readonly Dependent[], read?: PolicyRead): string {
  const statements = statementsFor(chosen, nameOf(action))
  if (statements.length === 0) return text
  const edit = addStatements(read?.policy.text === text ? read : readPolicy(text), statements, told('allow'))
  return edit ? applyEdit(text, edit) : text
}

const told = messagesOf('fixes/with-options', { allow: 'Allow what comes along' })

/** One statement for checks that share their actions or their resources, so that nothing is allowed on more than it needs. */
function statementsFor(dependents: readonly Dependent[], name: string): readonly NewStatement[] {
  const byResource = grouped(dependents, (each) => `${each.resource} ${conditionText(each)}`)
  const bySame = grouped(byResource, ([first, ...others]) =>
    first ? `${[first, ...others].map(({ action }) => action).join(' ')} ${conditionText(first)}` : '',
  )
  return bySame.flatMap((group) => {
    const [first] = group[0] ?? []
    const condition = first && conditionOf(first)
    if (!first || !group[0]) return []
    return {
      Sid: `With${name.replaceAll(/[^A-Za-z0-9]/g, '')}`,
      Effect: 'Allow' as const,
      Action: oneOrMore(group[0].map(({ action }) => action)),
      Resource: oneOrMore(group.flatMap(([each]) => each?.resource ?? [])),
      ...(condition === undefined ? {} : { Condition: condition }),
    }
  })
}

const oneOrMore = (items: readonly string[]): string | readonly string[] => {
  const [first, ...others] = [...new Set(items)]
  return others.length === 0 && first !== undefined ? first : [first ?? '', ...others]
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, readonly Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

/** What keeps it narrow, and what the documents ask for everywhere else. */
const conditionOf = (dependent: Dependent): Json | undefined =>
  dependent.condition === undefined ? narrowing(dependent) : withBoth(dependent.condition, narrowing(dependent))

const conditionText = (dependent: Dependent): string => JSON.stringify(conditionOf(dependent) ?? '')

/**
 * What keeps it narrow: a role for one service, a key through one service, a grant only for a service.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function narrowing({ action, passedTo, via }: Dependent): Json | undefined {
  if (passedTo !== undefined) return { StringEquals: { 'iam:PassedToService': passedTo } }
  if (!action.startsWith('kms:')) return undefined
  const condition: { readonly [key: string]: Json } = {
    ...(via === undefined ? {} : { StringLike: { 'kms:ViaService': via.replace('.', '.*.') } }),
    ...(action === 'kms:CreateGrant' ? { Bool: { 'kms:GrantIsForAWSResource': 'true' } } : {}),
  }
  return Object.keys(condition).length > 0 ? condition : undefined
}
