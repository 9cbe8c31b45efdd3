import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('user-of-role', {
  title: 'The call asks for an IAM user, and a role isn’t one',
  explanation:
    'Without a user name, iam:GetUser reads the user whose access key signed the call. A role’s session has no user, so the call fails with the permission, too. Tools make it to learn the account’s ID.',
  update: 'Use a newer version of the tool, or let it call sts:GetCallerIdentity',
  updateText:
    'That call gives the account and the caller’s ARN to users and roles alike, and needs no permission. Newer versions of most tools make it. In a program of your own, replace GetUser with it:',
})

/**
 * iam:GetUser from a role's session, about itself. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html (2026-11-30),
 * https://github.com/serverless/serverless/issues/3151
 */
export const isUserOfRole = ({ asked }: Situation): boolean =>
  asked?.action === 'iam:GetUser' && /^arn:[\w-]+:sts::[^:]*:assumed-role\//.test(asked.request.resource)

/** What to say of it. */
export const userOfRole: { readonly title: Text; readonly explanation: Text } = {
  title: told('title'),
  explanation: told('explanation'),
}

/** What to do instead of allowing it. */
export const userOfRoleStep: Step = {
  title: told('update'),
  text: told('updateText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}
