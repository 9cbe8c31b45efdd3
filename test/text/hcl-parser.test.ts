// Faster tokenizers must not change the tree that the grammar gives.
import { hclLanguage } from 'codemirror-lang-hcl'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hclParser } from '../../src/text/hcl-parser.ts'
import { casesOf, seed } from '../random.ts'

/** Every node with its place. */
function nodes(parser: typeof hclParser, text: string): readonly string[] {
  const found: string[] = []
  const cursor = parser.parse(text).cursor()
  do found.push(`${cursor.name} ${cursor.from}–${cursor.to}`)
  while (cursor.next())
  return found
}

function expectSame(text: string): void {
  expect(nodes(hclParser, text)).toEqual(nodes(hclLanguage.parser, text))
}

test('the grammar’s own tokenizers are replaced', () => {
  expect(hclParser).not.toBe(hclLanguage.parser)
})

test.each<[title: string, text: string]>([
  ['a block', 'resource "aws_s3_bucket" "b" {\n  bucket = "name" # why\n}\n'],
  ['escapes', 'a = "x\\"\\n\\t\\\\ \\u00e9 \\U0001F600 y"'],
  ['an unknown escape', 'a = "x\\q y"\nb = "\\u12x"\nc = "\\U1"'],
  ['marks that open nothing', 'a = "5 % of $ and $$ and %% and }"'],
  ['escaped marks', 'a = "$${x} %%{y}"'],
  ['an interpolation in an interpolation', 'a = "x-${f("${y}-z", "}")}-w"'],
  ['directives', 'a = "%{ if x ~}y%{ else }z%{ endif }"'],
  ['a heredoc', 'a = <<EOT\n  {"b": "${c}", "d": "EOT"}  \n\n  EOT x\n EO\n  EOT  \nb = 1\n'],
  ['an indented heredoc', 'a = <<-E-1_b\n\tx  y\r\n\tE-1_b\r\nb = 1'],
  ['a heredoc with nothing in it', 'a = <<E\nE\n'],
  ['a heredoc at the end of the text', 'a = <<E\nx\nE'],
  ['a heredoc that nothing ends', 'a = <<E\nx\nEE'],
  ['a heredoc’s word behind a blank or a comment', 'a = << E\nx\nE\nb = <</* c */E\nx\nE\n'],
  ['a heredoc without a word', 'a = <<'],
  ['an interpolation where a heredoc’s word is missing', 'a = <<-${endif'],
  ['subtraction', 'a = b - c -d'],
  ['a call in an object', 'a = { b = f("x", ["y"])\n c = "z" }'],
  ['a string that nothing ends', 'a = "x y z\nb = "c"\n'],
])('%s', (_, text) => expectSame(text))

const tokens = [
  'a',
  ' = ',
  '"',
  '"x y"',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ',',
  '\n',
  ' ',
  '${',
  '$${',
  '%{',
  '%',
  '\\',
  '\\n',
]
const more = [
  '\\u0041',
  '<<E\n',
  '<<-',
  '\nE\n',
  'E',
  '-',
  '# x\n',
  '/* y */',
  'if ',
  'for ',
  ' in ',
  'endif',
  'jsonencode',
  ': ',
]

test('any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens, ...more), { maxLength: 40 }), (parts) =>
      expectSame(parts.join('')),
    ),
    { numRuns: casesOf(1000), seed },
  )
})
