// Pages once more as plain Markdown, for machines and for who reads without a browser.
import type { Service } from '../reference/index.ts'
import { says } from '../workbench/articles/index.ts'
import type { CheckEntry } from '../workbench/check-catalogue.ts'

interface Article {
  /** Path below the site's root. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Its source. */
  readonly body: string
}

/** An article: its text, with what the engine says below each message and policy. `more` is what a component would show. */
export function articleTwin({ id, title, description, body }: Article, more: string): string {
  const text = body
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^<\/?[A-Za-z][^\n]*>$/gm, '')
    .replaceAll(/^```(\w+)(?: ([^\n]*))?\n([\s\S]*?)^```$/gm, fence)
  const toRoot = id === 'index' ? './' : '../'.repeat(id.split('/').length)
  const linked = text.replaceAll(/\]\(\/(?!\/)([^)]*)\)/g, (_, path: string) => `](${toRoot}${path})`)
  return tidy(`# ${title}\n\n${description}\n\n${linked}\n\n${more}`)
}

function fence(_: string, language: string, meta: string | undefined, code: string): string {
  const said = says(meta ?? '', code.trimEnd())
  const lines = said?.lines.map((line) => `> - ${line.map(({ text }) => text).join('')}`) ?? []
  return [`\`\`\`${language}\n${code}\`\`\``, ...(said ? [`\n> ${said.who}:\n>`, ...lines] : [])].join('\n')
}

/** A check: what is wrong, and both examples. */
export const checkTwin = ({ code, type, title, message, policyTypes, wrong, right, source }: CheckEntry): string =>
  tidy(
    `# ${title}\n\n\`${code}\` (${type})\n\n${message}\n\nApplies to: ${policyTypes.join(', ')}.\n\n## Wrong\n\n\`\`\`json\n${wrong}\n\`\`\`\n\n## Right\n\n\`\`\`json\n${right}\n\`\`\`\n\nSource: <${source}>`,
  )

/** A service: its actions, resource types and condition keys as tables. */
export function serviceTwin({ prefix, name, actions, resourceTypes, conditionKeys }: Service): string {
  const actionRows = [...actions.values()].map((action) => [
    `${prefix}:${action.name}`,
    action.accessLevels.join(', '),
    action.resourceTypes.map((type) => (type.required ? `${type.name} (required)` : type.name)).join(', ') || '*',
    action.conditionKeys.join(', '),
    action.dependentActions.join(', '),
  ])
  const typeRows = [...resourceTypes.values()].map((type) => [type.name, type.arn])
  return tidy(
    [
      `# ${name} (${prefix})`,
      table(['Action', 'Access', 'Resource types', 'Condition keys', 'Needs too'], actionRows),
      '## Resource types',
      table(['Name', 'ARN'], typeRows),
      '## Condition keys',
      table(['Key', 'Type'], [...conditionKeys]),
    ].join('\n\n'),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.'
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const tidy = (text: string): string => `${text.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`
