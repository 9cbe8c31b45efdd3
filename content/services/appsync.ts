import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const field = 'arn:aws:appsync:eu-central-1:111122223333:apis/abc123/types/Query/fields/listOrders'

export const appsync: readonly ServiceDenial[] = [
  {
    title: 'The API expects another kind of authorization',
    message: '{"errors":[{"errorType":"UnauthorizedException","message":"You are not authorized to make this call."}]}',
    cause:
      'The request has no API key, token, or signature, or one of a kind that the API doesn’t use. API keys expire.',
    check: {
      command:
        'aws appsync get-graphql-api --api-id <API_ID> --query "graphqlApi.[authenticationType,additionalAuthenticationProviders[].authenticationType]"',
      says: 'You should see the kinds that the API accepts.',
    },
    fix: { says: 'Send what the API expects: `x-api-key`, a token, or a signed request for the service `appsync`.' },
    verify: 'Repeat the query.',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  },
  {
    title: 'A field isn’t allowed for this kind of user',
    message: 'Not Authorized to access listOrders on type Query',
    cause:
      'The schema says who can read the type and the field. Without a directive, only the API’s default kind of authorization works.',
    check: {
      says: 'Look for `@aws_iam`, `@aws_cognito_user_pools`, `@aws_oidc`, `@aws_lambda`, or `@aws_api_key` at the field and at its type.',
    },
    fix: { says: 'Add the directive to the field and to the type that it returns.' },
    verify: 'Repeat the query.',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  },
  {
    title: 'With IAM, each field is a resource',
    message: notAllowed('appsync:GraphQL', field),
    cause: 'Your policy doesn’t name this field of the API.',
    check: { says: 'The message ends in the type and the field.' },
    fix: { says: 'Allow the field.', policy: own(allow('appsync:GraphQL', field)) },
    verify: 'Repeat the query.',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  },
]
