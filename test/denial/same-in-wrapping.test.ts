// Whatever stands around a message, the answer is the same.
import { describe, expect, test } from 'vitest'
import { readDenial, toAnswer } from '../../src/denial/index.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'

const lines = (text: string, wrap: (line: string) => string): string => text.split('\n').map(wrap).join('\n')

const wrappings: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  ['a Terraform box', (text) => `╷\n${lines(text, (line) => `│ ${line}`)}\n╵`],
  ['a comment', (text) => lines(text, (line) => `# ${line}`)],
  ['a comment of slashes', (text) => lines(text, (line) => `// ${line}`)],
  ['a quotation', (text) => lines(text, (line) => `> ${line}`)],
  ['GitHub Actions', (text) => lines(text, (line) => `2024-05-05T10:00:00.1234567Z ${line}`)],
  ['Jenkins', (text) => lines(text, (line) => `[2024-05-05T10:00:00.000Z] ${line}`)],
  ['docker compose', (text) => lines(text, (line) => `api-1  | ${line}`)],
  ['indentation', (text) => lines(text, (line) => `    ${line}`)],
  ['Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['a letter', (text) => `Hi, I get this and do not know why:\n\n${text}\n\nThanks for any help!`],
  ['a log line', (text) => `2024-05-05 10:00:00,123 ERROR [main] c.e.App - failed: ${text}`],
  ['YAML', (text) => `error: |\n${lines(text, (line) => `  ${line}`)}`],
  ['blanks that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['colours', (text) => `\u001b[31m${text}\u001b[0m`],
  ['details', (text) => `<details><summary>log</summary>\n\n${text}\n</details>`],
]

describe.each(wrappings)('in %s', (_, wrap) => {
  test.each([...tools, ...services])('%s', (_, text) => {
    expect(withoutBreaks(wrap(text))).toEqual(withoutBreaks(text))
  })
})

/** Where a value was broken over lines, the wrapping may leave a blank. */
const withoutBreaks = (text: string): object =>
  Object.fromEntries(
    Object.entries(toAnswer(readDenial(text))).map(([field, value]) => [field, value?.replace(/\s/g, '') ?? null]),
  )
