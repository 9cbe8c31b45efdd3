import { isAccountId, parseArn } from '../../iam/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { type ArnSlip, arnSlip } from '../arn-slip.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { completions } from '../fixes/complete-resource.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('arn-mismatch', {
  anotherRegion: 'another Region',
  anotherAccount: 'another account',
  anotherPartitionCn: 'another partition (aws, aws-cn and aws-us-gov are separate)',
  sameLettersOther: 'the same letters in other upper and lower case',
  bucket: 'the bucket',
  title: 'The policy allows {{action}}, but for {{says}}',
  arnsCaseSensitive: 'ARNs are case-sensitive',
  differs: 'the {{slip}} differs',
  explanation: 'The policy names {{written}}. What was asked for is {{resource}}: {{rest}}.',
  leftOut: 'The ARN in the policy has no {{slip}}, so it matches nothing',
  leftOutExplanation:
    'The policy names {{written}}, with nothing between two colons where the {{slip}} belongs. Every resource of this kind has one: {{resource}}.',
  putIn: 'Put the {{slip}} into the ARN of the policy',
  putInText: 'An IAM administrator of the account corrects the statement. No second one is needed.',
  writeArnResource: 'Write the ARN as the resource has it',
  seeMeant: 'See which {{slip}} is meant',
  writeArnResourceText: 'Copy the ARN from the console or from the message instead of typing it.',
  callWentWrong:
    'If the call went to the wrong {{slip}}, call again with the right one: --region or --profile. If the policy is wrong, an administrator adds {{addition}}.',
  allowResource: 'Allow {{action}} on this resource',
  allowResourceText: 'The old statement can stay if the other resource exists too.',
  note: 'It allows {{action}} on this resource only.',
  resourcesArnBelongs: 'The resource’s ARN belongs to another partition of AWS',
  callerPartitionArnExplanation:
    'The caller is in the partition {{partition}}, and the ARN of the call is {{resource}}. The partitions (aws, aws-cn, aws-us-gov, aws-eusc) share nothing, so no policy can allow this. Usually arn:aws: is written into a template or a program.',
  arnCallCant: 'The ARN in the call can’t exist',
  whereAccountIdExplanation:
    '{{resource}} has “{{account}}” where the account ID belongs, and that’s neither an account ID nor “aws”. No policy is missing; the call or the template has the wrong name for the resource.',
  writeArnArn: 'Write the ARN with arn:{{partition}}:',
  writeArnArnText:
    'Templates and programs should take the partition from where they run: AWS::Partition in CloudFormation, data.aws_partition in Terraform, Aws.PARTITION in CDK. For a resource that really is in the other partition, use credentials of that partition.',
  correctNameCall: 'Correct the name in the call or the template',
  correctNameCallText:
    'Look for the text that “{{account}}” comes from. In CloudFormation, AWS’s own transforms begin with “AWS::”, such as AWS::Serverless-2016-10-31: a typo there leads to this ARN.',
})

interface Found {
  readonly situation: Evaluated
  readonly slip: ArnSlip
  readonly written: string
}

const says: Readonly<Record<ArnSlip, Text>> = {
  Region: told('anotherRegion'),
  account: told('anotherAccount'),
  partition: told('anotherPartitionCn'),
  case: told('sameLettersOther'),
  'bucket-instead-of-object': told('bucket'),
  'object-instead-of-bucket': 'objects',
}

/** One part of the ARN in the policy differs from the resource’s ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const arnMismatch = defineCause<Found>({
  id: 'arn-mismatch',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.asked.standIns.has('resource')) return undefined
    if (hasImpossibleAccount(situation))
      return { situation, slip: 'account', written: situation.asked.request.resource }
    if (situation.blame.policyType !== 'identity') return undefined
    if (otherPartition(situation)) return { situation, slip: 'partition', written: situation.asked.request.resource }
    const found = arnSlip(situation)
    return found && { situation, ...found }
  },
  explain: ({ situation, slip, written }) =>
    isImpossible(situation)
      ? impossible(situation)
      : isLeftOut({ situation, slip, written })
        ? {
            title: told('leftOut', { slip }),
            explanation: told('leftOutExplanation', { slip, written, resource: situation.asked.request.resource }),
          }
        : {
            title: told('title', { action: situation.asked.action, says: says[slip] }),
            explanation: told('explanation', {
              written,
              resource: situation.asked.request.resource,
              rest: slip === 'case' ? told('arnsCaseSensitive') : told('differs', { slip }),
            }),
          },
  steps: ({ situation, slip, written }) =>
    isImpossible(situation)
      ? [correctStep(situation)]
      : isLeftOut({ situation, slip, written })
        ? [{ title: told('putIn', { slip }), text: told('putInText'), owner: 'account administrator' }]
        : [
            {
              title: slip === 'case' ? told('writeArnResource') : told('seeMeant', { slip }),
              text:
                slip === 'case'
                  ? told('writeArnResourceText')
                  : told('callWentWrong', { slip, addition: statementBelow }),
              owner: slip === 'case' ? 'account administrator' : 'caller',
            },
            {
              title: told('allowResource', { action: situation.asked.action }),
              text: told('allowResourceText'),
              owner: 'account administrator',
            },
          ],
  fixes: function* ({ situation }) {
    if (isImpossible(situation)) return
    yield* completions(situation)
    yield* allowIn(situation, { type: 'identity', note: told('note', { action: situation.asked.action }) })
  },
})

/** The policy's ARN has nothing in the place in which they differ. */
function isLeftOut({ slip, written }: Found): boolean {
  const { region, account } = parseArn(written) ?? {}
  return (slip === 'Region' && region === '') || (slip === 'account' && account === '')
}

/** The partition of the call's resource, where it isn't the caller's: nothing crosses that border. */
function otherPartition({ asked: { caller, request, standIns } }: Evaluated): string | undefined {
  const partition = parseArn(request.resource)?.partition
  const isOther = partition !== undefined && /^aws(?:-[a-z-]+)?$/.test(partition) && partition !== caller.partition
  return isOther && !standIns.has('principal') && caller.kind !== 'service' ? partition : undefined
}

/** An account ID has twelve digits. "aws" means AWS itself, and the ARNs of some services have no account at all. */
const isImpossible = (situation: Evaluated): boolean => {
  return otherPartition(situation) !== undefined || hasImpossibleAccount(situation)
}

/** Whatever the policies say, there is no such resource. */
export function hasImpossibleAccount({ asked }: Evaluated): boolean {
  const account = parseArn(asked.request.resource)?.account ?? ''
  return account !== '' && account !== 'aws' && !isAccountId(account) && !/[*?]/.test(account)
}

const impossible = (situation: Evaluated): Explanation =>
  otherPartition(situation) === undefined ? impossibleAccount(situation) : impossiblePartition(situation)

const impossiblePartition = ({ asked: { caller, request } }: Evaluated): Explanation => ({
  title: told('resourcesArnBelongs'),
  explanation: told('callerPartitionArnExplanation', { partition: caller.partition, resource: request.resource }),
  basis: 'rule',
})

const impossibleAccount = ({ asked }: Evaluated): Explanation => ({
  title: told('arnCallCant'),
  explanation: told('whereAccountIdExplanation', {
    resource: asked.request.resource,
    account: parseArn(asked.request.resource)?.account ?? '',
  }),
})

const correctStep = (situation: Evaluated): Step =>
  otherPartition(situation) === undefined
    ? correctName(situation)
    : {
        title: told('writeArnArn', { partition: situation.asked.caller.partition }),
        text: told('writeArnArnText'),
        owner: 'caller',
      }

const correctName = ({ asked }: Evaluated): Step => ({
  title: told('correctNameCall'),
  text: told('correctNameCallText', { account: parseArn(asked.request.resource)?.account ?? '' }),
  owner: 'caller',
})
