// The README names only what exists. npm-package.test.ts runs its examples on the installed package.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { commands } from '../../src/cli/commands/index.ts'
import { commandLineSection, fencedBlocks, readme } from './examples.ts'

const prose = commandLineSection().replaceAll(/^```[\s\S]*?^```$/gm, '')
/** What stands between backticks on a line. */
const codeIn = (line: string): readonly string[] => [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
const optionsIn = (code: string): readonly string[] =>
  [...code.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name = '']) => name)
const everywhere = ['json', 'jsonl', 'help', 'version']

const lines = prose.split('\n').filter((line) => codeIn(line).some((code) => optionsIn(code).length > 0))
test.each(lines)('has the options of this line: %s', (line) => {
  const codes = codeIn(line)
  const named = commands.filter(({ name }) => codes.some((code) => code.split(' ')[0] === name))
  const known = new Set([...everywhere, ...named.flatMap(({ options }) => Object.keys(options))])
  expect(codes.flatMap(optionsIn).filter((option) => !known.has(option))).toEqual([])
})
test('some lines name options', () => expect(lines.length).toBeGreaterThan(5))

test('the table lists every command', () => {
  const rows = [...prose.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
})

test('every npm script that it names exists', () => {
  const named = [...readme().matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !Object.hasOwn(project.scripts, name))).toEqual([])
})

test('every file and page that it links to exists', () => {
  const links = [...readme().matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(links.length).toBeGreaterThan(5)
  for (const path of links) expect(readFileSync(path).length, path).toBeGreaterThan(0)
})

test('no example is left out: npm-package.test.ts runs the commands, the code, and the policy test', () => {
  // The first block is npm start and npm test, which run this very test; the pictures of the architecture aren't run.
  const languages = fencedBlocks(readme()).map(({ language }) => language)
  expect(languages.filter((language) => language !== 'mermaid' && language !== '')).toEqual(['sh', 'sh', 'js', 'yaml'])
})
