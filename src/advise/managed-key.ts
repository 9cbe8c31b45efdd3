import { messagesOf } from '../words/index.ts'
import type { Explanation } from './cause.ts'
import type { Step } from './diagnosis.ts'
import { allowStatement } from './fixes/allow-statement.ts'
import { forService } from './fixes/of-sentence.ts'
import { type Evaluated, hasGiven } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('managed-key', {
  title: 'The AWS managed key {{alias}} can’t let {{who}} in',
  explanation:
    'No one can change the policy of a key that AWS manages. It lets in only callers of its own account that work with the key’s own service. To let in {{who}}, use a customer managed key.',
  create: 'Create a customer managed key',
  createText: 'Its key policy needs this statement, next to the usual one that lets the account administer the key.',
  use: 'Encrypt with that key instead',
  useText: 'New messages and objects then use it. What was encrypted before stays with the old key.',
})

/** "alias/aws/sqs" */
const managedAlias = /\balias\/aws\/([a-z0-9-]{2,30})\b/

/** The AWS managed key that the paste names, where the caller can’t be let in by it: a service, or a caller of another account. Undefined otherwise. */
export function managedKey(situation: Evaluated): string | undefined {
  const { asked, given } = situation
  const isOutside = asked.caller.kind === 'service' || asked.crossAccount
  if (!isOutside || hasGiven(situation, 'resource')) return undefined
  return managedAlias.exec(given.paste.slice(0, 20_000))?.[0]
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk (2026-11-30) */
export const managedKeyExplanation = (alias: string, { asked }: Evaluated): Explanation => ({
  title: told('title', { alias, who: whoPhrase(asked) }),
  explanation: told('explanation', { who: whoPhrase(asked) }),
  basis: 'experience',
})

/** https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html (2026-11-30) */
export function managedKeySteps(alias: string, situation: Evaluated): readonly [Step, ...Step[]] {
  const statement = forService(situation).statement ?? allowStatement('resource', situation.asked)
  const create: Step = {
    title: told('create'),
    text: told('createText'),
    owner: 'account administrator',
    command: 'aws kms create-key --policy file://<KEY_POLICY_FILE>',
    ...(statement ? { statement: JSON.stringify(statement, null, 2) } : {}),
  }
  const command = commands.get(alias)
  return [
    create,
    { title: told('use'), text: told('useText'), owner: 'resource owner', ...(command ? { command } : {}) },
  ]
}

const commands: ReadonlyMap<string, string> = new Map([
  ['alias/aws/sqs', 'aws sqs set-queue-attributes --queue-url <QUEUE_URL> --attributes KmsMasterKeyId=<KEY_ID>'],
  [
    'alias/aws/sns',
    'aws sns set-topic-attributes --topic-arn <TOPIC_ARN> --attribute-name KmsMasterKeyId --attribute-value <KEY_ID>',
  ],
])
