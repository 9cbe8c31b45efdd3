// A message whose blanks were lost on the way: its phrases are known, its names end where a phrase begins, and that's doubted.
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const ana = 'arn:aws:iam::111122223333:user/ana'
const app = 'arn:aws:sts::111122223333:assumed-role/app/s1'

test.each<[message: string, expected: object]>([
  [
    `User: ${ana} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject action`,
    {
      principal: ana,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'implicit-deny',
      policyType: 'identity',
    },
  ],
  [
    `An error occurred (AccessDenied) when calling the PutObject operation: User: ${app} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a service control policy`,
    {
      principal: app,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'explicit-deny',
      policyType: 'scp',
    },
  ],
  [
    `AccessDeniedException: User: ${app} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no resource-based policy allows the kms:Decrypt action`,
    {
      principal: app,
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:eu-west-1:111122223333:key/1',
      policyType: 'resource',
    },
  ],
])('%s', (message, expected) => {
  const text = message.replaceAll(' ', '')
  const denial = readDenial(text)
  expect(denial).toMatchObject({ kind: 'access-denied', ...expected })
  expect(denial.doubts.map(({ field, because }) => [field, because])).toEqual([
    ['principal', 'run-together'],
    ['resource', 'run-together'],
  ])
  // The places point into what was pasted.
  const span = denial.spans.get('action')
  expect(text.slice(span?.from, span?.to)).toBe(denial.action)
})
