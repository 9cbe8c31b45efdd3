// Every escalation path is a row with its source; each is found on every resource, and not without one of its actions.
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import {
  conditionalPaths,
  escalationPaths,
  exposures,
  passRolePaths,
  pathsOnOneResource,
  serviceEscalationPaths,
} from '../../src/lint/escalation/index.ts'
import { lint } from '../../src/lint/index.ts'
import { findAction, requiredServices } from '../../src/reference/index.ts'

const all = [
  ...escalationPaths,
  ...conditionalPaths,
  ...pathsOnOneResource,
  ...serviceEscalationPaths,
  ...passRolePaths,
  ...exposures,
]
const reference = await loadReference(requiredServices(all.flatMap(({ actions }) => actions)))

const messagesOf = (Action: readonly string[], more: object = {}) =>
  lint({
    text: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }],
    }),
    policyType: 'identity',
    groups: ['least-privilege'],
  })
    .filter(({ code }) => /^(?:PRIVILEGE_|SECRETS_)/.test(code))
    .map(({ message }) => message)
const mentions = (messages: readonly string[], how: string) => messages.some((message) => message.includes(how))

/** Only AWS itself has these names; the data set lists them without a wildcard. */
const isListed = (action: string) => action !== 'lambda:EnableReplication*'

test.each([...new Set(all.flatMap(({ actions }) => actions))].filter(isListed))('%s is an AWS action', (action) => {
  const found = findAction(reference, action)
  expect(`${found.service?.prefix}:${found.action?.name}`).toBe(action)
})

test('each path names its source, and no path is repeated', () => {
  for (const { source } of all) expect(source).toMatch(/^https:\/\//)
  const keys = all.map(({ actions }) => actions.join(' '))
  expect(new Set(keys).size).toBe(keys.length)
})

test.each<[actions: readonly string[], how: string, times: number]>([
  [['lambda:*'], 'run any Lambda function with input of their own', 1],
  [['lambda:*'], 'run their own code with the role of any Lambda function', 1],
  [['ssm:*'], 'run commands with the role of any managed instance', 1],
  [['lambda:AddPermission', 'lambda:PutResourcePolicy'], 'run any Lambda function with input of their own', 2],
])('%j: “%s” is said %i times', (actions, how, times) => {
  expect(
    messagesOf(actions).filter((message) => message.includes(how) && !message.startsWith('Together')),
  ).toHaveLength(times)
})

describe('on every resource', () => {
  test.each(
    [...escalationPaths, ...conditionalPaths, ...serviceEscalationPaths, ...passRolePaths, ...exposures].map(
      (path) => [path.actions.join(' + '), path] as const,
    ),
  )('%s', (_, { actions, how, passedTo }) => {
    expect(mentions(messagesOf(actions), how)).toBe(true)
    if (passedTo === undefined) return
    const passed = (service: string) => ({ Condition: { StringEquals: { 'iam:PassedToService': service } } })
    expect(mentions(messagesOf(actions, passed(passedTo)), how)).toBe(true)
    expect(mentions(messagesOf(actions, passed('other.amazonaws.com')), how)).toBe(false)
    expect(mentions(messagesOf(actions.slice(1)), how)).toBe(false)
  })
})

describe('on one resource', () => {
  test.each(pathsOnOneResource.map((path) => [path.actions.join(' + '), path] as const))(
    '%s',
    (_, { actions, how }) => {
      const kind = actions.some((action) => action.includes('User')) ? 'user' : 'role'
      const Resource = `arn:aws:iam::111122223333:${kind}/app`
      expect(mentions(messagesOf(actions, { Resource }), how)).toBe(true)
      for (const action of actions) expect(mentions(messagesOf([action], { Resource }), how)).toBe(false)
      const Condition = { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } }
      expect(mentions(messagesOf(actions, { Resource, Condition }), how)).toBe(false)
    },
  )
})

/** Paths that public catalogs list and no row here has; the reason why. */
const notReported: readonly (readonly [actions: readonly string[], why: string, source: string])[] = [
  [
    ['iam:DeleteGroupPolicy'],
    'deleting a policy gives more only where that policy denies something, which the policy under test doesn’t show',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html',
  ],
  [
    ['iam:CreateServiceLinkedRole'],
    'no escalation: the service defines the role’s permissions, and only the service can assume it',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  ],
  ...[
    ['iam:PassRole', 'codestar:CreateProject'],
    ['codestar:CreateProjectFromTemplate'],
    ['codestar:CreateProject', 'codestar:AssociateTeamMember'],
  ].map(
    (actions) =>
      [
        actions,
        'AWS CodeStar is closed: no one can create projects anymore',
        'https://docs.aws.amazon.com/codestar/latest/userguide/working-with-teams.html',
      ] as const,
  ),
  [
    ['athena:StartQueryExecution', 'lambda:InvokeFunction'],
    'running a connector is what lambda:InvokeFunction grants; what its role can read, only the role’s policies tell',
    'https://docs.aws.amazon.com/athena/latest/ug/federated-query-iam-access.html',
  ],
]

test.each(notReported)('%s isn’t reported: %s', (actions) => expect(messagesOf(actions)).toEqual([]))

test.each<[title: string, statement: object, code: string]>([
  ['a role that trusts everyone', { Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }, 'OPEN_TRUST'],
  [
    'a role that trusts an OIDC provider of many tenants and checks only the audience',
    {
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' } },
    },
    'OIDC_SUBJECT_OF_OTHER_TENANTS',
  ],
])('%s needs no permission of the caller, so its trust policy is what’s reported', (_, statement, code) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
  expect(lint({ text, policyType: 'trust' }).map((finding) => finding.code)).toContain(code)
})
