import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { createSlrCheck } from '../slr.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const createSlrWithStarInResourceAndNotaction = createSlrCheck('not-action', 'star', {
  code: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOTACTION',
  awsCode: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  title: 'NotAction lets any service-linked role be created',
  wrong: policyOf('{ "Effect": "Allow", "NotAction": ["ce:*", "iam:PassRole"], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "NotAction": ["ce:*", "iam:*"], "Resource": "*" }'),
  source: accessAnalyzer,
})
