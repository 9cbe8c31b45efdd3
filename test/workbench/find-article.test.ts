// Who searches for a pasted error gets the article about it first.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findArticles } from '../../src/workbench/find-article.ts'

const who = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: '

test.each<[text: string, first: string | undefined]>([
  [
    `${who}ce:GetCostAndUsage because no identity-based policy allows the ce:GetCostAndUsage action`,
    'messages/identity-implicit',
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
    'policies/permissions-boundary',
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
  ['the quick brown fox jumps over the lazy dog', undefined],
])('%s', (text, first) => {
  expect(findArticles(text)[0]).toBe(first)
  for (const article of findArticles(text)) expect(existsSync(`content/${article}.mdx`)).toBe(true)
})
