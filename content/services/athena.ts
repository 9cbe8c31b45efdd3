import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const glueArn = 'arn:aws:glue:eu-central-1:111122223333'

const sparkSession =
  'arn:aws:sts::111122223333:assumed-role/AWSAthenaSparkExecutionRole-0abc1234/AthenaExecutor-0abc1234'

export const athena: readonly ServiceDenial[] = [
  {
    title: 'The output bucket can’t be verified or created',
    message:
      'An error occurred (InvalidRequestException) when calling the StartQueryExecution operation: Unable to verify/create output bucket amzn-s3-demo-bucket',
    cause:
      'You can’t use the bucket for results, often because `s3:GetBucketLocation` is missing. Or the bucket doesn’t exist, or is in another Region.',
    check: {
      command:
        'aws athena get-work-group --work-group <WORKGROUP_NAME> --query WorkGroup.Configuration.ResultConfiguration.OutputLocation --output text',
      says: 'You should see the bucket that Athena uses.',
    },
    fix: {
      says: 'Allow the bucket for results.',
      policy: {
        ...own(
          allow(
            ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
            'arn:aws:s3:::amzn-s3-demo-bucket',
          ),
          allow(
            ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
            'arn:aws:s3:::amzn-s3-demo-bucket/results/*',
          ),
        ),
        request: { action: 's3:GetBucketLocation', resource: 'arn:aws:s3:::amzn-s3-demo-bucket' },
      },
    },
    verify: 'Run `SELECT 1`. You should see a result.',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html',
  },
  {
    title: 'The workgroup is denied',
    message: notAllowed('athena:StartQueryExecution', 'arn:aws:athena:eu-central-1:111122223333:workgroup/analysts'),
    cause: 'Each query belongs to a workgroup. If you name none, that’s `primary`.',
    check: { says: 'The message ends in the workgroup’s name.' },
    fix: {
      says: 'Allow the workgroup.',
      policy: own(
        allow(
          [
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
            'athena:StartQueryExecution',
            'athena:StopQueryExecution',
          ],
          'arn:aws:athena:eu-central-1:111122223333:workgroup/analysts',
        ),
      ),
    },
    verify: 'Choose the workgroup, and run the query again. You should see its result.',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/workgroups-access.html',
  },
  {
    title: 'S3 denies the files of the table',
    message:
      'Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 0A1B2C3D4E5F6789)',
    cause:
      'Athena reads the table’s files with your permissions: the bucket with the data, its key, or the bucket for results.',
    check: {
      command:
        'aws glue get-table --database-name <DATABASE_NAME> --name <TABLE_NAME> --query Table.StorageDescriptor.Location --output text',
      says: 'You should see the bucket with the data.',
    },
    fix: {
      says: 'Allow the data.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/orders/*'),
        ),
        request: { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/orders/2026.parquet' },
      },
    },
    verify: 'Run the query again.',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html',
    article: 'policies/s3-bucket',
  },
  {
    title: 'Spark can’t verify the database “default”',
    message: `pyspark.sql.utils.AnalysisException: Unable to verify existence of default database: com.amazonaws.services.glue.model.AccessDeniedException: ${notAllowed('glue:GetDatabase', `${glueArn}:catalog`, sparkSession)} (Service: AWSGlue; Status Code: 400; Error Code: AccessDeniedException; Request ID: 0a1b2c3d-4e5f-6789-abcd-ef0123456789; Proxy: null)`,
    cause:
      'A notebook works with the execution role of its workgroup, and Spark looks up the database `default`, although your query names another one.',
    check: {
      command:
        'aws athena get-work-group --work-group <WORKGROUP_NAME> --query WorkGroup.Configuration.ExecutionRole --output text',
      says: 'You should see the role of the message.',
    },
    fix: {
      says: 'Add this to the execution role. Reading tables also needs `glue:GetTable`, and access to the bucket with their files.',
      policy: own(allow('glue:GetDatabase', [`${glueArn}:catalog`, `${glueArn}:database/default`])),
    },
    verify: 'Run the notebook again.',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/notebooks-spark-troubleshooting-tables.html',
  },
  {
    title: 'Lake Formation, Glue, or S3 denies part of the query',
    message: 'Insufficient permissions to execute the query.',
    cause: 'Another service denied the query while it ran. The rest of the sentence names it.',
    check: {
      command:
        'aws athena get-query-execution --query-execution-id <QUERY_ID> --query QueryExecution.Status.StateChangeReason --output text',
      says: 'If the text mentions Lake Formation, no IAM policy helps.',
    },
    fix: {
      says: 'If it’s Glue, allow the catalog, the database, and the tables.',
      policy: {
        ...own(
          allow(
            ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable'],
            [`${glueArn}:catalog`, `${glueArn}:database/shop`, `${glueArn}:table/shop/*`],
          ),
        ),
        request: { action: 'glue:GetTable', resource: `${glueArn}:table/shop/orders` },
      },
    },
    verify: 'Run the query again.',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html',
    article: 'messages/lake-formation',
  },
]
