import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const rdsArn = 'arn:aws:rds:eu-central-1:111122223333'
const dbuser = 'arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/reports'
const linkedRole = 'arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS'

export const rds: readonly ServiceDenial[] = [
  {
    title: 'Signing in to PostgreSQL with IAM fails',
    message: 'FATAL: PAM authentication failed for user "reports"',
    cause:
      'The caller lacks `rds-db:connect` for this user, or the token is older than 15 minutes or belongs to another host. The ARN has the resource ID (`db-…`, `cluster-…` for Aurora, `prx-…` for RDS Proxy), never the name of the instance.',
    check: {
      command:
        'aws rds describe-db-instances --db-instance-identifier <DATABASE_NAME> --query "DBInstances[0].[DbiResourceId,IAMDatabaseAuthenticationEnabled]" --output text',
      says: 'You should see the ID of your policy, and `True`.',
    },
    fix: {
      says: 'Allow the database user. In the database, it needs the role `rds_iam`.',
      policy: { ...own(allow('rds-db:connect', dbuser)), request: { action: 'rds-db:connect', resource: dbuser } },
    },
    verify: 'Create a new token, and connect.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html',
    article: 'messages/databases',
  },
  {
    title: 'The database itself denies the user',
    message: "ERROR 1045 (28000): Access denied for user 'reports'@'10.0.0.12' (using password: YES)",
    cause:
      'This is MySQL’s own message: a wrong password or no such user. With IAM, it also means a connection without TLS, or a user that wasn’t created with `AWSAuthenticationPlugin`.',
    check: { says: 'CloudTrail has no event, because no AWS API was called.' },
    fix: { says: 'Fix the user in the database. No IAM policy decides this.' },
    verify: 'Connect again.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting.html',
    article: 'messages/databases',
  },
  {
    title: 'Creating a database needs several resources',
    message: notAllowed('rds:CreateDBInstance', `${rdsArn}:subgrp:default`),
    cause:
      'The operation is checked on the database, its subnet group, its parameter group, and its option group. A policy that names only `db:*` fails at the next one.',
    check: { says: 'The word after the account number is the type: `db`, `subgrp`, `pg`, `og`.' },
    fix: {
      says: 'Allow all of them in one statement.',
      policy: own(
        allow('rds:CreateDBInstance', [
          `${rdsArn}:cluster:*`,
          `${rdsArn}:db:*`,
          `${rdsArn}:og:*`,
          `${rdsArn}:pg:*`,
          `${rdsArn}:secgrp:*`,
          `${rdsArn}:subgrp:*`,
        ]),
      ),
    },
    verify: 'Create the database again.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/security_iam_service-with-iam.html',
  },
  {
    title: 'The first database in an account needs a service-linked role',
    message:
      'An error occurred (InvalidParameterValue) when calling the CreateDBInstance operation: Unable to create the resource. Verify that you have permission to create service linked role. Otherwise wait and try again later.',
    cause:
      'RDS creates its service-linked role in your name when you create the first database, and you aren’t allowed to.',
    check: {
      command: 'aws iam get-role --role-name AWSServiceRoleForRDS --query Role.Arn --output text',
      says: '`NoSuchEntity` means that the role doesn’t exist yet.',
    },
    fix: {
      says: 'Allow creating this one role, or let an administrator create it once.',
      policy: {
        ...own(
          allow('iam:CreateServiceLinkedRole', linkedRole, {
            StringEquals: { 'iam:AWSServiceName': 'rds.amazonaws.com' },
          }),
        ),
        request: { action: 'iam:CreateServiceLinkedRole', resource: linkedRole },
        context: { 'iam:AWSServiceName': 'rds.amazonaws.com' },
      },
    },
    verify: 'The command above prints the role’s ARN. Create the database again.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html',
    article: 'roles/service-linked-roles',
  },
  {
    title: 'Exporting a snapshot to S3 is denied',
    message:
      "The IAM role arn:aws:iam::111122223333:role/SnapshotExport isn't authorized to call s3:PutObject on the S3 bucket amzn-s3-demo-bucket. Review your permissions and retry the export.",
    cause: 'The role for the export lacks actions on the bucket. RDS tests them before it starts.',
    check: {
      command: 'aws rds describe-export-tasks --query "ExportTasks[].[Status,FailureCause]" --output text',
      says: 'You should see the cause of the failure.',
    },
    fix: {
      says: 'Add this to the role for the export.',
      policy: {
        ...own(
          allow(['s3:GetBucketLocation', 's3:ListBucket'], 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow(['s3:DeleteObject*', 's3:GetObject*', 's3:PutObject*'], 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
        ),
        request: { action: 's3:PutObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/export/part-0' },
      },
    },
    verify: 'Start the export again. Its status should become `STARTING`.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.failure-msg.html',
  },
  {
    title: 'Enhanced monitoring doesn’t accept the role',
    message: 'IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING',
    cause:
      'The role’s trust policy doesn’t name `monitoring.rds.amazonaws.com`, or the role lacks AWS’s policy `AmazonRDSEnhancedMonitoringRole`.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `monitoring.rds.amazonaws.com`.',
    },
    fix: {
      says: 'Let the service assume the role for your account.',
      policy: trusts('monitoring.rds.amazonaws.com', 'arn:aws:iam::111122223333:role/rds-monitoring-role', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Save the database’s settings again.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
    article: 'roles/service-roles',
  },
]
