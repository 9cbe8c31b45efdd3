// Other systems deny in words much like AWS's: no answer about IAM policies for them, and none of AWS's denials lost to them.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'
import { otherSystems } from './cases/other-systems.ts'

test.each(otherSystems)('%s is not AWS', (_, text) => {
  expect(readDenial(text)).toMatchObject({ kind: 'not-authorization', action: undefined })
})

describe('words that any system has are AWS’s where the text is about AWS', () => {
  test.each([
    'aws s3 cp failed: you do not have permission to access this bucket',
    'GET https://logs.s3.eu-west-1.amazonaws.com/a.txt 403 Forbidden',
    'Lambda: you are not allowed to access the layer',
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'Access denied for arn:aws:kms:eu-west-1:111122223333:key/1234',
    '403 Forbidden',
  ])('%s', (text) => expect(readDenial(text).kind).toBe('access-denied'))

  test.each([
    'Sign-in failed: you do not have permission to access this workspace',
    'The gateway answered with status: 403',
    'You are not allowed to access the archive',
  ])('%s isn’t about AWS', (text) => expect(readDenial(text).kind).toBe('not-authorization'))
})

describe('AWS’s own message counts, whatever other system the log names', () => {
  const message =
    'AccessDenied: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k'
  test.each(otherSystems)('%s', (_, text) => {
    const { kind, action, principal } = readDenial(`${text}\n\n${message}`)
    expect({ kind, action, principal }).toEqual({
      kind: 'access-denied',
      action: 's3:GetObject',
      principal: 'arn:aws:iam::111122223333:user/ana',
    })
  })
})

describe('AWS’s own words from a store with an S3-compatible API', () => {
  const xml =
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>5D2A7C6AF6A3B1A2</RequestId><HostId>abcdefghijklmnopqrstuvwx</HostId></Error>'
  test.each([
    'https://s3.eu-central-1.wasabisys.com/bucket',
    'https://obs.cn-north-4.myhuaweicloud.com/bucket',
    'https://fsn1.your-objectstorage.com/bucket',
    'https://ewr1.vultrobjects.com/bucket',
    'https://sos-ch-gva-2.exo.io/bucket',
    'https://s3.openshift-storage.svc:443/bucket',
  ])('%s', (host) => {
    expect(readDenial(`GET ${host}\n${xml}`)).toMatchObject({ kind: 'not-authorization', insteadTopic: 'other-system' })
    expect(readDenial(`GET ${host}\nthen https://b.s3.us-east-1.amazonaws.com/x ${xml}`).kind).toBe('access-denied')
  })

  test.each(['https://docs.notexo.io/', 'my-storage.device'])('%s is no such host', (host) => {
    expect(readDenial(`GET ${host}\n${xml}`).kind).toBe('access-denied')
  })
})
