import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithNotresource = passRoleCheck('named', 'not-resource', {
  code: 'PASS_ROLE_WITH_NOTRESOURCE',
  awsCode: 'PASS_ROLE_WITH_NOT_RESOURCE',
  title: 'All roles but the named ones can be passed',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::111122223333:role/Admin" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/Reports" }',
  ),
  source: accessAnalyzer,
})
