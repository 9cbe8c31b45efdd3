// The pages about the policy language once more as plain Markdown.

import { decisionWords } from '../../controls/decision-words.ts'
import { keySlug } from '../../session/language-paths.ts'
import { policyElementWords, principalKindWords } from '../../words/index.ts'
import { type KeyEntry, keyCatalogue, type OperatorEntry, operatorCatalogue, type Shown } from './catalogue.ts'
import { policyOf } from './decide-condition.ts'
import { scenes } from './scenes.ts'
import { keyTitle, keyTypeWords, operatorTitle } from './words.ts'

/** A key as Markdown. */
export function keyTwin({ key, words, shown }: KeyEntry): string {
  const facts = [
    `- Values: ${keyTypeWords[key.type]}${key.multivalued ? ' (several)' : ''}`,
    `- In the request: ${words.present}`,
    ...(words.absent === undefined ? [] : [`- Not in the request: ${words.absent}`]),
    ...(words.care === undefined ? [] : [`- Take care: ${words.care}`]),
  ]
  return page(keyTitle(key.name), [words.holds, facts.join('\n'), example(shown), `Source: <${key.source}>`])
}

/** An operator as Markdown. */
export function operatorTwin(entry: OperatorEntry): string {
  const { words, shown } = entry
  return page(operatorTitle(entry), [words.matches, list(words.notes), example(shown), `Source: <${words.source}>`])
}

/** The page of all elements as Markdown. */
export const elementsTwin = (): string =>
  page(
    'Policy elements',
    [...policyElementWords()].flatMap(([name, { is, notes, source }]) => [
      `## ${name}`,
      is,
      ...(name === 'Principal' ? [list([...principalKindWords()].map(([kind, says]) => `\`${kind}\`: ${says}`))] : []),
      list(notes),
      `Source: <${source}>`,
    ]),
  )

/** The list of all keys as Markdown. */
export const keysTwin = (): string =>
  page('Global condition keys', [
    list(keyCatalogue().map(({ key, words }) => `[${key.name}](${keySlug(key.name)}/index.md): ${words.holds}`)),
  ])

/** The list of all operators as Markdown. */
export const operatorsTwin = (): string =>
  page('Condition operators', [
    list(operatorCatalogue().map(({ name, words }) => `[${name}](${name.toLowerCase()}/index.md): ${words.matches}`)),
  ])

const page = (title: string, parts: readonly string[]): string => `${[`# ${title}`, ...parts].join('\n\n')}\n`

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

function example({ first, rows }: Shown): string {
  const cells = rows.map(({ actual, allow, deny }) => {
    const value = actual === undefined ? 'not there' : actual.map((each) => `\`${each}\``).join(', ')
    return `| ${value} | ${decisionWords[allow.decision].word} | ${decisionWords[deny.decision].word} |`
  })
  return [
    `## Example\n\n${scenes[first.scene].title}`,
    `\`\`\`json\n${policyOf({ ...first, effect: 'Allow' })}\n\`\`\``,
    [`| \`${first.key}\` | In this Allow | In a Deny, next to an Allow |`, '| --- | --- | --- |', ...cells].join('\n'),
  ].join('\n\n')
}
