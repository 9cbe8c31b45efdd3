// Programs and loosely written objects, read into the same tree as JSON.
import { expect, test } from 'vitest'
import { readScript } from '../../src/text/script.ts'
import { plain } from './plain.ts'

const symbol = (name: string): string => `\${${name}}`

test.each<[title: string, text: string, value: unknown]>([
  ['unquoted keys and single quotes', '{ a: \'x\', "b": 1 }', { a: 'x', b: 1 }],
  ['JavaScript’s words', '[true, false, null, undefined]', [true, false, null, null]],
  ['Python’s words', '[True, False, None]', [true, false, null]],
  ['a name', '{ a: name }', { a: symbol('name') }],
  ['a short property', '{ name }', { name: symbol('name') }],
  ['a key that is worked out', '{ [key]: 1 }', { [symbol('key')]: 1 }],
  ['a template as a key', '{ [`${host}:sub`]: "x" }', { [`${symbol('host')}:sub`]: 'x' }],
  ['a text in brackets as a key', '{ ["a:b"]: 1 }', { 'a:b': 1 }],
  ['a number as a key', '{ 7: 1 }', { 7: 1 }],
  ['a spread of nothing', '{ ... }', { '...': symbol('...') }],
  ['two commas', '{ a: 1,, b: 2 }', { a: 1, b: 2 }],
  ['a spread in an object', '{ ...rest }', { '...rest': symbol('...rest') }],
  ['a spread in a list', '["a", ...rest]', ['a', symbol('...rest')]],
  ['parentheses', '("a")', 'a'],
  ['comments', '{ /* one */ a: 1, // two\n b: 2 # three\n }', { a: 1, b: 2 }],
  ['a template', '`arn:${region}:x`', `arn:${symbol('region')}:x`],
  ['a template without a hole', '`a\\tb`', 'a\tb'],
  ['Python’s interpolation', 'f"a-{name}-{{b}}"', `a-${symbol('name')}-{b}`],
  ['Python’s raw string', "r'a'", 'a'],
  ['a letter before a string that belongs to a name', 'xf("a")', { 'call:xf': ['a'] }],
  ['escapes', '"\\u0041\\x42\\n\\q"', 'AB\nq'],
  ['a sum of texts', '"a" + b + "c"', `a${symbol('b')}c`],
  ['a sum with a number', '"a" + 1', `a${symbol('1')}`],
  ['a comment at the start and one at the end', '# one\n{ a: 1 } # two', { a: 1 }],
  ['a comment of JavaScript at the end', '{ a: 1 } // two', { a: 1 }],
  ['an assignment in a list', '[a = 1, 2]', [2]],
  ['another operator', 'a - 1', symbol('a - 1')],
  ['a choice', 'x ? "a" : "b"', { 'Fn::If': ['x', 'a', 'b'] }],
  ['a call', 'f("a", 1)', { 'call:f': ['a', 1] }],
  ['named arguments', 'f("a", b=1)', { 'call:f': ['a', { b: 1 }] }],
  ['a constructor', 'new iam.PolicyStatement({ a: 1 })', { 'call:iam.PolicyStatement': [{ a: 1 }] }],
  ['a constructor without arguments', 'new Thing', symbol('new Thing')],
  ['CDK’s effects', '[iam.Effect.ALLOW, Effect.deny]', ['Allow', 'Deny']],
  ['a function', '() => { f(1) }', [{ 'call:f': [1] }]],
  ['an empty expression', '{ a: $ }', { a: symbol('expression') }],
  ['a regular expression', '{ a: /x/ }', { a: symbol('/x/') }],
  ['a comment without an end', '{ a: 1 } /* x', { a: 1 }],
  ['a string without an end', "{ a: 'x\n, b: 2 }", { a: 'x', b: 2 }],
])('%s', (_, text, value) => {
  expect(plain(readScript(text, 'value'))).toEqual(value)
})

test('several values', () => {
  expect(plain(readScript('{ a: 1 }, { b: 2 }', 'values'))).toEqual([{ a: 1 }, { b: 2 }])
})

test('everything that a program builds, in its order, the callee’s objects first', () => {
  const program = 'const a = { b: 1 }\nfunction f() { return [2] }\ng({ c: 3 }).h({ d: 4 })\nif (x) new K({ e: 5 })'
  expect(plain(readScript(program, 'program'))).toEqual([
    { b: 1 },
    [2],
    { 'call:g': [{ c: 3 }] },
    { 'call:g({c:3}).h': [{ d: 4 }] },
    { 'call:K': [{ e: 5 }] },
  ])
})

test.each([
  ['value', null],
  ['values', []],
  ['program', []],
] as const)('nothing as %s, and nesting without end', (as, nothing) => {
  expect(plain(readScript('', as))).toEqual(nothing)
  for (const open of ['[', 'f(', '{ a: ', '(() => {'])
    expect(JSON.stringify(plain(readScript(open.repeat(300), as))).length).toBeLessThan(3000)
})

test('blocks inside blocks without end hold nothing', () => {
  expect(plain(readScript(`${'{'.repeat(300)} f(1) ${'}'.repeat(300)}`, 'program'))).toEqual([])
})
