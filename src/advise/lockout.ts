import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('lockout', {
  noOneChange: 'If no one can change the policy, delete it as the root user',
  noOneChangeText:
    'The root user of the account that owns the bucket can read, replace, and delete the bucket policy even if it denies everyone. In an organization that manages root access centrally, the management account does it with a privileged task (sts assume-root with the task policy S3UnlockBucketPolicy).',
})

const ofPolicy = /^s3:(?:Get|Put|Delete)BucketPolicy$/
const changes = /^s3:(?:Put|Delete)BucketPolicy$/
/** Terraform reads the bucket's settings one after the other: another line can say that its policy can't be read either. */
const alsoOfPolicy = /\bto\s{1,9}perform:\s{1,9}s3:(?:Get|Put|Delete)BucketPolicy\b/

/**
 * A bucket policy can lock out everyone who could change it. The root user of the bucket's account can still delete it, unless the organization centralized root
 * access: then its management account can. https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function lockoutSteps({ asked, blame, given }: Situation): readonly Step[] {
  const isLocked = ofPolicy.test(asked?.action ?? '') || (asked?.service === 's3' && alsoOfPolicy.test(given.paste))
  if (blame.policyType !== 'resource' || !isLocked) return []
  const bucket = shellWord(/:s3:::([^/]+)/.exec(asked?.request.resource ?? '')?.[1], '<BUCKET>')
  return [
    {
      title: told('noOneChange'),
      text: told('noOneChangeText'),
      owner: 'resource owner',
      // The people who could make an exception are locked out, too.
      isUsual: changes.test(asked?.action ?? ''),
      command: `aws s3api delete-bucket-policy --bucket ${bucket}`,
    },
  ]
}
