import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithStarInActionAndResource = passRoleCheck('star', 'star', {
  code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
  title: 'A wildcard lets any role be passed',
  wrong: policyOf('{ "Effect": "Allow", "Action": "iam:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "iam:Get*", "Resource": "*" }'),
  source: accessAnalyzer,
})
