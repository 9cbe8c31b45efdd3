// Words of code have classes, not styles of their own.
import type { Element, ElementContent } from '@astrojs/starlight/expressive-code/hast'
import { expect, test } from 'vitest'
import { syntaxColors } from '../../src/controls/syntax-colors.ts'
import { giveClasses } from '../../src/site/syntax-classes.ts'

const { dark, light } = syntaxColors
const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const text = (value: string): ElementContent => ({ type: 'text', value })
const word = (style: string, more: Element['properties'] = {}): Element =>
  element('span', { style, ...more }, [text('x')])
const colors = (kind: keyof typeof dark): string => `--0:${dark[kind]};--1:${light[kind]}`
const classed = (kind: string): Element => element('span', { className: [`wd-syntax-${kind}`] }, [text('x')])

test.each<[what: string, before: ElementContent, after: ElementContent]>([
  ['a key', word(colors('key')), classed('key')],
  ['a string', word(colors('string')), classed('string')],
  ['a literal', word(colors('literal')), classed('literal')],
  ['a comment', word(colors('comment')), classed('comment')],
  ['capital letters', word(colors('key').toUpperCase()), classed('key')],
  ['the color of all text', word(colors('text')), text('x')],
  ['colors that are not ours', word('--0:#ff0000;--1:#00ff00'), word('--0:#ff0000;--1:#00ff00')],
  [
    'the dark color of one kind and the light one of another',
    word(`--0:${dark.key};--1:${light.string}`),
    word(`--0:${dark.key};--1:${light.string}`),
  ],
  ['a further style', word(`${colors('key')};--0fs:italic`), word(`${colors('key')};--0fs:italic`)],
  [
    'a class of its own',
    word(colors('text'), { className: ['indent'] }),
    word(colors('text'), { className: ['indent'] }),
  ],
  ['another element', element('div', { style: colors('text') }, []), element('div', { style: colors('text') }, [])],
])('%s', (_, before, after) => {
  const line = element('div', {}, [before, text('y')])
  giveClasses(element('pre', {}, [line]))
  expect(line.children).toEqual([after, text('y')])
})
