// JSON as people break it: the slip is told where it happened, with a fix where that is safe, and what is wrong behind it is told too.
import { expect, test } from 'vitest'
import { lint } from '../../src/lint/index.ts'
import { applyEdit, type Edit } from '../../src/text/index.ts'

const typo = '{"Version": "2012-10-17", "Statement": [{"Effect": "Alow", "Action": "ce:GetTags", "Resource": "*"}]}'

test.each<[slip: string, text: string, line: number, fixed: boolean]>([
  ['a comma too many', typo.replace('"*"}', '"*",}'), 1, true],
  ['two commas too many', typo.replace('"*"}]', '"*",},]'), 1, true],
  ['a comma missing', typo.replace('"Alow",', '"Alow"'), 1, true],
  ['a comment', typo.replace('[{', '[\n// finance\n{'), 2, true],
  ['curly quotes', typo.replaceAll('"', '”'), 1, true],
  ['single quotes', typo.replaceAll('"', "'"), 1, true],
  ['brackets missing at the end', typo.slice(0, -3), 1, true],
  ['a line break in a text', typo.replace('ce:Get', 'ce:\nGet'), 1, false],
])('%s', (_, text, line, fixed) => {
  const found = lint({ text, policyType: 'identity' })
  const [slip] = found.filter(({ code }) => code === 'JSON_SYNTAX_ERROR')
  expect(slip).toMatchObject({ line })
  expect(slip?.fix !== undefined).toBe(fixed)
  if (!slip?.fix) return
  const effect = found.find(({ code }) => code === 'INVALID_EFFECT')
  expect(effect).toMatchObject({ behindSlip: true, path: '/Statement/0/Effect' })
  expect(text.slice(effect?.span.from, effect?.span.to)).toMatch(/Alow/)
  expect(effect).not.toHaveProperty('fix')
  let fixedText = text
  const slipIn = (now: string) =>
    lint({ text: now, policyType: 'identity' }).find(({ code }) => code === 'JSON_SYNTAX_ERROR')
  let fix: Edit | undefined = slip.fix
  for (; fix; fix = slipIn(fixedText)?.fix) fixedText = applyEdit(fixedText, fix)
  expect(JSON.parse(fixedText)).toEqual(JSON.parse(typo))
})

test('a fix has its title in the translation, and its data stays what it is', () => {
  const translation = new Map([['quick-fixes', { insertComma: 'Komma einfügen', write: '{{text}} schreiben' }]])
  const titles = (text: string): readonly (string | undefined)[] =>
    lint({ text, policyType: 'identity', translation }).map(({ fix }) => fix?.title)
  expect(titles(typo.replace('"Alow",', '"Alow"'))).toContain('Komma einfügen')
  expect(titles(typo.replace('Alow', 'allow'))).toContain('Allow schreiben')
  expect(titles(typo.replaceAll('"', "'"))).toContain('Replace the single quotes')
})
