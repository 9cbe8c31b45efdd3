// node scripts/write-api-page.ts: writes content/tools/api.mdx, the functions of the npm package, from the docstrings in src/api/. Run it after a
// change there; test/package/api-page.test.ts fails until you do. That test also runs the examples.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files of src/api/ whose docstrings have examples, and how programs call their function. */
const functions: readonly (readonly [file: string, call: string])[] = [
  ['explain', 'explain'],
  ['diagnose', 'diagnose'],
  ['evaluate', 'evaluate'],
  ['lint', 'lint'],
  ['compare', 'compare'],
  ['who-can', 'account.whoCan'],
  ['what-can', 'account.whatCan'],
]

const head = `---
# Written by scripts/write-api-page.ts from the docstrings in src/api/. Change those, then run it.
title: Use it from code
description: The functions of the npm package, with their inputs, their results, and examples.
sidebar:
  order: 2
---

The npm package is made of ES modules with types. It needs Node 20, and no network.

\`\`\`js
import { account, compare, compile, diagnose, evaluate, explain, lint } from 'whydenied'
\`\`\`

What is wrong with a policy or a paste is in the result. The functions don't throw for it.`

/** The text of the page. */
export const apiPage = (root: string): string =>
  `${[head, ...functions.map(([file, call]) => section(readFileSync(join(root, `src/api/${file}.ts`), 'utf8'), call))].join('\n\n')}\n`

function section(source: string, call: string): string {
  const docstring = [...source.matchAll(/\/\*\*\n((?: \*(?: .*)?\n)+?) \*\/\nexport [^\n]*/g)].findLast(([, text]) =>
    text?.includes(' * @example'),
  )
  if (!docstring) throw new Error(`no docstring of ${call} has an example`)
  const [, text = ''] = docstring
  const lines = text.split('\n').map((line) => line.replace(/^ \* ?/, ''))
  const isTag = (line: string): boolean => line.startsWith('@')
  const description = lines.slice(0, lines.findIndex(isTag))
  const links = description.filter((line) => line.startsWith('https://'))
  const prose = description.filter((line) => !line.startsWith('https://')).join(' ')
  const tagged = (tag: string): string => lines.find((line) => line.startsWith(`@${tag} `))?.replace(/^@\w+ /, '') ?? ''
  const [, parameter = '', meaning = ''] = /^(\w+) (.*)$/.exec(tagged('param')) ?? []
  const example = lines
    .slice(lines.indexOf('@example') + 1)
    .join('\n')
    .trim()
  return [
    `## ${call}`,
    '',
    plain(prose),
    '',
    `- \`${parameter}\`: ${plain(meaning)}`,
    `- Returns: ${plain(tagged('returns'))}`,
    ...links.map((link) => `- [AWS’s page about it](${link})`),
    '',
    '```js',
    example,
    '```',
  ].join('\n')
}

/** MDX takes braces and angle brackets for code. */
const plain = (text: string): string => text.replaceAll('{', '&#123;').replaceAll('<', '&lt;')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  writeFileSync(join(root, 'content/tools/api.mdx'), apiPage(root))
}
