import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const glueArn = 'arn:aws:glue:eu-central-1:111122223333'
const job = 'arn:aws:sts::111122223333:assumed-role/OrdersJob/GlueJobRunnerSession'

export const glue: readonly ServiceDenial[] = [
  {
    title: 'Catalog, database, and table are three resources',
    message: notAllowed('glue:GetTable', `${glueArn}:catalog`, job),
    cause:
      'An operation on a table is checked on the catalog, the database, and the table. A policy that names only the table fails at the catalog. Deleting a database also needs its tables and user-defined functions.',
    check: { says: 'The resource in the message ends in `:catalog` or `:database/` and a name.' },
    fix: {
      says: 'Name all three.',
      policy: own(
        allow(
          ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable'],
          [`${glueArn}:catalog`, `${glueArn}:database/shop`, `${glueArn}:table/shop/orders`],
        ),
      ),
    },
    verify:
      'Run `aws glue get-table --database-name shop --name orders --query Table.Name --output text`. You should see the name.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html',
  },
  {
    title: 'Lake Formation guards the table',
    message: 'Insufficient Lake Formation permission(s) on (Database name: shop, Table Name: orders)',
    cause: 'Lake Formation keeps its own permissions. `AdministratorAccess` doesn’t help, and no IAM policy does.',
    check: {
      command:
        'aws lakeformation list-permissions --principal DataLakePrincipalIdentifier=<ROLE_ARN> --query "PrincipalResourcePermissions[].Permissions"',
      says: 'You should see `SELECT` or `DESCRIBE`. An empty list means that nothing was granted.',
    },
    fix: { says: 'An administrator of the data lake grants the permission in **Lake Formation → Data permissions**.' },
    verify: 'The command above shows the grant. Run the job again.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/error-crawler-config-lf.html',
    article: 'messages/lake-formation',
  },
  {
    title: 'The crawler can’t get temporary credentials',
    message: `User: ${job} is not authorized to perform: lakeformation:GetDataAccess on resource: * because no identity-based policy allows the lakeformation:GetDataAccess action`,
    cause:
      'A location that is registered with Lake Formation is read with temporary credentials. Fetching them is one IAM action, and it accepts only `*`.',
    check: { says: 'The message names `lakeformation:GetDataAccess`.' },
    fix: {
      says: 'Add this to the role of the job or crawler.',
      policy: own(allow('lakeformation:GetDataAccess', '*')),
    },
    verify: 'Run the crawler again.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/error-crawler-config-lf.html',
    article: 'messages/lake-formation',
  },
  {
    title: 'Glue can’t assume the role',
    message:
      "An error occurred (InvalidInputException) when calling the CreateCrawler operation: Service is unable to assume provided role. Please verify role's TrustPolicy",
    cause: 'The role’s trust policy doesn’t name `glue.amazonaws.com`, or the role is only seconds old.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `glue.amazonaws.com`.',
    },
    fix: {
      says: 'Let Glue in your account assume the role.',
      policy: trusts('glue.amazonaws.com', 'arn:aws:iam::111122223333:role/OrdersJob', {
        'aws:SourceAccount': '111122223333',
      }),
    },
    verify: 'Start the crawler or job again.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-troubleshooting-errors.html',
    article: 'roles/service-roles',
  },
  {
    title: 'AWS’s policy passes only roles called AWSGlueServiceRole…',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersJob'),
    cause:
      '`AWSGlueConsoleFullAccess` allows passing only roles whose names begin with `AWSGlueServiceRole`. Notebooks pass a role, too.',
    check: { says: 'Look at the role’s name in the message.' },
    fix: {
      says: 'Allow your role, for Glue only.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersJob', {
            StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'glue.amazonaws.com' },
      },
    },
    verify: 'Create the job again.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-troubleshooting-errors.html',
    article: 'roles/pass-role',
  },
]
