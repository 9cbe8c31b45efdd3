import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const redshiftArn = 'arn:aws:redshift:eu-central-1:111122223333'

export const redshift: readonly ServiceDenial[] = [
  {
    title: 'COPY can’t assume the role',
    message: `User ${redshiftArn}:dbuser:shop/reports is not authorized to assume IAM Role arn:aws:iam::111122223333:role/ShopCopy`,
    cause:
      'The role isn’t associated with the cluster, or its trust policy doesn’t name `redshift.amazonaws.com`. The caller in the message is a database user, not an IAM user.',
    check: {
      command: 'aws redshift describe-clusters --cluster-identifier <CLUSTER_NAME> --query "Clusters[0].IamRoles"',
      says: 'You should see the role with the status `in-sync`.',
    },
    fix: {
      says: 'Associate the role with the cluster, and let Redshift assume it.',
      policy: {
        ...trusts('redshift.amazonaws.com', 'arn:aws:iam::111122223333:role/ShopCopy'),
      },
    },
    verify: 'Run `COPY` again.',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html',
    article: 'roles/service-roles',
  },
  {
    title: 'COPY and UNLOAD: S3 answers 403',
    message: 'S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid 0A1B2C3D4E5F6789',
    cause:
      'The cluster’s role can’t list or read the bucket, or the key is missing. `COPY` needs listing and reading, and `UNLOAD` also needs writing.',
    check: {
      says: 'Your `COPY` or `UNLOAD` names the role after `iam_role`. Look for the bucket in that role’s policies.',
    },
    fix: {
      says: 'Add this to the role. For `UNLOAD`, also allow `s3:PutObject` there.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/orders/*'),
        ),
        request: { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/orders/2026.csv' },
      },
    },
    verify: 'Run `COPY` again.',
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-access-permissions.html',
    article: 'policies/s3-bucket',
  },
  {
    title: 'Temporary database credentials are denied',
    message: notAllowed('redshift:GetClusterCredentials', `${redshiftArn}:dbuser:shop/reports`),
    cause:
      'The operation is checked on the database user and, if you name one, on the database. Groups need `redshift:JoinGroup` on each group, and `AutoCreate` needs `redshift:CreateClusterUser`.',
    check: { says: 'The word after the account number is the type: `dbuser`, `dbname`, `dbgroup`.' },
    fix: {
      says: 'Allow the user and the database.',
      policy: own(
        allow('redshift:GetClusterCredentials', [
          `${redshiftArn}:dbname:shop/orders`,
          `${redshiftArn}:dbuser:shop/reports`,
        ]),
      ),
    },
    verify:
      'Run `aws redshift get-cluster-credentials --cluster-identifier shop --db-user reports --db-name orders --query DbUser --output text`.',
    source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_GetClusterCredentials.html',
  },
  {
    title: 'The database itself denies the table',
    message: 'ERROR: permission denied for relation orders',
    cause: 'Grants in the database decide this, not IAM.',
    check: { says: "Run `SELECT has_table_privilege('reports', 'orders', 'select')`. You should see `false`." },
    fix: { says: 'The table’s owner runs `GRANT SELECT ON orders TO reports`.' },
    verify: 'Run the query again.',
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html',
    article: 'messages/databases',
  },
]
