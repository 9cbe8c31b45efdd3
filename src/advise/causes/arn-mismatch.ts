import { isAccountId, parseArn } from '../../iam/index.ts'
import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
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

/** One part of the ARN in the policy differs from the resource’s ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const arnMismatch = defineCause<Found>({
  id: 'arn-mismatch',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.blame.policyType !== 'identity' || situation.asked.standIns.has('resource')) return undefined
    const found = arnSlip(situation)
    return found && { situation, ...found }
  },
  explain: ({ situation, slip, written }) =>
    isImpossible(situation)
      ? impossible(situation)
      : {
          title: `The policy allows ${situation.asked.action}, but for ${says[slip].replace(/ \(.*/, '')}`,
          explanation: `The policy names ${written}. What was asked for is ${situation.asked.request.resource}: ${slip === 'case' ? 'ARNs are case-sensitive' : `the ${slip} differs`}.`,
        },
  steps: ({ situation, slip }) =>
    isImpossible(situation)
      ? [correctStep(situation)]
      : [
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
    isImpossible(situation)
      ? []
      : allowIn(situation, {
          type: 'identity',
          note: `It allows ${situation.asked.action} on this resource only.`,
        }),
})

/** An account ID has twelve digits. "aws" means AWS itself, and the ARNs of some services have no account at all. */
const isImpossible = ({ asked }: Evaluated): boolean => {
  const account = parseArn(asked.request.resource)?.account ?? ''
  return account !== '' && account !== 'aws' && !isAccountId(account) && !/[*?]/.test(account)
}

const impossible = ({ asked }: Evaluated): Explanation => ({
  title: 'The ARN in the call can’t exist',
  explanation: `${asked.request.resource} has “${parseArn(asked.request.resource)?.account}” where the account ID belongs, and that’s neither an account ID nor “aws”. No policy is missing; the call or the template has the wrong name for the resource.`,
})

const correctStep = ({ asked }: Evaluated): Step => ({
  title: 'Correct the name in the call or the template',
  text: `Look for the text that “${parseArn(asked.request.resource)?.account}” comes from. In CloudFormation, AWS’s own transforms begin with “AWS::”, such as AWS::Serverless-2016-10-31: a typo there leads to this ARN.`,
  owner: 'caller',
})
