// What a component of an article is in the article's Markdown twin: its words.

import { costCheck } from '../../content/cost-check.ts'
import { pictures } from '../../content/pictures.ts'
import { ruleSections } from '../../content/rules/index.ts'
import { type End, isEnd, type Question, whichGate } from '../../content/which-gate.ts'
import { billingPagesTwin } from './markdown-twin.ts'

/** The Markdown for a component, by its name and what it shows; a component without an entry leaves nothing. */
export const componentTwins: ReadonlyMap<string, string> = new Map([
  [
    'Rules',
    ruleSections
      .map(
        ({ title, rules }) => `### ${title}\n\n${rules.map(({ number, says }) => `- ${number}: ${says}`).join('\n')}`,
      )
      .join('\n\n'),
  ],
  ['WhichGate', listOf(whichGate, '')],
  ['BillingPages', billingPagesTwin()],
  ['CostCheck', costCheckTwin()],
  ...[...pictures].map(([name, { alternative }]) => [`Picture ${name}`, `*Picture:* ${alternative}`] as const),
])

/** A question with its answers as a list, each with the step behind it one level deeper. */
function listOf(step: Question | End, indent: string): string {
  if (isEnd(step)) {
    const { is, article, example, command } = step
    return `${is} [What to do](/${article}/). [Such a case](/checker/?example=${example}). To find out more: \`${command}\``
  }
  const run = step.run ? ` Run: \`${step.run}\`` : ''
  const answers = step.answers.map(({ says, next }) => `${indent}- **${says}** → ${listOf(next, `${indent}  `)}`)
  return [`${step.asks}${run}`, ...(indent === '' ? [''] : []), ...answers].join('\n')
}

/** Both commands with the output of one. */
function costCheckTwin(): string {
  const { bash, powershell, output, meaning } = costCheck
  const shells = [
    ['bash, zsh', 'sh', bash],
    ['PowerShell', 'powershell', powershell],
  ] as const
  const commands = shells.map(([shell, language, command]) => `${shell}:\n\n\`\`\`${language}\n${command}\n\`\`\``)
  return [...commands, `\`\`\`text\n${output}\n\`\`\``, meaning].join('\n\n')
}
