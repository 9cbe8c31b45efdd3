import { parseArn } from '../../iam/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { arnInName, emptyValueIn, quotedPartOf } from '../empty-value.ts'
import { identityCenterPath } from '../identity-center.ts'
import type { Asked } from '../situation.ts'

const told = messagesOf('assume-role-target', {
  title: 'The role is in another partition of AWS',
  user: 'a user',
  noRolesArn: 'no role’s ARN',
  roleAssumed: 'Only a role can be assumed, and this is {{rest}}',
  explanation:
    'The caller is in the partition {{partition}}, and the role’s ARN begins with arn:{{partitionB}}. The partitions (aws, aws-cn, aws-us-gov, aws-eusc) share no identities, so no trust policy can let the caller in.',
  ownPartition: 'Write the role’s ARN with the caller’s partition',
  ownPartitionText:
    'The role’s ARN has the caller’s own account, and an account is in one partition only: the ARN should begin with arn:{{partition}}, as in {{arn}}. Templates and tools often have arn:aws: written into them.',
  ofPermissionSet: 'A role of IAM Identity Center can’t be assumed from another role or user',
  ofPermissionSetText:
    'The call to {{action}} passed {{resource}}. IAM Identity Center makes this role from a permission set, and its trust policy takes only sign-ins through IAM Identity Center. No one can change that policy.',
  signInWithSet: 'Sign in with the permission set instead',
  signInWithSetText:
    'It must be assigned to the user in this account. A profile for it has sso_role_name and sso_account_id instead of role_arn. A program without a user needs a role of its own.',
  ofService: 'A service-linked role can’t be assumed',
  ofServiceText:
    'The call to {{action}} passed {{resource}}. Only the service that the role is linked to can use it, and no one can change its trust policy.',
  makeOwnRole: 'Use a role of your own',
  makeOwnRoleForOthers: 'Use a role of our own',
  makeOwnRoleText:
    'Make a role with the permissions that the program needs, and name the program’s user or role in its trust policy.',
  callPassedRoles:
    'The call to {{action}} passed {{resource}} as the role’s ARN. No policy can allow this: change the ARN in the call.',
  useCredentialsRoles: 'Use credentials of the role’s own partition',
  useCredentialsRolesText:
    'Sign in to an account in that partition, or correct the ARN if it was copied from elsewhere: templates often have arn:aws: written into them.',
  passArnRole: 'Pass the ARN of a role',
  passArnRoleText:
    'A role’s ARN reads arn:{{partition}}:iam::<ACCOUNT_ID>:role/<ROLE_NAME>. Look for the setting that holds it: role_arn in ~/.aws/config, --role-arn, or a variable of your program.',
  meantActUser: 'If you meant to act as the user',
  meantActUserForOthers: '',
  meantActUserText: 'Don’t assume anything: use the user’s own access keys, or sign in as the user.',
  role: 'not a role',
  broken: 'The role’s ARN in the call isn’t complete',
  brokenText:
    'The call to {{action}} passed {{written}}, and an ARN begins with “arn:”. AWS finds no such role, so no policy can allow this: correct the ARN in the call.',
  empty: 'A value is missing in the role’s ARN',
  emptyText:
    'The call to {{action}} passed {{written}}, and `{{value}}` is what a program writes where a variable has no value. AWS finds no such role, so no policy can allow this: set the variable.',
  quoted: 'The role’s ARN in the call has quotation marks in it',
  quotedText:
    'The call to {{action}} passed {{written}}. AWS finds no such role, and no policy that names the real ARN matches: pass {{value}} without the quotation marks.',
  passUnquoted: 'Take the quotation marks out of the ARN',
  passUnquotedText:
    'A value that a program reads as JSON keeps them. The ARN should read {{arn}}. `terraform output -raw`, `--output text` of the AWS CLI, and `jq -r` print values without quotation marks.',
  doubled: 'The role’s ARN in the call has another ARN in it',
  doubledText:
    'The call has {{written}}. Something put the beginning of an ARN in front of a text that was a whole ARN already. AWS finds no such role, so no policy can allow this.',
  passName: 'Enter the role’s name where a name belongs',
  passNameText:
    'The setting or the program adds the beginning of the ARN by itself: give it {{name}}. If it wants an ARN, give it {{arn}} and nothing in front.',
})

type Wrong =
  | 'permission set'
  | 'service'
  | 'user'
  | 'not a role'
  | 'partition'
  | 'broken'
  | 'empty'
  | 'quoted'
  | 'doubled'

interface Found {
  readonly asked: Asked
  readonly wrong: Wrong
  /** What the call passed. */
  readonly written: string
}

/** What was to be assumed can't be: it's no role, or it's in another partition. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRoleTarget = defineCause<Found>({
  id: 'assume-role-target',
  article: 'roles/cross-account',
  applies: ({ asked, denial, given }) => {
    const written = given.resource || (denial.resource ?? '')
    const wrong = asked && (unfinished(asked, written) ?? wrongTarget(asked))
    return asked && wrong ? { asked, wrong, written } : undefined
  },
  explain: (found) => unfinishedWords(found) ?? ownedWords(found) ?? explained(found),
  steps: (found) => [firstStep(found), ...(found.wrong === 'user' || found.wrong === 'not a role' ? [asUser] : [])],
})

function firstStep({ wrong, asked, written }: Found): Step {
  if (wrong === 'permission set')
    return {
      title: told('signInWithSet'),
      text: told('signInWithSetText'),
      owner: 'caller',
      command: 'aws configure sso',
    }
  if (wrong === 'service')
    return { title: told('makeOwnRole'), text: told('makeOwnRoleText'), owner: 'account administrator' }
  if (wrong === 'partition' && parseArn(asked.request.resource)?.account === asked.caller.account)
    return {
      title: told('ownPartition'),
      text: told('ownPartitionText', {
        partition: asked.caller.partition,
        arn: `\`${asked.request.resource.replace(/^arn:[\w-]*/, `arn:${asked.caller.partition}`)}\``,
      }),
      owner: 'caller',
    }
  if (wrong === 'partition')
    return {
      title: told('useCredentialsRoles'),
      text: told('useCredentialsRolesText'),
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    }
  if (wrong === 'quoted') {
    const text = told('passUnquotedText', { arn: written.replaceAll('"', '') })
    return { title: told('passUnquoted'), text, owner: 'caller' }
  }
  const inner = wrong === 'doubled' ? arnInName(written) : undefined
  if (inner !== undefined) {
    const text = told('passNameText', { arn: inner, name: inner.split('/').at(-1) ?? '' })
    return { title: told('passName'), text, owner: 'caller' }
  }
  return {
    title: told('passArnRole'),
    text: told('passArnRoleText', { partition: asked.caller.partition }),
    owner: 'caller',
    command: "aws iam list-roles --query 'Roles[].Arn'",
  }
}

const asUser: Step = {
  title: told('meantActUser'),
  text: told('meantActUserText'),
  owner: 'caller',
}

function unfinishedWords({ asked: { action }, wrong, written }: Found): Explanation | undefined {
  if (wrong === 'broken')
    return { title: told('broken'), explanation: told('brokenText', { action, written }), basis: 'experience' }
  if (wrong === 'doubled')
    return { title: told('doubled'), explanation: told('doubledText', { written }), basis: 'experience' }
  const quoted = wrong === 'quoted' ? quotedPartOf(written) : undefined
  if (quoted !== undefined) {
    const explanation = told('quotedText', { action, written, value: quoted })
    return { title: told('quoted'), explanation, basis: 'experience' }
  }
  const value = wrong === 'empty' ? emptyValueIn(written) : undefined
  if (value === undefined) return undefined
  return { title: told('empty'), explanation: told('emptyText', { action, written, value }), basis: 'experience' }
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html (2026-11-30) */
function ownedWords({ asked: { action, request }, wrong }: Found): Explanation | undefined {
  if (wrong !== 'permission set' && wrong !== 'service') return undefined
  const [title, explanation] =
    wrong === 'service'
      ? (['ofService', 'ofServiceText'] as const)
      : (['ofPermissionSet', 'ofPermissionSetText'] as const)
  return { title: told(title), explanation: told(explanation, { action, resource: request.resource }), basis: 'rule' }
}

const explained = ({ asked, wrong }: Found): Explanation => ({
  title:
    wrong === 'partition'
      ? told('title')
      : told('roleAssumed', { rest: wrong === 'user' ? told('user') : told('noRolesArn') }),
  explanation:
    wrong === 'partition'
      ? told('explanation', {
          partition: asked.caller.partition,
          partitionB: parseArn(asked.request.resource)?.partition ?? '',
        })
      : told('callPassedRoles', { action: asked.action, resource: asked.request.resource }),
  basis: 'rule',
})

const assuming = /^sts:AssumeRole(?:With(?:SAML|WebIdentity))?$/i

/** What the call passed isn't a whole ARN, or one with a hole in it. */
function unfinished(asked: Asked, written: string): 'broken' | 'empty' | 'quoted' | 'doubled' | undefined {
  if ((assuming.test(asked.action) || asked.action === 'iam:PassRole') && arnInName(written) !== undefined)
    return 'doubled'
  if (isBroken(asked, written)) return 'broken'
  if (assuming.test(asked.action) && quotedPartOf(written) !== undefined) return 'quoted'
  return assuming.test(asked.action) && emptyValueIn(written) !== undefined ? 'empty' : undefined
}

/** AWS prints what the call passed. A role's ARN without its beginning is often a setting that was copied in part. */
const isBroken = ({ action }: Asked, written: string): boolean =>
  assuming.test(action) && /^(?!arn:)[\w-]{0,12}:?iam:\S{0,60}:role\/\S+$/.test(written)

function wrongTarget({ action, request, caller, standIns }: Asked): Wrong | undefined {
  if (!assuming.test(action) || standIns.has('resource')) return undefined
  const arn = parseArn(request.resource)
  if (arn?.service !== 'iam') return request.resource === '*' ? undefined : 'not a role'
  if (arn.resource.startsWith('user/')) return 'user'
  if (arn.resource.startsWith(`role/${identityCenterPath}`)) return 'permission set'
  if (arn.resource.startsWith('role/aws-service-role/') && caller.kind !== 'service') return 'service'
  if (!arn.resource.startsWith('role/') && !/[*?]/.test(arn.resource)) return 'not a role'
  const isOwn = standIns.has('principal') || caller.kind === 'service' || caller.kind === 'anonymous'
  return !isOwn && arn.partition !== caller.partition ? 'partition' : undefined
}
