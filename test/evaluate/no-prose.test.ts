// Reasons are data: the evaluator writes no sentences for people. Those are in src/words.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** Texts of four words or more, without comments and without the messages of bugs, which no one is shown. */
function sentencesIn(source: string): readonly string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/new Error\([^)]*\)/g, '')
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)]
    .map(([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, 'x'))
    .filter((text) => /[a-z]+ [a-z]+ [a-z]+ [a-z]+/i.test(text))
}

/** A list of services. */
const list = 'rcp-services'

test.each([...filesOf('src/evaluate'), ...filesOf('src/iam').filter((file) => !file.includes(list))])('%s', (file) => {
  expect(sentencesIn(readFileSync(file, 'utf8'))).toEqual([])
})

test('a sentence would be found', () => {
  expect(sentencesIn("const why = 'it names another account than this'")).toHaveLength(1)
  expect(sentencesIn('const why = `it differs from ${resource} in the Region`')).toHaveLength(1)
})
