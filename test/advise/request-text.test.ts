import { describe, expect, it, test } from 'vitest'
import { diagnose, requestText } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { reference } from './reference.ts'

const paste = 'User: arn:aws:iam::111122223333:user/mateojackson is not authorized to perform: ce:GetCostAndUsage'
const text = (rest: string): string => requestText(diagnose({ paste: paste + rest, policies: [] }, reference))

describe('the message to an administrator', () => {
  it.each([
    ['who called', 'Caller: arn:aws:iam::111122223333:user/mateojackson'],
    ['what was called', 'Action: ce:GetCostAndUsage'],
    ['the cause', 'The user mateojackson probably lacks the permission ce:GetCostAndUsage'],
    ['how sure it is', 'I can’t confirm it from here.'],
    ['the policy', '"Action": "ce:GetCostAndUsage"'],
    ['that no policy was seen', 'I can’t see all of the policies, so another one might still deny the call.'],
    ['who makes the change', 'an IAM administrator of the account can do this'],
  ])('says %s', (_, part) => {
    expect(text('')).toContain(part)
  })

  it('says that the change was checked, if there were policies to check it with', () => {
    const text = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'
    const policies = [{ type: 'identity' as const, name: 'Storage', text }]
    expect(requestText(diagnose({ paste, policies }, reference))).toContain('I checked: it allows the call')
  })

  it('doesn’t refer to policies that no one gave', () => {
    const other = 'arn:aws:ec2:eu-west-1:444455556666:instance/i-0abc1234'
    const across = `User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ec2:TerminateInstances on resource: ${other}`
    const answer = requestText(diagnose({ paste: across, policies: [] }, reference))
    expect(answer).toContain('That’s one of AWS’s own rules.')
    expect(answer).not.toContain('policies that I have')
  })

  it('speaks to someone else than the person who pasted', () => {
    const policies = [
      {
        type: 'identity' as const,
        name: 'Costs',
        text: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:GetTags","Resource":"*"}}',
      },
    ]
    const [before = ''] = requestText(diagnose({ paste, policies }, reference)).split('\n{')
    expect(before).toContain('the policies that I have do not allow ce:GetCostAndUsage')
    const open = text(' with an explicit deny in a service control policy')
    for (const message of [before, open]) expect(message).not.toMatch(/you gave|paste|was not given|statement below/)
  })

  it('shows only what to add to a policy that is there, and whom that affects', () => {
    const policies = [
      {
        type: 'identity' as const,
        name: 'Team',
        reach: { place: 'group' as const, name: 'dev', users: 14, roles: 0, groups: 1 },
        text: '{"Version":"2012-10-17","Statement":[{"Sid":"Old","Effect":"Allow","Action":"ce:GetTags","Resource":"*"}]}',
      },
    ]
    const { otherWay, fixes, ...diagnosis } = diagnose({ paste, policies }, reference)
    const inGroup = [...fixes, ...(otherWay ? [otherWay] : [])].filter(({ before }) => before !== '')
    const message = requestText({ ...diagnosis, otherWay: undefined, fixes: inGroup })
    expect(message).toContain('It’s a policy of the group dev: the change applies to 14 users in it.')
    expect(message).toContain('Add this to it:\n{\n  "Sid": "AllowGetCostAndUsage"')
    expect(message).not.toContain('"Old"')
  })

  const allowsTags = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ce:GetTags","Resource":"*"}]}'
  const unnamed = (type: PolicyType, name: string) => ({ type, name, text: allowsTags })
  it.each([
    ['one', [unnamed('identity', 'Policy 1')], 'in the policy attached to the user mateojackson'],
    [
      'two',
      [unnamed('identity', 'Policy 1'), unnamed('identity', 'Policy 2')],
      'in one of the policies attached to the user mateojackson',
    ],
    ['a boundary', [unnamed('permissions-boundary', 'Policy 1')], 'in the permissions boundary'],
  ])('says what a policy without a name is attached to: %s', (_, policies, says) => {
    const message = requestText(diagnose({ paste, policies }, reference))
    expect(message).not.toMatch(/“Policy \d/)
    expect(message).toContain(says)
  })

  it.each([
    [
      'the plain sentence',
      `${paste} because no identity-based policy allows the action`,
      `${paste} because no identity-based policy allows the action`,
    ],
    [
      'with what the CLI puts before it',
      `$ aws ce get-cost\n\nAn error occurred (AccessDenied) when calling X: ${paste}\n\nmore`,
      `An error occurred (AccessDenied) when calling X: ${paste}`,
    ],
    ['out of a log line', `{"level":"error","msg":"${paste}","at":7}`, paste],
    [
      'none of an event',
      JSON.stringify(
        {
          eventName: 'GetCostAndUsage',
          eventSource: 'ce.amazonaws.com',
          errorCode: 'AccessDenied',
          userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/dev' },
        },
        undefined,
        2,
      ),
      undefined,
    ],
  ])('quotes the message: %s', (_, pasted, quote) => {
    const message = requestText(diagnose({ paste: pasted, policies: [] }, reference))
    if (quote === undefined) expect(message).not.toContain('The message is')
    else expect(message).toContain(`The message is: “${quote}”`)
  })

  it('doesn’t quote a secret', () => {
    const message = requestText(diagnose({ paste: `${paste} password=hunter2hunter2`, policies: [] }, reference))
    expect(message).not.toContain('hunter2')
  })

  it('says what I would try where no one else has to act', () => {
    const other = 'User: arn:aws-us-gov:iam::111122223333:user/dev is not authorized to perform: s3:GetObject'
    const message = requestText(diagnose({ paste: `${other} on resource: arn:aws:s3:::b/k`, policies: [] }, reference))
    expect(message).toContain('I’ll try this, unless there’s a better way:\n- Write the ARN with arn:aws-us-gov:')
  })

  it('asks for the steps where there is no policy to change', () => {
    const answer = text(' with an explicit deny in a service control policy')
    expect(answer).toContain('Denied by: service control policy (SCP) (explicit deny)')
    expect(answer).toContain('AWS says so in its message.')
    expect(answer).toContain('Could you please help with this?')
    expect(answer).not.toContain('it allows the call')
  })

  it.each([
    paste,
    'Access Denied',
    'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
    'An error occurred (AccessDenied) when calling the SendMessage operation: Access to the resource https://sqs.us-east-1.amazonaws.com/111122223333/my-queue is denied.',
    `${paste} because no service control policy allows the ce:GetCostAndUsage action`,
    `${paste} with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/path/to/a/boundary`,
  ])('has at most 120 words before the policy: %s', (pasted) => {
    const message = requestText(diagnose({ paste: pasted, policies: [] }, reference))
    const [before = ''] = message.split(/\n\{|\n\nThe message is: /)
    expect(before.split(/\s+/).length).toBeLessThanOrEqual(120)
    expect(message).toMatch(/^Hello,/)
    expect(message.trimEnd()).toMatch(/Thank you!$/)
  })
})

// The certainty is a line of its own above the steps.
test('a step doesn’t say again how sure the cause is', () => {
  const trust =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}}]}'
  const message = requestText(
    diagnose({ paste: `Not authorized to perform sts:AssumeRoleWithWebIdentity\n${trust}`, policies: [] }, reference),
  )
  expect(message).toContain('- ')
  expect(message).not.toMatch(/: (?:Likely|Confirmed)\b/)
})
