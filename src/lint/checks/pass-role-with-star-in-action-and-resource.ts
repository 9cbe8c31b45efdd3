import { passRoleCheck } from '../pass-role.ts'

export const passRoleWithStarInActionAndResource = passRoleCheck(
  'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
  'wildcard',
  '"Action": "iam:*"',
)
