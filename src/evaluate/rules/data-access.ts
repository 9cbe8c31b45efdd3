import { always } from './built-in.ts'
import type { StatementRow } from './rule.ts'

/** OpenSearch Serverless asks its own data access policies next to IAM. */
export const dataAccessPolicy: StatementRow = {
  is: 'statements',
  code: 'data-access-policy',
  kind: 'data-access',
  part: 'guards',
  services: ['aoss'],
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
  coverage: undefined,
  statements: always({
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { dataAccessPolicy: 'true' } },
  }),
  applies: ({ actionName }) => actionName === 'apiaccessall',
}
