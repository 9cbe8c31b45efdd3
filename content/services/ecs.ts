import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const executionRole = 'arn:aws:sts::111122223333:assumed-role/OrdersExecution/0123456789abcdef'

export const ecs: readonly ServiceDenial[] = [
  {
    title: 'ECS can’t use the role of the task',
    message:
      "service orders failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/OrdersTask' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)",
    cause:
      'The role’s trust policy doesn’t name `ecs-tasks.amazonaws.com`. Often it names `ecs.amazonaws.com`, which is another service.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `ecs-tasks.amazonaws.com` under `Principal`.',
    },
    fix: {
      says: 'Let ECS tasks of your account assume the role.',
      policy: trusts('ecs-tasks.amazonaws.com', 'arn:aws:iam::111122223333:role/OrdersTask', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Start the task again. Its status should become `RUNNING`.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    article: 'roles/ecs-tasks',
  },
  {
    title: 'The task can’t read its secrets',
    message: `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: ${notAllowed('ssm:GetParameters', 'arn:aws:ssm:eu-central-1:111122223333:parameter/orders/db', executionRole)} status code: 400`,
    cause:
      'The *execution role* reads secrets and pulls the image before your program starts. The *task role* is for your program.',
    check: {
      command:
        'aws ecs describe-task-definition --task-definition <TASK_DEFINITION> --query "taskDefinition.[executionRoleArn,taskRoleArn]" --output text',
      says: 'Compare them with the role in the message.',
    },
    fix: {
      says: 'Add this to the execution role.',
      policy: own(allow('ssm:GetParameters', 'arn:aws:ssm:eu-central-1:111122223333:parameter/orders/*')),
    },
    verify: 'Start the task again. Its status should become `RUNNING`.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    article: 'roles/ecs-tasks',
  },
  {
    title: 'A timeout while pulling secrets isn’t a permission',
    message:
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.',
    cause:
      'The task reaches no AWS endpoint: it has no public IP address, no NAT gateway, and no VPC endpoint, or a security group blocks it.',
    check: { says: 'The message ends in `context deadline exceeded`, and it names no action.' },
    fix: {
      says: 'Give the subnet a route, or create VPC endpoints for Secrets Manager, ECR, S3, and CloudWatch Logs.',
    },
    verify: 'Start the task again. Its status should become `RUNNING`.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
  },
  {
    title: 'Running a task passes both of its roles',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersExecution'),
    cause:
      'A task definition has two roles. Registering it, running it, and creating a service with it all pass both of them.',
    check: { says: 'The message names one of the two roles. The other one comes next.' },
    fix: {
      says: 'Allow both, for ECS tasks only.',
      policy: {
        ...own(
          allow(
            'iam:PassRole',
            ['arn:aws:iam::111122223333:role/OrdersExecution', 'arn:aws:iam::111122223333:role/OrdersTask'],
            { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
          ),
        ),
        context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      },
    },
    verify: 'Repeat the operation.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html',
    article: 'roles/pass-role',
  },
  {
    title: 'ECS Exec says “internal error”',
    message:
      'An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation: The execute command failed due to an internal error. Try again later.',
    cause:
      'It looks like AWS’s fault. Usually the *task role* lacks `ssmmessages`, or the task can’t reach that endpoint. On EC2, a task without a task role uses the instance’s role.',
    check: {
      command:
        'aws ecs describe-tasks --cluster <CLUSTER_NAME> --tasks <TASK_ID> --query "tasks[].containers[].managedAgents[].lastStatus" --output text',
      says: 'You should see `RUNNING`.',
    },
    fix: {
      says: 'Add this to the task role, and start the task again.',
      policy: {
        ...own(
          allow(
            [
              'ssmmessages:CreateControlChannel',
              'ssmmessages:CreateDataChannel',
              'ssmmessages:OpenControlChannel',
              'ssmmessages:OpenDataChannel',
            ],
            '*',
          ),
        ),
        request: { action: 'ssmmessages:CreateDataChannel', resource: '*' },
      },
    },
    verify:
      'Run `aws ecs execute-command --cluster <CLUSTER_NAME> --task <TASK_ID> --interactive --command /bin/sh`. You should see a prompt.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  },
]
