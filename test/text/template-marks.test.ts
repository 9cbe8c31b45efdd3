// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// Marks of template languages become blanks and symbols of the same length.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsMarks, withoutMarks } from '../../src/text/index.ts'

test.each<[title: string, text: string, as: 'json' | 'yaml', out: string]>([
  ['a value in a string', '{"a": "x-{{ .b }}"}', 'json', '{"a": "x-${.b___}"}'],
  ['a value by itself', '{"a": {{ .Values.b }}}', 'json', '{"a": "${.Values.b_}"}'],
  ['Terraform’s value by itself', '{"a": ${var.b}}', 'json', '{"a": "${r.b}"}'],
  [
    'what steers',
    '[{% for b in c %}{{- if .x }}1{{ end }}{% endfor %}]',
    'json',
    `[${' '.repeat(28)}1${' '.repeat(21)}]`,
  ],
  ['a comment', 'a: 1 {{/* b */}}', 'yaml', 'a: 1            '],
  [
    'a line of its own in YAML',
    'a:\n  {{- toYaml .b | nindent 2 }}\nc: {{ .d }}',
    'yaml',
    `a:\n  ${' '.repeat(28)}\nc: \${.d___}`,
  ],
  ['an escaped quote', '"a\\"{{ .bcde }}"', 'json', '"a\\"${.bcde___}"'],
  ['a mark that isn’t closed', '{"a": {{ b', 'json', '{"a": {{ b'],
  ['one that is too short for quotes', '{"a": ${b}}', 'json', '{"a": ${b}}'],
])('%s', (_, text, as, out) => {
  expect(withoutMarks(text, as)).toBe(out)
  expect(holdsMarks(text)).toBe(true)
})

test('keeps every length, and every line (property)', () => {
  const piece = fc.constantFrom('{{', '}}', '{%', '%}', '${', '}', '"', '\\', ' if ', 'x', '\n', '- ', 'end')
  fc.assert(
    fc.property(
      fc.array(piece).map((all) => all.join('')),
      fc.constantFrom<'json' | 'yaml'>('json', 'yaml'),
      (text, as) => {
        const out = withoutMarks(text, as)
        expect(out).toHaveLength(text.length)
      },
    ),
    { seed: 1 },
  )
})
