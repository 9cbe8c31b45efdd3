import { readOf } from '../../evaluate/index.ts'
import { isPublicStatement, publicDefinitionOf } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { sendsPublicAcl } from '../public-acl.ts'
import { shellWord } from '../shell-word.ts'
import type { Situation } from '../situation.ts'

const told = messagesOf('block-public-access', {
  title: 'S3 Block Public Access is turned on',
  blockPublicAccess: 'S3 Block Public Access probably rejects this policy',
  blockPublicAcl: 'S3 Block Public Access probably rejects the public ACL',
  sendsAcl:
    'What you pasted sends a public ACL with the upload. New buckets have Block Public Access turned on and ACLs turned off, so this is likelier than a missing permission. If the bucket accepts public ACLs, the caller lacks s3:PutObjectAcl.',
  sendsAclForOthers:
    'The upload sends a public ACL. New buckets have Block Public Access turned on and ACLs turned off, so this is likelier than a missing permission. If the bucket accepts public ACLs, the caller lacks s3:PutObjectAcl.',
  rejectsPolicyLets: ': S3 rejects a policy that lets everyone in when someone saves it',
  publicAcl: ': S3 rejects an upload or a call that sends a public ACL',
  leaveOutAcl: 'Leave out the ACL in the call',
  leaveOutAclText:
    'Don’t send an ACL: drop --acl public-read, or the setting of that name in your tool. New buckets have ACLs turned off as well. Publish the files with CloudFront or a bucket policy instead.',
  leaveOutAclTextForOthers: 'The call sends a public ACL, such as public-read. I’ll try it without one.',
  bucketPolicyGrants: ': what a bucket policy grants to everyone doesn’t count',
  noPermissionYours: 'No permission of yours is missing.',
  noPermissionYoursForOthers: 'No permission of mine is missing.',
  policyPastedLets:
    'The policy that you pasted lets everyone in. If Block Public Access is off for the bucket and the account, the caller lacks s3:PutBucketPolicy.',
  policyPastedLetsForOthers:
    'The policy lets everyone in. If Block Public Access is off for the bucket and the account, the caller lacks s3:PutBucketPolicy.',
  probablyPublic:
    'What you pasted speaks of public access or of an administrator, so this is likelier than a missing permission. If the policy names who it lets in, or the setting is off for the bucket and the account, the caller lacks s3:PutBucketPolicy.',
  probablyPublicForOthers:
    'If the policy names who it lets in, or the setting is off for the bucket and the account, the caller lacks s3:PutBucketPolicy.',
  explanation: 'This setting forbids what makes a bucket public, whatever policies allow{{rest}}. {{restB}}',
  nameReadInstead: 'Name who can read it, instead of everyone',
  nameReadInsteadText:
    'Replace the “*” in Principal with accounts, roles, or a condition on aws:PrincipalOrgID. A condition on fixed addresses also makes the policy one that isn’t public.',
  seeWhereBlock: 'See where Block Public Access is on',
  seeWhereBlockText:
    'There’s a setting for the bucket, one for the account, and since 2025 one for the organization. To publish files, put CloudFront in front of the bucket and leave the setting on.',
})

const saysSo = /BlockPublicPolicy|BlockPublicAcls|block public access/i

const isTold = (situation: Situation): boolean =>
  saysSo.test(situation.given.paste.slice(0, 20_000)) ||
  situation.verdict?.gates.some(({ kind, blocks }) => kind === 's3-block-public-access' && blocks) === true

/** S3 denied saving a bucket policy, and named no policy that denied it. */
const deniesSaving = ({ asked, stated }: Situation): boolean =>
  asked?.action === 's3:PutBucketPolicy' && stated.policyType === undefined && stated.effect === undefined

/** Words about public access, or about a caller who may do everything. */
const publicWords =
  /\bpublic(?:ly)?\b|\badmin(?:istrator)?(?: ?access| user| role)?\b|\bS3 website\b|\bstatic website\b/i

/** Nothing was pasted but the message, and what people wrote around it. */
const speaksOfPublic = (situation: Situation): boolean =>
  deniesSaving(situation) &&
  !situation.policies.some(({ given }) => given) &&
  publicWords.test(situation.given.paste.slice(0, 20_000))

/** The pasted policy lets everyone in. Accounts have the switch on unless someone turned it off. */
function savesPublicPolicy(situation: Situation): boolean {
  const { policies } = situation
  if (!deniesSaving(situation)) return false
  const definition = publicDefinitionOf('AWS::S3::Bucket')
  return (
    definition !== undefined &&
    policies.some(
      (policy) =>
        policy.given &&
        policy.type === 'resource' &&
        readOf(policy).policy.statements.some((statement) => isPublicStatement(statement, definition)),
    )
  )
}

const bucketIn = ({ asked }: Situation): string | undefined =>
  /^arn:[^:]*:s3:::([\w.-]{3,63})(?:\/|$)/.exec(asked?.request.resource ?? '')?.[1]

/** It's an ACL that makes the bucket public, not its policy. */
const sendsAcl = (situation: Situation): boolean =>
  /^s3:Put(?:Bucket|Object|ObjectVersion)Acl$/.test(situation.asked?.action ?? '') ||
  /BlockPublicAcls\b|public access control lists/i.test(situation.given.paste.slice(0, 20_000)) ||
  sendsPublicAcl(situation)

/** S3 Block Public Access: a switch of the bucket or of the account, above every policy. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const blockPublicAccess = defineCause<Situation>({
  id: 'block-public-access',
  article: 'policies/s3-bucket',
  applies: (situation) => {
    // Then the setting is the organization's, and the account can't change it.
    if (situation.denial.sentence?.change === 'declarative-policy') return undefined
    const gate = situation.verdict?.gates.some(({ kind, blocks }) => kind === 's3-block-public-access' && blocks)
    return gate ||
      saysSo.test(situation.given.paste.slice(0, 20_000)) ||
      savesPublicPolicy(situation) ||
      speaksOfPublic(situation) ||
      sendsPublicAcl(situation)
      ? situation
      : undefined
  },
  explain: (situation) => ({
    title: isTold(situation) ? told('title') : told(sendsPublicAcl(situation) ? 'blockPublicAcl' : 'blockPublicAccess'),
    explanation: told('explanation', {
      rest: told(
        sendsAcl(situation)
          ? 'publicAcl'
          : situation.asked?.action === 's3:PutBucketPolicy'
            ? 'rejectsPolicyLets'
            : 'bucketPolicyGrants',
      ),
      restB: told(
        isTold(situation)
          ? 'noPermissionYours'
          : sendsPublicAcl(situation)
            ? 'sendsAcl'
            : savesPublicPolicy(situation)
              ? 'policyPastedLets'
              : 'probablyPublic',
      ),
    }),
    basis: saysSo.test(situation.given.paste.slice(0, 20_000))
      ? 'message'
      : isTold(situation)
        ? 'setting'
        : 'experience',
  }),
  steps: (situation) => [
    sendsAcl(situation)
      ? { title: told('leaveOutAcl'), text: told('leaveOutAclText'), owner: 'caller' }
      : { title: told('nameReadInstead'), text: told('nameReadInsteadText'), owner: 'account administrator' },
    {
      title: told('seeWhereBlock'),
      text: told('seeWhereBlockText'),
      owner: 'account administrator',
      command: `aws s3api get-public-access-block --bucket ${shellWord(bucketIn(situation), '<BUCKET_NAME>')}`,
    },
  ],
})
