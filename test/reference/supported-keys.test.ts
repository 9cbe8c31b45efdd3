// Which condition keys a request never carries, by AWS's own lists (rule 101).
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { neverCarries } from '../../src/reference/index.ts'

const reference = await loadReference(['s3', 'kms', 'ec2', 'iam'])

test.each<[action: string, key: string, never: boolean]>([
  ['s3:getobject', 's3:prefix', true],
  ['s3:listbucket', 's3:prefix', false],
  ['s3:getobject', 's3:existingobjecttag/team', false],
  ['s3:listbucket', 's3:existingobjecttag/team', true],
  ['s3:getobject', 's3:dataaccesspointarn', false], // listed with the access point, one of its resource types
  ['s3:getobject', 'kms:viaservice', true],
  ['kms:decrypt', 'kms:viaservice', false],
  ['kms:decrypt', 'kms:encryptioncontext:team', false],
  ['s3:getobject', 'iam:passedtoservice', true],
  ['iam:passrole', 'iam:passedtoservice', false],
  ['s3:getobject', 'ec2:sourceinstancearn', false], // no action lists it: it comes with the credentials
  ['s3:getobject', 'aws:multifactorauthpresent', false], // global
  ['s3:getobject', 'token.actions.githubusercontent.com:sub', false],
  ['s3:getobject', 'sns:protocol', false], // not loaded: not known
  ['s3:nosuchaction', 's3:prefix', false],
  ['', '', false],
])('%s never carries %s: %s', (action, key, never) => {
  expect(neverCarries(reference, action, key)).toBe(never)
})
