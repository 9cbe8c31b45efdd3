import { beforeAll, describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import {
  closest,
  findAction,
  findRetired,
  hasResourcePolicies,
  needsBillingAccess,
  type Reference,
  requiredServices,
} from '../../src/reference/index.ts'

let reference: Reference
beforeAll(async () => {
  reference = await loadReference(['s3', 'ce', 'billing', 'iam', 'ec2', 'sts', 'budgets'])
})

describe('an action is looked up', () => {
  test.each<[action: string, known: string, suggestion: string | undefined]>([
    ['s3:GetObject', 'yes', undefined],
    ['S3:getobject', 'yes', undefined],
    [' ce:GetCostAndUsage ', 'yes', undefined],
    ['s3:GetObjects', 'no', 's3:GetObject'],
    ['ce:GetCostsAndUsage', 'no', 'ce:GetCostAndUsage'],
    ['ec2:DescribeInstance', 'no', 'ec2:DescribeInstances'],
    ['iam:PasRole', 'no', 'iam:PassRole'],
    ['iam:PsasRole', 'no', 'iam:PassRole'],
    // The right name in another service.
    ['iam:AssumeRole', 'no', 'sts:AssumeRole'],
    ['billing:GetCostAndUsage', 'no', 'ce:GetCostAndUsage'],
    // Services that have nothing in common share short names, and others differ in their capitals.
    ['ce:ListBuckets', 'no', undefined],
    ['s3:DescribeRegions', 'no', undefined],
    ['iam:getcostandusage', 'no', undefined],
    // An operation whose action has another name.
    ['s3:HeadObject', 'no', 's3:GetObject'],
    ['s3:ListObjectsV2', 'no', 's3:ListBucket'],
    ['budgets:DescribeBudgets', 'no', 'budgets:ViewBudget'],
    // A slip in the service.
    ['buckets:ViewBudget', 'no', undefined],
    ['bugdets:ViewBudget', 'no', 'budgets:ViewBudget'],
    // AWS's own fictional action.
    ['billing:GetWidget', 'no', undefined],
    ['s3:GetObject:x', 'no', 's3:GetObject'],
    ['nothing', 'no', undefined],
    ['', 'no', undefined],
    ['lambda:InvokeFunction', 'unknown', undefined],
    ['lambda:NoSuchThing', 'unknown', undefined],
    ['constructor:__proto__', 'no', undefined],
  ])('%j is known: %s', (action, known, suggestion) => {
    const found = findAction(reference, action)
    expect(found.known).toBe(known)
    expect(found.suggestion).toBe(suggestion)
  })
})

describe('the nearest word', () => {
  test.each<[word: string, candidates: readonly string[], nearest: string | undefined]>([
    ['getobjcet', ['getobject', 'putobject'], 'getobject'],
    ['getobject', ['getobject', 'getobjects'], 'getobject'],
    ['getobject', ['putobject'], undefined],
    ['ab', ['abc'], undefined],
    ['x'.repeat(1000), ['x'.repeat(999)], undefined],
    ['describeinstancez', ['describeinstances'], 'describeinstances'],
  ])('%.20s', (word, candidates, nearest) => {
    expect(closest(word, candidates)).toBe(nearest)
  })
})

test('the services that texts speak of', () => {
  const texts = [
    '{"Action":["s3:Get*","CE:*"]}',
    'not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/x',
  ]
  expect(requiredServices(texts)).toEqual(expect.arrayContaining(['s3', 'ce', 'iam']))
  expect(requiredServices([''])).toEqual([])
})

describe('retired actions', () => {
  test.each<[action: string, retired: boolean]>([
    ['aws-portal:ViewBilling', true],
    ['AWS-Portal:viewbilling', true],
    ['aws-portal:*', true],
    ['aws-portal:View*', true],
    ['aws-portal:*Billing', true],
    ['aws-portal:Zap*', false],
    ['aws-portal:GetConsoleActionSetEnforced', false],
    ['purchase-orders:ViewPurchaseOrders', true],
    ['aws-mcp:InvokeMCP', true],
    ['aws-mcp:*', true],
    ['eks-mcp:InvokeMcp', false],
    ['purchase-orders:*', false],
    ['purchase-orders:ListPurchaseOrders', false],
    ['*', false],
    ['s3:*', false],
  ])('%s: %s', (action, retired) => {
    expect(findRetired(action) !== undefined).toBe(retired)
  })

  test('a pattern names what replaces the actions it covers, and no more', () => {
    expect(findRetired('aws-portal:*PaymentMethods')?.replacedBy).toContain('payments:MakePayment')
    expect(findRetired('aws-portal:*PaymentMethods')?.replacedBy).not.toContain('ce:GetCostAndUsage')
  })
})

test.each<[action: string, needed: boolean]>([
  ['billing:GetBillingData', true],
  ['CE:GetCostAndUsage', true],
  ['aws-portal:*', true],
  ['purchase-orders:ListPurchaseOrders', true],
  ['s3:GetObject', false],
  ['iam:PassRole', false],
  ['toString:x', false],
])('%s needs IAM access to Billing: %s', (action, needed) => {
  expect(needsBillingAccess(action)).toBe(needed)
})

test.each<[prefix: string, has: boolean]>([
  ['s3', true],
  ['kms', true],
  ['elasticfilesystem', true],
  ['ce', false],
  ['ec2', false],
])('%s has resource-based policies: %s', (prefix, has) => {
  expect(hasResourcePolicies(prefix)).toBe(has)
})
