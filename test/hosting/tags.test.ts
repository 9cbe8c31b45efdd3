import { expect, test } from 'vitest'
import { attributesOf, decode, piecesOf } from '../../src/hosting/tags.ts'

const kinds = (html: string): readonly string[] => piecesOf(html).map(({ is, text }) => `${is} ${text}`)

test.each<readonly [string, string, readonly string[]]>([
  ['tags and what is between', '<p class="a">x</p>', ['tag <p class="a">', 'other x</p>']],
  ['a value may hold ">"', `<i title="a > b" data-x='>'>`, [`tag <i title="a > b" data-x='>'>`]],
  ['what a script holds is not a tag', '<script>"<b>"</script>', ['tag <script>', 'raw "<b>"', 'other </script>']],
  ['a script in capitals', '<SCRIPT>a</SCRIPT>', ['tag <SCRIPT>', 'raw a', 'other </SCRIPT>']],
  ['a script from a file is empty', '<script src="x"></script>', ['tag <script src="x">', 'other </script>']],
  ['a comment is passed over', '<!-- <b> --><i>', ['other <!-- <b> -->', 'tag <i>']],
  ['"<" alone is text', 'a < b <i>', ['other a < b ', 'tag <i>']],
  ['no page at all', '', []],
])('%s', (_, html, expected) => {
  expect(kinds(html)).toEqual(expected)
  expect(
    piecesOf(html)
      .map(({ text }) => text)
      .join(''),
  ).toBe(html)
})

test('a script without an end tag is rejected', () => {
  expect(() => piecesOf('<script>let a')).toThrow('<script> is not closed')
})

test.each<readonly [string, string, readonly (readonly [string, string])[]]>([
  [
    'double quotes',
    '<a href="/x" class="b">',
    [
      ['href', '/x'],
      ['class', 'b'],
    ],
  ],
  ['single quotes', `<a title='say "hi"'>`, [['title', 'say "hi"']]],
  ['no quotes', '<a href=/x>', [['href', '/x']]],
  ['no value', '<input disabled>', [['disabled', '']]],
  ['a closed tag', '<br/>', []],
  ['a value that looks like an attribute', '<a title=" href=&quot;x">', [['title', ' href=&quot;x']]],
])('attributes: %s', (_, tag, expected) => {
  expect(attributesOf(tag).map(({ name, value }) => [name, value])).toEqual(expected)
})

test.each([
  ['&quot;a&quot; &amp;&#39;&#x27;', `"a" &''`],
  ['&unheard;', '&unheard;'],
  ['plain', 'plain'],
])('%s is read as %s', (value, expected) => {
  expect(decode(value)).toBe(expected)
})
