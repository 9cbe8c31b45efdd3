import {
  allow,
  allowFor,
  notAllowed,
  notAllowedByResource,
  own,
  type ServiceDenial,
  username,
} from './service-denial.ts'

const table = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Orders'

export const dynamodb: readonly ServiceDenial[] = [
  {
    title: 'An index has an ARN of its own',
    message: notAllowed('dynamodb:Query', `${table}/index/by-date`),
    cause: 'The policy names the table. An index is a separate resource below it.',
    check: { says: 'The resource in the message ends in `/index/` and a name.' },
    fix: {
      says: 'Name the indexes, too.',
      policy: own(allow(['dynamodb:Query', 'dynamodb:Scan'], [table, `${table}/index/*`])),
    },
    verify: 'Repeat the query with `--index-name`.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-specific-table-indexes.html',
  },
  {
    title: 'Tag conditions don’t match: ABAC is turned off',
    message: notAllowed('dynamodb:PutItem', table),
    cause:
      'Policies that compare `aws:ResourceTag` need attribute-based access control (ABAC) for DynamoDB. It’s on in most accounts. Where it’s off, DynamoDB evaluates requests as if tables had no tags. The key `dynamodb:ResourceTag` doesn’t exist.',
    check: {
      command:
        'aws dynamodb list-tags-of-resource --resource-arn <TABLE_ARN> --query "Tags[].[Key,Value]" --output text',
      says: 'If the tag is there, look at **DynamoDB → Settings → Attribute-based access control** in the table’s Region. If there’s no such card, ABAC is on.',
    },
    fix: {
      says: 'Check the other policies that compare tags, turn ABAC on, and use the key that AWS has. You can turn ABAC off again for seven days.',
      policy: {
        ...own(
          allow('dynamodb:PutItem', 'arn:aws:dynamodb:eu-central-1:111122223333:table/*', {
            StringEquals: { 'aws:ResourceTag/team': 'web' },
          }),
        ),
        context: { 'aws:ResourceTag/team': 'web' },
      },
    },
    verify: 'Repeat the request. It should work after some minutes.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/abac-enable-ddb.html',
    article: 'policies/tags',
  },
  {
    title: 'Another account’s table',
    message: notAllowedByResource('dynamodb:GetItem', 'arn:aws:dynamodb:eu-central-1:444455556666:table/Orders'),
    cause: 'Across accounts, the table’s own policy must allow you, and the request must name the table by its ARN.',
    check: {
      command: 'aws dynamodb get-resource-policy --resource-arn <TABLE_ARN> --query Policy --output text',
      says: '`PolicyNotFoundException`, or no statement for you, means that the owner has to add one.',
    },
    fix: {
      says: 'The owner adds this to the table’s policy. Your own account must allow it, too.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { AWS: 'arn:aws:iam::111122223333:user/mateojackson' },
            { Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-central-1:444455556666:table/Orders' },
          ),
        ],
      },
    },
    verify: 'Run `aws dynamodb get-item` with `--table-name <TABLE_ARN>`.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html',
    article: 'policies/cross-account',
  },
  {
    title: 'Only some rows: dynamodb:LeadingKeys',
    message: notAllowed('dynamodb:GetItem', table),
    cause:
      'The policy allows rows whose partition key equals a value, often the user’s ID. The request asked for another key, or, like `Scan`, for none.',
    check: { says: 'Look for `dynamodb:LeadingKeys` in the policy, and compare it with the key in the request.' },
    fix: {
      says: 'Ask for a key that the policy allows, or change the value that it compares.',
      policy: {
        ...own(
          allow(['dynamodb:GetItem', 'dynamodb:Query'], table, {
            'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': username },
            Null: { 'dynamodb:LeadingKeys': 'false' },
          }),
        ),
        context: { 'dynamodb:LeadingKeys': 'mateojackson' },
      },
    },
    verify: 'Read a row of your own. It should work, and another one shouldn’t.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
  },
  {
    title: 'The table is encrypted with your own key',
    message: notAllowed(
      'kms:Decrypt',
      'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ),
    cause: 'DynamoDB uses the key with the permissions of the person or program that reads the table.',
    check: {
      command:
        'aws dynamodb describe-table --table-name <TABLE_NAME> --query Table.SSEDescription.KMSMasterKeyArn --output text',
      says: 'An ARN means your own key. `None` means AWS’s.',
    },
    fix: {
      says: 'Allow the key, only through DynamoDB. The key policy must let your account decide, or name you.',
      policy: {
        ...own(
          allow(
            ['kms:Decrypt', 'kms:DescribeKey'],
            'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
            { StringEquals: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' } },
          ),
        ),
        context: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' },
      },
    },
    verify: 'Read an item.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    article: 'policies/kms-key',
  },
]
