import { parseArn } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { whoPhrase } from '../words.ts'

/**
 * IAM Identity Center makes the roles of permission sets. In the management account it does so with the permissions of whoever assigns the permission set.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 */
export const identityCenterProvisions = defineCause<Evaluated>({
  id: 'identity-center-provisions',
  article: 'roles/identity-center',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.stated.policyType !== 'identity') return undefined
    return /^iam:/.test(situation.asked.action) && isReserved(situation) ? situation : undefined
  },
  explain: ({ asked }) => ({
    title: 'IAM Identity Center made this call for you, with your permissions',
    explanation: `The role belongs to IAM Identity Center, so nobody calls ${asked.action} on it directly. When a permission set is assigned to the management account, Identity Center creates and changes its role with the permissions of whoever assigns it: here ${whoPhrase(asked)}. In member accounts it uses its own service-linked role.`,
  }),
  steps: (situation) => [
    {
      title: `Allow the IAM actions on Identity Center’s roles to ${whoPhrase(situation.asked)}`,
      text: 'In the management account, add this statement to the caller’s policies. The role’s path has the Region in it only outside us-east-1, so the pattern ends with one “*” for both: “/*/” would leave out the roles without a Region.',
      owner: 'organization administrator',
      statement: statementFor(situation),
    },
    {
      title: 'Or have it assigned by someone who has these permissions',
      text: 'An administrator of the management account assigns the permission set. For other accounts a delegated administrator of IAM Identity Center can do it.',
      owner: 'organization administrator',
    },
  ],
})

const isReserved = ({ asked }: Evaluated): boolean =>
  parseArn(asked.request.resource)?.resource.startsWith('role/aws-reserved/sso.amazonaws.com/') === true

/** The actions that provisioning makes, on its roles only. */
const statementFor = ({ asked }: Evaluated): string => {
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
  return JSON.stringify(
    {
      Sid: 'ProvisionPermissionSets',
      Effect: 'Allow',
      Action: actions.includes(asked.action) ? actions : [asked.action, ...actions],
      Resource: `arn:${partition}:iam::${account}:role/aws-reserved/sso.amazonaws.com/*`,
    },
    null,
    2,
  )
}
