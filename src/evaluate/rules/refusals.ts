import { parseArn } from '../../iam/index.ts'
import { awsDenies, type RuleRow } from './rule.ts'

const resourceOf = (arn: string): string => parseArn(arn)?.resource ?? ''

const roleChanges: ReadonlySet<string> = new Set([
  'attachrolepolicy',
  'detachrolepolicy',
  'putrolepolicy',
  'deleterolepolicy',
  'deleterole',
  'updateassumerolepolicy',
  'putrolepermissionsboundary',
  'deleterolepermissionsboundary',
])

/** A service-linked role allows these; a role of IAM Identity Center doesn't. */
const reservedRoleUses: ReadonlySet<string> = new Set([
  'createrole',
  'createservicelinkedrole',
  'deleteservicelinkedrole',
  'passrole',
  'tagrole',
  'untagrole',
  'updaterole',
  'updateroledescription',
])

const policyChanges: ReadonlySet<string> = new Set([
  'createpolicy',
  'createpolicyversion',
  'deletepolicy',
  'deletepolicyversion',
  'setdefaultpolicyversion',
  'tagpolicy',
  'untagpolicy',
])

/** Requests that no policy can allow. */
export const reservedByAws: readonly RuleRow[] = [
  awsDenies({
    code: 'alias-belongs-to-aws',
    services: ['kms'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    applies: ({ actionName, resource }) =>
      /^(create|update|delete)alias$/.test(actionName) && resourceOf(resource).startsWith('alias/aws/'),
  }),
  awsDenies({
    code: 'service-linked-role-change',
    services: ['iam'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
    applies: ({ actionName, resource }) =>
      roleChanges.has(actionName) && resourceOf(resource).startsWith('role/aws-service-role/'),
  }),
  awsDenies({
    code: 'identity-center-role-change',
    services: ['iam'],
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
    applies: ({ actionName, resource, facts }) =>
      (roleChanges.has(actionName) || reservedRoleUses.has(actionName)) &&
      resourceOf(resource).startsWith('role/aws-reserved/') &&
      // In the management account, Identity Center creates and changes these roles with the permissions of the person who assigns the permission set.
      !(facts.identityCenterCalls === true && actionName !== 'passrole'),
  }),
  awsDenies({
    code: 'aws-managed-policy-change',
    services: ['iam'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
    applies: ({ actionName, resource }) => policyChanges.has(actionName) && parseArn(resource)?.account === 'aws',
  }),
]
