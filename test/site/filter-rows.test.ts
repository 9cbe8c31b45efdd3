import { expect, test } from 'vitest'
import { rowFits } from '../../src/site/filter-rows.ts'

const text = 'Bills Billing To look at it: billing:Get*, invoicing:List*. Download an invoice: invoicing:GetInvoicePDF'
const patterns = ['billing:Get*', 'invoicing:List*', 'invoicing:GetInvoicePDF']

test.each<[typed: string, fits: boolean]>([
  ['', true],
  ['   ', true],
  ['bill', true],
  ['INVOICE', true],
  ['invoicing:getinvoicepdf', true],
  ['billing:GetBillingData', true], // covered by billing:Get*
  ['billing:UpdateBillingPreferences', false],
  ['download invoice', true],
  ['download payments', false],
  ['billing:', true],
  ['get*', true],
  ['(', false],
  ['__proto__', false],
])('%o', (typed, fits) => {
  expect(rowFits(text, patterns, typed)).toBe(fits)
})

test('a star alone covers everything', () => {
  expect(rowFits('Administrator', ['*'], 'ec2:RunInstances')).toBe(true)
})
