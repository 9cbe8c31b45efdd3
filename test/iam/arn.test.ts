// ARNs, split into their parts, and the masks that people write over an account ID before they share it.
import { expect, test } from 'vitest'
import { accountIn, isAccountId, isMaskedAccount, masksInName, parseArn, splitArn } from '../../src/iam/index.ts'

test.each<[arn: string, parts: readonly string[] | undefined]>([
  ['arn:aws:s3:::b/k', ['arn', 'aws', 's3', '', '', 'b/k']],
  ['arn:aws:sns:us-east-1:111122223333:t:x', ['arn', 'aws', 'sns', 'us-east-1', '111122223333', 't:x']],
  ['arn:aws:iam::${aws:PrincipalAccount}:user/a', ['arn', 'aws', 'iam', '', '${aws:PrincipalAccount}', 'user/a']],
  ['arn:aws:iam::${open:user/a', ['arn', 'aws', 'iam', '', '${open', 'user/a']],
  ['*:*:*:*:*:*', ['*', '*', '*', '*', '*', '*']],
  ['', undefined],
  ['arn', undefined],
  ['arn:aws', undefined],
  ['arn:aws:s3', undefined],
  ['arn:aws:s3:', undefined],
  ['arn:aws:s3::', undefined],
])('%s', (arn, parts) => {
  expect(splitArn(arn)).toEqual(parts)
  const [first, partition, service, region, account, resource] = parts ?? []
  expect(parseArn(arn)).toEqual(first === 'arn' ? { partition, service, region, account, resource } : undefined)
})

test.each<[arn: string, account: string | undefined]>([
  ['arn:aws:sns:us-east-1:111122223333:t', '111122223333'],
  ['arn:aws:s3:::b', undefined],
  ['arn:aws:sns:us-east-1:11112222333:t', undefined],
  ['arn:aws:sns:us-east-1:11112222333x:t', undefined],
  ['arn:aws:sns', undefined],
  ['111122223333', undefined],
])('the account in %s', (arn, account) => {
  expect(accountIn(arn)).toBe(account)
})

test.each([
  ['111122223333', true],
  ['11112222333', false],
  ['11112222333x', false],
  ['11112222333/', false],
])('%s is an account ID: %s', (text, isId) => {
  expect(isAccountId(text)).toBe(isId)
})

test.each([
  ['<ACCOUNT_ID>', true],
  ['XXXXXXXXXXXX', true],
  ['your-account-number', true],
  ['AAAAAAAAAAAA', true],
  ['bbb', true],
  ['aab', false],
  ['1234', true],
  ['111122223333', false],
  ['aws', false],
  ['*', false],
  ['example', false],
  ['x'.repeat(81), false],
])('%s is a masked account: %s', (text, isMask) => {
  expect(isMaskedAccount(text)).toBe(isMask)
})

test.each<[name: string, masks: readonly string[]]>([
  ['reports-XXXX', ['XXXX']],
  ['role/<ROLE>', ['<ROLE>']],
  ['xxxx', ['xxxx']],
  ['maxxxximum', []],
  ['reports', []],
])('masks in %s', (name, masks) => {
  expect(masksInName(name)).toEqual(masks)
})
