// A new statement keeps the condition that the documents set for everything in its service, or for everything: a fix never goes around MFA.
import { describe, expect, it } from 'vitest'
import { diagnose, withOptions } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requiredServices } from '../../src/reference/index.ts'

const services = ['kms', 's3', 'ec2', 'iam', 'sqs', 'lambda']
const reference = await loadReference([...services, ...requiredServices(services)])

const allow = (Action: string, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...(Condition ? { Condition } : {}),
})
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
const team = { StringEquals: { 'aws:ResourceTag/team': 'web' } }
const west = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }
const endpoint = { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1'
const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1'

const fixFor = (action: string, resource: string, Statement: readonly object[]) => {
  const paste = `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  const text = JSON.stringify({ Version: '2012-10-17', Statement })
  const [fix] = diagnose({ paste, policies: [{ type: 'identity', name: 'P', text }] }, reference).fixes
  if (!fix) throw new Error(`no fix for ${action}`)
  return fix
}
const addedBy = (after: string, before: number): readonly { readonly Action: string; readonly Condition?: object }[] =>
  JSON.parse(after).Statement.slice(before)

describe('the condition of the new statement', () => {
  it.each<[what: string, action: string, resource: string, statements: readonly object[], kept: object | undefined]>([
    ['another action of the service', 'kms:Decrypt', key, [allow('kms:Encrypt', mfa)], mfa],
    ['two with the same', 'kms:Decrypt', key, [allow('kms:Encrypt', mfa), allow('kms:ListKeys', mfa)], mfa],
    [
      'what two share',
      'kms:Decrypt',
      key,
      [allow('kms:Encrypt', { ...mfa, ...west }), allow('kms:ListKeys', mfa)],
      mfa,
    ],
    ['one of the service has none', 'kms:Decrypt', key, [allow('kms:Encrypt', mfa), allow('kms:List*')], undefined],
    ['two differ', 'kms:Decrypt', key, [allow('kms:Encrypt', mfa), allow('kms:ListKeys', west)], undefined],
    ['other services have none', 'kms:Decrypt', key, [allow('kms:Encrypt', mfa), allow('s3:*')], mfa],
    ['all of other services have it', 'kms:Decrypt', key, [allow('s3:*', mfa), allow('sqs:*', mfa)], mfa],
    ['one of other services has none', 'kms:Decrypt', key, [allow('s3:*', mfa), allow('sqs:*')], undefined],
    ['a tag that the action knows', 'ec2:StopInstances', instance, [allow('ec2:StartInstances', team)], team],
    [
      'a key that the action never has',
      's3:GetObject',
      'arn:aws:s3:::a/x',
      [allow('s3:ListBucket', { StringLike: { 's3:prefix': 'home/*' } })],
      undefined,
    ],
    ['the service’s own VPC endpoint', 'kms:Decrypt', key, [allow('kms:Encrypt', endpoint)], endpoint],
    ['another service’s VPC endpoint', 'kms:Decrypt', key, [allow('s3:*', endpoint)], undefined],
    [
      'a Region for a service without one',
      'iam:GetRole',
      'arn:aws:iam::111122223333:role/a',
      [allow('s3:*', west)],
      undefined,
    ],
    [
      'an Allow that has no effect',
      'kms:Decrypt',
      key,
      [{ ...allow('kms:Encrypt'), Effect: 'Deny', ...{ Condition: mfa } }],
      undefined,
    ],
  ])('%s', (_, action, resource, statements, kept) => {
    const fix = fixFor(action, resource, statements)
    expect(addedBy(fix.after, statements.length)[0]?.Condition).toEqual(kept)
  })

  it('comes together with the condition that the statement has itself', () => {
    const paste =
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/app because no identity-based policy allows the iam:PassRole action'
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [allow('iam:GetRole', { Bool: mfa.Bool, ...west })],
    })
    const context = { 'iam:PassedToService': 'lambda.amazonaws.com' }
    const [fix] = diagnose({ paste, context, policies: [{ type: 'identity', name: 'P', text }] }, reference).fixes
    expect(addedBy(fix?.after ?? '', 1)[0]).toMatchObject({
      Action: 'iam:PassRole',
      Condition: { ...mfa, StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    })
  })
})

it('what else the call needs keeps it, too', () => {
  const fix = fixFor('s3:PutObject', 'arn:aws:s3:::b/k', [allow('s3:GetObject', mfa), allow('kms:ListKeys', mfa)])
  const all = [...fix.included, ...fix.options]
  expect(all.length).toBeGreaterThan(0)
  const added = addedBy(withOptions(fix.after, 's3:PutObject', fix.options), 2)
  expect(added.map(({ Condition }) => Condition)).toEqual(added.map(() => expect.objectContaining(mfa)))
})
