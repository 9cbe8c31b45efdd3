import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithStarInActionAndNotresource = passRoleCheck('star', 'not-resource', {
  code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOTRESOURCE',
  awsCode: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  title: 'A wildcard lets all roles but the named ones be passed',
  wrong: policyOf('{ "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::111122223333:role/Admin" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::111122223333:role/Reports" }'),
  source: accessAnalyzer,
})
