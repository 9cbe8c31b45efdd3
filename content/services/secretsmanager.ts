import { allow, allowFor, notAllowed, notAllowedByResource, own, type ServiceDenial } from './service-denial.ts'

const role = 'arn:aws:iam::111122223333:role/OrdersFunction'
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

export const secretsmanager: readonly ServiceDenial[] = [
  {
    title: 'The ARN ends in six random characters',
    message: notAllowed(
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-AbCdEf',
    ),
    cause:
      'AWS adds a hyphen and six characters to the name of a secret. A policy with the plain name doesn’t match. Some messages show only the name that was asked for.',
    check: {
      command: 'aws secretsmanager describe-secret --secret-id <SECRET_NAME> --query ARN --output text',
      says: 'Compare it with the policy.',
    },
    fix: {
      says: 'Use `??????` for the six characters. A `*` would also match longer names.',
      policy: own(
        allow(
          'secretsmanager:GetSecretValue',
          'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-??????',
        ),
      ),
    },
    verify:
      'Run `aws secretsmanager get-secret-value --secret-id <SECRET_NAME> --query VersionId --output text`. You should see an ID.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html',
  },
  {
    title: '“Access to KMS is not allowed”',
    message:
      'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed',
    cause: 'The secret is encrypted with your own key, and the caller can’t use it. The message doesn’t name the key.',
    check: {
      command: 'aws secretsmanager describe-secret --secret-id <SECRET_NAME> --query KmsKeyId --output text',
      says: 'An ARN is your own key. `None` means AWS’s key, which needs no permission in the same account.',
    },
    fix: {
      says: 'Allow the key, only through Secrets Manager. To write the secret, add `kms:GenerateDataKey`.',
      policy: {
        ...own(
          allow('kms:Decrypt', key, {
            StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' },
          }),
        ),
        request: { action: 'kms:Decrypt', resource: key },
        context: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' },
      },
    },
    verify: 'Read the secret.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html',
    article: 'policies/kms-key',
  },
  {
    title: 'Another account’s secret',
    message: notAllowedByResource(
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:eu-central-1:444455556666:secret:orders/db-AbCdEf',
      role,
    ),
    cause:
      'Three things are needed: the secret’s own policy, your policy, and a key of the owner whose key policy lets you decrypt. AWS’s default key can’t be shared.',
    check: {
      command: 'aws secretsmanager get-resource-policy --secret-id <SECRET_ARN> --query ResourcePolicy --output text',
      says: 'You should see your role. If the secret uses AWS’s default key, sharing can’t work.',
    },
    fix: {
      says: 'The owner adds this to the secret’s policy, and the same role to the key policy.',
      policy: {
        type: 'resource',
        statements: [allowFor({ AWS: role }, { Action: 'secretsmanager:GetSecretValue', Resource: '*' })],
      },
    },
    verify: 'Run `aws secretsmanager get-secret-value --secret-id <SECRET_ARN>` from your account.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
    article: 'policies/cross-account',
  },
  {
    title: 'Reading several secrets at once',
    message: notAllowed('secretsmanager:BatchGetSecretValue', '*'),
    cause:
      '`BatchGetSecretValue` is one more permission, and it accepts only `*`. Each secret still needs `GetSecretValue`, its customer managed key needs `kms:Decrypt`, and filters need `ListSecrets`.',
    check: { says: 'The resource in the message is `*`.' },
    fix: {
      says: 'Add both statements.',
      policy: own(
        allow(['secretsmanager:BatchGetSecretValue', 'secretsmanager:ListSecrets'], '*'),
        allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/*'),
      ),
    },
    verify:
      'Run `aws secretsmanager batch-get-secret-value --secret-id-list <SECRET_NAME> --query Errors`. You should see an empty list.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html',
  },
  {
    title: 'A service owns the secret',
    message: 'This secret is managed by an AWS service, and you must use that service to update it.',
    cause: 'RDS, Redshift, or another service created the secret and rotates it.',
    check: {
      command: 'aws secretsmanager describe-secret --secret-id <SECRET_NAME> --query OwningService --output text',
      says: 'You should see the service.',
    },
    fix: { says: 'Change the password where it belongs, for example in the settings of the database.' },
    verify: 'Read the secret. You should see the new version.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html',
  },
]
