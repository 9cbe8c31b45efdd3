// The action finder: what people type, and what comes first.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type ActionNames, searchActions } from '../../src/reference/index.ts'

const { services } = await loadReference(['s3', 'ce', 'ec2', 'iam'])
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
  expect(searchActions(names, query)[0]).toBe(first)
})

test.each(['', '   ', 'nosuchthingatall', '((((', 's3:', '*'.repeat(1000)])('%s does no harm', (query) => {
  expect(searchActions(names, query).length).toBeLessThanOrEqual(60)
})
