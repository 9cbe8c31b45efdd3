import { type JsonNode, member, readJson } from '../text/index.ts'
import {
  type AccessLevel,
  type Action,
  type Reference,
  type ResourceType,
  resourceType,
  type Service,
} from './reference.ts'

/*
 * How the data travels to the page: one JSON file a service, lists instead of objects with the same keys a thousand times over.
 *   service  { prefix, name, actions: [[name, levels, [types, "!" before a required one], keys, dependents, role parameter or nothing]], types: [[name, arn, keys]], keys: [[key, type]] }
 *   index    { date, services: [[prefix, name]] }
 */

/** A service in the form of its shard, ready for JSON.stringify. */
export function toShard({ prefix, name, actions, resourceTypes, conditionKeys }: Service): unknown {
  return {
    prefix,
    name,
    actions: [...actions.values()].map((action) => [
      action.name,
      action.accessLevels,
      action.resourceTypes.map((type) => (type.required ? `!${type.name}` : type.name)),
      action.conditionKeys,
      action.dependentActions,
      ...(action.roleParameter === undefined ? [] : [action.roleParameter]),
    ]),
    types: [...resourceTypes.values()].map((type) => [type.name, type.arn, type.conditionKeys]),
    keys: [...conditionKeys],
  }
}

/** Reads a shard's text; undefined where it is none (a proxy's error page, a half download). */
export function readShard(text: string): Service | undefined {
  const { value, problems } = readJson(text)
  const prefix = string(member(value, 'prefix'))
  if (problems.length > 0 || prefix === '') return undefined
  const actions = items(member(value, 'actions')).map(readAction)
  const types = items(member(value, 'types')).map(readType)
  return {
    prefix,
    name: string(member(value, 'name')),
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(types.map((type) => [type.name.toLowerCase(), type])),
    conditionKeys: new Map(
      items(member(value, 'keys')).map((pair) => [string(items(pair)[0]), string(items(pair)[1])]),
    ),
  }
}

/** The index of all services, ready for JSON.stringify. */
export const toIndex = ({ date, prefixes }: Pick<Reference, 'date' | 'prefixes'>): unknown => ({
  date,
  services: [...prefixes],
})

/** Reads the index; undefined where the text is none. */
export function readIndex(text: string): Pick<Reference, 'date' | 'prefixes'> | undefined {
  const { value, problems } = readJson(text)
  const date = string(member(value, 'date'))
  if (problems.length > 0 || date === '') return undefined
  const pairs = items(member(value, 'services')).map(
    (pair) => [string(items(pair)[0]), string(items(pair)[1])] as const,
  )
  return { date, prefixes: new Map(pairs) }
}

function readAction(node: JsonNode): Action {
  const [name, levels, types, keys, dependents, roleParameter] = items(node)
  return {
    name: string(name),
    accessLevels: strings(levels).filter(isAccessLevel),
    resourceTypes: strings(types).map((type) => ({ name: type.replace(/^!/, ''), required: type.startsWith('!') })),
    conditionKeys: strings(keys),
    dependentActions: strings(dependents),
    ...(roleParameter === undefined ? {} : { roleParameter: string(roleParameter) }),
  }
}

function readType(node: JsonNode): ResourceType {
  const [name, arn, keys] = items(node)
  return resourceType({ name: string(name), arn: string(arn), conditionKeys: strings(keys) })
}

const levels: readonly string[] = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'] satisfies AccessLevel[]

/** Is the text one of AWS's access levels? */
export const isAccessLevel = (text: string): text is AccessLevel => levels.includes(text)

const string = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '')
const items = (node: JsonNode | undefined): readonly JsonNode[] => (node?.kind === 'array' ? node.items : [])
const strings = (node: JsonNode | undefined): readonly string[] => items(node).map(string)
