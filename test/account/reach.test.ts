import { expect, test } from 'vitest'
import { collect, reachAround, survey } from '../../src/account/index.ts'
import { account, allow, group, role, trusting, user } from './build.ts'

const arn = (name: string): string => `arn:aws:iam::111122223333:${name}`
const listing = (more: number) =>
  account(
    user('ann', { groups: ['dev'] }),
    user('ben', { inline: [allow('sts:AssumeRole', arn('role/Ops'))] }),
    ...Array.from({ length: more }, (_, i) => user(`extra-${i}`, { groups: ['dev'] })),
    group('dev', { inline: [allow('s3:*', '*')] }),
    role('Ops', { trust: trusting(arn('root')), inline: [allow('sts:AssumeRole', '*')] }),
    role('Guarded', { trust: trusting(arn('role/Ops'), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }) }),
  )
function edges(center: string | undefined, more = 0) {
  const { account: read } = collect([{ name: 'a', text: JSON.stringify(listing(more)) }])
  const {
    edges: found,
    nodes,
    leftOut,
  } = reachAround(survey(read, { policies: [], facts: {}, reference: undefined }), center)
  const short = (id: string): string => id.split(/[:/]/).at(-1) ?? id
  return {
    edges: found.map(({ from, to, is, dependsOn }) => [short(from), is, short(to), ...dependsOn].join(' ')),
    nodes: nodes.length,
    leftOut,
  }
}

test('a small account is shown whole', () => {
  expect(edges(undefined).edges).toEqual([
    'ann member dev',
    'Ops assumes Guarded aws:MultiFactorAuthPresent',
    'ben assumes Ops',
  ])
})

test.each([
  [arn('user/ann'), ['ann member dev']],
  [arn('user/ben'), ['ben assumes Ops']],
  [arn('role/Ops'), ['Ops assumes Guarded aws:MultiFactorAuthPresent', 'ben assumes Ops']],
  ['group 111122223333/dev', ['ann member dev']],
])('around %s', (center, expected) => {
  expect(edges(center).edges).toEqual(expected)
})

test('a large account is shown around one node only, and neighbors that don’t fit are counted', () => {
  expect(edges(undefined, 300)).toEqual({ edges: [], nodes: 0, leftOut: 304 })
  expect(edges('group 111122223333/dev', 300)).toMatchObject({ nodes: 120, leftOut: 182 })
})
