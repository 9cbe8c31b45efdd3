import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { createSlrCheck } from '../slr.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const createSlrWithStarInActionAndResource = createSlrCheck('star', 'star', {
  code: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
  title: 'A wildcard in the action lets any service-linked role be created',
  wrong: policyOf('{ "Effect": "Allow", "Action": "iam:Create*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "iam:CreateUser", "Resource": "*" }'),
  source: accessAnalyzer,
})
