import { expect, test } from 'vitest'
import { readCaller, readOperator } from '../../src/iam/index.ts'

test.each<[principal: string, kind: string | undefined, name: string | undefined, account: string | undefined]>([
  ['arn:aws:iam::111122223333:user/finance/mateo', 'user', 'mateo', '111122223333'],
  ['arn:aws:sts::111122223333:assumed-role/Billing/mary', 'role-session', 'Billing', '111122223333'],
  ['arn:aws-cn:sts::111122223333:assumed-role/Billing/mary', 'role-session', 'Billing', '111122223333'],
  ['arn:aws:sts::XXXXXXXXXXXX:assumed-role/Billing/mary', 'role-session', 'Billing', undefined],
  ['arn:aws:sts::1111:assumed-role/Billing/mary', 'role-session', 'Billing', undefined],
  ['arn:aws:sts::111122223333:assumed-role/Billing', 'role-session', 'Billing', '111122223333'],
  ['arn:aws:sts::111122223333:assumed-role', undefined, undefined, undefined],
  ['arn:aws:iam::111122223333:role/a/b/Billing', 'role', 'Billing', '111122223333'],
  ['arn:aws:sts::111122223333:federated-user/arnav', 'federated-user', 'arnav', '111122223333'],
  ['arn:aws:iam::111122223333:root', 'root', '', '111122223333'],
  ['arn:aws-cn:iam::111122223333:user/x', 'user', 'x', '111122223333'],
  [
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    'identity-provider',
    'token.actions.githubusercontent.com',
    '111122223333',
  ],
  ['arn:aws:iam::XXXXXXXXXXXX:user/x', 'user', 'x', undefined],
  ['lambda.amazonaws.com', 'service', 'lambda.amazonaws.com', undefined],
  ['111122223333', 'account', '', '111122223333'],
  ['anonymous', 'anonymous', '', undefined],
  ['someone', undefined, undefined, undefined],
])('%s is a %s', (principal, kind, name, account) => {
  const caller = readCaller(principal)
  expect([caller?.kind, caller?.name, caller?.account]).toEqual([kind, name, account])
})

test.each<[operator: string, read: unknown]>([
  ['StringEquals', { comparison: 'string', negated: false, quantifier: 'single', ifExists: false }],
  [
    'ForAnyValue:StringNotLikeIfExists',
    { comparison: 'string-like', negated: true, quantifier: 'for-any', ifExists: true },
  ],
  ['forallvalues:arnlike', { comparison: 'arn', quantifier: 'for-all' }],
  ['NumericGreaterThanEquals', { comparison: 'numeric', order: 'greater-or-equal' }],
  ['Null', { comparison: 'null' }],
])('operator %s', (operator, read) => {
  expect(readOperator(operator)).toMatchObject(read as object)
})

test.each(['NullIfExists', 'StringMatches', 'IfExists', '', 'constructor'])('%j isn’t an operator', (operator) => {
  expect(readOperator(operator)).toBeUndefined()
})
