// AWS states an explicit deny, and no one pasted the policy: what to try first, by what is known of the call.
import { expect, it } from 'vitest'
import { diagnosisOf } from './read-case.ts'

const user = 'iam::111122223333:user/mary'
const role = 'sts::111122223333:assumed-role/dev/mary'

const denied = (who: string, action: string, resource: string, rest: string): string =>
  `User: arn:aws:${who} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in ${rest}`

/** The event of a call that a policy of the caller denies. */
const event = (mfaAuthenticated: string, who = role): string =>
  JSON.stringify({
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateVolume',
    awsRegion: 'eu-west-3',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: denied(who, 'ec2:CreateVolume', 'arn:aws:ec2:eu-west-3:111122223333:volume/*', identity),
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:${who}`,
      accountId: '111122223333',
      sessionContext: { attributes: { mfaAuthenticated, creationDate: '2026-11-29T10:00:00Z' } },
    },
  })

const [scp, identity, resource] = ['a service control policy', 'an identity-based policy', 'a resource-based policy']
const instance = 'arn:aws:ec2:ap-south-1:111122223333:instance/i-0123456789abcdef0'
const object = 'arn:aws:s3:::reports/a.csv'
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const queue = 'arn:aws:sqs:us-east-1:111122223333:orders'

const region = 'Check whether this Region is allowed'
const mfa = 'Try it with MFA'
const encryption = 'Try it with encryption, over HTTPS'
const network = 'Call from the network that the resource is open to'
const requirements = 'Create it the way the organization requires'

it.each([
  ['a user’s keys', denied(user, 'ec2:StopInstances', instance, identity), [mfa]],
  ['an upload', denied(user, 's3:PutObject', object, resource), [encryption, network]],
  ['a download', denied(role, 's3:GetObject', object, resource), [network]],
  [
    'an upload by keys that a policy of the user denies',
    denied(user, 's3:PutObject', object, identity),
    [encryption, mfa],
  ],
  ['another Region', denied(role, 'ec2:StopInstances', instance, scp), [region]],
  ['something new in another Region', denied(role, 'ec2:RunInstances', instance, scp), [region, requirements]],
  [
    'the root user',
    denied('iam::111122223333:root', 'ec2:StopInstances', instance, scp),
    ['Call as a role instead of the root user'],
  ],
  [
    'logs that someone relies on',
    denied(role, 'cloudtrail:StopLogging', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/t', scp),
    ['Ask whether this should be possible at all'],
  ],
  [
    'a new role',
    denied(role, 'iam:CreateRole', 'arn:aws:iam::111122223333:role/app', identity),
    ['Create the role with the permissions boundary that your organization requires'],
  ],
  [
    'a key, and an RCP',
    denied(role, 'kms:Decrypt', key, 'a resource control policy'),
    ['Call from inside the resource’s organization'],
  ],
  [
    'another role’s policies, and a boundary',
    denied(role, 'iam:AttachRolePolicy', 'role app', 'a permissions boundary'),
    ['Check the boundary of the role or user that you change'],
  ],
  ['a queue', denied(role, 'sqs:SendMessage', queue, resource), ['Call over HTTPS, from inside the organization']],
  ['a session that an event shows without MFA', event('false'), [mfa]],
  ['a session that an event shows with MFA', event('true'), []],
  [
    'a session of Identity Center, which never has MFA',
    event('false', 'sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/mary'),
    [],
  ],
])('%s', async (_, paste, expected) => {
  const { cause } = await diagnosisOf(paste)
  const titles = cause.steps.map(({ title }) => title)
  const end = titles.findIndex((title) => title.startsWith('Get the ') || title.startsWith('If the bucket'))
  expect(titles.slice(0, end)).toEqual(expected)
})
