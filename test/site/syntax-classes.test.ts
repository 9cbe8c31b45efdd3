// Words of code have classes, not styles of their own.
import { expect, test } from 'vitest'
import { syntaxColors } from '../../src/controls/syntax-colors.ts'
import { withSyntaxClasses } from '../../src/site/syntax-classes.ts'

const { dark, light } = syntaxColors
const colors = (kind: keyof typeof dark): string => `--0:${dark[kind]};--1:${light[kind]}`
const word = (style: string, more = ''): string => `<span style="${style}"${more}>&quot;x&quot;</span>`
const classed = (kind: string): string => `<span class="wd-syntax-${kind}">&quot;x&quot;</span>`

test.each<[what: string, before: string, after: string]>([
  ['a key', word(colors('key')), classed('key')],
  ['a string', word(colors('string')), classed('string')],
  ['a literal', word(colors('literal')), classed('literal')],
  ['a comment', word(colors('comment')), classed('comment')],
  ['capital letters', word(colors('key').toUpperCase()), classed('key')],
  ['the color of all text', word(colors('text')), '&quot;x&quot;'],
  ['colors that are not ours', word('--0:#ff0000;--1:#00ff00'), word('--0:#ff0000;--1:#00ff00')],
  [
    'the dark color of one kind and the light one of another',
    word(`--0:${dark.key};--1:${light.string}`),
    word(`--0:${dark.key};--1:${light.string}`),
  ],
  ['a further style', word(`${colors('key')};--0fs:italic`), word(`${colors('key')};--0fs:italic`)],
  ['an attribute of its own', word(colors('text'), ' class="indent"'), word(colors('text'), ' class="indent"')],
  ['two words', word(colors('key')) + word(colors('string')), classed('key') + classed('string')],
])('%s', (_, before, after) => {
  expect(withSyntaxClasses(`<pre>${before}y</pre>`)).toBe(`<pre>${after}y</pre>`)
})
