import { parseArn } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import { mfaDeed } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked, Situation } from './situation.ts'

const told = messagesOf('likely-denies', {
  createUser: 'Create the user with the permissions boundary that your organization requires',
  createRole: 'Create the role with the permissions boundary that your organization requires',
  createPermissionsBoundaryText:
    'Many organizations deny new roles and users without a permissions boundary. Ask which one is required, or look at an existing role. Name it in the call: permissions_boundary in Terraform, PermissionsBoundary in CloudFormation, the context key @aws-cdk/core:permissionsBoundary in CDK.',
  tryEncryptionOver: 'Try it with encryption, over HTTPS',
  tryEncryptionOverText:
    'A Deny in a bucket policy usually asks for encryption: without the header x-amz-server-side-encryption, or over plain HTTP, the upload is denied.',
  tryMfa: 'Try it with MFA',
  tryMfaText:
    'The caller is an IAM user with long-term keys, which never include MFA. The usual reason is a Deny for sessions without MFA. Replace 123456 with the code of your device, and use the three returned values as your credentials.',
  tryMfaTextForOthers: 'The caller is an IAM user with long-term keys, which never include MFA.',
  otherName: 'Use another name for the parameter',
  otherNameText:
    'This one begins with “aws” or “ssm”, and Parameter Store reserves both for AWS. Parameters below /aws/reference/secretsmanager/ are secrets of Secrets Manager: create the secret there, and read it under this name.',
  notFederation: 'Use a role instead of GetFederationToken',
  notFederationText:
    'GetFederationToken takes only a user’s long-term keys, which never include MFA, so a Deny for sessions without MFA always stops it. Assume a role with MFA and sign in with its session (in aws-vault, a profile with role_arn and mfa_serial), or ask for an exception for sts:GetFederationToken.',
  checkWhetherRegion: 'Check whether this Region is allowed',
  someResourcesExist:
    'Some resources exist only in us-east-1, such as certificates and web ACLs for CloudFront: for those, ask for an exception to the Region lock.',
  checkWhetherRegionText:
    'The call went to {{region}}. Many organizations allow a few Regions only. If yours is another one, add --region to the command. {{rest}}',
  callNetworkResource: 'Call from the network that the resource is open to',
  callNetworkResourceText:
    'Such a Deny often names a VPC, a VPC endpoint, or the company’s addresses. Connect to that network and try again. This shows the address that AWS sees from here:',
})

interface Likely {
  /** It depends on who called. */
  readonly needsCaller?: true
  readonly applies: (asked: Asked, situation: Situation) => boolean
  readonly step: (asked: Asked) => Omit<Step, 'owner'>
}

/** Conditions that a Deny usually has if it wasn’t pasted, the likeliest first for this call. */
const likely: readonly Likely[] = [
  {
    applies: ({ action }) => /^iam:Create(?:Role|User)$/.test(action),
    step: ({ action }) => ({
      title: told(action === 'iam:CreateRole' ? 'createRole' : 'createUser'),
      text: told('createPermissionsBoundaryText'),
      command: "aws iam list-policies --scope Local --policy-usage-filter PermissionsBoundary --query 'Policies[].Arn'",
    }),
  },
  {
    applies: ({ action, service }, { blame }) =>
      service === 's3' && /:(?:Put|Create|Upload|Replicate)/.test(action) && blame.policyType !== 'scp',
    step: () => ({
      title: told('tryEncryptionOver'),
      text: told('tryEncryptionOverText'),
      command: 'aws s3 cp <FILE> s3://<BUCKET>/<KEY> --sse aws:kms',
    }),
  },
  {
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html (2026-11-29)
    applies: ({ action, request }) =>
      action === 'ssm:PutParameter' && /:parameter\/(?:aws|ssm)/i.test(request.resource),
    step: () => ({ title: told('otherName'), text: told('otherNameText') }),
  },
  {
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    applies: ({ action }) => action === 'sts:GetFederationToken',
    step: () => ({ title: told('notFederation'), text: told('notFederationText') }),
  },
  {
    needsCaller: true,
    applies: ({ action, caller }, { blame }) =>
      action !== 'sts:GetFederationToken' &&
      caller.kind === 'user' &&
      (blame.policyType === undefined || blame.policyType === 'identity'),
    step: (asked) => ({ title: told('tryMfa'), text: told('tryMfaText'), command: mfaDeed(asked).command }),
  },
  {
    applies: ({ request }, { blame }) =>
      (blame.policyType === undefined || blame.policyType === 'scp') &&
      /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(parseArn(request.resource)?.region ?? ''),
    step: ({ request }) => ({
      title: told('checkWhetherRegion'),
      text: told('checkWhetherRegionText', {
        region: parseArn(request.resource)?.region ?? '',
        rest: parseArn(request.resource)?.region === 'us-east-1' ? told('someResourcesExist') : '',
      }),
      command: 'aws configure get region',
    }),
  },
  {
    applies: ({ service }, { blame }) =>
      blame.policyType === 'vpc-endpoint' ||
      (blame.policyType === 'resource' && (service === 's3' || service === 'kms')),
    step: () => ({
      title: told('callNetworkResource'),
      text: told('callNetworkResourceText'),
      command: 'curl https://checkip.amazonaws.com',
    }),
  },
]

/** Steps to try if AWS states an explicit deny and the policy wasn’t pasted. */
export const likelyDenies = (situation: Situation): readonly Step[] => {
  const { asked } = situation
  if (!asked) return []
  const isKnown = !asked.standIns.has('principal')
  return likely
    .filter(({ applies, needsCaller }) => (isKnown || needsCaller !== true) && applies(asked, situation))
    .slice(0, 2)
    .map(({ step }) => ({ ...step(asked), owner: 'caller' }))
}
