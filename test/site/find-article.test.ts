// Who searches for a pasted error gets the article about it first.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policyTypeNames } from '../../src/iam/index.ts'
import { actionArticle, actionArticles } from '../../src/site/action-articles.ts'
import { findArticles } from '../../src/site/find-article.ts'
import { forty } from '../session/forty-messages.ts'

const who = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: '

test.each<[text: string, first: string | undefined]>([
  [
    `${who}ce:GetCostAndUsage because no identity-based policy allows the ce:GetCostAndUsage action`,
    'billing/cost-explorer',
  ],
  [
    `${who}s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in an identity-based policy`,
    'messages/identity-explicit',
  ],
  [`${who}ec2:RunInstances with an explicit deny in a service control policy`, 'messages/scp-explicit'],
  [
    `${who}s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in a resource control policy`,
    'messages/rcp-explicit',
  ],
  [
    `${who}s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in a VPC endpoint policy`,
    'messages/vpc-endpoint-explicit',
  ],
  [
    `${who}s3:PutObject on resource: arn:aws:s3:::b/k with an explicit deny in a resource-based policy`,
    'messages/resource-explicit',
  ],
  [
    `${who}lambda:InvokeFunction because no permissions boundary allows the lambda:InvokeFunction action`,
    'messages/boundary-implicit',
  ],
  [
    `${who}iam:PassRole on resource: arn:aws:iam::111122223333:role/Worker because no identity-based policy allows the iam:PassRole action`,
    'roles/pass-role',
  ],
  [
    'You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop',
    'messages/encoded-message',
  ],
  [
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    'messages/expired-token',
  ],
  ['The security token included in the request is invalid. (InvalidClientTokenId)', 'messages/invalid-key'],
  ['An error occurred (ThrottlingException): Rate exceeded, permission not in question', 'messages/throttling'],
  [
    'Error from server (Forbidden): pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods"',
    'messages/kubernetes-rbac',
  ],
  ['ERROR: permission denied for table orders', 'messages/databases'],
  ['Access Denied, and nothing else is said here', 'messages/no-detail'],
  ['You don’t have permission to view this page of Billing and Cost Management', 'billing/not-authorized'],
  [
    'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: AccessDeniedException: User: …',
    'roles/ecs-tasks',
  ],
  [
    'AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    'roles/service-linked-roles',
  ],
  [
    'An error occurred (InvalidParameterException) when calling the CreateCluster operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    'roles/service-linked-roles',
  ],
  ['It ends with an explicit deny in a service control policy. What now?', 'messages/scp-explicit'],
  ['because no permissions boundary allows it, they say', 'messages/boundary-implicit'],
  ['Access denied on event CreateVpc in account 123456789012. Event source: ec2.amazonaws.com', 'messages/cloudtrail'],
  ['{"eventVersion":"1.11","eventName":"ListBuckets","eventSource":"s3.amazonaws.com"}', 'messages/cloudtrail'],
  [
    '{"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[]},"context":{"action":"s3:GetObject"}}',
    'messages/encoded-message',
  ],
  // Alibaba Cloud has the same sentence.
  [
    '{"HostId":"sts.aliyuncs.com","Message":"Roles may not be assumed by root accounts."}',
    'messages/other-clouds-and-databases',
  ],
  [
    'Insufficient Lake Formation permission(s) on orders (Service: AmazonDataCatalog; Status Code: 400)',
    'messages/lake-formation',
  ],
  [
    'An error occurred (SubscriptionRequiredException) when calling the DescribeCases operation: Amazon Web Services Premium Support Subscription is required to use this service.',
    'billing/support',
  ],
  ['cognito-idp.amazonaws.com is not authorized to perform: ses:SendEmail', 'policies/service-to-service'],
  ["AccessDeniedException: You don't have access to the model with the specified model ID", 'billing/marketplace'],
  [
    'Service: [Cost Explorer] Name: [AccessDeniedException] Context: [IAM user access not activated]',
    'billing/activate-iam-access',
  ],
  ['User: x is not authorized to perform: freetier:GetFreeTierUsage', 'billing/free-tier'],
  ['the quick brown fox jumps over the lazy dog', undefined],
])('%s', (text, first) => {
  expect(findArticles(text)[0]).toBe(first)
  for (const article of findArticles(text)) expect(existsSync(`content/${article}.mdx`)).toBe(true)
})

test.each(forty)('of forty: %s', (_, text, right) => {
  expect(findArticles(text)[0]).toBe(right)
  expect(existsSync(`content/${right}.mdx`)).toBe(true)
})

test.each<[action: string | undefined, article: string | undefined]>([
  ['ce:GetCostAndUsage', 'billing/cost-explorer'],
  ['ce:GetAnomalies', 'billing/cost-anomalies'],
  ['CE:GetAnomalies', 'billing/cost-anomalies'],
  ['billing:GetBillingData', 'billing/not-authorized'],
  ['billing:RedeemCredits', 'billing/credits'],
  ['ec2:RunInstances', undefined],
  ['cezanne:Paint', undefined],
  ['', undefined],
  [undefined, undefined],
])('the action %s has the article %s', (action, article) => {
  expect(actionArticle(action)).toBe(article)
})

test.each([...actionArticles])('the article of %s exists: %s', (_, article) => {
  expect(existsSync(`content/${article}.mdx`)).toBe(true)
})

const types = Object.entries(policyTypeNames)
  .filter(([type]) => type !== 'trust')
  .map(([type, name]) => [type, name.replace(/ \(.*/, '')] as const)

test.each(types)('%s: both kinds of denial have an article, found by a whole message and by its end', (_, name) => {
  for (const end of [`with an explicit deny in a ${name}`, `because no ${name} allows the s3:GetObject action`]) {
    for (const text of [`${who}s3:GetObject ${end}`, `It says: ${end}`]) {
      const [first] = findArticles(text)
      expect(first, text).toMatch(/^messages\/[\w-]+-(explicit|implicit)$/)
      expect(existsSync(`content/${first}.mdx`), first).toBe(true)
    }
  }
})
