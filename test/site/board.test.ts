// The picture with switches in “How does AWS decide?”: what the reader sets is what the evaluator is asked.
import { describe, expect, test } from 'vitest'
import { askBoard, type Board, boardGates, firstBoard, type Setting } from '../../src/site/board.ts'

type Gates = Partial<Record<(typeof boardGates)[number]['type'], Setting>>
const board = (gates: Gates, more: Partial<Board> = {}): Board => ({
  ...firstBoard,
  ...more,
  gates: new Map(Object.entries(gates)) as Board['gates'],
})
const user = { caller: 'user' } as const
const across = { resourceIn: 'another account' } as const
const management = { managementAccount: true } as const

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
const cases: readonly (readonly [says: string, board: Board, ...expected: string[]])[] = [
  ['nothing is there', board({}), 'implicitDeny', 'identity'],
  ['the identity policy alone', board({ identity: 'allows' }), 'allowed', 'identity'],
  ['the resource’s policy alone', board({ resource: 'allows' }), 'allowed', 'resource'],
  ['one SCP is silent', board({ identity: 'allows', scp: 'silent' }), 'implicitDeny', 'scp'],
  ['an RCP is there and does not deny', board({ identity: 'allows', rcp: 'allows' }), 'allowed', 'identity'],
  ['a Deny in addition to all Allows', board({ identity: 'allows', resource: 'denies' }), 'explicitDeny', 'resource'],
  ['the boundary is silent', firstBoard, 'implicitDeny', 'permissions-boundary'],
  ['the session policy is silent', board({ identity: 'allows', session: 'silent' }), 'implicitDeny', 'session'],
  ['a user has no session policy', board({ identity: 'allows', session: 'denies' }, user), 'allowed', 'identity'],
  [
    'the resource names the role: its boundary still counts',
    board({ resource: 'allows', 'permissions-boundary': 'silent' }),
    'implicitDeny',
    'permissions-boundary',
  ],
  [
    'the resource names the user: a silent boundary does not count',
    board({ resource: 'allows', 'permissions-boundary': 'silent' }, user),
    'allowed',
    'resource',
  ],
  ['across accounts, the caller’s side alone', board({ identity: 'allows' }, across), 'implicitDeny', 'resource'],
  ['across accounts, the owner’s side alone', board({ resource: 'allows' }, across), 'implicitDeny', 'identity'],
  [
    'across accounts, both sides',
    board({ identity: 'allows', resource: 'allows' }, across),
    'allowed',
    'resource',
    'identity',
  ],
  ['the management account', board({ identity: 'allows', scp: 'denies' }, management), 'allowed', 'identity'],
  [
    'the management account, a resource elsewhere',
    board({ identity: 'allows', resource: 'allows', rcp: 'denies' }, { ...across, ...management }),
    'explicitDeny',
    'rcp',
  ],
  ['two Denies', board({ identity: 'denies', 'vpc-endpoint': 'denies' }), 'explicitDeny', 'vpc-endpoint', 'identity'],
]

for (const [says, asked, decision, ...deciding] of cases)
  test(says, () => {
    const answer = askBoard(asked)
    expect(answer.decision).toBe(decision)
    expect(answer.gates.filter(({ decides }) => decides).map(({ type }) => type)).toEqual(deciding)
  })

describe('a gate with one switch thrown to Deny stops a request that all others allow', () => {
  const open: Gates = Object.fromEntries(boardGates.map(({ type }) => [type, 'allows']))
  test.each(boardGates)('$name', ({ type }) => {
    expect(askBoard(board(open)).decision).toBe('allowed')
    expect(askBoard(board({ ...open, [type]: 'denies' })).decision).toBe('explicitDeny')
  })
})

test('what does not count is told', () => {
  const { gates } = askBoard(
    board({ identity: 'allows', scp: 'denies', session: 'silent' }, { ...management, ...user }),
  )
  expect(gates.filter(({ state }) => state === 'exempt').map(({ type }) => type)).toEqual(['scp', 'session'])
})
