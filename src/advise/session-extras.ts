import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Evaluated } from './situation.ts'

const told = messagesOf('session-extras', {
  sendSessionTags: 'Or don’t send session tags',
  setSourceIdentity: 'Or don’t set a source identity',
  sendSessionTagsText:
    'Without tags the call needs only sts:AssumeRole. In the GitHub action configure-aws-credentials, set role-skip-session-tagging: true; with the AWS CLI, leave out --tags.',
  transitive:
    '{{text}} Tags that the session has as transitive ones come along from role to role, such as all those of EKS Pod Identity: then only the permission helps.',
  withoutCallNeeds:
    'Without it the call needs only sts:AssumeRole. Leave out --source-identity, or turn it off in the tool. A session that has a source identity keeps it through every further role, and then each role’s trust policy must allow it.',
})

/** Session tags and the source identity are asked for on both sides. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
export const isOfSession = ({ asked }: Evaluated): boolean =>
  /^sts:(?:TagSession|SetSourceIdentity)$/i.test(asked.action)

/**
 * How to do without it. https://github.com/aws-actions/configure-aws-credentials,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining,
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export const leaveOutStep = ({ asked }: Evaluated): Step => ({
  title: asked.action === 'sts:TagSession' ? told('sendSessionTags') : told('setSourceIdentity'),
  text: asked.action === 'sts:TagSession' ? withoutTags(asked) : told('withoutCallNeeds'),
  owner: 'caller',
})

const withoutTags = ({ caller, standIns }: Evaluated['asked']): Text =>
  caller.kind === 'role-session' || standIns.has('principal')
    ? told('transitive', { text: told('sendSessionTagsText') })
    : told('sendSessionTagsText')
