// The authorization ID that AWS puts behind a denial, in any wrapping.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const id = 'EXAMPLE1a2b3c4d5e6f7g8h9i0j'
const sentence =
  'User: arn:aws:iam::123456789012:user/janedoe is not authorized to perform: iam:CreateInstanceProfile on resource: arn:aws:iam::123456789012:instance-profile/web because no identity-based policy allows the iam:CreateInstanceProfile action.'
const tail = (region: string, host = 'console.aws.amazon.com'): string =>
  ` Go to https://${region}.${host}/iam/home?region=${region}#/authorization-details/${id} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`
const whole = sentence + tail('us-east-1')
const us = { id, region: 'us-east-1' }

test.each([
  ['as AWS writes it', whole, us],
  ['in a JSON string', JSON.stringify({ errorMessage: whole }), us],
  ['in a JSON string of a JSON string', JSON.stringify(JSON.stringify({ message: whole })), us],
  [
    'in an event',
    JSON.stringify({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/janedoe' },
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateInstanceProfile',
      errorCode: 'AccessDenied',
      errorMessage: whole,
    }),
    us,
  ],
  [
    'as a Markdown link',
    `${sentence} Go to [https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id}](https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id}) for complete details`,
    us,
  ],
  [
    'in angle brackets',
    `${sentence} Go to <https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id}> for complete details`,
    us,
  ],
  ['as HTML', whole.replace(/https:\S+/, (url) => `<a href="${url}">${url}</a>`), us],
  ['quoted in a mail', whole.replace(/(.{70})/g, '$1\n> '), us],
  ['in a box of a terminal', whole.replace(/(.{60})/g, '│ $1 │\n'), us],
  [
    'the link alone',
    `https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/${id}`,
    { id, region: 'eu-west-1' },
  ],
  ['in GovCloud', sentence + tail('us-gov-west-1', 'console.amazonaws-us-gov.com'), { id, region: 'us-gov-west-1' }],
  ['in China', sentence + tail('cn-north-1', 'console.amazonaws.cn'), { id, region: 'cn-north-1' }],
  ['without its link', `${sentence} Authorization ID: ${id}`, { id, region: undefined }],
  [
    'without a colon',
    `${sentence} Call GetAuthorizationDetails with the authorization ID ${id}.`,
    { id, region: undefined },
  ],
  [
    'a link with the feature’s name',
    `${sentence} For details, see https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/access-troubleshooter/${id}.`,
    { id, region: 'eu-west-1', link: undefined },
  ],
  [
    'the ID as a parameter of the link',
    `${sentence} https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/access-troubleshooter?authorizationId=${id} has more.`,
    us,
  ],
  [
    'in a command',
    `aws iam-toolbox get-request-authorization-details --authorization-id ${id}`,
    { id, region: undefined },
  ],
])('%s', (_, text, expected) => {
  const { authorization } = readDenial(text)
  expect(authorization).toMatchObject(expected)
})

test.each([
  sentence,
  'authorization id:',
  'the authorization details of this call',
  '#/authorization-details/',
  'the authorization ID provided with the message',
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-troubleshooter-overview.html',
  `${sentence.replaceAll('CreateInstanceProfile', 'GetAccountAuthorizationDetails')}`,
])('no ID: %s', (text) => {
  expect(readDenial(text).authorization).toBeUndefined()
})

test('law: broken once anywhere, with any indentation, the ID and the Region are the same', () => {
  const places = fc.integer({ min: 1, max: whole.length - 1 })
  const breaks = fc.constantFrom('\n', '\r\n', '\n    ', '\n> ', ' ')
  fc.assert(
    fc.property(places, breaks, (at, broken) => {
      const { authorization } = readDenial(`${whole.slice(0, at)}${broken}${whole.slice(at)}\n\nThanks for your help`)
      expect(authorization).toMatchObject(us)
    }),
    { seed: 16, numRuns: 400 },
  )
})
