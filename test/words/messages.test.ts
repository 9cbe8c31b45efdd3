// Texts are templates with an ID and data in their places: a table of templates in another language translates them.
import { describe, expect, test } from 'vitest'
import { capital, fill, inTurn, listOf, type MessageData, messagesOf, write } from '../../src/words/index.ts'

describe('fill', () => {
  test.each<[template: string, data: MessageData, text: string]>([
    ['no place', {}, 'no place'],
    ['`{{a}}` is {{b}}', { a: 'x', b: 'y' }, '`x` is y'],
    ['a backtick in `{{a}}`', { a: 'x`y' }, "a backtick in `x'y`"],
    ['outside {{a}}', { a: '`x`' }, 'outside `x`'],
    ['a long `{{a}}`', { a: 'x'.repeat(200) }, `a long \`${'x'.repeat(120)}…\``],
    ['`{{a}}` here', { a: ['x'] }, '`x` here'],
    ['`{{a}}` here', { a: ['x', 'y', 'z'] }, '`x`, `y` and `z` here'],
    ['`{{a}}` here', { a: ['1', '2', '3', '4', '5', '6'] }, '`1`, `2`, `3`, `4` and 2 more here'],
    ['{{a}} here', { a: ['x', 'y'] }, 'x and y here'],
    ['what the data says isn’t a place: {{a}}', { a: '{{b}}', b: 'x' }, 'what the data says isn’t a place: {{b}}'],
    ['a count: {{a}}', { a: 3 }, 'a count: 3'],
    ['an empty place. {{a}}', { a: '' }, 'an empty place.'],
    ['an {{a}} empty place', { a: '' }, 'an empty place'],
    ['{{a}} empty place', { a: '' }, 'empty place'],
    ['no name of an object: {{toString}}', {}, 'no name of an object:'],
    ['`{ "Null": { "{{a}}": "false" } }`', { a: 'k' }, '`{ "Null": { "k": "false" } }`'],
  ])('%s', (template, data, text) => {
    expect(fill(template, data)).toBe(text)
  })
})

const told = messagesOf('fruit', {
  plain: 'An apple.',
  one: '{{what}} is {{color}}.',
  apple: 'the apple',
  long: '`{{text}}`',
})

describe('write', () => {
  test.each([
    ['data as it is', 'an apple', 'an apple'],
    ['a template without data', told('plain'), 'An apple.'],
    ['a text in a text', told('one', { what: told('apple'), color: 'red' }), 'the apple is red.'],
    ['a capital at the start', told('one', { what: capital(told('apple')), color: 'red' }), 'The apple is red.'],
    [
      'a text of the user’s is whole, without backticks',
      told('long', { text: `\`${'x'.repeat(200)}` }),
      `\`'${'x'.repeat(200)}\``,
    ],
    ['data isn’t a template', told('one', { what: '{{color}}', color: '{{what}}' }), '{{color}} is {{what}}.'],
    ['one after the other', inTurn([told('plain'), 'b', 'c']), 'An apple. b c'],
    ['nothing', inTurn([]), ''],
    ['a list of one', listOf(['a']), 'a'],
    ['a list of two', listOf(['a', told('apple')], 'or'), 'a or the apple'],
    ['a list of many', listOf(['a', 'b', 'c', 'd', 'e', 'f']), 'a, b, c, d, e and f'],
  ])('%s', (_, text, written) => {
    expect(write(text)).toBe(written)
  })

  test('in another language; what it lacks stays in English', () => {
    const german = new Map([
      ['fruit', { one: '{{color}} ist {{what}}.', apple: 'der Apfel' }],
      ['list', { and: '{{some}} und {{last}}' }],
    ])
    expect(write(told('one', { what: capital(told('apple')), color: 'rot' }), german)).toBe('rot ist Der Apfel.')
    expect(write(listOf(['a', 'b']), german)).toBe('a und b')
    expect(write(told('plain'), german)).toBe('An apple.')
  })
})

test('a missing, an extra, and a misspelled datum don’t compile', () => {
  // @ts-expect-error: the template has places
  told('one')
  // @ts-expect-error: one place is left
  told('one', { what: 'x' })
  // @ts-expect-error: no place of that name
  told('one', { what: 'x', color: 'y', size: 'z' })
  // @ts-expect-error: no such message
  told('pear')
  // @ts-expect-error: no places at all
  told('plain', { what: 'x' })
  expect(told.table).toBe('fruit')
})
