// Outputs that aren't policies and still allow something.
import { expect, test } from 'vitest'
import { documentTypeOf } from '../../src/iam/index.ts'
import { readJson } from '../../src/text/index.ts'

test.each([
  ['{"Grants":[{"GranteePrincipal":"x"}]}', 'kms-grants'],
  ['{"Grants":[{"Grantee":{},"Permission":"READ"}]}', 'bucket-acl'],
  ['{"OwnershipControls":{"Rules":[]}}', 'bucket-acl'],
  ['{"Grants":[{"Grantee":{}}]}', undefined],
  ['{"Grants":[]}', undefined],
  ['{"Grants":{}}', undefined],
  ['{"Statement":[]}', undefined],
  ['[]', undefined],
])('%s is of type %s', (text, type) => {
  expect(documentTypeOf(readJson(text).value)).toBe(type)
})
