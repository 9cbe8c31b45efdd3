import { passRoleCheck } from '../pass-role.ts'

export const passRoleWithStarInResourceAndNotaction = passRoleCheck(
  'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOTACTION',
  'not-action',
  '"NotAction": "s3:*"',
)
