// Whatever someone pastes: every reader gives a tree, and every place in it lies in the text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHcl } from '../../src/text/hcl.ts'
import { readJson } from '../../src/text/json.ts'
import type { JsonNode } from '../../src/text/json-node.ts'
import { readScript } from '../../src/text/script.ts'
import type { Span } from '../../src/text/span.ts'
import { readYaml } from '../../src/text/yaml.ts'
import { casesOf } from '../random.ts'

/** Where the text begins in a longer one. */
const offset = 1000

const yaml = (text: string): readonly JsonNode[] => {
  const read = readYaml(text, offset)
  return read.is === 'read' ? read.documents : []
}
const json = (text: string): readonly JsonNode[] => {
  const { value } = readJson(text)
  return value ? [value] : []
}

test.each<[language: string, tokens: readonly string[], read: (text: string) => readonly JsonNode[], from: number]>([
  [
    'HCL',
    [
      'a',
      ' = ',
      '"x"',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ',',
      '\n',
      '? ',
      ': ',
      '${',
      '$${',
      '\\u0041',
      '\\',
      '<<E\n',
      'E\n',
    ].concat([
      '1e999',
      'null',
      'true',
      'jsonencode',
      'concat',
      'for x in y',
      '"',
      '/*',
      '*/',
      '#',
      'b "c" {',
      '.',
      '...',
    ]),
    (text) => [readHcl(text, offset)],
    offset,
  ],
  [
    'YAML',
    [
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '!Ref ',
      '!Sub ',
      '!Other ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '? ',
      '&x ',
      '*x',
      '*y',
      '---\n',
    ].concat(['"', "'", '|\n', '>\n', '2026-01-02', '!!timestamp ', '!!binary ', '!!set ', 'null', 'true', '1.5', '#']),
    yaml,
    offset,
  ],
  [
    'a program',
    [
      'a',
      '"x"',
      "'",
      '`',
      '${',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ',',
      '\n',
      ' ? ',
      ' : ',
      '=',
      ' + ',
      '=> ',
      'new ',
      '...',
    ].concat([
      'f(',
      'async ',
      'class A ',
      'function ',
      '/*',
      '*/',
      '//',
      '#',
      'f"',
      '{b}',
      '\\x41',
      '\\',
      '.',
      'get ',
      '1',
    ]),
    (text) => [
      readScript(text, 'value', offset),
      readScript(text, 'values', offset),
      readScript(text, 'program', offset),
    ],
    offset,
  ],
  [
    'JSON',
    ['{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', 'e', 'null', 'tru', '\\u', '\\', '\n', '//', '/*'],
    json,
    0,
  ],
])('%s', (_, tokens, read, from) => {
  const text = fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (written) => {
      for (const node of read(written)) inside(node, { from, to: from + written.length })
    }),
    { numRuns: casesOf(2000), seed: 1 },
  )
})

/** Is every place of the tree inside this one? */
function inside(node: JsonNode, around: Span): void {
  expect(node.span.from).toBeGreaterThanOrEqual(around.from)
  expect(node.span.to).toBeGreaterThanOrEqual(node.span.from)
  expect(node.span.to).toBeLessThanOrEqual(around.to)
  if (node.kind === 'array') for (const item of node.items) inside(item, around)
  if (node.kind === 'object') for (const { value } of node.members) inside(value, around)
}
