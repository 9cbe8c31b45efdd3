// The action finder: the words that a user types, and the first results.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type ActionNames, searchActions } from '../../src/reference/index.ts'

const { services } = await loadReference(['s3', 'ce', 'ec2', 'iam', 'lambda', 'budgets'])
const names: ActionNames = new Map(
  [...services].map(([prefix, { actions }]) => [prefix, [...actions.values()].map(({ name }) => name)]),
)

test.each([
  ['PutObj', 's3:PutObject'],
  ['s3:getobject', 's3:GetObject'],
  ['s3 getobject', 's3:GetObject'],
  ['s3:put*acl', 's3:PutBucketAcl'],
  ['passrole', 'iam:PassRole'],
  ['GetCostAndUsag', 'ce:GetCostAndUsage'],
  ['GetCostAndUsgae', 'ce:GetCostAndUsage'],
  ['s3:GetObjct', 's3:GetObject'],
])('%s finds %s first', (query, first) => {
  expect(searchActions(names, query)[0]).toEqual({ action: first })
})

test.each([
  ['ListObjectsV2', 's3:ListBucket', 'ListObjectsV2'],
  ['HeadObject', 's3:GetObject', 'HeadObject'],
  ['s3:HeadBucket', 's3:ListBucket', 'HeadBucket'],
  ['aws s3api list-objects-v2', 's3:ListBucket', 'list-objects-v2'],
  ['lambda invoke', 'lambda:InvokeFunction', 'invoke'],
  ['DescribeBudgets', 'budgets:ViewBudget', 'DescribeBudgets'],
])('the operation %s asks for %s', (query, action, operation) => {
  expect(searchActions(names, query)[0]).toEqual({ action, operation })
})

test.each([
  ['CreateFunction20150331', 'lambda:CreateFunction'],
  ['aws ec2 run-instances', 'ec2:RunInstances'],
  ['pass role', 'iam:PassRole'],
])('%s is read as %s', (query, first) => {
  expect(searchActions(names, query)[0]).toEqual({ action: first })
})

test.each(['', '   ', 'nosuchthingatall', '((((', 's3:', '*'.repeat(1000)])('%s does no harm', (query) => {
  expect(searchActions(names, query).length).toBeLessThanOrEqual(60)
})
