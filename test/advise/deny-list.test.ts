// An Allow never goes into a policy that consists of Denies, next to which another one allows.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
import { expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

const mary = 'arn:aws:iam::111122223333:user/mary'
const deny = (Action: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action, Resource: '*' }],
})
const denied = (because: string): string =>
  `User: ${mary} is not authorized to perform: ec2:StopInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718${because}`

test('a policy of the caller that denies something else gets a sibling', async () => {
  const { fixes } = await diagnose({
    paste: denied(' because no identity-based policy allows the ec2:StopInstances action'),
    policies: [{ type: 'identity', document: deny('iam:*') }],
  })
  expect(fixes.map(({ policyIndex, title }) => [policyIndex, title])).toEqual([
    [undefined, 'Add a new identity-based policy that allows ec2:StopInstances'],
  ])
  expect(fixes[0]?.note).toContain('only denies')
})

test('behind a Deny that goes, the caller’s other policies must allow', async () => {
  const { fixes } = await diagnose({
    paste: denied(' with an explicit deny in an identity-based policy'),
    policies: [{ type: 'identity', document: deny('ec2:Stop*') }],
  })
  expect(fixes.map(({ proof, onlyIf }) => [proof.after.decision, onlyIf])).toEqual([
    ['allowed', 'the policies of the user mary allow it'],
  ])
})

test('a deny list of the organization stays one, and the step has the statement', async () => {
  const { fixes, cause } = await diagnose({
    paste: denied(' because no service control policy allows the ec2:StopInstances action'),
    policies: [
      { type: 'scp', document: deny('organizations:LeaveOrganization') },
      {
        type: 'identity',
        document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }] },
      },
    ],
  })
  expect(fixes.map(({ policyIndex }) => policyIndex)).toEqual([undefined])
  expect(cause.steps[0]?.statement).toContain('ec2:StopInstances')
})

test('a bucket has one policy, which holds both', async () => {
  const bucket = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: 'arn:aws:s3:::acme/*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  }
  const { fixes } = await diagnose({
    paste: `User: arn:aws:iam::444455556666:role/app is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acme/x because no resource-based policy allows the s3:GetObject action`,
    context: { 'aws:SecureTransport': 'true' },
    resourceAccount: '111122223333',
    policies: [
      { type: 'resource', document: bucket },
      {
        type: 'identity',
        document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
      },
    ],
  })
  expect(fixes[0]?.policyIndex).toBe(0)
})
