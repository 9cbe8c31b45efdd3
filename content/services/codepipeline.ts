import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const role = 'arn:aws:sts::111122223333:assumed-role/OrdersPipeline/1234567890'
const connection = 'connection/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111'

export const codepipeline: readonly ServiceDenial[] = [
  {
    title: 'The connection can’t be used',
    message: `Unable to use Connection: arn:aws:codeconnections:eu-central-1:111122223333:${connection}. The provided role does not have sufficient permissions.`,
    cause:
      'The pipeline’s role needs `UseConnection` with the prefix in the connection’s ARN. AWS renamed `codestar-connections` to `codeconnections`, and both exist.',
    check: { says: 'Compare the prefix of the ARN in the message with the one in the role’s policy.' },
    fix: {
      says: 'Add this to the pipeline’s role.',
      policy: {
        ...own(
          allow('codeconnections:UseConnection', `arn:aws:codeconnections:eu-central-1:111122223333:${connection}`),
        ),
        request: {
          action: 'codeconnections:UseConnection',
          resource: `arn:aws:codeconnections:eu-central-1:111122223333:${connection}`,
        },
      },
    },
    verify: 'Release the change again. The source stage should succeed.',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
  },
  {
    title: 'The artifact bucket is denied',
    message:
      'CodePipeline service role arn:aws:iam::111122223333:role/OrdersPipeline is getting S3 access denied for the S3 bucket amzn-s3-demo-bucket',
    cause: 'The role lacks actions on the bucket or its objects, or the key that encrypts them.',
    check: {
      command: 'aws codepipeline get-pipeline --name <PIPELINE_NAME> --query "pipeline.artifactStore"',
      says: 'You should see the bucket, and `encryptionKey` if it has one.',
    },
    fix: {
      says: 'Add this to the pipeline’s role, and the key if there is one.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
        ),
        request: { action: 's3:PutObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/orders/source.zip' },
      },
    },
    verify: 'Release the change again.',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
    article: 'policies/s3-bucket',
  },
  {
    title: 'Two different callers pass roles',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersTask', role),
    cause:
      'You pass the pipeline’s role when you create the pipeline. Later, the pipeline’s role passes the role of the task or the stack. The message says which of them was denied.',
    check: {
      says: 'If the caller is `assumed-role/` and the pipeline’s role, fix that role. If it’s you, fix your own policy.',
    },
    fix: {
      says: 'Allow this role, for the service that uses it.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersTask', {
            StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      },
    },
    verify: 'Release the change again. The deploy stage should succeed.',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/security_iam_id-based-policy-examples.html',
    article: 'roles/pass-role',
  },
  {
    title: 'The pipeline can’t deploy to ECS',
    message: 'The provided role does not have sufficient permissions to access ECS',
    cause:
      'The pipeline’s role lacks an action of the deployment, and the message doesn’t say which. Often it’s `ecs:TagResource`, which a task definition with tags needs, or `iam:PassRole` for the roles of the task.',
    check: {
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=ecs.amazonaws.com --query "Events[].CloudTrailEvent" --output text',
      says: 'Look for `AccessDenied` and the pipeline’s role. The event names the action.',
    },
    fix: {
      says: 'Add this to the pipeline’s role.',
      policy: {
        ...own(
          allow(['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'], '*'),
          allow(
            ['ecs:DescribeServices', 'ecs:UpdateService'],
            'arn:aws:ecs:eu-central-1:111122223333:service/shop/orders',
          ),
          allow('ecs:TagResource', 'arn:aws:ecs:eu-central-1:111122223333:task-definition/orders:*', {
            StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
          }),
          allow(
            'iam:PassRole',
            ['arn:aws:iam::111122223333:role/OrdersExecution', 'arn:aws:iam::111122223333:role/OrdersTask'],
            { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'] } },
          ),
        ),
        request: {
          action: 'ecs:UpdateService',
          resource: 'arn:aws:ecs:eu-central-1:111122223333:service/shop/orders',
        },
      },
    },
    verify: 'Release the change again. The deploy stage should succeed.',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECS.html',
    article: 'roles/ecs-tasks',
  },
  {
    title: 'CodeCommit can’t be read',
    message:
      'Could not access the CodeCommit repository orders. Make sure that the pipeline IAM role has sufficient permissions to access the repository.',
    cause: 'The pipeline’s role lacks actions of CodeCommit, or the repository has another name.',
    check: {
      command:
        'aws codecommit get-repository --repository-name <REPOSITORY_NAME> --query repositoryMetadata.Arn --output text',
      says: 'You should see the repository’s ARN.',
    },
    fix: {
      says: 'Add this to the pipeline’s role.',
      policy: {
        ...own(
          allow(
            [
              'codecommit:CancelUploadArchive',
              'codecommit:GetBranch',
              'codecommit:GetCommit',
              'codecommit:GetUploadArchiveStatus',
              'codecommit:UploadArchive',
            ],
            'arn:aws:codecommit:eu-central-1:111122223333:orders',
          ),
        ),
        request: { action: 'codecommit:GetBranch', resource: 'arn:aws:codecommit:eu-central-1:111122223333:orders' },
      },
    },
    verify: 'Release the change again. The source stage should succeed.',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
  },
]
