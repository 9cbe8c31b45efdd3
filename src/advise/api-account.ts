import type { Denial } from '../denial/index.ts'
import type { Case } from './diagnosis.ts'

/** API Gateway’s own message: "arn:aws:execute-api:eu-west-1:********3333:abcdef123/prod/GET/orders". */
const hidden = /^(arn:aws[\w-]*:execute-api:[a-z0-9-]+:)\*{2,12}(\d{0,4})(:[A-Za-z0-9]{3,40}\/.*)$/

const ownArn = /arn:aws[\w-]*:execute-api:[a-z0-9-]+:(\d{12}):([A-Za-z0-9]{3,40})(?=[/"])/g

/**
 * The denial with the account that API Gateway hides in its message, if the pasted policies name the same API in full: they're that API's policies, and
 * what decides isn't an account. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html
 */
export function withApiAccount(denial: Denial, { policies }: Pick<Case, 'policies'>): Denial {
  const [, before, end = '', rest = ''] = hidden.exec(denial.resource ?? '') ?? []
  if (before === undefined) return denial
  const api = rest.slice(1, rest.indexOf('/'))
  const accounts = new Set(
    policies.flatMap(({ text }) =>
      [...text.matchAll(ownArn)].flatMap(([, account = '', id]) =>
        id === api && account.endsWith(end) ? [account] : [],
      ),
    ),
  )
  const [account, ...others] = accounts
  return account === undefined || others.length > 0 ? denial : { ...denial, resource: `${before}${account}${rest}` }
}
