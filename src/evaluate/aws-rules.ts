import { parseArn } from '../iam/index.ts'
import { needsBillingAccess } from '../reference/index.ts'
import type { EvaluationInput } from './evaluation-input.ts'

/** sts:GetCallerIdentity needs no permission, and even an explicit deny does not stop it. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const needsNoPermission = ({ service, actionName }: EvaluationInput): boolean =>
  service === 'sts' && actionName === 'getcalleridentity'

/** What AWS refuses whatever the policies say, each with the sentence that tells it. */
const refusals: readonly { readonly applies: (input: EvaluationInput) => boolean; readonly sentence: string }[] = [
  {
    // https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
    applies: ({ service, actionName, resource }) =>
      service === 'kms' &&
      /^(create|update|delete)alias$/.test(actionName) &&
      resourceOf(resource).startsWith('alias/aws/'),
    sentence: 'Aliases that begin with alias/aws/ belong to AWS: nobody else can create, change or delete them.',
  },
  {
    // https://repost.aws/knowledge-center/iam-passrole-error
    applies: ({ service, actionName, crossAccount }) => service === 'iam' && actionName === 'passrole' && crossAccount,
    sentence: 'A role can only be passed inside its own account.',
  },
  {
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    applies: ({ service, actionName, caller }) =>
      service === 'sts' && actionName === 'assumerole' && caller.kind === 'root',
    sentence: 'The root user cannot assume roles.',
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
    applies: ({ service, actionName, resource }) =>
      service === 'iam' && roleChanges.has(actionName) && resourceOf(resource).startsWith('role/aws-service-role/'),
    sentence: 'This role belongs to a service: its policies cannot be changed in IAM.',
  },
  {
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
    applies: ({ service, actionName, resource }) =>
      service === 'iam' &&
      (roleChanges.has(actionName) || reservedRoleUses.has(actionName)) &&
      resourceOf(resource).startsWith('role/aws-reserved/'),
    sentence: 'This role belongs to IAM Identity Center: it can only be changed there, and not be passed to a service.',
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
    applies: ({ service, actionName, resource }) =>
      service === 'iam' && policyChanges.has(actionName) && parseArn(resource)?.account === 'aws',
    sentence: 'This managed policy belongs to AWS: nobody else can change, tag or delete it.',
  },
]

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

/** What a service-linked role allows, and a role of IAM Identity Center does not. */
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

/** Why AWS refuses this request itself; undefined where it does not. */
export const refusalOf = (input: EvaluationInput): string | undefined =>
  refusals.find(({ applies }) => applies(input))?.sentence

/** "IAM user and role access to Billing information" is off, and this action needs it. https://repost.aws/knowledge-center/iam-billing-access */
export const isBillingLocked = ({ facts, request, caller }: EvaluationInput): boolean =>
  facts.billingIamAccess === false &&
  caller.kind !== 'root' &&
  caller.account !== undefined &&
  needsBillingAccess(request.action)

/**
 * What a grant on a KMS key can allow. A grant never denies, and needs neither key policy nor identity policy.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
const grantable: ReadonlySet<string> = new Set([
  'creategrant',
  'decrypt',
  'derivesharedsecret',
  'describekey',
  'encrypt',
  'generatedatakey',
  'generatedatakeypair',
  'generatedatakeypairwithoutplaintext',
  'generatedatakeywithoutplaintext',
  'generatemac',
  'getpublickey',
  'reencryptfrom',
  'reencryptto',
  'retiregrant',
  'sign',
  'verify',
  'verifymac',
])

/** Does a grant that is said to be there allow this? */
export const isGrantedOnKey = ({ facts, service, actionName }: EvaluationInput): boolean =>
  facts.kmsGrant === true && service === 'kms' && grantable.has(actionName)
