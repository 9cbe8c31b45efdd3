import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const quicksightArn = 'arn:aws:quicksight:eu-central-1:111122223333'

export const quicksight: readonly ServiceDenial[] = [
  {
    title: 'You don’t have access to this item',
    message:
      "You don't have access to this item. The provided credentials couldn't be validated. You might not be authorized to carry out the request. Make sure that your account is authorized to use the Amazon Quick Sight service, that your policies have the correct permissions, and that you are using the correct credentials.",
    cause:
      'QuickSight has permissions of its own. IAM can allow the action, and the dashboard still isn’t shared with you.',
    check: {
      command:
        'aws quicksight describe-dashboard-permissions --aws-account-id <ACCOUNT_ID> --dashboard-id <DASHBOARD_ID> --query "Permissions[].Principal" --output text',
      says: 'Your user or group should be in the list.',
    },
    fix: {
      says: 'Ask the owner to share the dashboard. In IAM, you need this policy.',
      policy: {
        ...own(allow('quicksight:DescribeDashboard', `${quicksightArn}:dashboard/sales`)),
        request: { action: 'quicksight:DescribeDashboard', resource: `${quicksightArn}:dashboard/sales` },
      },
    },
    verify: 'Open the dashboard.',
    source: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeDashboard.html',
  },
  {
    title: 'QuickSight reads with its own role, not with yours',
    message:
      'Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 0A1B2C3D4E5F6789)',
    cause:
      'One role reads for the whole account: `aws-quicksight-service-role-v0`. The bucket isn’t selected for it, or the bucket’s policy or key denies it.',
    check: {
      command:
        'aws iam list-attached-role-policies --role-name aws-quicksight-service-role-v0 --query "AttachedPolicies[].PolicyName" --output text',
      says: 'Then switch to US East (N. Virginia), and look at **Manage Quick Sight → AWS resources**: the bucket should be selected.',
    },
    fix: {
      says: 'Select the bucket there. If you manage the role yourself, add this.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
        ),
        request: { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/sales.csv' },
      },
    },
    verify: 'Refresh the dataset. Its status should become *Completed*.',
    source: 'https://docs.aws.amazon.com/quick/latest/userguide/troubleshoot-connect-S3.html',
  },
  {
    title: 'A dataset passes its data source',
    message: notAllowed('quicksight:PassDataSource', `${quicksightArn}:datasource/orders`),
    cause:
      'Creating a dataset passes its data source, and an analysis passes its dataset. You never call these actions by name.',
    check: { says: 'The action in the message begins with `Pass`.' },
    fix: {
      says: 'Allow passing both.',
      policy: own(
        allow(
          ['quicksight:PassDataSet', 'quicksight:PassDataSource'],
          [`${quicksightArn}:dataset/*`, `${quicksightArn}:datasource/orders`],
        ),
      ),
    },
    verify: 'Create the dataset again.',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html',
  },
  {
    title: 'Users live in the identity Region',
    message:
      'An error occurred (AccessDeniedException) when calling the ListUsers operation: Operation is being called from endpoint eu-central-1, but your identity region is us-east-1. Please use the us-east-1 endpoint.',
    cause:
      'QuickSight keeps all users, groups, and account settings in one Region, whatever Region your dashboards are in. No permission is missing.',
    check: { says: 'The message names both Regions. The second one is the identity Region.' },
    fix: {
      says: 'Call that Region. If a policy names users, their ARNs have the identity Region, too.',
      policy: {
        ...own(allow('quicksight:ListUsers', 'arn:aws:quicksight:us-east-1:111122223333:user/default/*')),
        request: {
          action: 'quicksight:ListUsers',
          resource: 'arn:aws:quicksight:us-east-1:111122223333:user/default/*',
        },
      },
    },
    verify:
      'Run `aws quicksight list-users --aws-account-id <ACCOUNT_ID> --namespace default --region <REGION> --query "UserList[].UserName" --output text`. You should see the users.',
    source:
      'https://github.com/aws-solutions-library-samples/cloud-intelligence-dashboards-framework/blob/main/cid/helpers/quicksight/__init__.py',
  },
]
