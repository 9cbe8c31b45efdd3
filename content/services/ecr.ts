import { allow, allowFor, notAllowed, notAllowedByResource, own, type ServiceDenial, user } from './service-denial.ts'

const repository = 'arn:aws:ecr:eu-central-1:111122223333:repository/orders'
const otherRepository = 'arn:aws:ecr:eu-central-1:444455556666:repository/orders'

export const ecr: readonly ServiceDenial[] = [
  {
    title: 'Signing in to the registry needs "Resource": "*"',
    message: `An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: ${notAllowed('ecr:GetAuthorizationToken', '*')}`,
    cause:
      '`ecr:GetAuthorizationToken` doesn’t support resource-level permissions. In a statement with a repository’s ARN, it allows nothing.',
    check: { says: 'Look for the action in your policy, and for the `Resource` of its statement.' },
    fix: { says: 'Give it a statement of its own.', policy: own(allow('ecr:GetAuthorizationToken', '*')) },
    verify:
      'Run `aws ecr get-login-password --region <REGION> | docker login --username AWS --password-stdin <ACCOUNT_ID>.dkr.ecr.<REGION>.amazonaws.com`. You should see *Login Succeeded*.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/security-iam-awsmanpol.html',
  },
  {
    title: 'docker push needs six actions',
    message: `denied: ${notAllowed('ecr:InitiateLayerUpload', repository)}`,
    cause: 'A push uses several actions. AWS names the first one that’s missing, and the next one after you add it.',
    check: { says: 'Compare your policy with the list below.' },
    fix: {
      says: 'Allow all of them for the repository.',
      policy: own(
        allow(
          [
            'ecr:BatchCheckLayerAvailability',
            'ecr:BatchGetImage',
            'ecr:CompleteLayerUpload',
            'ecr:InitiateLayerUpload',
            'ecr:PutImage',
            'ecr:UploadLayerPart',
          ],
          repository,
        ),
      ),
    },
    verify: 'Push the image again.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
  },
  {
    title: 'Pulling from another account',
    message: `denied: ${notAllowedByResource('ecr:BatchGetImage', otherRepository)}`,
    cause: 'The repository’s policy doesn’t allow your account, or the repository doesn’t exist there.',
    check: {
      command:
        'aws ecr get-repository-policy --repository-name <REPOSITORY_NAME> --registry-id <ACCOUNT_ID> --query policyText --output text',
      says: '`RepositoryPolicyNotFoundException` means that no other account can pull.',
    },
    fix: {
      says: 'The owner adds this to the repository’s policy. It needs no `Resource`, because it’s about this repository. Your own account must allow the actions, too.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { AWS: user },
            { Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] },
          ),
        ],
      },
    },
    verify: 'Sign in to the owner’s registry, and pull the image.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
    article: 'policies/cross-account',
  },
  {
    title: '“no basic auth credentials”',
    message: 'no basic auth credentials',
    cause: 'Docker isn’t signed in to this registry. Often it’s signed in to another account’s or another Region’s.',
    check: { says: 'Look for the registry’s name in `~/.docker/config.json`.' },
    fix: { says: 'Sign in to the registry that the image’s name begins with. A sign-in lasts 12 hours.' },
    verify: 'Pull the image again.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
  },
  {
    title: 'Lambda can’t read the image',
    message: 'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
    cause:
      'The repository’s policy doesn’t allow `lambda.amazonaws.com`, and you don’t have `ecr:GetRepositoryPolicy` and `ecr:SetRepositoryPolicy`, with which Lambda would add the statement. Or the repository belongs to another account, and one of the two sides doesn’t allow it.',
    check: {
      command: 'aws ecr get-repository-policy --repository-name <REPOSITORY_NAME> --query policyText --output text',
      says: 'You should see `lambda.amazonaws.com`.',
    },
    fix: {
      says: 'Add this to the repository’s policy. If the function is in the repository’s account, you can also allow both actions in its execution role. In another account, you need both.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'lambda.amazonaws.com' },
            {
              Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
              Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:eu-central-1:111122223333:function:*' } },
            },
          ),
        ],
        request: { principal: 'lambda.amazonaws.com', action: 'ecr:BatchGetImage', resource: repository },
        context: { 'aws:SourceArn': 'arn:aws:lambda:eu-central-1:111122223333:function:orders' },
      },
    },
    verify: 'Create the function again.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
  },
]
