// Policies for a whole service that people can paste: read, write, and full access. A test evaluates each of them for every action of every service.
import type { Action, Service } from '../../reference/index.ts'
import { actionPatterns } from './action-patterns.ts'

export interface ReadyPolicy {
  readonly id: 'read' | 'write' | 'full'
  readonly title: string
  /** What it allows, in a sentence. */
  readonly allows: string
  /** JSON, ready to be pasted. */
  readonly text: string
}

type Level = Action['accessLevels'][number]

const readLevels: readonly Level[] = ['List', 'Read']
const writeLevels: readonly Level[] = ['List', 'Read', 'Write', 'Tagging']

/** Does the policy with this ID cover the action? The access levels are AWS's own. */
export const isCovered = (id: ReadyPolicy['id'], { accessLevels }: Action): boolean =>
  id === 'full' || accessLevels.every((level) => (id === 'read' ? readLevels : writeLevels).includes(level))

/** The policies for a service; one that would allow nothing, or the same as the one before it, is left out. */
export function readyPolicies(service: Service): readonly ReadyPolicy[] {
  const actions = [...service.actions.values()]
  const names = actions.map(({ name }) => name)
  const [read, write] = (['read', 'write'] as const).map((id) => actions.filter((action) => isCovered(id, action)))
  const readCount = read?.length ?? 0
  const writeCount = write?.length ?? 0
  const patterns = (covered: readonly Action[] = []): readonly string[] =>
    actionPatterns(
      covered.map(({ name }) => name),
      names,
    )
  return [
    ...(readCount > 0 && readCount < names.length
      ? [
          policy(
            service,
            'read',
            'Read only',
            'Lists and reads, and changes nothing. Reading can include the data itself.',
            patterns(read),
          ),
        ]
      : []),
    ...(writeCount > readCount && writeCount < names.length
      ? [
          policy(
            service,
            'write',
            'Read and write',
            'Also creates, changes, tags, and deletes. It changes no permissions.',
            patterns(write),
          ),
        ]
      : []),
    policy(
      service,
      'full',
      'Full access',
      readCount === names.length
        ? 'All of today’s actions only list and read. Actions that AWS adds later are included, whatever they do.'
        : 'Allows every action, those that change permissions and those that AWS adds later included.',
      ['*'],
    ),
  ]
}

function policy(
  { prefix }: Service,
  id: ReadyPolicy['id'],
  title: string,
  allows: string,
  patterns: readonly string[],
): ReadyPolicy {
  const actions = patterns.map((pattern) => `${prefix}:${pattern}`)
  const statement = { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: '*' }
  return { id, title, allows, text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2) }
}
