/** Commands that print the ARN of a role which a service's message describes in words; the longest match first. */
const commands: readonly (readonly [role: RegExp, command: string])[] = [
  [/\bfunction/, 'aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query Role'],
  [
    /\btask execution\b/,
    'aws ecs describe-task-definition --task-definition <TASK_DEFINITION> --query taskDefinition.executionRoleArn',
  ],
  [
    /\btask role\b/,
    'aws ecs describe-task-definition --task-definition <TASK_DEFINITION> --query taskDefinition.taskRoleArn',
  ],
  [
    /\binstance\b/,
    "aws ec2 describe-instances --instance-ids <INSTANCE_ID> --query 'Reservations[].Instances[].IamInstanceProfile.Arn'",
  ],
  [/\bpipeline’s service role\b/, 'aws codepipeline get-pipeline --name <PIPELINE_NAME> --query pipeline.roleArn'],
  [
    /\bproject’s service role\b/,
    "aws codebuild batch-get-projects --names <PROJECT_NAME> --query 'projects[].serviceRole'",
  ],
  [
    /\bstate machine\b/,
    'aws stepfunctions describe-state-machine --state-machine-arn <STATE_MACHINE_ARN> --query roleArn',
  ],
  [/\bstream\b/, 'aws firehose describe-delivery-stream --delivery-stream-name <STREAM_NAME>'],
  [
    /\bdeployment group\b/,
    'aws deploy get-deployment-group --application-name <APPLICATION_NAME> --deployment-group-name <GROUP_NAME> --query deploymentGroupInfo.serviceRoleArn',
  ],
  [/\bcrawler\b/, 'aws glue get-crawler --name <CRAWLER_NAME> --query Crawler.Role'],
]

/** A read-only command that prints the ARN of the role; undefined if the description doesn’t say where it’s set. */
export const findRoleCommand = (role: string): string | undefined =>
  commands.find(([pattern]) => pattern.test(role))?.[1]
