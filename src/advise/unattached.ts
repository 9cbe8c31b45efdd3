import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Evaluated } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('unattached', {
  attached: 'Check that {{policy}} is attached to {{who}}',
  attachedText:
    'It’s a policy of its own in the template. It counts only for the users, groups, and roles that it’s attached to. This lists what {{who}} has:',
  attachedTextForOthers:
    'It’s a policy of its own in the template. It counts only for the users, groups, and roles that it’s attached to.',
})

/** A managed policy, which has to be attached: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
const ofItsOwn = /^it belongs to the (?:aws_iam_policy|AWS::IAM::ManagedPolicy) “/

/** What to check where a policy is a managed one of a template: who has it isn't known. Empty elsewhere. */
export function unattachedSteps({ given, asked }: Evaluated): readonly Step[] {
  const own = given.policies.find(({ because }) => ofItsOwn.test(because ?? ''))
  if (!own) return []
  const who = whoPhrase(asked)
  const { kind, name } = asked.caller
  const command =
    kind === 'user'
      ? `aws iam list-attached-user-policies --user-name ${shellWord(name, '<USER_NAME>')}`
      : `aws iam list-attached-role-policies --role-name ${shellWord(name, '<ROLE_NAME>')}`
  return [
    {
      title: told('attached', { policy: own.name, who }),
      text: told('attachedText', { who }),
      owner: 'account administrator',
      ...(kind === 'user' || kind === 'role' || kind === 'role-session' ? { command } : {}),
    },
  ]
}
