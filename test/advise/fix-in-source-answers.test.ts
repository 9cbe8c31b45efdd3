// Answers for documents in every language: the first form of each fix is the pasted document with the fix in it, and with it the call is allowed.
import { describe, expect, test } from 'vitest'
import { inLanguages, type Policy } from './in-languages.ts'
import { diagnosisOf } from './read-case.ts'

const role = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const denied = (action: string, resource: string, why = ''): string =>
  `User: ${role} is not authorized to perform: ${action} on resource: ${resource}${why}`
const explicit = ' with an explicit deny in an identity-based policy'
const all = { Sid: 'All', Effect: 'Allow', Action: ['*'], Resource: ['*'] }

const cases: readonly (readonly [kind: string, message: string, statements: Policy['Statement']])[] = [
  [
    'an Allow added',
    denied('s3:GetObject', 'arn:aws:s3:::my-bucket/a.txt'),
    [{ Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::my-bucket'] }],
  ],
  [
    'an exemption from a Deny',
    denied('s3:PutObject', 'arn:aws:s3:::my-bucket/a.txt', explicit),
    [
      all,
      {
        Sid: 'Lock',
        Effect: 'Deny',
        Action: ['s3:Put*'],
        Resource: ['*'],
        Condition: { StringNotEquals: { 's3:x-amz-acl': 'private' } },
      },
    ],
  ],
  [
    'a Deny without a condition',
    denied('dynamodb:DeleteTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', explicit),
    [{ Sid: 'Lock', Effect: 'Deny', Action: ['dynamodb:DeleteTable', 'dynamodb:DeleteBackup'], Resource: ['*'] }, all],
  ],
  [
    'a Deny of all actions but some',
    denied('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs', explicit),
    [all, { Sid: 'Only', Effect: 'Deny', NotAction: ['s3:*', 'ec2:*'], Resource: ['*'] }],
  ],
]

describe.each(inLanguages)('%s', (name, write) => {
  test.each(cases)('%s', async (_kind, message, Statement) => {
    const document = write({ Version: '2012-10-17', Statement })
    const pasted = `${message}\n\n${document}`
    const { fixes, otherWay } = await diagnosisOf(pasted)
    const ways = otherWay ? [fixes[0], otherWay] : [fixes[0]]
    for (const fix of ways) {
      // A new document, and JSON in YAML, are JSON.
      if (fix && fix.source === undefined && (fix.policyIndex === undefined || /JSON in/.test(name))) continue
      const own = fix?.deliveries.find(({ tool }) => tool.startsWith('Your '))
      const { source } = fix ?? {}
      if (!source || !own) throw new Error(`no edit of ${pasted}`)
      expect(document).toContain(source.text)
      const edited = pasted.replace(source.text, () => own.text)
      // What AWS said is about the document before.
      const again = await diagnosisOf(edited.replace(explicit, ''))
      expect(again.verdict?.decision, edited).toBe('allowed')
    }
  })
})
