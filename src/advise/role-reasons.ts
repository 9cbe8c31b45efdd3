import { parseArn } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { nearName, rolesNamedIn } from './named-roles.ts'
import { shellWord } from './shell-word.ts'
import { hasGiven, type Situation } from './situation.ts'
import type { Reason } from './usual-reason.ts'

const told = messagesOf('role-reasons', {
  leaveOut: 'Leave this role out of the call',
  leaveOutText:
    '{{name}} is a service-linked role: only {{service}} can use it, and finds it without its ARN. Remove the setting that holds the ARN, or name a role of your own in its place.',
  leaveOutTextForOthers:
    '{{name}} is a service-linked role: only {{service}} can use it, and finds it without its ARN. The setting that holds the ARN should be empty, or name a role of ours.',
  leaveOutStackSet:
    '{{name}} is a service-linked role: only {{service}} can use it, and finds it without its ARN. For a stack set across the organization, remove the administration role (administration_role_arn in Terraform) and set the permission model to SERVICE_MANAGED.',
  otherRole: 'Check the role’s name in the call',
  otherRoleText:
    'The call was for the role {{name}}, and what you pasted sets {{set}}. AWS gives the same answer for a role that doesn’t exist. Look for what changes the name on its way, and see whether the role exists:',
  otherRoleTextForOthers:
    'The call was for the role {{name}}, and my settings name {{set}}. AWS gives the same answer for a role that doesn’t exist.',
  fromManagement: 'Call from the management account',
  fromManagementText:
    '{{name}} is the role that {{maker}} puts into member accounts. Unless someone changed its trust policy, it trusts the management account only. Get credentials of the management account first, then assume this role with them. If the caller is in the management account already, the caller’s own policies must allow sts:AssumeRole on this role. This prints the management account:',
  fromManagementTextForOthers:
    '{{name}} is the role that {{maker}} puts into member accounts. Unless someone changed its trust policy, it trusts the management account only.',
  organizations: 'AWS Organizations',
  controlTower: 'AWS Control Tower',
  provisionedThere: 'Check whether the permission set is assigned in the management account',
  provisionedThereText:
    'From a delegated administrator’s account, no one can change a permission set that is assigned in the management account, or assign people to that account, whatever the policies allow. Make the change in the management account, or use a permission set that isn’t assigned there. This lists the accounts that have it:',
  provisionedThereTextForOthers:
    'From a delegated administrator’s account, no one can change a permission set that is assigned in the management account, or assign people to that account, whatever the policies allow.',
})

/** Services to which their service-linked role is passed. https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html */
const takesOwnRole = /^(?:autoscaling|batch)\./

const linkedRole = ({ asked }: Situation): RegExpExecArray | null =>
  /:role\/aws-service-role\/([a-z0-9.-]{1,80})\/([\w+=,.@-]{1,64})$/.exec(asked?.request.resource ?? '')

/** Roles that are made with an account and trust its management account. */
const madeFor = { OrganizationAccountAccessRole: 'organizations', AWSControlTowerExecution: 'controlTower' } as const

const targetRole = ({ asked }: Situation): string =>
  asked?.action === 'sts:AssumeRole' && !asked.standIns.has('resource')
    ? (parseArn(asked.request.resource)?.resource.split('/').at(-1) ?? '')
    : ''

const makerOf = (name: string): 'organizations' | 'controlTower' | undefined =>
  name === 'OrganizationAccountAccessRole' || name === 'AWSControlTowerExecution' ? madeFor[name] : undefined

/** Changes of a permission set, and of who has it. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html */
const changesPermissionSet =
  /^sso:(?:(?:Create|Delete)AccountAssignment|ProvisionPermissionSet|(?:Update|Delete)PermissionSet|(?:Attach|Detach|Put|Delete)\w{4,50}(?:To|From)PermissionSet)$/

/** Calls about roles and permission sets that fail for another reason than a missing permission. */
export const roleReasons: readonly Reason[] = [
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html, https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html (2026-11-30)
    applies: (situation) =>
      situation.asked?.action === 'iam:PassRole' &&
      situation.stated.effect !== 'explicit-deny' &&
      !takesOwnRole.test(linkedRole(situation)?.[1] ?? 'batch.'),
    step: (situation) => {
      const [, service = '', name = ''] = linkedRole(situation) ?? []
      const text = service.startsWith('stacksets.')
        ? told('leaveOutStackSet', { name, service })
        : told('leaveOutText', { name, service })
      return { title: told('leaveOut'), text, owner: 'caller' }
    },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html (2026-11-30)
    applies: (situation, paste) =>
      targetRole(situation) !== '' && !hasGiven(situation, 'trust') && otherRoleIn(situation, paste) !== undefined,
    step: otherRoleStep,
  },
  {
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html, https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html (2026-11-30)
    applies: (situation) =>
      situation.asked?.crossAccount === true &&
      !hasGiven(situation, 'trust') &&
      situation.stated.effect !== 'explicit-deny' &&
      makerOf(targetRole(situation)) !== undefined,
    step: (situation) => {
      const name = targetRole(situation)
      return {
        title: told('fromManagement'),
        text: told('fromManagementText', { name, maker: told(makerOf(name) ?? 'organizations') }),
        owner: 'caller',
        command: 'aws organizations describe-organization --query Organization.MasterAccountId',
      }
    },
  },
  {
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html (2026-11-30)
    applies: ({ asked, stated }) =>
      changesPermissionSet.test(asked?.action ?? '') && stated.policyType === undefined && stated.effect === undefined,
    step: (situation) => ({
      title: told('provisionedThere'),
      text: told('provisionedThereText'),
      owner: 'organization administrator',
      command: provisionedCommand(situation),
    }),
  },
]

const otherRoleIn = ({ asked }: Situation, paste: string): string | undefined =>
  nearName(asked?.request.resource ?? '', rolesNamedIn(paste))

function otherRoleStep(situation: Situation, paste: string): Step {
  const name = targetRole(situation)
  return {
    title: told('otherRole'),
    text: told('otherRoleText', { name, set: `\`${otherRoleIn(situation, paste) ?? ''}\`` }),
    owner: 'caller',
    command: `aws iam get-role --role-name ${shellWord(name, '<ROLE_NAME>')} --query Role.Arn`,
  }
}

function provisionedCommand({ asked }: Situation): string {
  const [, partition = 'aws', instance, set] =
    /^arn:([\w-]{1,20}):sso:::permissionSet\/([\w-]{1,60})\/([\w-]{1,60})$/.exec(asked?.request.resource ?? '') ?? []
  const of = (kind: string, id: string | undefined, open: string): string =>
    id === undefined ? open : `arn:${partition}:sso:::${kind}/${id}`
  return `aws sso-admin list-accounts-for-provisioned-permission-set --instance-arn ${of('instance', instance, '<INSTANCE_ARN>')} --permission-set-arn ${of('permissionSet', set && `${instance}/${set}`, '<PERMISSION_SET_ARN>')}`
}
