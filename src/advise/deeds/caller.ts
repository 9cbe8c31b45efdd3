import { messagesOf } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import type { Asked } from '../situation.ts'
import { type Deed, type DeedRow, type Doing, isTrue, isWanted, sent, tagOf, valuesOf, wantedOf } from './deed.ts'
import type { Demand } from './demand.ts'

const told = messagesOf('deeds-caller', {
  signMfa: 'Sign in with MFA',
  signMfaText:
    'Replace <DEVICE_NAME> with the name that the console shows under Security credentials and 123456 with the device’s code, and use the three returned values. In the console, sign out and sign in again with MFA. A role session has MFA only if the AssumeRole call includes the code.',
  signMfaTextForOthers: 'I get temporary credentials with the code of my device, and use those.',
  assumeMfaText:
    'A role session has MFA only if the AssumeRole call includes the code. Replace 123456 with the code of your device, and use the three returned values.',
  assumeMfaTextForOthers:
    'A role session has MFA only if the AssumeRole call includes the code: I assume the role again with the code of my device.',
  againMfa: 'Sign in with MFA again',
  againMfaText:
    'The policy accepts a sign-in with MFA that is {{wanted}} seconds old. Replace <DEVICE_NAME> and 123456 with your device’s name and code to get new credentials.',
  againMfaTextForOthers: 'The policy accepts a sign-in with MFA that is {{wanted}} seconds old, so I sign in again.',
  callAs: 'Call as {{values}}',
  callAsText: 'The policy accepts only this caller. The command shows who you are now.',
  callAsTextForOthers: 'The policy accepts only this caller.',
  assumeText: 'The policy accepts only this caller. Assume the role, and use the three returned values.',
  assumeTextForOthers: 'The policy accepts only this caller.',
  callAsOther: 'Call as someone other than {{values}}',
  callAsOtherText: 'The policy doesn’t accept this caller. The command shows who you are now.',
  callAsOtherTextForOthers: 'The policy doesn’t accept this caller.',
  fromAccount: 'Call with a user or role of account {{values}}',
  fromOtherAccount: 'Call with a user or role of an account other than {{values}}',
  fromAccountText: 'The command shows the account that your credentials belong to.',
  fromAccountTextForOthers: 'The policy looks at the caller’s account.',
  fromOrganization: 'Call with a user or role of the organization {{values}}',
  fromOutside: 'Call with a user or role outside {{values}}',
  fromAnyOrganization: 'Call with a user or role whose account is in an organization',
  fromNoOrganization: 'Call with a user or role whose account is in no organization',
  fromManaged: 'Call with a user or role of the organization that account {{values}} manages',
  fromOtherManaged: 'Call with a user or role of an organization that {{values}} doesn’t manage',
  fromOrganizationText: 'The command shows the organization that your account is in.',
  fromOrganizationTextForOthers: 'The policy looks at the organization of the caller’s account.',
  tagCaller: 'Have the tag {{tag}} put on the caller',
  anyCallerTagText:
    'The policy accepts users and roles that have the tag {{tag}}. An administrator adds it. IAM Identity Center and SAML can also send it as a session tag.',
  removeCallerTag: 'Have the tag {{tag}} of the caller removed',
  removeCallerTagText: 'The policy accepts users and roles without this tag.',
  tagCallerText:
    'The policy accepts users and roles whose tag {{tag}} is {{wanted}}. An administrator adds the tag. IAM Identity Center and SAML can also send it as a session tag.',
  changeCallerTag: 'Have the tag {{tag}} of the caller changed or removed',
  changeCallerTagText:
    'The policy accepts users and roles whose tag {{tag}} is {{wanted}}. An administrator changes the tag.',
  role: 'Call as a role',
  roleText: 'The policy accepts role sessions. Assume a role, and use the three returned values.',
  roleTextForOthers: 'The policy accepts role sessions.',
  user: 'Call as an IAM user',
  userText: 'The policy accepts IAM users. Use the access keys of a user; sessions of roles don’t count.',
  callerType: 'Call as a caller of type {{values}}',
  otherCallerType: 'Call as a caller of another type than {{values}}',
  callerTypeText:
    'The types are Account (the root user), User, FederatedUser, AssumedRole, and Anonymous. The command shows what you call as.',
  callerTypeTextForOthers: 'The types are Account (the root user), User, FederatedUser, AssumedRole, and Anonymous.',
  notUser: 'Call as a role, not as an IAM user',
  notUserText: 'The policy doesn’t accept IAM users. Assume a role, and use the three returned values.',
  notUserTextForOthers: 'The policy doesn’t accept IAM users.',
  identityId: 'Call as the identity with the ID {{values}}',
  otherIdentityId: 'Call as another identity than {{values}}',
  identityIdText:
    'The ID is the UserId that the command prints: that of a user, or that of a role, a colon, and the session’s name.',
  sourceIdentity: 'Set the source identity when you assume the role',
  sourceIdentityForOthers: 'Set the source identity when I assume the role',
  sourceIdentityText:
    'The policy accepts sessions whose source identity is {{wanted}}. It’s set in the AssumeRole call and can’t be changed later. The role’s trust policy must allow sts:SetSourceIdentity.',
  otherSourceIdentity: 'Assume the role with another source identity',
  noSourceIdentity: 'Assume the role without a source identity',
  noSourceIdentityText: 'The policy accepts sessions that have none. It can’t be removed later.',
  assumeRoot: 'Make the call in a privileged root session',
  assumeRootText:
    'The policy accepts sessions of sts:AssumeRoot. The organization’s management account, or a delegated administrator of IAM, opens one for the account.',
  notRoot: 'Call as a role, not in a root session',
  notRootText: 'The policy doesn’t accept sessions of sts:AssumeRoot.',
  newSession: 'Sign in again',
  newSessionText:
    'The policy stops sessions that were opened before {{value}}, usually because someone revoked them. Assume the role again, or sign in again: a new session isn’t stopped.',
  provider: 'Sign in through the identity provider {{values}}',
  otherProvider: 'Sign in through another identity provider than {{values}}',
  providerText:
    'The policy looks at the provider that the session came from. Sessions of AssumeRole and SAML don’t carry this key.',
  chat: 'Make the call from the chat channel',
  chatText: 'The policy accepts sessions that Amazon Q Developer opened in a chat application ({{wanted}}).',
  notChat: 'Make the call with the AWS CLI or in the console, not from a chat channel',
  notChatText: 'The policy doesn’t accept sessions that Amazon Q Developer opened in a chat application.',
  onInstance: 'Make the call on the EC2 instance that the credentials belong to',
  onInstanceText:
    'The policy compares where an instance got its role’s credentials with where the call comes from ({{wanted}}). Credentials that were copied to another machine don’t match.',
  awsLogin: 'Sign in with “aws login”',
  awsLoginText: 'The policy accepts sessions of AWS Sign-In that a program opened ({{wanted}}).',
  notAwsLogin: 'Call with other credentials than those of “aws login”',
  notAwsLoginText: 'The policy doesn’t accept sessions of AWS Sign-In that a program opened.',
})

const whoAmI = 'aws sts get-caller-identity'

/**
 * The ARN of the caller's MFA device, without its name: devices have names of their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html
 */
export const mfaDevice = ({ partition, account }: Asked['caller']): string =>
  `arn:${partition}:iam::${account ?? '<ACCOUNT_ID>'}:mfa/<DEVICE_NAME>`

/** Credentials with MFA. Sessions of a role have it only if the role was assumed with the code. */
export function mfaDeed(asked: Asked): Deed {
  const { caller } = asked
  const isRole = (caller.kind === 'role' || caller.kind === 'role-session') && !asked.standIns.has('principal')
  return isRole
    ? {
        title: told('signMfa'),
        text: told('assumeMfaText'),
        command:
          'aws sts assume-role --role-arn <ROLE_ARN> --role-session-name <SESSION_NAME> --serial-number <MFA_DEVICE_ARN> --token-code 123456',
      }
    : {
        title: told('signMfa'),
        text: told('signMfaText'),
        command: `aws sts get-session-token --serial-number ${mfaDevice(caller)} --token-code 123456`,
      }
}

/** A number of seconds: "at most 3600". */
const mfaAge: Doing = (demand, asked) => {
  if (demand.want === 'present') return mfaDeed(asked)
  if (demand.want !== 'less' && demand.want !== 'at-most') return undefined
  return { ...mfaDeed(asked), title: told('againMfa'), text: told('againMfaText', { wanted: wantedOf(demand) }) }
}

const principalArn: Doing = (demand) => {
  const values = valuesOf(demand)
  if (demand.want === 'none-of')
    return { title: told('callAsOther', { values }), text: told('callAsOtherText'), command: whoAmI }
  if (demand.want !== 'one-of') return undefined
  const role = demand.values.find((value) => /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(value))
  return {
    title: told('callAs', { values }),
    text: role === undefined ? told('callAsText') : told('assumeText'),
    command: role === undefined ? whoAmI : `aws sts assume-role --role-arn ${role} --role-session-name <SESSION_NAME>`,
  }
}

const account: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'fromAccount' : 'fromOtherAccount', { values: valuesOf(demand) }),
        text: told('fromAccountText'),
        command: whoAmI,
      }
    : undefined

function organizationTitle(demand: Demand) {
  const values = valuesOf(demand)
  const isManaged = demand.key.toLowerCase() === 'aws:principalorgmasteraccountid'
  if (demand.want === 'present') return told('fromAnyOrganization')
  if (demand.want === 'absent') return told('fromNoOrganization')
  return demand.want === 'one-of'
    ? told(isManaged ? 'fromManaged' : 'fromOrganization', { values })
    : told(isManaged ? 'fromOtherManaged' : 'fromOutside', { values })
}

const organization: Doing = (demand) => ({
  title: organizationTitle(demand),
  text: told('fromOrganizationText'),
  command: 'aws organizations describe-organization',
})

const callerTag: Doing = (demand, { caller }) => {
  const tag = tagOf(demand)
  const [name, value] = [shellWord(tag, '<TAG_KEY>'), shellWord(sent(demand), '<TAG_VALUE>')]
  const data = { tag, wanted: wantedOf(demand) }
  const isUser = caller.kind === 'user'
  if (demand.want === 'absent')
    return {
      title: told('removeCallerTag', { tag }),
      text: told('removeCallerTagText'),
      owner: 'account administrator',
      command: isUser
        ? `aws iam untag-user --user-name ${shellWord(caller.name, '<USER_NAME>')} --tag-keys ${name}`
        : `aws iam untag-role --role-name ${shellWord(caller.name, '<ROLE_NAME>')} --tag-keys ${name}`,
    }
  const [title, text] =
    demand.want === 'none-of'
      ? [told('changeCallerTag', { tag }), told('changeCallerTagText', data)]
      : [told('tagCaller', { tag }), told(demand.want === 'present' ? 'anyCallerTagText' : 'tagCallerText', data)]
  return {
    title,
    text,
    owner: 'account administrator',
    command: isUser
      ? `aws iam tag-user --user-name ${shellWord(caller.name, '<USER_NAME>')} --tags Key=${name},Value=${value}`
      : `aws iam tag-role --role-name ${shellWord(caller.name, '<ROLE_NAME>')} --tags Key=${name},Value=${value}`,
  }
}

const asRole = 'aws sts assume-role --role-arn <ROLE_ARN> --role-session-name <SESSION_NAME>'

const callerType: Doing = (demand) => {
  const { want, values } = demand
  const only = values.length === 1 ? values[0] : undefined
  if (want === 'one-of' && only === 'AssumedRole')
    return { title: told('role'), text: told('roleText'), command: asRole }
  if (want === 'one-of' && only === 'User') return { title: told('user'), text: told('userText') }
  if (want === 'none-of' && only === 'User')
    return { title: told('notUser'), text: told('notUserText'), command: asRole }
  return want === 'one-of' || want === 'none-of'
    ? {
        title: told(want === 'one-of' ? 'callerType' : 'otherCallerType', { values: valuesOf(demand) }),
        text: told('callerTypeText'),
        command: whoAmI,
      }
    : undefined
}

/** Only IAM users have a name. */
const username: Doing = (demand, asked) => {
  if (demand.want === 'present') return { title: told('user'), text: told('userText'), command: whoAmI }
  if (demand.want === 'absent') return { title: told('notUser'), text: told('notUserText'), command: asRole }
  return principalArn(demand, asked)
}

const identityId: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'identityId' : 'otherIdentityId', { values: valuesOf(demand) }),
        text: told('identityIdText'),
        command: whoAmI,
      }
    : undefined

const sourceIdentity: Doing = (demand, { action, request, standIns }) =>
  demand.want === 'absent'
    ? { title: told('noSourceIdentity'), text: told('noSourceIdentityText'), command: asRole }
    : {
        title: told(isWanted(demand) ? 'sourceIdentity' : 'otherSourceIdentity'),
        text: told('sourceIdentityText', { wanted: wantedOf(demand) }),
        command: `aws sts assume-role --role-arn ${shellWord(/^sts:(?:AssumeRole|SetSourceIdentity)$/.test(action) && !standIns.has('resource') ? request.resource : undefined, '<ROLE_ARN>')} --role-session-name <SESSION_NAME> --source-identity ${shellWord(sent(demand), '<SOURCE_IDENTITY>')}`,
      }

const assumedRoot: Doing = (demand) =>
  isTrue(demand)
    ? {
        title: told('assumeRoot'),
        text: told('assumeRootText'),
        command: 'aws sts assume-root --target-principal <ACCOUNT_ID> --task-policy-arn arn=<TASK_POLICY_ARN>',
      }
    : { title: told('notRoot'), text: told('notRootText'), command: asRole }

/** A Deny for older sessions is how IAM revokes them. Waiting helps no one who needs an old session. */
const tokenIssueTime: Doing = ({ want, values }) =>
  want === 'at-least' || want === 'more'
    ? { title: told('newSession'), text: told('newSessionText', { value: values[0] ?? '' }), command: asRole }
    : undefined

const provider: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'provider' : 'otherProvider', { values: valuesOf(demand) }),
        text: told('providerText'),
      }
    : undefined

const chat: Doing = (demand) =>
  isWanted(demand)
    ? { title: told('chat'), text: told('chatText', { wanted: wantedOf(demand) }) }
    : { title: told('notChat'), text: told('notChatText') }

const instance: Doing = (demand) =>
  isWanted(demand)
    ? { title: told('onInstance'), text: told('onInstanceText', { wanted: wantedOf(demand) }) }
    : undefined

const signIn: Doing = (demand) =>
  isWanted(demand)
    ? { title: told('awsLogin'), text: told('awsLoginText', { wanted: wantedOf(demand) }), command: 'aws login' }
    : { title: told('notAwsLogin'), text: told('notAwsLoginText') }

/** Keys about who calls, and with which session. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const mfaDeeds: readonly DeedRow[] = [
  ['aws:multifactorauthpresent', (demand, asked) => (isTrue(demand) ? mfaDeed(asked) : undefined)],
  ['aws:multifactorauthage', mfaAge],
]

/** The others, which are harder to change. */
export const callerDeeds: readonly DeedRow[] = [
  ['aws:tokenissuetime', tokenIssueTime],
  ['aws:sourceidentity', sourceIdentity],
  ['aws:principaltype', callerType],
  ['aws:username', username],
  ['aws:assumedroot', assumedRoot],
  ['aws:federatedprovider', provider],
  ['aws:chatbotsourcearn', chat],
  ['aws:signinsessionarn', signIn],
  [['aws:ec2instancesourcevpc', 'aws:ec2instancesourceprivateipv4'], instance],
  ['aws:principaltag/', callerTag],
  ['aws:principalaccount', account],
  [['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalorgmasteraccountid'], organization],
  ['aws:principalarn', principalArn],
  ['aws:userid', identityId],
]
