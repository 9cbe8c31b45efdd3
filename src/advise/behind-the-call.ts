import { readOf } from '../evaluate/index.ts'
import { coversActions, readAction } from '../iam/index.ts'
import { wholeCallsOf } from '../reference/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { hasGiven, type Situation } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('behind-the-call', {
  athena: 'an Athena query',
  check: 'Check what {{call}} needs here',
  checkText: '{{why}} It takes {{actions}}. {{notNamed}}',
  athenaWhy:
    'Athena reads the data of the tables and writes the result with the permissions of the user or role that runs the query, so an Allow for athena:* isn’t enough. Only the bucket of the results is written to.',
  notNamed:
    'The policies you gave don’t mention {{missing}}. List the bucket itself and what is in it, for each bucket:',
  notNamedForOthers:
    'The policies that I have don’t mention {{missing}}. They must name the bucket itself and what is in it, for each bucket:',
  allNamed:
    'The policies you gave mention all of these, so look at the buckets they name: that of each table, and that of the query results.',
  allNamedForOthers:
    'The policies that I have mention all of these, so the buckets they name may be the wrong ones: that of each table, and that of the query results count.',
  buckets: 'That applies to the bucket of each table, and to that of the query results.',
})

interface Behind {
  readonly signs: RegExp
  /** The operation in progress, of which another service's call failed. */
  readonly operation: string
  readonly call: Text
  readonly why: Text
}

/** How a paste shows the operation during which another service denied something. */
const rows: readonly Behind[] = [
  {
    // https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html, https://repost.aws/knowledge-center/access-denied-athena
    signs: /\bThis query ran against the "|\bathena\b/i,
    operation: 'athena:StartQueryExecution',
    call: told('athena'),
    why: told('athenaWhy'),
  },
]

/**
 * A step for a message that names a service and no action, where the paste shows which call of another service was in progress: what that call needs of
 * the service, and what of it the pasted policies don't mention. Undefined if nothing shows it.
 */
export function behindStep(situation: Situation): Step | undefined {
  const { denial, given } = situation
  const { service } = denial
  const row = rows.find(
    ({ operation, signs }) => !operation.startsWith(`${service}:`) && signs.test(given.paste.slice(0, 20_000)),
  )
  if (!row || service === undefined) return undefined
  const actions = [
    ...new Set(
      wholeCallsOf(row.operation).flatMap(({ needs }) => needs.flatMap(({ actions: each }) => each.split(' '))),
    ),
  ].filter((action) => action.startsWith(`${service}:`))
  if (actions.length === 0) return undefined
  const missing = actions.filter((action) => !isMentioned(action, situation))
  const isGiven = hasGiven(situation, 'identity')
  const notNamed = !isGiven
    ? told('buckets')
    : missing.length > 0
      ? told('notNamed', { missing: listed(missing, 'or') })
      : told('allNamed')
  return {
    title: told('check', { call: row.call }),
    text: told('checkText', { why: row.why, actions: listed(actions, 'and'), notNamed }),
    owner: 'account administrator',
    ...(isGiven && missing.length > 0 ? { statement: statementWith(missing) } : {}),
  }
}

const isMentioned = (action: string, { policies }: Situation): boolean =>
  policies
    .filter(({ type, given }) => type === 'identity' && given)
    .flatMap((policy) => readOf(policy).policy.statements)
    .some(
      ({ effect, action: actions }) =>
        effect?.value === 'Allow' &&
        actions?.sense === 'any-of' &&
        actions.items.some(({ value }) => coversActions(value, readAction(action))),
    )

const statementWith = (Action: readonly string[]): string =>
  JSON.stringify(
    { Effect: 'Allow', Action, Resource: ['arn:aws:s3:::<BUCKET_NAME>', 'arn:aws:s3:::<BUCKET_NAME>/*'] },
    null,
    2,
  )
