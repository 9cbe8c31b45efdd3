import { readOf } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import { type JsonNode, member, writeJson } from '../../text/index.ts'
import type { Evaluated } from '../situation.ts'
import { nameOf } from '../words.ts'
import type { NewStatement } from './edit-policy.ts'
import type { Json } from './json-text.ts'

/**
 * The missing action for whom the resource's own policy lets in already: a statement of a pasted resource policy allows only other actions of the
 * service, and the new one has its Principal, Resource, and Condition. Undefined where none does, or where several let in different callers.
 */
export function siblingStatement({ asked, policies }: Evaluated): NewStatement | undefined {
  const siblings = policies
    .filter(({ given, type }) => given && type === 'resource')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter((statement) => isSibling(statement, asked.service))
    .map((statement) => copyOf(statement, asked.action))
  const [first] = siblings
  return new Set(siblings.map((each) => JSON.stringify(each))).size === 1 ? first : undefined
}

/** An Allow that names actions of this service one by one, and whom it lets in. */
const isSibling = ({ effective, effect, action, principal }: Statement, service: string): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  principal?.sense === 'any-of' &&
  action.items.length > 0 &&
  action.items.every(({ value }) => value.kind === 'action' && value.service === service)

function copyOf({ node }: Statement, action: string): NewStatement {
  const part = (key: string): { readonly [key: string]: Json } => {
    const value = member(node, key)
    return value ? { [key]: jsonOf(value) } : {}
  }
  return {
    Sid: `Allow${nameOf(action)}`,
    Effect: 'Allow',
    ...part('Principal'),
    Action: action,
    ...part('Resource'),
    ...part('Condition'),
  }
}

const jsonOf = (node: JsonNode): Json => JSON.parse(writeJson(node).text) as Json
