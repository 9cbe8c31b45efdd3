import { passRoleCheck } from '../pass-role.ts'

export const passRoleWithStarInResource = passRoleCheck(
  'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  'named',
  '"Action": "iam:PassRole"',
)
