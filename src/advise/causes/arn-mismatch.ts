import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

interface Found {
  readonly situation: Evaluated
  readonly slip: ArnSlip
  readonly written: string
}

const says: Readonly<Record<ArnSlip, string>> = {
  Region: 'another Region',
  account: 'another account',
  partition: 'another partition (aws, aws-cn and aws-us-gov are separate)',
  case: 'the same letters in other upper and lower case',
  'bucket instead of object': 'the bucket',
  'object instead of bucket': 'objects',
}

/** One part of the ARN in the policy is not that of the resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const arnMismatch = defineCause<Found>({
  id: 'arn-mismatch',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.blame.policyType !== 'identity' || situation.asked.standIns.has('resource')) return undefined
    const found = arnSlip(situation)
    return found && { situation, ...found }
  },
  explain: ({ situation, slip, written }) => ({
    title: `The policy allows ${situation.asked.action}, but for ${says[slip].replace(/ \(.*/, '')}`,
    explanation: `The policy names ${written}. What was asked for is ${situation.asked.request.resource}: ${slip === 'case' ? 'upper and lower case count in an ARN' : `the ${slip} differs`}.`,
  }),
  steps: ({ situation, slip }) => [
    {
      title: slip === 'case' ? 'Write the ARN as the resource has it' : `See which ${slip} is meant`,
      text:
        slip === 'case'
          ? 'Copy the ARN from the console or from the message instead of typing it.'
          : `If the call went to the wrong ${slip}, call again with the right one: --region or --profile. If the policy is wrong, an administrator adds the statement below.`,
      owner: slip === 'case' ? 'account administrator' : 'caller',
    },
    {
      title: `Allow ${situation.asked.action} on this resource`,
      text: 'The old statement may stay if the other resource exists too.',
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'identity',
      note: `It allows ${situation.asked.action} on this resource only.`,
    }),
})
