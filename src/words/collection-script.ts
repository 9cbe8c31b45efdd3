import { collectionFile, type ScriptWords } from '../account/index.ts'
import { messagesOf, type Speaker, speaker, type Translation } from './messages.ts'

const told = messagesOf('collection-script', {
  collects: 'Collects the policies of an AWS account for the Account page. It only reads, and writes one file:',
  goesOn: '{{file}}. Where AWS denies it something, it says so and goes on. Run it once per account.',
  keep: 'runs aws WORDS, and puts the output into the file.',
  list: 'the texts in the output, one per word.',
  denied: "can't see:",
  wrote: 'Wrote {{file}}. Open it on the Account page.',
  details: 'users, groups, roles, and policies of this account',
  credentials: 'the credential report: last use of passwords and keys',
  organization: 'the organization, its SCPs, and its RCPs; needs the management account or a delegated administrator',
  identityCenter: 'IAM Identity Center: who has which permission set in which account',
  resources:
    'policies of buckets, and of keys, queues, topics, secrets, and functions in the Region that is configured',
})

/** What the script says that collects an account's policies. */
export function scriptWords(translation?: Translation): ScriptWords {
  const say: Speaker<typeof told.messages> = speaker(told, translation)
  return {
    head: [say('collects'), say('goesOn', { file: collectionFile })],
    keep: say('keep'),
    list: say('list'),
    denied: say('denied'),
    wrote: (file) => say('wrote', { file }),
    reads: {
      details: say('details'),
      credentials: say('credentials'),
      organization: say('organization'),
      identityCenter: say('identityCenter'),
      resources: say('resources'),
    },
  }
}
