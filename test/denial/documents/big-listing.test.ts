// A listing too long to be read as a whole gives what the same listing gives when it's short.
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'

const document = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
})
const account = '111122223333'
const arn = (rest: string) => `arn:aws:iam::${account}:${rest}`
const user = (name: string, groups: readonly string[]) => ({
  UserName: name,
  Arn: arn(`user/${name}`),
  GroupList: groups,
  UserPolicyList: [{ PolicyName: 'own', PolicyDocument: document('s3:Get*') }],
  AttachedManagedPolicies: [],
  PermissionsBoundary: { PermissionsBoundaryArn: arn('policy/Limit') },
})
const group = (name: string) => ({
  GroupName: name,
  Arn: arn(`group/${name}`),
  GroupPolicyList: [{ PolicyName: `of-${name}`, PolicyDocument: document('sqs:*') }],
  AttachedManagedPolicies: [{ PolicyName: 'Managed', PolicyArn: arn(`policy/Managed-${name}`) }],
})
const managed = (name: string) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document('ec2:*') }],
})
const role = (name: string, note: string) => ({
  RoleName: name,
  Arn: arn(`role/${name}`),
  Description: note,
  AssumeRolePolicyDocument: {
    ...document('sts:AssumeRole'),
    Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }],
  },
  RolePolicyList: [],
  AttachedManagedPolicies: [],
})

/** With `note` in every role; a long one makes the listing long. */
const listing = (note: string) => ({
  UserDetailList: [user('mateo', ['dev']), user('nikki', ['ops'])],
  GroupDetailList: [group('dev'), group('ops')],
  RoleDetailList: Array.from({ length: 30 }, (_, i) => role(`role-${i}`, note)),
  Policies: ['Limit', 'Managed-dev', 'Managed-ops', 'Other'].map(managed),
})

test.each([
  ['a user', `User: ${arn('user/mateo')} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b/k`],
  [
    'a user who assumes a role',
    `User: ${arn('user/nikki')} is not authorized to perform: sts:AssumeRole on resource: ${arn('role/role-7')}`,
  ],
  ['no caller', 'Access Denied'],
])('%s', (_, error) => {
  const [short, long] = ['a note', 'a "quoted\\" note '.repeat(4000)].map((note) => {
    const { documents, context, rest } = readAll(`${error}\n${JSON.stringify(listing(note), null, 1)}`)
    return {
      rest,
      leftOut: context.leftOut,
      documents: documents.map(({ name, policyType, text }) => [name, policyType, text]).sort(),
    }
  })
  expect(short?.leftOut).toBeGreaterThan(0)
  expect(long).toEqual(short)
})
