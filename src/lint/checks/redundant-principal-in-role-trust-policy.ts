import { splitArn } from '../../iam/index.ts'
import { without } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session */
export const redundantPrincipalInRoleTrustPolicy = check({
  code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  type: 'SUGGESTION',
  title: 'A role session is listed together with its role',
  messages: {
    found:
      '`{{value}}` is a session of `{{role}}`, which is also listed here and covers all its sessions. Remove the session.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/Build", "arn:aws:sts::111122223333:assumed-role/Build/deploy"] }, "Action": "sts:AssumeRole" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/Build"] }, "Action": "sts:AssumeRole" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const entries = entriesOf(statement.principal)
      const roles = new Map(entries.map(({ value: { raw } }) => [roleOf(raw), raw]))
      for (const { value, path, span, list } of entries) {
        const parent = sessionRoleOf(value.raw)
        const role = parent === undefined ? undefined : roles.get(parent)
        if (role === undefined) continue
        const message = told('found', { value: value.raw, role })
        const fix = list
          ? { fix: { title: fixTitle('removeIt'), changes: [without(list.spans, list.index)] as const } }
          : {}
        yield { path, span, message, ...fix }
      }
    }
  },
})

/** A role without its path, "aws 111122223333 Build": a session’s ARN holds no more of it. */
function roleOf(raw: string): string | undefined {
  const [, partition, service, , account, resource = ''] = splitArn(raw) ?? []
  const [type, ...path] = resource.split('/')
  return service === 'iam' && type === 'role' ? `${partition} ${account} ${path.at(-1)}` : undefined
}

/** Sessions belong to STS; written with iam they are meant alike. */
function sessionRoleOf(raw: string): string | undefined {
  const [, partition, service, , account, resource = ''] = splitArn(raw) ?? []
  const [type, name] = resource.split('/')
  return (service === 'sts' || service === 'iam') && type === 'assumed-role'
    ? `${partition} ${account} ${name}`
    : undefined
}
