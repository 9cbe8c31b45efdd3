import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { createSlrCheck } from '../slr.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const createSlrWithNotactionAndNotresource = createSlrCheck('not-action', 'not-resource', {
  code: 'CREATE_SLR_WITH_NOTACTION_AND_NOTRESOURCE',
  awsCode: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  title: 'NotAction lets all but the named service-linked roles be created',
  wrong: policyOf(
    '{ "Effect": "Allow", "NotAction": ["ce:*", "iam:PassRole"], "NotResource": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "NotAction": ["ce:*", "iam:*"], "NotResource": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" }',
  ),
  source: accessAnalyzer,
})
