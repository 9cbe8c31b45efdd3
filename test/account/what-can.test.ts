// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { expect, test } from 'vitest'
import { readAccount, survey, whatCan } from '../../src/account/index.ts'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { account, allow, managed, policy, user } from './build.ts'

const reference = await loadReference(['s3', 'sqs'])
const objects = 'arn:aws:s3:::b/*'
const secret = 'arn:aws:s3:::b/secret/*'
const deny = (action: string, resource: string): object => ({ Effect: 'Deny', Action: action, Resource: resource })
const grant = (action: string, resource: string): object => ({ Effect: 'Allow', Action: action, Resource: resource })
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
const scp = (...statements: readonly object[]): PolicyInput => ({
  type: 'scp',
  name: 'scp',
  target: 'r-root',
  document: policy(...statements),
})

type Row = readonly [
  what: string,
  holds: Parameters<typeof user>[1],
  scps: readonly PolicyInput[],
  expected: readonly string[],
]

test.each<Row>([
  ['nothing', {}, [], []],
  ['one action on one pattern', { inline: [allow('s3:GetObject', objects)] }, [], [`${objects} allowed`]],
  [
    'a Deny inside it',
    { inline: [policy(grant('s3:GetObject', objects), deny('s3:*', secret))] },
    [],
    [`${objects} allowed except ${secret}`],
  ],
  [
    'a pattern inside another',
    { inline: [policy(grant('s3:GetObject', objects), grant('s3:GetObject', secret))] },
    [],
    [`${objects} allowed`],
  ],
  [
    'a boundary that allows a part',
    { inline: [allow('s3:GetObject', objects)], boundary: 'Part' },
    [],
    [`${secret} allowed`],
  ],
  [
    'NotResource',
    { inline: [policy({ Effect: 'Allow', Action: 's3:GetObject', NotResource: secret })] },
    [],
    [`* allowed except ${secret}`],
  ],
  [
    'an SCP that denies a part',
    { inline: [allow('*', '*')] },
    [scp(grant('*', '*'), deny('s3:GetObject', secret))],
    [`* allowed except ${secret}`],
  ],
  ['an SCP that denies it all', { inline: [allow('*', '*')] }, [scp(grant('*', '*'), deny('s3:*', '*'))], []],
  [
    'a condition',
    { inline: [policy({ ...grant('s3:GetObject', objects), Condition: mfa })] },
    [],
    [`${objects} undetermined`],
  ],
  [
    'the user’s own folder',
    { inline: [allow('s3:GetObject', 'arn:aws:s3:::b/${aws:username}/*')] },
    [],
    ['arn:aws:s3:::b/ann/* allowed'],
  ],
])('what a user with %s can read', (_, holds, scps, expected) => {
  const read = readAccount(account(user('ann', holds), managed('Part', allow('s3:GetObject', secret))))
  const [ann] = read?.principals ?? []
  if (!read || !ann) throw new Error('the listing is an account')
  const services = whatCan(survey(read, { policies: scps, facts: {}, reference }), ann)
  const found = services
    .flatMap(({ permissions }) => permissions)
    .filter(({ action }) => action === 's3:GetObject')
    .map(({ resource, except, verdict }) =>
      [resource, verdict.decision, ...(except.length > 0 ? ['except', ...except] : [])].join(' '),
    )
  expect(found).toEqual(expected)
})
