import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithStarInResource = passRoleCheck('named', 'star', {
  code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  title: 'Any role can be passed',
  wrong: policyOf('{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/Reports" }',
  ),
  source: accessAnalyzer,
})
