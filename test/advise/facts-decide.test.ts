// A fact that no policy holds and that the answer depends on is asked for in words: it isn't a condition, and nothing is masked.
import { expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { write } from '../../src/words/index.ts'

const reference = await loadReference(['ssm', 'ec2', 'aoss'])

test.each([
  ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:444455556666:parameter/p', 'AWS RAM shares the resource'],
  ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:444455556666:subnet/subnet-1', 'AWS RAM shares the resource'],
  ['aoss:APIAccessAll', 'arn:aws:aoss:eu-west-1:111122223333:collection/c', 'a data access policy'],
])('%s on %s depends on whether %s', (action, resource, what) => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  })
  const paste = `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action} on resource: ${resource}`
  const { cause, verdict } = diagnose({ paste, policies: [{ type: 'identity', name: 'P', text }] }, reference)
  expect([cause.id, verdict?.decision]).toEqual(['depends', 'undetermined'])
  expect(write(cause.title)).toContain(`It depends on whether ${what}`)
  const told = JSON.stringify(cause)
  expect(told).not.toMatch(/sharedByRam:|dataAccessPolicy:|Put the real values back|condition on/)
})
