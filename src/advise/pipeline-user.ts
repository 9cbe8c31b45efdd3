import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('pipeline-user', {
  title: 'The pipeline user made the call itself, and it can only assume roles',
  explanation:
    '`sam pipeline bootstrap` made the user {{name}} for one purpose: to assume the pipeline execution role, which may deploy. The call was made with the user’s own access key, so AWS denied {{action}}. Don’t add permissions to this user.',
  assume: 'Assume the pipeline execution role in this job, before the command',
  assumeText:
    'The pipeline that `sam pipeline init` writes does it before each `sam` command. The role’s ARN is in .aws-sam/pipeline/pipelineconfig.toml. Set the three values that this prints as AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN:',
  assumeTextForOthers: 'The pipeline that `sam pipeline init` writes does it before each `sam` command.',
})

/**
 * A call by the user that SAM makes for pipelines, which can only assume roles.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-generating-example-ci-cd.html
 */
export const isPipelineUser = ({ asked }: Situation): boolean =>
  asked?.caller.kind === 'user' &&
  asked.service !== 'sts' &&
  /^aws-sam-cli-managed-.*-PipelineUser-\w+$/.test(asked.caller.name)

/** What to say of it. */
export const pipelineUser = ({ asked }: Situation): { readonly title: Text; readonly explanation: Text } => ({
  title: told('title'),
  explanation: told('explanation', { name: asked?.caller.name ?? '', action: asked?.action ?? '' }),
})

/** What to do instead of allowing it. */
export const pipelineUserStep: Step = {
  title: told('assume'),
  text: told('assumeText'),
  owner: 'caller',
  command: 'aws sts assume-role --role-arn <PIPELINE_EXECUTION_ROLE_ARN> --role-session-name pipeline',
}
