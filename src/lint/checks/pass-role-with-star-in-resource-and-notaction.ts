import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { passRoleCheck } from '../pass-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleWithStarInResourceAndNotaction = passRoleCheck('not-action', 'star', {
  code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOTACTION',
  awsCode: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  title: 'NotAction lets any role be passed',
  wrong: policyOf('{ "Effect": "Allow", "NotAction": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }'),
  source: accessAnalyzer,
})
