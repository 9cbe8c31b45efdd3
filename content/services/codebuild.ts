import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const role = 'arn:aws:sts::111122223333:assumed-role/OrdersBuild/AWSCodeBuild-0a1b2c3d'
const group = 'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/codebuild/orders'

export const codebuild: readonly ServiceDenial[] = [
  {
    title: 'CodeBuild can’t assume the service role',
    message:
      'Code:InvalidInputException, Message:CodeBuild is not authorized to perform: sts:AssumeRole on arn:aws:iam::111122223333:role/OrdersBuild',
    cause:
      'The role’s trust policy doesn’t name `codebuild.amazonaws.com`, or the role is gone, only seconds old, or written with other capitals.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `codebuild.amazonaws.com`.',
    },
    fix: {
      says: 'Let CodeBuild in your account assume the role.',
      policy: trusts('codebuild.amazonaws.com', 'arn:aws:iam::111122223333:role/OrdersBuild', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify:
      'Run `aws codebuild start-build --project-name <PROJECT_NAME> --query build.buildStatus --output text`. You should see `IN_PROGRESS`.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
    article: 'roles/service-roles',
  },
  {
    title: 'The build can’t write its log',
    message: notAllowed('logs:CreateLogStream', `${group}:log-stream:0a1b2c3d`, role),
    cause: 'The role was made for a project with another name, so its policy names another log group.',
    check: {
      command: 'aws codebuild batch-get-projects --names <PROJECT_NAME> --query "projects[0].logsConfig"',
      says: 'If nothing is set, the group is `/aws/codebuild/` and the project’s name.',
    },
    fix: {
      says: 'Add this to the service role.',
      policy: own(allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], [group, `${group}:*`])),
    },
    verify: 'Start the build. You should see its log.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
  },
  {
    title: 'Parameters must begin with /CodeBuild/, unless you allow others',
    message: notAllowed('ssm:GetParameters', 'arn:aws:ssm:eu-central-1:111122223333:parameter/orders/token', role),
    cause: 'The role that the console creates allows only parameters whose names begin with `/CodeBuild/`.',
    check: { says: 'Look at the name of the parameter in the message.' },
    fix: {
      says: 'Add this to the service role, or rename the parameter.',
      policy: own(allow('ssm:GetParameters', 'arn:aws:ssm:eu-central-1:111122223333:parameter/orders/*')),
    },
    verify: 'Start the build. The phase `DOWNLOAD_SOURCE` should succeed.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
  },
  {
    title: 'The image can’t be pulled',
    message: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    cause:
      'The image is in ECR, and the service role can’t pull it. If the project pulls as CodeBuild, the repository’s policy must allow `codebuild.amazonaws.com` instead.',
    check: {
      command:
        'aws codebuild batch-get-projects --names <PROJECT_NAME> --query "projects[0].environment.imagePullCredentialsType" --output text',
      says: '`SERVICE_ROLE` means the role; `CODEBUILD` means the repository’s policy.',
    },
    fix: {
      says: 'Add this to the service role.',
      policy: {
        ...own(
          allow('ecr:GetAuthorizationToken', '*'),
          allow(
            ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            'arn:aws:ecr:eu-central-1:111122223333:repository/build-image',
          ),
        ),
        request: {
          action: 'ecr:BatchGetImage',
          resource: 'arn:aws:ecr:eu-central-1:111122223333:repository/build-image',
        },
      },
    },
    verify: 'Start the build. The phase `PROVISIONING` should succeed.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
  },
  {
    title: 'The owner of the artifact bucket can’t be checked',
    message:
      'Error calling GetBucketAcl: Either the bucket owner has changed or the service role no longer has permission to called s3:GetBucketAcl',
    cause:
      'CodeBuild checks who owns the bucket before it writes there. The role lacks that permission, or the bucket belongs to another account now.',
    check: { says: 'Look for `s3:GetBucketAcl` in the service role’s policies.' },
    fix: {
      says: 'Add this to the service role.',
      policy: {
        ...own(allow(['s3:GetBucketAcl', 's3:GetBucketLocation'], 'arn:aws:s3:::amzn-s3-demo-bucket')),
        request: { action: 's3:GetBucketAcl', resource: 'arn:aws:s3:::amzn-s3-demo-bucket' },
      },
    },
    verify: 'Start the build. The phase `UPLOAD_ARTIFACTS` should succeed.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
  },
]
