import type { PolicyRead, Statement } from '../../iam/index.ts'
import { type Edit, isNonEmpty, type JsonNode, member } from '../../text/index.ts'
import type { Text } from '../../words/index.ts'
import { addMember, appendItems, type Json, listOf } from './json-text.ts'

/** A statement as we write it, in the order in which people read one. */
export interface NewStatement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Principal?: Json
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Json
}

/** Adds statements at the end of a policy that was read; undefined where its text is no JSON that could take them. */
export function addStatements(
  { policy, problems }: PolicyRead,
  statements: readonly NewStatement[],
  title: Text,
): Edit<Text> | undefined {
  const { text } = policy
  if (!policy.root || problems.some(({ code }) => code.startsWith('json'))) return undefined
  const values = statements.map(withFreshSids(policy.statements))
  const list = member(policy.root, 'Statement')
  if (!list) return { title, changes: [addMember(text, policy.root, 'Statement', values)] }
  if (list.kind === 'array') return { title, changes: [appendItems(text, list, values)] }
  return list.kind === 'object' ? { title, changes: listOf(text, list, values) } : undefined
}

/** Gives each statement a Sid that no statement has yet. */
function withFreshSids(statements: readonly Statement[]): (statement: NewStatement) => Json {
  const taken = new Set(statements.map(({ sid }) => sid?.value))
  return (statement) => {
    const Sid = uniqueSid(statement.Sid, taken)
    taken.add(Sid)
    return { ...statement, Sid }
  }
}

/** What to add to which element, and the edit's title. */
export interface ElementChange {
  readonly element: string
  readonly value: string
  readonly title: Text
}

/** Adds one entry to a list element of a statement, such as NotAction; a lone text becomes a list. */
export function addToElement(text: string, statement: Statement, change: ElementChange): Edit<Text> | undefined {
  const node = member(statement.node, change.element)
  return node ? addToList(text, node, change) : undefined
}

/** One test: an operator, a key and the value it is compared with; and the edit's title. */
export interface ConditionTest {
  readonly operator: string
  readonly key: string
  readonly value: string
  readonly title: Text
}

/** Adds one test to a statement's Condition. All tests of a statement must hold, so a Deny can only become narrower. */
export function addCondition(text: string, statement: Statement, test: ConditionTest): Edit<Text> | undefined {
  const { operator, key, value, title } = test
  const conditions = member(statement.node, 'Condition')
  if (!conditions) {
    return { title, changes: [addMember(text, statement.node, 'Condition', { [operator]: { [key]: value } })] }
  }
  if (conditions.kind !== 'object') return undefined
  const block = member(conditions, operator)
  if (!block) return { title, changes: [addMember(text, conditions, operator, { [key]: value })] }
  if (block.kind !== 'object') return undefined
  const values = block.members.findLast((m) => m.key.value.toLowerCase() === key.toLowerCase())?.value
  return values ? addToList(text, values, { value, title }) : { title, changes: [addMember(text, block, key, value)] }
}

function addToList(
  text: string,
  node: JsonNode,
  { value, title }: Omit<ElementChange, 'element'>,
): Edit<Text> | undefined {
  const changes =
    node.kind === 'array'
      ? [appendItems(text, node, [value])]
      : node.kind === 'string'
        ? listOf(text, node, [value])
        : []
  return isNonEmpty(changes) ? { title, changes } : undefined
}

/** A Sid that isn't taken yet: the wanted one, or one with a number behind it. */
export function uniqueSid(wanted: string, taken: ReadonlySet<string | undefined>): string {
  let sid = wanted
  for (let n = 2; taken.has(sid); n++) sid = `${wanted}${n}`
  return sid
}

/** A whole policy with one statement. */
export const newDocument = (statement: NewStatement): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
