// YAML with CloudFormation's short forms, read into the same tree as JSON.
import { expect, test } from 'vitest'
import { readYaml } from '../../src/text/yaml.ts'
import { plain } from './plain.ts'

test.each<[title: string, text: string, documents: readonly unknown[]]>([
  ['scalars', 'a: x\nb: 1.5\nc: true\nd: null', [{ a: 'x', b: 1.5, c: true, d: null }]],
  ['a date stays as it’s written', 'Version: 2012-10-17', [{ Version: '2012-10-17' }]],
  ['keys that aren’t texts', '1: a\ntrue: b\nnull: c', [{ 1: 'a', true: 'b', '': 'c' }]],
  ['a list', '- a\n- [b, c]', [['a', ['b', 'c']]]],
  ['short forms', 'a: !Ref B\nc: !GetAtt D.Arn', [{ a: { Ref: 'B' }, c: { 'Fn::GetAtt': 'D.Arn' } }]],
  ['a short form with a list', 'a: !Join ["", [x, y]]', [{ a: { 'Fn::Join': ['', ['x', 'y']] } }]],
  ['a short form with a map', 'a: !Transform { Name: x }', [{ a: { 'Fn::Transform': { Name: 'x' } } }]],
  ['a tag that isn’t CloudFormation’s', 'a: !Other x', [{ a: 'x' }]],
  ['an alias', 'a: &x { b: 1 }\nc: *x', [{ a: { b: 1 }, c: { b: 1 } }]],
  ['a list as a key', '? [a]\n: b', [{ '': 'b' }]],
  ['a key without a value', 'a:\nb: 1', [{ a: null, b: 1 }]],
  ['a timestamp', 'a: !!timestamp 2026-01-02', [{ a: '2026-01-02' }]],
  ['a set', 'a: !!set { b, c }', [{ a: { b: null, c: null } }]],
  ['several documents', 'a: 1\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
  ['nothing', '', []],
])('%s', (_, text, documents) => {
  const read = readYaml(text)
  expect(read.is === 'read' && read.documents.map(plain)).toEqual(documents)
})

test('what isn’t YAML says why, and where', () => {
  expect(readYaml('a: [', 10)).toMatchObject({ is: 'broken', at: 14 })
})

test('places count from the offset', () => {
  const read = readYaml('a: x', 100)
  expect(read.is === 'read' && read.documents[0]?.span.from).toBe(100)
})

test('nesting without end', () => {
  const depthOf = (text: string): number => {
    const read = readYaml(text)
    return read.is === 'read' ? JSON.stringify(read.documents.map(plain)).split(/[[{]/).length : 0
  }
  expect(depthOf('- '.repeat(300))).toBeLessThan(105)
  expect(depthOf(`${'{ a: '.repeat(300)}1${'}'.repeat(300)}`)).toBeLessThan(105)
})
