import { readFileSync } from 'node:fs'

export const readme = (): string => readFileSync('README.md', 'utf8')

/** The part of the README about the command line and the npm package. */
export function commandLineSection(): string {
  const text = readme()
  return text.slice(text.indexOf('## The command line and the npm package'), text.indexOf('## Architecture'))
}

/** The blocks between fences, with the language that each names. */
export const fencedBlocks = (text: string): readonly { readonly language: string; readonly code: string }[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }))

/** The example of a file: the code of a README block, or the lines behind @example in the last docstring that has some. */
export function exampleOf(name: string, text: string): string {
  const docstring = [...text.matchAll(/ \* @example\n((?: \* .*\n)+)/g)].at(-1)?.[1]
  if (docstring === undefined && name !== 'README') throw new Error(`${name} has no example`)
  const code = docstring === undefined ? text : docstring.replaceAll(/^ \* /gm, '')
  return code.includes("from 'whydenied'")
    ? code
    : `import { account, compare, compile, diagnose, evaluate, explain, lint } from 'whydenied'\n${code}`
}

/** The example as a program that fails unless each line "expression // value" has that value. */
export function compared(code: string): string {
  let count = 0
  const lines = code.split('\n').map((line) => {
    const [, expression, value] = /^([a-z][\w.]*(?:[[(.].*)?) \/\/ (\S.*)$/.exec(line) ?? []
    if (expression === undefined || /^(?:const|import)\b/.test(line)) return line
    count++
    return `assert.deepEqual(${expression}, ${value})`
  })
  if (count === 0) throw new Error('the example states no value')
  return `import assert from 'node:assert/strict'\n${lines.join('\n')}`
}
