// What a check says: templates by ID, and data in their places. Another language is a file of other templates.
import { expect, test } from 'vitest'
import { checks, lint } from '../../src/lint/index.ts'
import { fill } from '../../src/words/index.ts'

const placesOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()

test.each(checks.map((check) => [check.code, check] as const))('%s', (code, check) => {
  for (const [id, template] of Object.entries(check.messages)) {
    expect(id).toMatch(/^[a-z][A-Za-z]+$/)
    expect(template.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/\{\{|\}\}(?!`)(?![ }"])/)
  }
  const [policyType = 'identity'] = check.policyTypes
  const groups = check.group ? [check.group] : []
  const findings = lint({ text: check.wrong, policyType, resourceType: check.exampleOf, groups })
  for (const { messageId, data, message } of findings.filter((each) => each.code === code)) {
    const template = check.messages[messageId] ?? ''
    expect(message).toBe(fill(template, data))
    for (const place of placesOf(template)) expect(Object.keys(data)).toContain(place)
  }
})

test('a translation is templates by code and ID; what it lacks stays in English', () => {
  const policyType = 'identity'
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:GetObject","s3:Get*"],"Resource":"*"}]}'
  const translation = new Map([['REDUNDANT_ACTION', { covered: '`{{wider}}` umfasst `{{value}}` schon.' }]])
  const only = ({ code }: { readonly code: string }) => code === 'REDUNDANT_ACTION'
  expect(lint({ text, policyType, only, translation }).map(({ message }) => message)).toEqual([
    '`s3:Get*` umfasst `s3:GetObject` schon.',
    '`s3:Get*` appears twice in this list.',
  ])
})
