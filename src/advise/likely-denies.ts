import { parseArn } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import { bootstrapBoundaryStep } from './cdk-steps.ts'
import { mfaDeed } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked, Situation } from './situation.ts'

const told = messagesOf('likely-denies', {
  createUser: 'Create the user with the permissions boundary that your organization requires',
  createRole: 'Create the role with the permissions boundary that your organization requires',
  createUserForOthers: 'Create the user with the permissions boundary that our organization requires',
  createRoleForOthers: 'Create the role with the permissions boundary that our organization requires',
  createPermissionsBoundaryText:
    'Many organizations deny new roles and users without a permissions boundary. Ask which one is required, or look at an existing role. Name it in the call: permissions_boundary in Terraform, PermissionsBoundary in CloudFormation, the context key @aws-cdk/core:permissionsBoundary in CDK.',
  tryEncryptionOver: 'Try it with encryption, over HTTPS',
  tryEncryptionOverText:
    'A Deny in a bucket policy usually asks for encryption: without the header x-amz-server-side-encryption, or over plain HTTP, the upload is denied.',
  tryMfa: 'Try it with MFA',
  tryMfaText:
    'The caller is an IAM user with long-term keys, which never include MFA. The usual reason is a Deny for sessions without MFA. Replace <DEVICE_NAME> and 123456 with your device’s name and code, and use the three returned values as your credentials.',
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
  checkGlobalProfile: 'Check whether a Region lock stops a global inference profile',
  checkGlobalProfileText:
    'The model’s ARN has no Region: a global inference profile sends the request to any Region. Call a profile of your geography instead (eu., us., apac.), whose Regions the Region lock allows, or ask for an exception to the Region lock.',
  callNetworkResource: 'Call from the network that the resource is open to',
  callNetworkResourceText:
    'Such a Deny often names a VPC, a VPC endpoint, or the company’s addresses. Connect to that network and try again. This shows the address that AWS sees from here:',
  notRoot: 'Call as a role instead of the root user',
  notRootText:
    'Many organizations deny everything to the root users of their member accounts. Sign in as a role of the account, with IAM Identity Center for example.',
  guarded: 'Ask whether this should be possible at all',
  guardedText:
    'Organizations usually deny {{action}} on purpose: it weakens logs, security services, or limits that someone else relies on. If it must be done, the organization’s administrators do it or exempt one role.',
  guardedTextForOthers:
    'Organizations usually deny {{action}} on purpose: it weakens logs, security services, or limits that someone else relies on. Could you do it, or exempt one role?',
  requirements: 'Create it the way the organization requires',
  requirementsText:
    'After the Region, the usual reasons are a missing tag, a type or size that isn’t allowed, and missing encryption. Send the tags in the create call, and compare the call with one that works.',
  requiredTags: 'Send the required tags in the call',
  requiredTagsText:
    'What you pasted speaks of tags. A Deny for missing tags looks at the call itself, so tags that something adds later don’t count. Set them in the same call (TagSpecifications for EC2, Tags elsewhere; default_tags in Terraform’s provider), spelled as the policy spells them. What a service creates for you gets the tags that you configure there.',
  requiredTagsTextForOthers:
    'A Deny for missing tags looks at the call itself, so tags that something adds later don’t count.',
  encrypted: 'Create it with encryption',
  encryptedText:
    'What you pasted speaks of encryption. Many organizations deny creating databases, volumes, and file systems without it. Turn it on in the call: storage-encrypted for RDS, encrypted for EBS and EFS, StorageEncrypted or Encrypted in templates. If the encrypted one is denied as well, the condition of the Deny is probably about something else, or about a key that this call doesn’t have.',
  encryptedTextForOthers: 'Many organizations deny creating databases, volumes, and file systems without encryption.',
  insideOrganization: 'Call from inside the resource’s organization',
  insideOrganizationText:
    'A resource control policy usually denies callers of other organizations and calls over plain HTTP. Compare the organization of your account with the one that the resource belongs to.',
  insideOrganizationTextForOthers:
    'A resource control policy usually denies callers of other organizations and calls over plain HTTP.',
  sameBoundary: 'Check the boundary of the role or user that you change',
  sameBoundaryForOthers: 'Check the boundary of the role or user that I change',
  sameBoundaryText:
    'A permissions boundary usually denies IAM changes on roles and users without the same boundary, and changes of the boundary itself.',
  acceptedByApi: 'Call from an address or VPC endpoint that the API accepts',
  acceptedByApiText:
    'The resource policy of an API usually denies everyone but some IP addresses or VPC endpoints. This shows the address that AWS sees from here. If it should be let in, the API’s owner adds it to the policy and deploys the API again.',
  overHttps: 'Call over HTTPS, from inside the organization',
  overHttpsText:
    'A Deny in the policy of a resource usually requires HTTPS, a caller of the own organization, or a network.',
  roleMfaText:
    'The session was opened without MFA, and a Deny for sessions without MFA is usual. Assume the role again with the code of your device.',
  roleMfaTextForOthers: 'The session was opened without MFA, and a Deny for sessions without MFA is usual.',
})

/** How much speaks for a reason: it doesn't apply, it's possible, it's usual for such a policy, or the call itself points to it. */
type Weight = 0 | 1 | 2 | 3

interface Likely {
  /** It depends on who called. */
  readonly needsCaller?: true
  /** Where it applies, no other reason is worth trying. */
  readonly alone?: true
  readonly weight: (asked: Asked, situation: Situation) => Weight
  readonly step: (asked: Asked) => Omit<Step, 'owner'> & Partial<Pick<Step, 'owner'>>
}

/** What is known of the request's context: a CloudTrail event has much of it. */
function known({ request: { context = {} } }: Asked, key: string): string | undefined {
  const [, value] = Object.entries(context).find(([name]) => name.toLowerCase() === key) ?? []
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined
}

/** The Region of the call, where the message or the event has it. */
function regionOf(asked: Asked): string | undefined {
  // The Region of a placeholder is an example.
  const region = asked.standIns.has('resource') ? '' : (parseArn(asked.request.resource)?.region ?? '')
  if (/^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region)) return region
  return asked.assumedKeys.has('aws:requestedregion') ? undefined : known(asked, 'aws:requestedregion')
}

/** How much of a paste is searched for what people say about the reason. */
const mostText = 20_000

/** Do people speak of it around the message, or in the names of their resources? */
const speaksOf = ({ given }: Situation, words: RegExp): boolean => words.test(given.paste.slice(0, mostText))

/** Operations that organizations keep for themselves: they weaken logs and security services, or leave the organization's control. */
const guarded =
  /^(?:cloudtrail:(?:StopLogging|DeleteTrail|UpdateTrail|PutEventSelectors)|guardduty:(?:Delete|Disassociate|Disable|Stop|Update)\w+|config:(?:Delete|Stop)\w+|securityhub:(?:Delete|Disable|Disassociate)\w+|access-analyzer:Delete\w+|macie2:Disable\w+|organizations:LeaveOrganization|account:(?:Enable|Disable)Region|account:CloseAccount|ec2:(?:DisableEbsEncryptionByDefault|DeleteFlowLogs|DisableImageBlockPublicAccess|DisableSnapshotBlockPublicAccess)|s3:Put(?:Account|Bucket)PublicAccessBlock|iam:(?:DeleteAccountPasswordPolicy|UpdateAccountPasswordPolicy|CreateAccessKey|CreateLoginProfile|CreateSAMLProvider|CreateOpenIDConnectProvider)|ram:EnableSharingWithAwsOrganization)$/

/** Could a policy of the caller or of the organization have the Deny? */
const isOfCaller = ({ policyType }: Situation['blame']): boolean =>
  policyType === undefined || policyType === 'scp' || policyType === 'identity' || policyType === 'permissions-boundary'

/** Conditions that a Deny usually has if it wasn’t pasted; among equal weights, the likelier first. */
const likely: readonly Likely[] = [
  {
    needsCaller: true,
    alone: true,
    weight: ({ caller }, { blame }) => (caller.kind === 'root' && blame.policyType === 'scp' ? 3 : 0),
    step: () => ({ title: told('notRoot'), text: told('notRootText') }),
  },
  {
    alone: true,
    weight: ({ action }, { blame }) => (blame.policyType === 'scp' && guarded.test(action) ? 3 : 0),
    step: ({ action }) => ({
      title: told('guarded'),
      text: told('guardedText', { action }),
      owner: 'organization administrator',
    }),
  },
  {
    weight: ({ action }) => (/^iam:Create(?:Role|User)$/.test(action) ? 3 : 0),
    step: (asked) => ({
      title: told(asked.action === 'iam:CreateRole' ? 'createRole' : 'createUser'),
      text: told('createPermissionsBoundaryText'),
      ...bootstrapBoundaryStep(asked),
      command: "aws iam list-policies --scope Local --policy-usage-filter PermissionsBoundary --query 'Policies[].Arn'",
    }),
  },
  {
    weight: ({ action, service }, { blame }) =>
      service === 's3' && /:(?:Put|Create|Upload|Replicate)/.test(action) && blame.policyType !== 'scp' ? 3 : 0,
    step: () => ({
      title: told('tryEncryptionOver'),
      text: told('tryEncryptionOverText'),
      command: 'aws s3 cp <FILE> s3://<BUCKET>/<KEY> --sse aws:kms',
    }),
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
    // Images of containers have tags, too.
    weight: ({ action, service }, situation) =>
      service !== 'iam' &&
      service !== 'ecr' &&
      /:(?:Run|Create|Register|Launch|Request|Allocate|Import|Copy|Restore|Start|Put|Tag|Add)/.test(action) &&
      isOfCaller(situation.blame) &&
      speaksOf(situation, /\b(?:un)?tag(?:s|ged|ging)?\b/i)
        ? 3
        : 0,
    step: () => ({ title: told('requiredTags'), text: told('requiredTagsText') }),
  },
  {
    // https://github.com/ministryofjustice/aws-root-account/pull/1494 (2026-11-30)
    weight: ({ action, service }, situation) =>
      service !== 's3' &&
      service !== 'kms' &&
      /:(?:Run|Create|Copy|Restore|Modify)/.test(action) &&
      isOfCaller(situation.blame) &&
      speaksOf(situation, /\b(?:un)?encrypt(?:ed|ion)?\b/i)
        ? 3
        : 0,
    step: () => ({ title: told('encrypted'), text: told('encryptedText') }),
  },
  {
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html (2026-11-29)
    weight: ({ action, request }) =>
      action === 'ssm:PutParameter' && /:parameter\/(?:aws|ssm)/i.test(request.resource) ? 3 : 0,
    step: () => ({ title: told('otherName'), text: told('otherNameText') }),
  },
  {
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    weight: ({ action }) => (action === 'sts:GetFederationToken' ? 3 : 0),
    step: () => ({ title: told('notFederation'), text: told('notFederationText') }),
  },
  {
    needsCaller: true,
    weight: (asked, situation) => {
      const { policyType } = situation.blame
      const isUsers = policyType === undefined || policyType === 'identity'
      if (asked.action === 'sts:GetFederationToken' || asked.caller.kind !== 'user' || !isUsers) return 0
      if (known(asked, 'aws:multifactorauthpresent') === 'true') return 0
      return speaksOf(situation, /\b(?:MFA|2FA|multi-?factor)\b/i) ? 3 : 2
    },
    step: (asked) => ({ title: told('tryMfa'), text: told('tryMfaText'), command: mfaDeed(asked).command }),
  },
  {
    // Sessions of IAM Identity Center never carry the key, so signing in again wouldn't help them.
    needsCaller: true,
    weight: (asked, { blame }) =>
      blame.policyType === 'identity' &&
      asked.caller.kind === 'role-session' &&
      !asked.caller.name.startsWith('AWSReservedSSO_') &&
      !asked.assumedKeys.has('aws:multifactorauthpresent') &&
      known(asked, 'aws:multifactorauthpresent') === 'false'
        ? 2
        : 0,
    step: (asked) => ({ title: told('tryMfa'), text: told('roleMfaText'), command: mfaDeed(asked).command }),
  },
  {
    weight: (asked, { blame }) => {
      if (regionOf(asked) === undefined) return 0
      if (blame.policyType === 'scp') return 2
      return blame.policyType === undefined ? 1 : 0
    },
    step: (asked) => ({
      title: told('checkWhetherRegion'),
      text: told('checkWhetherRegionText', {
        region: regionOf(asked) ?? '',
        rest: regionOf(asked) === 'us-east-1' ? told('someResourcesExist') : '',
      }),
      command: 'aws configure get region',
    }),
  },
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html (2026-11-29)
    weight: (asked) => (/^arn:aws:bedrock:::foundation-model\//.test(asked.request.resource) ? 3 : 0),
    step: () => ({ title: told('checkGlobalProfile'), text: told('checkGlobalProfileText') }),
  },
  {
    weight: ({ action, service }, { blame }) =>
      blame.policyType === 'scp' && service !== 'iam' && /:(?:Run|Create|Allocate)/.test(action) ? 1 : 0,
    step: () => ({ title: told('requirements'), text: told('requirementsText') }),
  },
  {
    weight: (_, { blame }) => (blame.policyType === 'rcp' ? 2 : 0),
    step: () => ({
      title: told('insideOrganization'),
      text: told('insideOrganizationText'),
      command: 'aws organizations describe-organization',
    }),
  },
  {
    weight: ({ service, action }, { blame }) =>
      // A service-linked role has no boundary.
      blame.policyType === 'permissions-boundary' && service === 'iam' && action !== 'iam:CreateServiceLinkedRole'
        ? 2
        : 0,
    step: ({ action }) => ({
      title: told('sameBoundary'),
      text: told('sameBoundaryText'),
      command: /User/.test(action)
        ? 'aws iam get-user --user-name <USER_NAME> --query User.PermissionsBoundary'
        : 'aws iam get-role --role-name <ROLE_NAME> --query Role.PermissionsBoundary',
    }),
  },
  {
    weight: ({ service }, { blame }) =>
      blame.policyType === 'vpc-endpoint' ||
      (blame.policyType === 'resource' && (service === 's3' || service === 'kms'))
        ? 1
        : 0,
    step: () => ({
      title: told('callNetworkResource'),
      text: told('callNetworkResourceText'),
      command: 'curl https://checkip.amazonaws.com',
    }),
  },
  {
    // https://repost.aws/knowledge-center/api-gateway-access-denied (2026-11-30)
    weight: ({ service }, { blame }) => (blame.policyType === 'resource' && service === 'execute-api' ? 2 : 0),
    step: () => ({
      title: told('acceptedByApi'),
      text: told('acceptedByApiText'),
      command: 'curl https://checkip.amazonaws.com',
    }),
  },
  {
    weight: ({ service }, { blame }) =>
      blame.policyType === 'resource' && service !== 's3' && service !== 'kms' && service !== 'execute-api' ? 1 : 0,
    step: () => ({
      title: told('overHttps'),
      text: told('overHttpsText'),
      command: 'aws configure get endpoint_url',
    }),
  },
]

/** Steps to try if AWS states an explicit deny and the policy wasn’t pasted, the likeliest first: two at most. */
export const likelyDenies = (situation: Situation): readonly Step[] => {
  const { asked } = situation
  if (!asked) return []
  const isKnown = !asked.standIns.has('principal')
  const reasons = likely
    .filter(({ needsCaller }) => isKnown || needsCaller !== true)
    .map((reason) => ({ ...reason, points: reason.weight(asked, situation) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const sole = reasons.find(({ alone }) => alone)
  return (sole ? [sole] : reasons.slice(0, 2)).map(({ step }) => ({ owner: 'caller', ...step(asked) }))
}
