import type { WholeCallRow } from '../src/reference/index.ts'

/** What a push calls on the repository: the manifest, which has a row in the facts, and its layers. */
const pushActions = [
  'PutImage',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'BatchCheckLayerAvailability',
].map((name) => `ecr:${name}`)

/** Read on AWS’s pages after the facts were written. */
export const readLater: readonly WholeCallRow[] = [
  {
    action: 'logs:CreateLogGroup',
    types: [{ type: 'log-group' }],
    needs: [
      {
        actions: 'logs:TagResource',
        on: 'arn:{Partition}:logs:{Region}:{Account}:log-group:{LogGroupName}',
        when: 'if tags are set',
        because: 'another action',
      },
    ],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
    read: '2026-11-29',
  },
  ...['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'].map((action) => ({
    action,
    types: [{ type: 'function', when: 'if the function is in a VPC' }],
    needs: [
      {
        actions: 'ec2:GetSecurityGroupsForVpc',
        on: 'arn:{Partition}:ec2:{Region}:{Account}:vpc/{VpcId}',
        when: 'if VpcConfig is set',
        because: 'Lambda looks up the network as the caller',
      },
    ],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    read: '2026-11-29',
  })),
  // The login comes before each pull and push. The facts have it as a part of them, read in the same guide.
  {
    action: 'ecr:GetAuthorizationToken',
    types: [],
    needs: [
      {
        actions: 'ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:BatchCheckLayerAvailability',
        on: 'arn:{Partition}:ecr:{Region}:{Account}:repository/{RepositoryName}',
        when: 'if images are pulled',
        because: 'pulling and pushing images uses these calls after signing in',
        purpose: 'pull',
      },
      {
        actions:
          'ecr:PutImage ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:BatchCheckLayerAvailability',
        on: 'arn:{Partition}:ecr:{Region}:{Account}:repository/{RepositoryName}',
        when: 'if images are pushed',
        because: 'pulling and pushing images uses these calls after signing in',
        purpose: 'push',
      },
    ],
    source: 'https://github.com/awsdocs/amazon-ecr-user-guide/blob/8f2dbe9/doc_source/image-push.md',
    read: '2026-11-28',
  },
  // A push asks for these one after the other, so a message can name any of them.
  ...pushActions.slice(1).map((action) => ({
    action,
    types: [{ type: 'repository' }],
    needs: [
      { actions: 'ecr:GetAuthorizationToken', on: '*', because: 'logging in to the registry requires this permission' },
      {
        actions: pushActions.filter((each) => each !== action).join(' '),
        on: 'arn:{Partition}:ecr:{Region}:{Account}:repository/{RepositoryName}',
        because: 'a push checks these one after the other',
        // Some pulls ask for it, too.
        ...(action === 'ecr:BatchCheckLayerAvailability'
          ? { when: 'if images are pushed', purpose: 'push' as const }
          : {}),
      },
      {
        actions: 'ecr:BatchGetImage',
        on: 'arn:{Partition}:ecr:{Region}:{Account}:repository/{RepositoryName}',
        when: 'if the tool reads what’s in the repository before it pushes',
        because: 'AWS’s example policy for pushes allows it, too',
      },
    ],
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
    read: '2026-11-30',
  })),
]
