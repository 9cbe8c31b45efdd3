import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { allowStatement } from '../fixes/allow-statement.ts'
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
    explanation: `${situation.asked.action} acts on ${slip === 'bucket instead of object' ? 'objects' : 'the bucket'}. The policy allows it on ${written}, which never matches ${situation.asked.request.resource}: S3 treats a bucket and its objects as separate resources.`,
  }),
  steps: ({ situation }) => [
    {
      title: 'Name both: the bucket, and everything in it',
      text: `An administrator adds the statement below. Most policies need the bucket’s own ARN for listing and the ARN with /* for reading and writing; ${situation.asked.action} needs only one of them.`,
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) => {
    const { asked } = situation
    // Which object it was isn't known: bucket policies and IAM policies name all of them anyway.
    const everyObject = asked.standIns.has('resource')
      ? asked.request.resource.replace(/^([^/]+\/).*$/, '$1*')
      : undefined
    const own = everyObject === undefined ? undefined : allowStatement('identity', asked)
    return allowIn(situation, {
      type: 'identity',
      note:
        everyObject === undefined
          ? `It allows ${asked.action} on exactly what was asked for.`
          : `It allows ${asked.action} on every object of the bucket: the message names none.`,
      statement: own && everyObject !== undefined ? { ...own, Resource: everyObject } : undefined,
    })
  },
})
