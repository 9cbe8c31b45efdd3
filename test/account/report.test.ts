import { describe, expect, test } from 'vitest'
import {
  billingTasks,
  billingView,
  collect,
  grantTask,
  outsideAccess,
  pathsToAdministrator,
  removeTask,
  type Survey,
  survey,
  unusedPrincipals,
} from '../../src/account/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { escalationPaths } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { csvTable, markdownTable, outsiderLabel, pathSentence } from '../../src/words/index.ts'
import { account, allow, group, managed, policy, role, trusting, user } from './build.ts'

const reference = await loadReference(
  requiredServices([
    ...billingTasks.flatMap(({ patterns }) => patterns),
    ...escalationPaths.flatMap(({ actions }) => actions),
    's3:GetObject',
  ]),
)

function surveyOf(listing: object, ...around: readonly object[]): Survey {
  const texts = [listing, ...around].map((each, i) => ({ name: `${i}.json`, text: JSON.stringify(each) }))
  const { account: read, policies, organization } = collect(texts)
  return survey(read, { policies, organization, facts: {}, reference })
}

test('every task of the Billing view has actions', () => {
  expect(billingTasks.filter(({ patterns }) => patterns.length === 0)).toEqual([])
})

describe('Billing', () => {
  const budgets = {
    Effect: 'Allow',
    Action: ['budgets:ViewBudget', 'budgets:ModifyBudget', 'budgets:DescribeBudgetAction*'],
    Resource: '*',
  }
  const surveyed = surveyOf(
    account(
      user('ann', { groups: ['budgeters'] }),
      user('ben', { inline: [policy({ ...budgets, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })] }),
      user('cat', { inline: [allow('budgets:ViewBudget', '*')] }),
      user('dan', { groups: ['budgeters'], boundary: 'NoBudgets' }),
      user('eve', { attached: ['All'], groups: ['budgeters'] }),
      group('budgeters', { inline: [policy(budgets)] }),
      managed('NoBudgets', allow('s3:*', '*')),
      managed('All', allow('*', '*')),
    ),
  )
  const answersOf = (facts: Parameters<typeof billingView>[1] = {}): ReadonlyMap<string, string> =>
    new Map(
      billingView(surveyed, facts).map(({ principal, tasks }) => [
        principal.name,
        tasks
          .filter(({ task }) => /budgets/.test(task.id))
          .map(({ can }) => can)
          .join(' '),
      ]),
    )

  test.each([
    ['ann', 'yes yes', 'a group’s policy allows both'],
    ['ben', 'depends depends', 'only with MFA'],
    ['cat', 'no no', 'seeing budgets takes more than one action'],
    ['dan', 'no no', 'the boundary doesn’t allow it'],
    ['eve', 'yes yes', 'an administrator'],
  ])('%s: %s (%s)', (name, answer) => {
    expect(answersOf().get(name)).toBe(answer)
  })

  test('if IAM access to Billing is turned off, no one can', () => {
    expect(new Set(answersOf({ billingIamAccess: false }).values())).toEqual(new Set(['no no']))
  })

  const found = billingTasks.find(({ id }) => id === 'change-budgets')
  if (!found) throw new Error('no such task')
  const task = { ...found, label: 'Change budgets' }
  const principal = (name: string) => {
    const found = surveyed.account.principals.find((each) => each.name === name)
    if (!found) throw new Error(name)
    return found
  }

  test('a grant is proven, and one that a boundary stops isn’t', () => {
    expect(grantTask(surveyed, principal('cat'), task, {}).works).toBe(true)
    const stopped = grantTask(surveyed, principal('dan'), task, {})
    expect([stopped.works, stopped.blockedBy]).toEqual([false, ['permissions-boundary']])
  })

  test('leaving the group takes the task away; for an administrator only a Deny does', () => {
    expect(removeTask(surveyed, principal('ann'), task, {}).map(({ is, works }) => [is, works])).toEqual([
      ['leave-group', true],
      ['deny', true],
    ])
    expect(removeTask(surveyed, principal('eve'), task, {}).map(({ is }) => is)).toEqual(['deny'])
  })
})

describe('paths to administrator', () => {
  const surveyed = surveyOf(
    account(
      user('admin', { inline: [allow('*', '*')] }),
      user('puts', { inline: [allow('iam:PutUserPolicy', 'arn:aws:iam::111122223333:user/puts')] }),
      user('passer', { inline: [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], '*')] }),
      user('guarded', {
        inline: [allow('iam:PutUserPolicy', '*'), policy({ Effect: 'Deny', Action: 'iam:Put*', Resource: '*' })],
      }),
      user('caller', { inline: [allow('sts:AssumeRole', '*')] }),
      user('reader', { inline: [allow('s3:*', '*')] }),
      role('Power', {
        inline: [allow('*', '*')],
        trust: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      }),
      role('Admin', { inline: [allow('*', '*')], trust: trusting('arn:aws:iam::111122223333:root') }),
    ),
  )
  const sentences = Map.groupBy(pathsToAdministrator(surveyed, escalationPaths), ({ principal }) => principal.name)
  const of = (name: string): string => (sentences.get(name) ?? []).map((each) => pathSentence(each)).join(' ')

  test.each([
    ['admin', 'Is an administrator'],
    ['puts', 'iam:PutUserPolicy'],
    ['passer', 'Power, an administrator (iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction)'],
    ['caller', 'role Admin by sts:AssumeRole'],
  ])('%s: %s', (name, part) => {
    expect(of(name)).toContain(part)
  })

  test.each(['guarded', 'reader'])('%s has none', (name) => {
    expect(of(name)).toBe('')
  })
})

describe('access from outside', () => {
  const listing = account(
    role('Partner', {
      trust: policy({
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
      }),
    }),
    role('Own', { trust: trusting('arn:aws:iam::111122223333:root') }),
    role('Service', {
      trust: policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    }),
  )
  const bucket = (statement: object) => ({
    Policy: JSON.stringify(policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...statement })),
  })
  const rows = (...around: readonly object[]) =>
    outsideAccess(surveyOf(listing, ...around)).map(
      ({ resource, decision, ...outsider }) => `${resource.split(':').at(-1)} ${outsiderLabel(outsider)} ${decision}`,
    )

  test('another account that needs an external ID, and a service', () => {
    expect(rows()).toEqual(['role/Partner account 444455556666 undetermined', 'role/Service ec2.amazonaws.com allowed'])
  })
  test('everyone may read the bucket', () => {
    expect(rows(bucket({ Effect: 'Allow', Principal: '*' }))).toContain('b anyone allowed')
  })
  test('a Deny in the same policy counts', () => {
    const denying = {
      Policy: JSON.stringify(
        policy(
          { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' },
          { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' },
        ),
      ),
    }
    expect(rows(denying).filter((row) => row.startsWith('b '))).toEqual([])
  })
  test('a principal of the same account isn’t outside', () => {
    expect(
      rows(bucket({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/Own' } })).filter((row) =>
        row.startsWith('b '),
      ),
    ).toEqual([])
  })
})

test('unused and orphaned', () => {
  const old = { CreateDate: '2020-01-01T00:00:00Z' }
  const [, orphan] = role('Orphan', { trust: trusting('AROAEXAMPLEID12345678') })
  const [, stale] = role('Stale', { trust: trusting('arn:aws:iam::111122223333:root') })
  const [, fresh] = role('Fresh', { trust: trusting('arn:aws:iam::111122223333:root') })
  const listing = {
    ...account(user('ann', {})),
    RoleDetailList: [
      { ...orphan, ...old, RoleLastUsed: { LastUsedDate: '2026-11-20T00:00:00Z' } },
      { ...stale, ...old, RoleLastUsed: {} },
      { ...fresh, CreateDate: '2026-11-20T00:00:00Z' },
    ],
  }
  const { account: read } = collect([{ name: 'a', text: JSON.stringify(listing) }])
  const credentials = new Map([
    [
      'arn:aws:iam::111122223333:user/ann',
      { hasPassword: false, hasMfa: false, activeKeys: 0, lastUsed: undefined, created: undefined },
    ],
  ])
  const now = Date.parse('2026-11-28T00:00:00Z')
  expect(unusedPrincipals(read, credentials, now).map(({ principal, why }) => `${principal.name} ${why.code}`)).toEqual(
    ['ann no-credentials', 'Orphan deleted-principals', 'Stale never-used'],
  )
  expect(unusedPrincipals(read, undefined, now).some(({ principal }) => principal.name === 'ann')).toBe(false)
})

describe('tables', () => {
  test.each([
    ['=1+1', `"'=1+1"`],
    [' @x', `"' @x"`],
    ['a;=b', `"a;'=b"`],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two lines"'],
    ['\u202eevil', '" evil"'],
  ])('CSV: %j', (text, cell) => {
    expect(csvTable([[text]])).toBe(`${cell}\n`)
  })
  test('Markdown: names can’t end a cell or begin an element', () => {
    expect(markdownTable([['a'], ['x|<img src=x>\n# y']])).toBe('| a |\n| --- |\n| x\\|\\<img src=x\\> \\# y |')
  })
})
