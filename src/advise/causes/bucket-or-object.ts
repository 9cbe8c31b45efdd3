import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

interface Found {
  readonly situation: Evaluated
  readonly slip: ArnSlip
  readonly written: string
}

/** The policy names the bucket where the action wants objects, or the reverse. https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html */
export const bucketOrObject = defineCause<Found>({
  id: 'bucket-or-object',
  article: 'policies/s3-bucket',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.blame.policyType !== 'identity') return undefined
    const found = arnSlip(situation)
    return found && / instead of /.test(found.slip) ? { situation, ...found } : undefined
  },
  explain: ({ situation, slip, written }) => ({
    title:
      slip === 'bucket instead of object'
        ? 'The policy names the bucket, the action needs its objects'
        : 'The policy names the objects, the action needs the bucket',
    explanation: `${situation.asked.action} acts on ${slip === 'bucket instead of object' ? 'objects' : 'the bucket'}. The policy allows it on ${written}, which never fits ${situation.asked.request.resource}: to S3 a bucket and its objects are two things.`,
  }),
  steps: ({ situation }) => [
    {
      title: 'Name both: the bucket, and everything in it',
      text: `An administrator adds the statement below. Most policies need the bucket’s own ARN for listing and the ARN with /* for reading and writing; ${situation.asked.action} needs only one of them.`,
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'identity',
      note: `It allows ${situation.asked.action} on exactly what was asked for.`,
    }),
})
