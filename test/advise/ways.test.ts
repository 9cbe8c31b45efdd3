// The parts of a change, the alternative fixes, and the changes that aren’t offered.
import { describe, expect, it } from 'vitest'
import { diagnose, furtherServices, withOptions } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference([
  'ec2',
  'lambda',
  'iam',
  'sqs',
  'ecr',
  's3',
  'kms',
  'sts',
  'rds',
  'secretsmanager',
])
const dev = 'arn:aws:iam::111122223333:user/dev'

const answer = (rest: string, policies: readonly object[] = []) =>
  diagnose(
    {
      paste: `User: ${dev} is not authorized to perform: ${rest}`,
      policies: policies.map((statement, i) => ({
        name: `P${i + 1}`,
        text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      })),
    },
    reference,
  )

const createFunction = 'lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:report'

describe('a change covers the rest of the call, each check with a reason', () => {
  it('includes permissions that every such call needs', () => {
    const [fix] = answer(createFunction).fixes
    expect(fix?.included.map(({ action }) => action)).toEqual(['iam:PassRole'])
    expect(JSON.parse(fix?.after ?? '').Statement).toContainEqual({
      Sid: 'WithCreateFunction',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/<ROLE_NAME>',
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    })
  })
  it('offers permissions that some calls need as options', () => {
    const [fix] = answer('s3:PutObject on resource: arn:aws:s3:::reports/a').fixes
    expect(fix?.included).toEqual([])
    expect(fix?.after).not.toContain('kms:')
    const key = fix?.options.filter(({ action }) => action === 'kms:GenerateDataKey') ?? []
    expect(key.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^if /)])
    expect(JSON.parse(withOptions(fix?.after ?? '', 's3:PutObject', key)).Statement[1]).toMatchObject({
      Action: 'kms:GenerateDataKey',
      Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
    })
  })
  it('leaves out permissions that the policies allow already', () => {
    const passing = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }
    const [fix] = answer(createFunction, [passing]).fixes
    expect([...(fix?.included ?? []), ...(fix?.options ?? [])].map(({ action }) => action)).not.toContain(
      'iam:PassRole',
    )
  })
  it('includes every resource type that AWS checks if a call has several', () => {
    const [fix] = answer('ec2:AttachVolume on resource: arn:aws:ec2:eu-west-1:111122223333:volume/vol-1').fixes
    expect(fix?.included.map(({ resource }) => resource)).toEqual(['arn:aws:ec2:eu-west-1:111122223333:instance/*'])
  })
  it('adds nothing if AWS lists nothing more', () => {
    const [fix] = answer('s3:ListAllMyBuckets').fixes
    expect([fix?.included, fix?.options]).toEqual([[], []])
  })
  it('requests the service data for those permissions', () => {
    expect(furtherServices({ paste: '', policies: [] }, answer(createFunction), reference)).toEqual(
      expect.arrayContaining(['lambda', 'iam', 's3', 'kms']),
    )
  })
})

describe('an alternative fix, with its trade-off', () => {
  const sqs = 'sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders'
  it('on the side of the resource, in one account', () => {
    const { otherWay } = answer(sqs)
    expect(otherWay?.policyType).toBe('resource')
    expect(otherWay?.note).toContain('The trade-off')
    expect(otherWay?.proof.after.decision).toBe('allowed')
  })
  it.each([
    ['the resource does not exist yet', createFunction],
    ['the action has no resource', 's3:ListAllMyBuckets'],
    ['the resource is not known', 's3:PutObject'],
  ])('not where %s', (_, rest) => expect(answer(rest).otherWay).toBeUndefined())
  it.each([
    ['a role is still limited by its boundary', 'arn:aws:sts::111122223333:assumed-role/Worker/x', undefined],
    ['a user isn’t, which is part of the trade-off', dev, 'a permissions boundary of the user doesn’t limit it'],
  ])('%s', (_, caller, tradeOff) => {
    const paste = `User: ${caller} is not authorized to perform: ${sqs}`
    const policies = [{ name: 'Edge', type: 'permissions-boundary' as const, text: narrow }]
    const { otherWay } = diagnose({ paste, policies }, reference)
    if (tradeOff) expect(otherWay?.note).toContain(tradeOff)
    else expect(otherWay).toBeUndefined()
  })
  it('for a Deny that keeps a list: the one caller instead of the one action', () => {
    const deny = { Effect: 'Deny', NotAction: ['iam:*'], Resource: '*' }
    const { fixes, otherWay } = answer(`${sqs} with an explicit deny`, [
      deny,
      { Effect: 'Allow', Action: '*', Resource: '*' },
    ])
    expect(fixes[0]?.title).toContain('Exempt sqs:SendMessage from')
    expect(otherWay?.title).toContain('Exempt the user dev')
  })
})

const narrow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'

describe('privilege escalation', () => {
  it.each([
    ['a policy on the caller itself: not offered', 'iam:AttachUserPolicy on resource: user dev', 'withheld'],
    ['a policy on another user: offered with a warning', 'iam:AttachUserPolicy on resource: user boss', 'risk'],
    ['a key for the caller itself: harmless', 'iam:CreateAccessKey on resource: user dev', 'fine'],
    ['a key for another user: a risk', 'iam:CreateAccessKey on resource: user boss', 'risk'],
  ])('%s', (_, rest, outcome) => {
    const { fixes, cause } = answer(rest)
    const [fix] = fixes
    expect(fix ? (fix.risk === undefined ? 'fine' : 'risk') : 'withheld').toBe(outcome)
    if (!fix) expect(cause.steps[0].text).toContain('could grant itself all permissions')
  })
})

describe('the documents that decide', () => {
  it('the policy of a repository names no Resource', () => {
    const { fixes } = answer('ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:444455556666:repository/app')
    expect(fixes[0]?.policyType).toBe('resource')
    expect(JSON.parse(fixes[0]?.after ?? '').Statement[0]).not.toHaveProperty('Resource')
  })
  it('a trust policy that was not given is asked for', () => {
    const { cause } = answer(
      'sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Target because no role trust policy allows the sts:AssumeRole action',
    )
    expect(cause.steps.map(({ command }) => command)).toContain(
      'aws iam get-role --role-name Target --query Role.AssumeRolePolicyDocument',
    )
  })
  it.each([
    ['permissions boundary', 'no permissions boundary allows', '"Resource": "arn:aws:s3:::reports/a"'],
    ['service control policy', 'no service control policy allows', '"Resource": "*"'],
    ['session policy', 'no session policy allows', '"Action": "s3:PutObject"'],
    [
      'VPC endpoint policy',
      'no VPC endpoint policy allows',
      '"aws:PrincipalArn": "arn:aws:iam::111122223333:user/dev"',
    ],
  ])('a %s that was not given: what to add to it', (_, words, part) => {
    const { cause, fixes } = answer(
      `s3:PutObject on resource: "arn:aws:s3:::reports/a" because ${words} the s3:PutObject action`,
    )
    expect(cause.steps[0].statement).toContain(part)
    expect(fixes).toEqual([])
  })
  it('each layer that was not given has commands of its own', () => {
    const { fetchScripts } = answer('s3:PutObject on resource: arn:aws:s3:::reports/a')
    expect(fetchScripts.map(({ policyType }) => policyType)).toEqual([
      'identity',
      'permissions-boundary',
      'scp',
      'rcp',
      'resource',
    ])
  })
  it('names the service that a role must trust if the call reveals it', () => {
    const paste =
      'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.'
    expect(diagnose({ paste, policies: [] }, reference).cause.title).toBe(
      'The role does not trust the service lambda.amazonaws.com',
    )
  })
})
