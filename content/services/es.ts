import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const domain = 'arn:aws:es:eu-central-1:111122223333:domain/logs'

export const es: readonly ServiceDenial[] = [
  {
    title: 'A browser is “anonymous” to OpenSearch',
    message:
      '{"Message":"User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action"}',
    cause: 'The domain asks for IAM, and a browser can’t sign requests.',
    check: { says: 'The message says `anonymous`.' },
    fix: {
      says: 'Set up Dashboards with IAM Identity Center, SAML, or Amazon Cognito. Programs sign their requests for the service `es`.',
    },
    verify: 'Open Dashboards. You should see a sign-in page.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
    article: 'messages/anonymous',
  },
  {
    title: 'A program isn’t allowed to call the domain',
    message: notAllowed('es:ESHttpPost', `${domain}/orders/_search`),
    cause:
      'The actions are HTTP methods, and the resource has a path. A policy that ends in the domain’s name doesn’t match.',
    check: { says: 'Look for `/*` at the end of the ARN in your policy.' },
    fix: {
      says: 'Allow the methods below the domain.',
      policy: own(allow(['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'], `${domain}/*`)),
    },
    verify: 'Repeat the request.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
  },
  {
    title: 'OpenSearch’s own roles deny you',
    message:
      'security_exception: no permissions for [indices:data/read/search] and User [name=arn:aws:iam::111122223333:role/Reports, backend_roles=[arn:aws:iam::111122223333:role/Reports], requestedTenant=null]',
    cause: 'Fine-grained access control is OpenSearch’s own. IAM let you in already.',
    check: { says: 'The message begins with `security_exception`.' },
    fix: {
      says: 'In Dashboards, open **Security → Roles**, choose a role, and add your role’s ARN under **Mapped users** as a backend role.',
    },
    verify: 'Repeat the request.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
    article: 'messages/databases',
  },
]
