import { oidcIssuer } from '../../reference/index.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { trustedProviders, unmappedClaims } from '../oidc.ts'
import { asksForKey, conditionsOn } from '../statement-check.ts'

/**
 * Issuers of one customer or one cluster, whose subjects name a project, a pipeline, or a service account: without a condition on sub, all of those can
 * assume the role. Issuers that all customers share are told by OIDC_SUBJECT_OF_OTHER_TENANTS.
 */
export const oidcWithoutSubject = check({
  code: 'OIDC_WITHOUT_SUBJECT',
  own: true,
  type: 'WARNING',
  title: 'Every service account, project, or pipeline of the identity provider can assume the role',
  messages: {
    missing:
      'Everything that `{{issuer}}` issues tokens to can assume this role: {{name}} distinguishes them only by their subject. Add a condition on `{{key}}`, such as `{{form}}`.',
    open: '`{{subject}}` matches everything that {{name}} issues tokens to, so all of it can assume this role. Limit `{{key}}`, for example to `{{form}}`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0:aud": "sts.amazonaws.com" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0:aud": "sts.amazonaws.com", "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0:sub": "system:serviceaccount:default:app" } } }',
  ),
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  *find(subject) {
    for (const { host, entry, statement } of trustedProviders(subject)) {
      const issuer = oidcIssuer(host)
      const [form = ''] = issuer?.subjects ?? []
      // A subject in several parts is one of many; a user's ID isn't.
      if (!issuer || issuer.shared || !/^[a-z_]+:.*>.*:|^[a-z_]+:<|^sc:|^\{?<[^>]+>\}?:\{?<|^org\//.test(form)) continue
      const keys = statement.conditions.filter(({ key }) =>
        key.value.toLowerCase().startsWith(`${host.toLowerCase()}:`),
      )
      // A provider without any condition is told by MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL.
      if (keys.length === 0 || unmappedClaims(statement, host).length > 0) continue
      const key = `${host}:sub`
      const [condition] = conditionsOn(statement, /:sub$/, asksForKey).filter(
        (each) => each.key.value.toLowerCase() === key.toLowerCase(),
      )
      const data = { name: issuer.name, key, form }
      if (!condition) yield { path: entry.path, span: entry.span, message: told('missing', { ...data, issuer: host }) }
      const all = condition?.values.find(({ value }) => matchesAll(value.raw, form))
      if (condition && all)
        yield {
          path: condition.path,
          span: condition.key.span,
          message: told('open', { ...data, subject: all.value.raw }),
        }
    }
  },
})

/** "*", or the first word of the form with nothing but wildcards behind it: "system:serviceaccount:*:*", "{*}:*". */
function matchesAll(subject: string, form: string): boolean {
  const fixed = form.slice(0, Math.max(form.indexOf('<'), 0))
  return /^[*?:{}]+$/.test(subject.startsWith(fixed) ? subject.slice(fixed.length) : subject)
}
