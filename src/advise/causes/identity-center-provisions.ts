import { matchesAction, readOf } from '../../evaluate/index.ts'
import { matchPattern, parseArn } from '../../iam/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import type { Assumption } from '../fixes/draft.ts'
import type { NewStatement } from '../fixes/edit-policy.ts'
import { identityCenterPath } from '../identity-center.ts'
import { actionOf, nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('identity-center-provisions', {
  title: 'IAM Identity Center made this call for you, with your permissions',
  titleForOthers: 'IAM Identity Center made this call for me, with my permissions',
  explanation:
    'The role belongs to IAM Identity Center, and few people call {{action}} on it directly. When a permission set is assigned to the management account, Identity Center creates and changes its role with the permissions of the person who assigns it: here {{who}}. In member accounts it uses its own service-linked role. {{near}}',
  explanationProvider:
    'The SAML provider belongs to IAM Identity Center, and few people call {{action}} on it directly. When a permission set is assigned to the management account, Identity Center sets up the provider and the set’s role with the permissions of the person who assigns it: here {{who}}. In member accounts it uses its own service-linked role. {{near}}',
  allowProvider: 'Allow the IAM actions on Identity Center’s SAML provider to {{who}}',
  allowProviderText:
    'Add {{addition}} in the management account. Identity Center also makes the permission set’s role there, with actions such as iam:CreateRole, iam:PutRolePolicy, and iam:AttachRolePolicy on roles below aws-reserved/sso.amazonaws.com/.',
  noteProvider: 'It allows what IAM Identity Center does with its SAML provider, and nothing else.',
  allowIamActions: 'Allow the IAM actions on Identity Center’s roles to {{who}}',
  allowIamActionsText:
    'Add {{addition}} in the management account. A role’s path holds the Region of Identity Center, unless that is us-east-1: a pattern that ends with “sso.amazonaws.com/*” fits both, one with “/*/” or without a star doesn’t.',
  assignedSomeonePermissions: 'Or have it assigned by someone who has these permissions',
  assignedSomeonePermissionsText:
    'An administrator of the management account assigns the permission set. For other accounts a delegated administrator of IAM Identity Center can do it.',
  note: 'It allows what IAM Identity Center does with the roles of permission sets, on those roles only. They can’t be assumed or passed with it.',
  ifNew: '{{note}} Attach it to {{who}}.',
  serviceCalled: 'IAM Identity Center made the call',
  otherPath: '“{{policy}}” allows it on `{{pattern}}`, which doesn’t match `{{resource}}`.',
})

/**
 * IAM Identity Center creates the roles of permission sets. In the management account it uses the permissions of the person who assigns the permission set.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 */
export const identityCenterProvisions = defineCause<Evaluated>({
  id: 'identity-center-provisions',
  article: 'roles/identity-center',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.stated.policyType !== 'identity') return undefined
    return /^iam:/.test(situation.asked.action) && isReserved(situation) ? situation : undefined
  },
  explain: (situation) => ({
    title: told('title'),
    explanation: told(isProvider(situation) ? 'explanationProvider' : 'explanation', {
      action: situation.asked.action,
      who: whoPhrase(situation.asked),
      near: nearPhrase(nearest(situation, 'identity')) || otherPath(situation),
    }),
  }),
  steps: (situation) => [
    {
      title: told(isProvider(situation) ? 'allowProvider' : 'allowIamActions', { who: whoPhrase(situation.asked) }),
      text: told(isProvider(situation) ? 'allowProviderText' : 'allowIamActionsText', { addition: statementBelow }),
      owner: 'organization administrator',
    },
    {
      title: told('assignedSomeonePermissions'),
      text: told('assignedSomeonePermissionsText'),
      owner: 'organization administrator',
    },
  ],
  fixes: (situation) => {
    const note = told(isProvider(situation) ? 'noteProvider' : 'note')
    const ifNew = told('ifNew', { note, who: whoPhrase(situation.asked) })
    if (isProvider(situation))
      return allowIn(situation, { type: 'identity', note, ifNew, statement: providerStatement(situation) })
    const assumes: Assumption = { clause: told('serviceCalled'), facts: { identityCenterCalls: true } }
    return allowIn(situation, { type: 'identity', note, ifNew, statement: statementFor(situation), assumes })
  },
})

const isReserved = (situation: Evaluated): boolean =>
  isProvider(situation) ||
  parseArn(situation.asked.request.resource)?.resource.startsWith(`role/${identityCenterPath}`) === true

/** The SAML provider that IAM Identity Center puts into each account: "saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE". */
const isProvider = ({ asked }: Evaluated): boolean =>
  parseArn(asked.request.resource)?.resource.startsWith('saml-provider/AWSSSO_') === true

/** The resource of a statement that allows the action on Identity Center’s roles, but not on this one. The evaluator stops at AWS’s own rule before it looks. */
function otherPath({ asked, policies }: Evaluated): Text {
  const { resource } = asked.request
  for (const policy of policies.filter(({ given, type }) => given && type === 'identity')) {
    const statements = readOf(policy).policy.statements.filter(
      ({ effect, action }) => effect?.value === 'Allow' && action && matchesAction(action, actionOf(asked)),
    )
    const patterns = statements.flatMap(({ resource: clause }) => (clause?.sense === 'any-of' ? clause.items : []))
    if (
      patterns.some(
        ({ value }) => value.kind === 'all' || (value.kind === 'arn' && matchPattern(value.whole, resource)),
      )
    )
      return ''
    const pattern = patterns.find(({ value }) => value.raw.includes(`role/${identityCenterPath}`))?.value.raw
    if (pattern !== undefined) return told('otherPath', { policy: policy.name, pattern, resource })
  }
  return ''
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html */
function providerStatement({ asked }: Evaluated): NewStatement {
  const { partition, account } = parseArn(asked.request.resource) ?? {}
  const actions = ['iam:GetSAMLProvider', 'iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider']
  return {
    Sid: 'ProvisionPermissionSets',
    Effect: 'Allow',
    Action: actions.includes(asked.action) ? actions : [asked.action, ...actions],
    Resource: `arn:${partition}:iam::${account}:saml-provider/AWSSSO_*`,
  }
}

/** The actions that provisioning makes, on its roles only. */
const statementFor = ({ asked }: Evaluated): NewStatement => {
  const { partition, account } = parseArn(asked.request.resource) ?? {}
  const actions = [
    'iam:CreateRole',
    'iam:GetRole',
    'iam:UpdateRole',
    'iam:UpdateRoleDescription',
    'iam:UpdateAssumeRolePolicy',
    'iam:DeleteRole',
    'iam:ListRolePolicies',
    'iam:ListAttachedRolePolicies',
    'iam:AttachRolePolicy',
    'iam:DetachRolePolicy',
    'iam:PutRolePolicy',
    'iam:GetRolePolicy',
    'iam:DeleteRolePolicy',
  ]
  return {
    Sid: 'ProvisionPermissionSets',
    Effect: 'Allow',
    Action: actions.includes(asked.action) ? actions : [asked.action, ...actions],
    Resource: `arn:${partition}:iam::${account}:role/${identityCenterPath}*`,
  }
}
