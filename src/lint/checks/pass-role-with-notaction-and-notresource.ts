import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithNotactionAndNotresource = passRoleCheck('not-action', 'not-resource', {
  code: 'PASS_ROLE_WITH_NOTACTION_AND_NOTRESOURCE',
  awsCode: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  title: 'NotAction lets all roles but the named ones be passed',
  wrong: policyOf('{ "Effect": "Allow", "NotAction": "ce:*", "NotResource": "arn:aws:iam::111122223333:role/Admin" }'),
  right: policyOf('{ "Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:iam::111122223333:role/Admin" }'),
  source: accessAnalyzer,
})
