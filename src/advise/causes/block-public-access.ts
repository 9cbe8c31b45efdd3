import { defineCause } from '../cause.ts'
import type { Situation } from '../situation.ts'

const saysSo = /BlockPublicPolicy|BlockPublicAcls|block public access/i

/** S3 Block Public Access: a switch of the bucket or of the account, above every policy. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const blockPublicAccess = defineCause<Situation>({
  id: 'block-public-access',
  article: 'policies/s3-bucket',
  applies: (situation) => {
    const gate = situation.verdict?.gates.some(({ kind, blocks }) => kind === 's3-block-public-access' && blocks)
    return gate || saysSo.test(situation.given.paste.slice(0, 20_000)) ? situation : undefined
  },
  explain: (situation) => ({
    title: 'S3 Block Public Access is switched on',
    explanation: `The switch forbids what makes a bucket public, whatever policies allow${situation.asked?.action === 's3:PutBucketPolicy' ? ': a policy that lets everybody in is refused when it is saved' : ': what a bucket policy grants to everybody does not count'}. No permission of yours is missing.`,
    basis: saysSo.test(situation.given.paste.slice(0, 20_000)) ? 'message' : 'rule',
  }),
  steps: () => [
    {
      title: 'Name who may in instead of everybody',
      text: 'Put the accounts, roles or the organization in the place of the “*” in Principal. A condition on aws:PrincipalOrgID or on fixed addresses also makes the policy one that is not public.',
      owner: 'account administrator',
    },
    {
      title: 'See where the switch is on',
      text: 'There is one for the bucket, one for the account, and since 2025 one for the organization. To hand files to everybody, put CloudFront in front of the bucket and leave the switch on.',
      owner: 'account administrator',
      command: 'aws s3api get-public-access-block --bucket BUCKET',
    },
  ],
})
