// Every command of ours that an article, the README, or a page has for people to run: the command line knows it and each of its options.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { optionNames } from '../../src/cli/options.ts'

const texts = globSync(['content/**/*.{md,mdx,ts}', 'README.md', 'CONTRIBUTING.md', 'src/public/*.md', 'src/**/*.tsx'])

/** Words behind "npx whydenied" up to the end of the command. */
const told = texts.sort().flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/npx whydenied ([^\n`<|>;)]+)/g)].map(([, words = '']) => ({
    file,
    words,
  })),
)

const forEveryCommand: ReadonlySet<string> = new Set(['json', 'jsonl', 'help'])

describe('npx whydenied …', () => {
  test.each(told)('$words ($file)', ({ words }) => {
    const [name, ...args] = words.trim().split(/\s+/)
    if (name === '--help' || name === 'COMMAND') return
    const command = commands.find((each) => each.name === name)
    expect(command?.name).toBe(name)
    const options = args.flatMap((arg) => /^--([a-z-]+)/.exec(arg)?.[1] ?? [])
    const known = optionNames.filter((option) => command?.options[option] !== undefined)
    expect(options.filter((option) => !forEveryCommand.has(option) && !known.some((each) => each === option))).toEqual(
      [],
    )
  })

  test('articles have some', () =>
    expect(told.filter(({ file }) => file.startsWith('content')).length).toBeGreaterThan(10))

  test('people are told the package’s command, not the repository’s', () => {
    const wrong = texts.filter(
      (file) => file.startsWith('content') && /npm run -s whydenied/.test(readFileSync(file, 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})
