// Law: blanking secrets never changes a decision or the resources of a fix, whatever was pasted.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Case, diagnose } from '../../src/advise/index.ts'
import { blankSecrets } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['s3', 'iam', 'dynamodb', 'lambda', 'logs', 'sqs'])
const letters = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A name that looks like a secret. */
const secretive = fc.oneof(
  letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16).map((rest) => `AKIA${rest}`),
  letters(base64, 40),
  letters(base64, 36).map((rest) => `ghp_${rest}`),
  letters(base64, 20).map((rest) => `password=${rest}`),
  letters(base64, 60).map((rest) => `IQoJ${rest}`),
  letters(base64, 20).map((rest) => `glpat-${rest}`),
  fc.constantFrom('db-password', 'StackNameMyFunctionServiceRole1A2B3C4D5E', 'token', 'ASIAPACIFICSOUTHEAST'),
)

/** Where the resource and the caller of a denial stand. */
const spellings: readonly ((caller: string, resource: string, key: string) => string)[] = [
  (caller, resource) =>
    `User: ${caller} is not authorized to perform: s3:GetObject on resource: ${resource} because no identity-based policy allows the s3:GetObject action`,
  (caller, resource, key) =>
    `${key}\nAn error occurred (AccessDenied) when calling the GetObject operation: User: ${caller} is not authorized to perform: s3:GetObject on resource: "${resource}" because no identity-based policy allows the s3:GetObject action`,
  (caller, resource, key) =>
    JSON.stringify({
      eventVersion: '1.09',
      userIdentity: {
        type: 'IAMUser',
        arn: caller,
        accountId: '111122223333',
        accessKeyId: key,
        userName: caller.split('/').at(-1),
      },
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${caller} is not authorized to perform: s3:GetObject on resource: "${resource}" because no identity-based policy allows the s3:GetObject action`,
    }),
  (caller, resource, key) =>
    JSON.stringify({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', arn: caller, accountId: '111122223333', accessKeyId: key },
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
      requestParameters: { bucketName: 'reports', key: resource.split('/').slice(1).join('/') },
      resources: [{ type: 'AWS::S3::Object', ARN: resource }],
    }),
  (caller, resource, key) =>
    JSON.stringify(
      JSON.stringify({
        userIdentity: { type: 'IAMUser', arn: caller, accessKeyId: key },
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        errorCode: 'AccessDenied',
        requestParameters: { bucketName: resource.split(':::')[1]?.split('/')[0], key: resource.split('/')[1] },
      }),
    ),
]

const cases = fc
  .tuple(
    fc.constantFrom(...spellings),
    secretive,
    secretive,
    secretive,
    letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16),
  )
  .map(([spell, user, folder, object, key]) => ({
    paste: spell(`arn:aws:iam::111122223333:user/${user}`, `arn:aws:s3:::reports/${folder}/${object}`, `AKIA${key}`),
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::reports/${folder}` },
        {
          Effect: 'Deny',
          Action: 's3:*',
          Resource: `arn:aws:s3:::other/${object}`,
          Condition: { StringEquals: { 'aws:username': user } },
        },
      ],
    }),
  }))

test('a paste and a policy with names that look like secrets', () => {
  fc.assert(
    fc.property(cases, ({ paste, policy }) => {
      const answer = (clean: (text: string) => string) => {
        const given: Case = { paste: clean(paste), policies: [{ name: 'P', type: 'identity', text: clean(policy) }] }
        const { verdict, fixes, otherWay, cause, request } = diagnose(given, reference)
        return {
          cause: cause.id,
          decision: verdict?.decision,
          resource: request?.resource,
          fixes: [...fixes, ...(otherWay ? [otherWay] : [])].map(({ after }) => after),
        }
      }
      expect(answer((text) => blankSecrets(text).text)).toEqual(answer((text) => text))
    }),
    { seed: 14, numRuns: 100 },
  )
})

test('the review’s example: an object with 40 characters next to an access key ID', () => {
  const paste =
    '{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/mary","accountId":"111122223333","accessKeyId":"AKIAABCDEFGHIJKLMNOP","userName":"mary"},"eventSource":"s3.amazonaws.com","eventName":"GetObject","errorCode":"AccessDenied","errorMessage":"User: arn:aws:iam::111122223333:user/mary is not authorized to perform: s3:GetObject on resource: \\"arn:aws:s3:::reports/2026/January/FinanceSummary00123.csv\\" because no identity-based policy allows the s3:GetObject action"}'
  const { text, found } = blankSecrets(paste)
  expect(found.map(({ kind }) => kind)).toEqual(['access-key-id'])
  expect(diagnose({ paste: text, policies: [] }, reference).request?.resource).toBe(
    'arn:aws:s3:::reports/2026/January/FinanceSummary00123.csv',
  )
})
