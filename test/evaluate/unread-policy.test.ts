// A policy that couldn't be read: no answer is certain without it, whatever its type.
import { expect, test } from 'vitest'
import { unreadPolicy } from '../../src/evaluate/index.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { allow, ask, assume, full, here, object, policy, role, session, trust } from './scenario.ts'

test.each(policyTypes)('an unread policy of the type %s leaves the answer open', (type) => {
  const unread = { type, name: 'unread', document: unreadPolicy('what Finance: says', type) }
  const call = type === 'trust' ? assume : { action: 's3:GetObject', on: object, owner: here }
  const others = type === 'trust' ? [full] : type === 'identity' ? [] : [full, policy('scp', allow('*'))]
  const verdict = ask({ ...call, as: session, partial: true, policies: [...others, unread] })
  expect(verdict.decision).toBe('undetermined')
  expect(verdict.missingContext).toContain('what Finance  says')
})

test('a trust policy that couldn’t be read next to one that allows', () => {
  const unread = { type: 'trust' as const, name: 'unread', document: unreadPolicy('x', 'trust') }
  expect(ask({ ...assume, on: role, partial: true, policies: [full, trust({ AWS: here }), unread] }).decision).toBe(
    'undetermined',
  )
})
