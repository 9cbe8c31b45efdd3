import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('missing-or-denied', {
  checkFirst: 'Check the name, the Region, and the account first',
  checkFirstText:
    'The message has two possible causes: what the call names doesn’t exist, or a permission is missing. AWS doesn’t say which, so that no one can find out names by trying. Compare the name in the call letter by letter, and see whether the call goes to the Region and the account where it is. This prints what the call’s credentials belong to:',
  checkQueueText:
    'The message has two possible causes: there’s no such queue, or a permission is missing. SQS looks for it in the Region and the account of the call. This lists the queues there:',
})

/** "… does not exist or you do not have access to it", "… not found, or you don't have permission". */
const either =
  /\b(?:does[\s|]{1,20}not|doesn['’]t|do[\s|]{1,20}not|don['’]t|could[\s|]{1,20}not[\s|]{1,20}be|was[\s|]{1,20}not|cannot[\s|]{1,20}be|not)[\s|]{1,20}(?:exists?|found),?[\s|]{1,20}or[\s|]{1,20}(?:that[\s|]{1,20})?(?:you|the[\s|]{1,20}(?:user|caller|account|role))[\s|]{1,20}(?:do|does|may|might|is|are)(?:n['’]t|[\s|]{1,20}not)[\s|]{1,20}(?:have|authorized|allowed|permitted)\b/i

/** Does AWS leave open whether what the call names exists? Where it names an action, it doesn't. */
export const isMissingOrDenied = ({ denial, given, stated, asked }: Situation): boolean =>
  asked !== undefined &&
  denial.action === undefined &&
  given.action === undefined &&
  stated.effect === undefined &&
  stated.policyType === undefined &&
  either.test(given.paste.slice(0, mostText))

/** How much of a paste is searched. */
const mostText = 20_000

/** What to look at before a policy is changed. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export function existsStep({ asked, given }: Situation): Step {
  if (asked?.service !== 'sqs')
    return {
      title: told('checkFirst'),
      text: told('checkFirstText'),
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    }
  const region = /\b(?:sqs\.|:sqs:)([a-z]{2}(?:-[a-z]{1,10}){1,3}-\d)\b/.exec(given.paste.slice(0, mostText))?.[1]
  return {
    title: told('checkFirst'),
    text: told('checkQueueText'),
    owner: 'caller',
    command: `aws sqs list-queues --region ${shellWord(region, '<REGION>')}`,
  }
}
