// Allow statements that nearly matched: the one element that failed, and how.
import { describe, expect, test } from 'vitest'
import { elementClause } from '../../src/words/index.ts'
import { allow, ask, policy, type Scenario, when } from './scenario.ts'

const get = { action: 's3:GetObject', on: 'arn:aws:s3:::b/o' }
const on = (resource: string) => ({ Resource: resource })

describe('nearly allowed', () => {
  test.each<[title: string, statement: object, element: string, why: RegExp, asked?: Partial<Scenario>]>([
    ['a misspelt action', allow('s3:GetObjet'), 'Action', /`s3:GetObjet` looks like a misspelling/],
    [
      'another service',
      allow('billing:GetCostAndUsage'),
      'Action',
      /names another service than `ce`/,
      { action: 'ce:GetCostAndUsage', on: '*' },
    ],
    ['a blank behind the action', allow('s3:GetObject '), 'Action', /contains a space or a comma/],
    ['two actions in one text', allow('s3:PutObject,s3:GetObject'), 'Action', /contains a space or a comma/],
    ['wrong case', allow('s3:GetObject', on('arn:aws:s3:::B/o')), 'Resource', /upper and lower case/],
    ['the bucket for its objects', allow('s3:GetObject', on('arn:aws:s3:::b')), 'Resource', /the container itself/],
    [
      'the objects for the bucket',
      allow('s3:ListBucket', on('arn:aws:s3:::b/*')),
      'Resource',
      /covers the contents/,
      { action: 's3:ListBucket', on: 'arn:aws:s3:::b' },
    ],
    [
      'another Region',
      allow('sqs:*', on('arn:aws:sqs:eu-west-1:111122223333:q')),
      'Resource',
      /in the Region/,
      { action: 'sqs:SendMessage', on: 'arn:aws:sqs:us-east-1:111122223333:q' },
    ],
    [
      'another account',
      allow('sqs:*', on('arn:aws:sqs:us-east-1:444455556666:q')),
      'Resource',
      /in the account/,
      { action: 'sqs:SendMessage', on: 'arn:aws:sqs:us-east-1:111122223333:q' },
    ],
    [
      'a role without its path',
      allow('iam:PassRole', on('arn:aws:iam::*:role/etl-*')),
      'Resource',
      /leaves out the path/,
      { action: 'iam:PassRole', on: 'arn:aws:iam::111122223333:role/service-role/etl-run' },
    ],
    [
      'another role, with a path',
      allow('iam:PassRole', on('arn:aws:iam::*:role/web-*')),
      'Resource',
      /it names/,
      { action: 'iam:PassRole', on: 'arn:aws:iam::111122223333:role/service-role/etl-run' },
    ],
    [
      'a resource next to a condition that isn’t known yet',
      { ...allow('s3:GetObject', on('arn:aws:s3:::b')), ...when('StringEquals', 'aws:PrincipalTag/team', 'x') },
      'Resource',
      /the container itself/,
      { partial: true },
    ],
    [
      'a time that is over',
      allow('s3:*', when('DateLessThan', 'aws:CurrentTime', '2025-01-01T00:00:00Z')),
      'Condition',
      /that time is over/,
      { context: { 'aws:CurrentTime': '2026-11-24T00:00:00Z' } },
    ],
    [
      'a time to come',
      allow('s3:*', when('DateGreaterThan', 'aws:CurrentTime', '2027-01-01T00:00:00Z')),
      'Condition',
      /hasn’t come yet/,
      { context: { 'aws:CurrentTime': '2026-11-24T00:00:00Z' } },
    ],
  ])('%s', (_, statement, element, why, asked = {}) => {
    const { closest, decision } = ask({ ...get, ...asked, policies: [policy('identity', { ...statement })] })
    expect(decision).toBe('implicitDeny')
    expect(closest.map(({ failed }) => failed.element)).toEqual([element])
    expect(closest.map(({ failed }) => elementClause(failed.reason)).join()).toMatch(why)
  })

  test('an alias for its key', () => {
    const { closest } = ask({
      action: 'kms:Decrypt',
      on: 'arn:aws:kms:us-east-1:111122223333:key/k',
      policies: [
        policy('identity', allow('kms:Decrypt', on('arn:aws:kms:us-east-1:111122223333:alias/app'))),
        policy('resource', allow('kms:*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
      ],
    })
    expect(closest.map(({ failed }) => elementClause(failed.reason)).join()).toMatch(/is an alias/)
  })

  test.each([
    ['about another action', allow('s3:DeleteBucket')],
    ['wrong in two elements', allow('s3:PutObject', on('arn:aws:s3:::other/*'))],
  ])('not nearly: %s', (_, statement) => {
    expect(ask({ ...get, policies: [policy('identity', statement)] }).closest).toEqual([])
  })
})
