import { messagesOf } from '../../words/index.ts'
import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { allowStatement } from '../fixes/allow-statement.ts'
import { completeStep, completions } from '../fixes/complete-resource.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('bucket-or-object', {
  title: 'The policy names the bucket, but the action needs its objects',
  policyNamesObjects: 'The policy names the objects, the action needs the bucket',
  objects: 'objects',
  bucket: 'the bucket',
  explanation:
    '{{action}} acts on {{rest}}. The policy allows it on {{written}}, which never matches {{resource}}: S3 treats a bucket and its objects as separate resources.',
  nameBothBucket: 'Name both: the bucket, and everything in it',
  nameBothBucketText:
    'An administrator adds {{addition}}. Most policies need the bucket’s own ARN for listing and the ARN with /* for reading and writing; {{action}} needs only one of them.',
  note: 'It allows {{action}} on exactly what was asked for.',
  noteAllowsEveryObject: 'It allows {{action}} on every object of the bucket: the message names none.',
})

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
    return found && /-instead-of-/.test(found.slip) ? { situation, ...found } : undefined
  },
  explain: ({ situation, slip, written }) => ({
    title: slip === 'bucket-instead-of-object' ? told('title') : told('policyNamesObjects'),
    explanation: told('explanation', {
      action: situation.asked.action,
      rest: slip === 'bucket-instead-of-object' ? told('objects') : told('bucket'),
      written,
      resource: situation.asked.request.resource,
    }),
  }),
  steps: ({ situation }) => [
    completeStep(situation) ?? {
      title: told('nameBothBucket'),
      text: told('nameBothBucketText', { action: situation.asked.action, addition: statementBelow }),
      owner: 'account administrator',
    },
  ],
  fixes: function* ({ situation }) {
    yield* completions(situation)
    const { asked } = situation
    // Which object it was isn't known: bucket policies and IAM policies name all of them anyway.
    const everyObject = asked.standIns.has('resource')
      ? asked.request.resource.replace(/^([^/]+\/).*$/, '$1*')
      : undefined
    const own = everyObject === undefined ? undefined : allowStatement('identity', asked)
    yield* allowIn(situation, {
      type: 'identity',
      note:
        everyObject === undefined
          ? told('note', { action: asked.action })
          : told('noteAllowsEveryObject', { action: asked.action }),
      statement: own && everyObject !== undefined ? { ...own, Resource: everyObject } : undefined,
    })
  },
})
