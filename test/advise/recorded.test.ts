// AWS's own record of a denial, pasted back: the request is complete, the policies are typed, and our decision is compared with AWS’s.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { diagnose } from '../../src/advise/index.ts'
import type { Verdict } from '../../src/evaluate/index.ts'
import { diagnosisOf } from './read-case.ts'

const caller = 'arn:aws:iam::111122223333:user/marymajor'
const uri = 'arn:aws:iam::111122223333:policy/NoProfiles'
const request = { action: 'iam:CreateInstanceProfile', resource: 'arn:aws:iam::111122223333:instance-profile/web' }
const identity = { type: 'IDENTITY_BASED_POLICY', inline: false, attachedTo: [{ arn: caller }] }
const record = (more: object = {}): string =>
  JSON.stringify({
    requestContext: { 'aws:PrincipalArn': caller, 'aws:SourceIp': '203.0.113.9', 'aws:MultiFactorAuthPresent': false },
    evaluations: [
      {
        ...request,
        context: { 'aws:ResourceTag/team': 'web' },
        evaluatedEffect: 'EXPLICIT_DENY',
        matchedPolicies: [{ uri, matchedStatements: [{ sid: 'NoProfiles', evaluatedEffect: 'DENY' }] }],
      },
    ],
    policies: [{ uri, ...identity }],
    ...more,
  })
const deny = (condition: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'NoProfiles', Effect: 'Deny', Action: 'iam:*', Resource: '*', ...condition }],
  })
const labeled = (document: string, of = uri): string => `# Policy as recorded: ${of}\n{"policy": ${document}}`

describe('the record alone', () => {
  it('is a denial with its caller, action, resource, policy, and complete context', async () => {
    const { denial, request: asked, cause, notices } = await diagnosisOf(record())
    expect(denial).toMatchObject({
      kind: 'access-denied',
      principal: caller,
      ...request,
      effect: 'explicit-deny',
      policyType: 'identity',
      policyArn: uri,
    })
    expect(asked).toMatchObject({
      principal: caller,
      ...request,
      contextIs: 'complete',
      context: { 'aws:SourceIp': '203.0.113.9', 'aws:MultiFactorAuthPresent': 'false', 'aws:ResourceTag/team': 'web' },
    })
    expect(cause.id).toBe('explicit-deny')
    expect(notices.join('\n')).toContain(`AWS looked at a policy that you didn’t paste: ${uri}`)
  })
  it('names a session by its role and its user ID', async () => {
    const requestContext = {
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/app',
      'aws:userid': 'AROAEXAMPLE1:i-1',
    }
    const { denial } = await diagnosisOf(record({ requestContext }))
    expect(denial.principal).toBe('arn:aws:sts::111122223333:assumed-role/app/i-1')
  })
  it.each([
    ['a session of Python', (json: string) => json.replaceAll('"', "'").replaceAll('false', 'False')],
    ['a JSON string', (json: string) => JSON.stringify(json)],
    ['lines with four blanks', (json: string) => JSON.stringify(JSON.parse(json), null, 4)],
  ])('in %s', async (_, write) => {
    expect((await diagnosisOf(write(record()))).denial).toMatchObject({ kind: 'access-denied', ...request })
  })
})

describe('with its policies', () => {
  it('AWS’s decision and ours are the same', async () => {
    const { verdict, notices, cause } = await diagnosisOf(`${record()}\n${labeled(deny())}`)
    expect(verdict?.decidedBy[0]).toMatchObject({ policy: uri, sid: 'NoProfiles', policyType: 'identity' })
    expect(notices.join('\n')).toContain(`AWS recorded an explicit deny: statement “NoProfiles” of ${uri}.`)
    expect(notices.join('\n')).toContain('the same decision')
    expect(cause.certainty).toBe('confirmed')
  })
  it('a key that the record doesn’t have was absent', async () => {
    const condition = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } }
    const { verdict, notices } = await diagnosisOf(`${record()}\n${labeled(deny(condition))}`)
    expect(verdict?.decision).toBe('implicitDeny')
    expect(notices.join('\n')).toContain('lead to an implicit deny. A recorded policy can leave out')
  })
  it('a missing policy explains a difference', async () => {
    const other = 'arn:aws:organizations::111122223333:policy/o-abc/service_control_policy/p-1'
    const policies = [
      { uri, ...identity },
      {
        uri: other,
        type: 'SERVICE_CONTROL_POLICY',
        inline: false,
        attachedTo: [{ arn: 'arn:aws:organizations::111122223333:root/o-abc/r-ab12' }],
      },
    ]
    const allow = deny().replace('"Deny"', '"Allow"')
    const { notices } = await diagnosisOf(`${record({ policies })}\n${labeled(allow)}`)
    expect(notices.join('\n')).toContain('The policies that are missing here can make the difference.')
    expect(notices.join('\n')).toContain(other)
  })
  it('several pages and several policies, each with its type and what it’s attached to', async () => {
    const scp = 'arn:aws:organizations::111122223333:policy/o-abc/service_control_policy/p-1'
    const inline = 'inline-1a2b3c'
    const first = record({ nextToken: 'n' })
    const second = JSON.stringify({
      requestContext: {},
      evaluations: [
        { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/web', evaluatedEffect: 'IMPLICIT_DENY' },
      ],
      policies: [
        {
          uri: scp,
          type: 'SERVICE_CONTROL_POLICY',
          inline: false,
          attachedTo: [{ arn: 'arn:aws:organizations::111122223333:ou/o-abc/ou-ab12-1' }],
        },
        { uri: inline, type: 'PERMISSIONS_BOUNDARY', inline: true, attachedTo: [{ arn: caller }] },
      ],
    })
    const allowAll = deny().replace('"Deny"', '"Allow"').replace('NoProfiles', 'All')
    const paste = [first, second, labeled(allowAll, scp), labeled(deny()), labeled(allowAll, inline)].join('\n')
    const { policies, verdict, notices } = await diagnosisOf(paste)
    expect(policies.map(({ type }) => type)).toEqual(['scp', 'identity', 'permissions-boundary'])
    expect(verdict?.gates.find(({ kind }) => kind === 'scp')?.level).toBe('ou-ab12-1')
    expect(verdict?.decision).toBe('explicitDeny')
    expect(notices.join('\n')).toContain(
      'AWS denied more in the same request: iam:PassRole on arn:aws:iam::111122223333:role/web.',
    )
  })
  it('a page is missing', async () => {
    expect((await diagnosisOf(record({ nextToken: 'n' }))).notices.join('\n')).toContain('The record goes on')
  })
})

describe('the commands', () => {
  const message = (id: string): string =>
    `User: ${caller} is not authorized to perform: ${request.action} on resource: ${request.resource} because no identity-based policy allows the ${request.action} action. Go to https://eu-central-1.console.aws.amazon.com/iam/home?region=eu-central-1#/authorization-details/${id} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`
  it('are offered with their Region, permissions, and time', async () => {
    const step = (await diagnosisOf(message('EXAMPLE1a2b3c4d5e'))).cause.steps.at(-1)
    expect(step?.command).toContain(
      'get-request-authorization-details --region eu-central-1 --authorization-id EXAMPLE1a2b3c4d5e',
    )
    expect(step?.command).toContain('get-request-authorization-policy --region eu-central-1')
    expect(step?.text).toContain('at least 24 hours')
    expect(step?.text).toContain('iam:GetRequestAuthorizationPolicy')
  })
  it('are not once the record is there', async () => {
    const { cause } = await diagnosisOf(`${message('EXAMPLE1a2b3c4d5e')}\n${record()}`)
    expect(cause.steps.some(({ title }) => title.includes('record'))).toBe(false)
  })
})

/** A record as AWS would write it, had it decided like this. */
function recordOf(
  verdict: Verdict,
  asked: NonNullable<ReturnType<typeof diagnose>['request']>,
  names: readonly { readonly type: string; readonly target: string | undefined }[],
): string {
  const types = new Map([
    ['identity', 'IDENTITY_BASED_POLICY'],
    ['resource', 'RESOURCE_BASED_POLICY'],
    ['trust', 'RESOURCE_BASED_POLICY'],
    ['permissions-boundary', 'PERMISSIONS_BOUNDARY'],
    ['session', 'SESSION_POLICY'],
    ['scp', 'SERVICE_CONTROL_POLICY'],
    ['rcp', 'RESOURCE_CONTROL_POLICY'],
    ['vpc-endpoint', 'VPC_ENDPOINT_POLICY'],
  ])
  const effect =
    verdict.decision === 'explicitDeny' ? 'EXPLICIT_DENY' : verdict.decision === 'allowed' ? 'ALLOW' : 'IMPLICIT_DENY'
  return JSON.stringify({
    requestContext: asked.context,
    evaluations: [
      {
        action: asked.action,
        resource: asked.resource,
        evaluatedEffect: effect,
        matchedPolicies: verdict.decidedBy.map(({ policyIndex, sid }) => ({
          uri: `policy-${policyIndex}`,
          matchedStatements: [{ sid, evaluatedEffect: effect === 'ALLOW' ? 'ALLOW' : 'DENY' }],
        })),
      },
    ],
    policies: names.map(({ type, target }, i) => ({
      uri: `policy-${i}`,
      type: types.get(type),
      inline: true,
      attachedTo: [
        {
          arn:
            type === 'trust'
              ? 'arn:aws:iam::111122223333:role/any'
              : `arn:aws:organizations::111122223333:ou/o-abc/${target ?? 'none'}`,
        },
      ],
    })),
  })
}

const examples = globSync('content/examples/*.yaml').flatMap((file) => {
  const { paste, policies, facts } = parse(readFileSync(file, 'utf8'))
  const given = { paste, policies: policies ?? [], facts }
  const first = diagnose(given)
  const { verdict, request: asked } = first
  const isDenied = verdict?.decision === 'explicitDeny' || verdict?.decision === 'implicitDeny'
  return isDenied && asked && !first.denial.recorded && verdict.rule === undefined && facts === undefined
    ? [{ file, given, first, verdict, asked }]
    : []
})

test('round trip: there are enough examples', () => {
  expect(examples.length).toBeGreaterThan(30)
})

test.each(examples)(
  'round trip: the record of $file leads to the same decision and statement',
  async ({ given, first, asked }) => {
    // A request that meets an endpoint's policy came through that endpoint.
    const through = first.policies.some(({ type }) => type === 'vpc-endpoint') ? { 'aws:SourceVpce': 'vpce-1' } : {}
    const context = { ...asked.context, ...through }
    const complete = diagnose({ ...given, context }).verdict
    const told = first.policies.map(({ type }, i) => ({ type, target: given.policies[i]?.target }))
    if (!complete || (complete.decision !== 'explicitDeny' && complete.decision !== 'implicitDeny')) return
    const documents = given.policies.map(({ text }: { text: string }, i: number) => labeled(text, `policy-${i}`))
    const message = `User: ${asked.principal} is not authorized to perform: ${asked.action} on resource: ${asked.resource}`
    const again = await diagnosisOf([message, recordOf(complete, { ...asked, context }, told), ...documents].join('\n'))
    expect(again.policies.map(({ type }) => type)).toEqual(told.map(({ type }) => type))
    expect(again.verdict?.decision).toBe(complete.decision)
    expect(again.verdict?.decidedBy.map(({ policyIndex, statement }) => [policyIndex, statement])).toEqual(
      complete.decidedBy.map(({ policyIndex, statement }) => [policyIndex, statement]),
    )
    expect(again.notices.join('\n')).toContain('the same decision')
  },
)
