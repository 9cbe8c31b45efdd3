import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

export const states: readonly ServiceDenial[] = [
  {
    title: 'The state machine can’t write its log',
    message: 'AccessDeniedException : The state machine IAM Role is not authorized to access the Log Destination',
    cause:
      'The role lacks the actions that set up log delivery. They accept only `*`. The same sentence appears when the Region has ten resource policies for logs already, or one of them is full.',
    check: {
      command: 'aws logs describe-resource-policies --query "length(resourcePolicies)" --output text',
      says: 'If you see 10, merge or delete some. Name the log group `/aws/vendedlogs/states/…`, and it needs no policy of its own.',
    },
    fix: {
      says: 'Add this to the role of the state machine.',
      policy: {
        ...own(
          allow(
            [
              'logs:CreateLogDelivery',
              'logs:CreateLogStream',
              'logs:DeleteLogDelivery',
              'logs:DescribeLogGroups',
              'logs:DescribeResourcePolicies',
              'logs:GetLogDelivery',
              'logs:ListLogDeliveries',
              'logs:PutLogEvents',
              'logs:PutResourcePolicy',
              'logs:UpdateLogDelivery',
            ],
            '*',
          ),
        ),
        request: { action: 'logs:CreateLogDelivery', resource: '*' },
      },
    },
    verify: 'Save the state machine again, and run it. You should see its log.',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  },
  {
    title: 'A step calls a service that the role doesn’t allow',
    message: notAllowed(
      'lambda:InvokeFunction',
      'arn:aws:lambda:eu-central-1:111122223333:function:orders',
      'arn:aws:sts::111122223333:assumed-role/OrderFlow/0123456789abcdef',
    ),
    cause: 'Each step works with the role of the state machine, not with yours.',
    check: {
      command:
        'aws stepfunctions describe-state-machine --state-machine-arn <STATE_MACHINE_ARN> --query roleArn --output text',
      says: 'You should see the role of the message.',
    },
    fix: {
      says: 'Add the action to that role.',
      policy: own(
        allow('lambda:InvokeFunction', [
          'arn:aws:lambda:eu-central-1:111122223333:function:orders',
          'arn:aws:lambda:eu-central-1:111122223333:function:orders:*',
        ]),
      ),
    },
    verify: 'Run the state machine again.',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html',
  },
  {
    title: 'Waiting for a job needs a rule in EventBridge',
    message: "'arn:aws:iam::111122223333:role/OrderFlow' is not authorized to create managed-rule.",
    cause: 'Steps that wait for a job (`.sync`) create a rule in EventBridge, and the role can’t.',
    check: { says: 'Look for `.sync` in the definition of the state machine.' },
    fix: {
      says: 'Add this to the role.',
      policy: {
        ...own(
          allow(
            ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
            'arn:aws:events:eu-central-1:111122223333:rule/StepFunctions*',
          ),
        ),
        request: {
          action: 'events:PutRule',
          resource: 'arn:aws:events:eu-central-1:111122223333:rule/StepFunctionsGetEventsForBatchJobsRule',
        },
      },
    },
    verify: 'Save the state machine again.',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html',
  },
  {
    title: 'Step Functions can’t assume the role',
    message:
      'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
    cause: 'The role’s trust policy doesn’t name `states.amazonaws.com`, or the role is only seconds old.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `states.amazonaws.com`.',
    },
    fix: {
      says: 'Let Step Functions in your account assume the role.',
      policy: trusts('states.amazonaws.com', 'arn:aws:iam::111122223333:role/OrderFlow', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Create the state machine again.',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html',
    article: 'roles/service-roles',
  },
]
