// What AWS denies whatever the policies say.
import { full, here, role } from '../scenario.ts'
import { docs, each, type FactCase, iamGuide } from './fact-case.ts'

const serviceRole = `arn:aws:iam::${here}:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`
const reservedRole = `arn:aws:iam::${here}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`
const roleChanges =
  'AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy DeleteRole UpdateAssumeRolePolicy PutRolePermissionsBoundary DeleteRolePermissionsBoundary'
export const refused: readonly FactCase[] = [
  ...each(roleChanges, (name) => [
    `${name} on a service-linked role`,
    { action: `iam:${name}`, on: serviceRole, policies: [full] },
    'implicitDeny service-linked-role-change',
    iamGuide('using-service-linked-roles'),
  ]),
  ...each(
    `${roleChanges} CreateRole CreateServiceLinkedRole DeleteServiceLinkedRole PassRole TagRole UntagRole UpdateRole UpdateRoleDescription`,
    (name) => [
      `${name} on a role of IAM Identity Center`,
      { action: `iam:${name}`, on: reservedRole, policies: [full] },
      'implicitDeny identity-center-role-change',
      `${docs}singlesignon/latest/userguide/permissionsetsconcept.html`,
    ],
  ),
  ...each(
    'CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion TagPolicy UntagPolicy',
    (name) => [
      `${name} on an AWS managed policy`,
      { action: `iam:${name}`, on: 'arn:aws:iam::aws:policy/ReadOnlyAccess', policies: [full] },
      'implicitDeny aws-managed-policy-change',
      iamGuide('access_policies_managed-vs-inline'),
    ],
  ),
  ...each('AttachRolePolicy DeletePolicy', (name) => [
    `${name} on the caller's own role or policy`,
    {
      action: `iam:${name}`,
      on: name.endsWith('RolePolicy') ? role : `arn:aws:iam::${here}:policy/mine`,
      policies: [full],
    },
    'allowed',
    iamGuide('access_policies_managed-vs-inline'),
  ]),
  [
    'a role of IAM Identity Center may be read',
    { action: 'iam:GetRole', on: reservedRole, policies: [full] },
    'allowed',
    `${docs}singlesignon/latest/userguide/permissionsetsconcept.html`,
  ],
  [
    'IAM Identity Center changes its roles with the permissions of the user who assigns a permission set in the management account',
    { action: 'iam:AttachRolePolicy', on: reservedRole, policies: [full], facts: { identityCenterCalls: true } },
    'allowed',
    `${docs}singlesignon/latest/userguide/slrconcept.html`,
  ],
  [
    'IAM Identity Center doesn’t pass them on',
    { action: 'iam:PassRole', on: reservedRole, policies: [full], facts: { identityCenterCalls: true } },
    'implicitDeny identity-center-role-change',
    `${docs}singlesignon/latest/userguide/permissionsetsconcept.html`,
  ],
  [
    'a service-linked role may get tags',
    { action: 'iam:TagRole', on: serviceRole, policies: [full] },
    'allowed',
    iamGuide('using-service-linked-roles'),
  ],
  ...each('kms:CreateAlias kms:UpdateAlias kms:DeleteAlias', (action) => [
    `${action} of AWS`,
    { action, on: `arn:aws:kms:us-east-1:${here}:alias/aws/s3`, policies: [full] },
    'implicitDeny alias-belongs-to-aws',
    `${docs}kms/latest/developerguide/kms-alias.html`,
  ]),
  [
    'the account’s own alias',
    { action: 'kms:CreateAlias', on: `arn:aws:kms:us-east-1:${here}:alias/mine`, policies: [full] },
    'allowed',
    `${docs}kms/latest/developerguide/kms-alias.html`,
  ],
]
