import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { createSlrCheck } from '../slr.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const createSlrWithNotresource = createSlrCheck('named', 'not-resource', {
  code: 'CREATE_SLR_WITH_NOTRESOURCE',
  awsCode: 'CREATE_SLR_WITH_NOT_RESOURCE',
  title: 'All service-linked roles but the named ones can be created',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "NotResource": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" }',
  ),
  source: accessAnalyzer,
})
