import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Evaluated } from './situation.ts'

const told = messagesOf('depends-steps', {
  knowLookEvent: 'If you don’t know, look at the event in CloudTrail',
  knowLookEventForOthers: '',
  knowLookEventText: 'The event of the denied call contains the Region, the IP address, the session, and the tags.',
  deployAgain: 'Deploy the API again, and look at the logs of its stage',
  deployAgainForOthers: 'Deploy the API again',
  deployAgainText:
    'A changed resource policy counts only after the API is deployed again. If it was, turn on access logs for the stage: they can have the IP address, the VPC endpoint, and the caller of each call. CloudTrail doesn’t have these calls.',
  deployAgainTextForOthers: 'A changed resource policy counts only after the API is deployed again.',
  pasteFinishedPolicy: 'Or paste the finished policy',
  pasteFinishedPolicyForOthers: '',
  pasteFinishedPolicyText:
    'AWS has it with every value filled in. The command is read-only. `terraform show -json` prints Terraform’s.',
  pasteUnmasked: 'Or paste the policy as AWS has it',
  pasteUnmaskedForOthers: '',
  pasteUnmaskedText: 'Nothing is masked there, and what you paste stays on your computer. The command is read-only.',
  pasteWhole: 'Paste the whole policy',
  pasteWholeForOthers: '',
  pasteWholeText: 'A part of it is missing or can’t be read, and that part decides.',
})

/**
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html,
 * https://repost.aws/knowledge-center/api-gateway-access-denied (2026-11-30)
 */
export const deployAgain: Step = {
  title: told('deployAgain'),
  text: told('deployAgainText'),
  owner: 'resource owner',
  command: 'aws apigateway create-deployment --rest-api-id <API_ID> --stage-name <STAGE_NAME>',
}

export const lookAtEvent = ({ action, service }: Evaluated['asked']): Step => ({
  title: told('knowLookEvent'),
  text: told('knowLookEventText'),
  owner: 'account administrator',
  command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${action.slice(service.length + 1)} --max-results 20`,
})

export const pasteWhole: Step = { title: told('pasteWhole'), text: told('pasteWholeText'), owner: 'caller' }

/** The policy in AWS contains the values that a template or a program leaves open. */
export const finished: Step = {
  title: told('pasteFinishedPolicy'),
  text: told('pasteFinishedPolicyText'),
  owner: 'account administrator',
  command: 'aws iam get-account-authorization-details --output json',
}

export const unmasked: Step = { ...finished, title: told('pasteUnmasked'), text: told('pasteUnmaskedText') }
