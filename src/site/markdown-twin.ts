// Pages once more as plain Markdown, for machines and for who reads without a browser.
import { serviceDenials } from '../../content/services/index.ts'
import { billingPages, type Service } from '../reference/index.ts'
import { says } from './articles/index.ts'
import type { CheckEntry } from './check-catalogue.ts'
import { counterpartsOf } from './service-denials.ts'
import { denialsTwin, helpTwin } from './service-help/help-twin.ts'
import { serviceHelp } from './service-help/service-help.ts'

interface Article {
  /** Path below the site's root. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Its source. */
  readonly body: string
}

/** An article: its text, with what the engine says below each message and policy. `shown` is what its components show, by their names. */
export function articleTwin(
  { id, title, description, body }: Article,
  shown: ReadonlyMap<string, string> = new Map(),
): string {
  const toRoot = id === 'index' ? './' : '../'.repeat(id.split('/').length)
  // Code blocks are kept unchanged; only the text between them is MDX.
  const parts = body.split(/^([ \t]*```[^\n]*\n[\s\S]*?^[ \t]*```[ \t]*$)/m)
  const text = parts.map((part, i) => (i % 2 === 1 ? block(part) : prose(part, { toRoot, shown }))).join('')
  return tidy(`# ${title}\n\n${description}\n\n${text}\n\n${inServices(id, toRoot)}`)
}

/** The usual denials of services that an article is about. */
function inServices(id: string, toRoot: string): string {
  const rows = counterpartsOf(id).map(({ prefix, title, address }) => `- [${prefix}: ${title}](${toRoot}${address})`)
  return rows.length > 0 ? `## See it in your service\n\n${rows.join('\n')}` : ''
}

const prose = (text: string, { toRoot, shown }: { toRoot: string; shown: ReadonlyMap<string, string> }): string =>
  text
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(
      /^[ \t]*<([A-Z]\w*)(?: of="([\w-]+)")?[^\n]*\/>$/gm,
      (_, name: string, of: string | undefined) => shown.get(of ? `${name} ${of}` : name) ?? '',
    )
    .replaceAll(/^[ \t]*<TabItem label="([^"\n]*)">$/gm, '**$1**')
    .replaceAll(/^[ \t]*<\/?[A-Za-z][^\n]*>$/gm, '')
    .replaceAll(/<a href="([^"\n]*)"[^>\n]*>([^<\n]*)<\/a>/g, '[$2]($1)')
    .replaceAll(/^:::(\w+)(?:\[([^\]\n]+)\])?\n([\s\S]*?)^:::$/gm, aside)
    .replaceAll(/\]\(\/(?!\/)([^)]*)\)/g, (_, path: string) => `](${toRoot}${path})`)

/** ":::caution[Title]" is Starlight's; every Markdown reader shows a quotation. A titled one can hold a list. */
const aside = (_: string, kind: string, title: string | undefined, text: string): string =>
  (title === undefined
    ? `**${kind.charAt(0).toUpperCase()}${kind.slice(1)}:** ${text.trim()}`
    : `**${title}**\n\n${text.trim()}`
  ).replaceAll(/^.*$/gm, (line) => `> ${line}`.trimEnd())

function block(fenced: string): string {
  const [, indent = '', language = '', meta = '', code = ''] =
    /^([ \t]*)```(\w*) ?([^\n]*)\n([\s\S]*?)[ \t]*```[ \t]*$/.exec(fenced) ?? []
  const said = says(meta, code.trimEnd())
  const lines = said?.lines.map((line) => `> - ${line.map(({ text }) => text).join('')}`) ?? []
  const told = said ? [`\n> ${said.who}:\n>`, ...lines].map((line) => line.replaceAll(/^(?=>)/gm, indent)) : []
  return [`${indent}\`\`\`${language}\n${code}${indent}\`\`\``, ...told].join('\n')
}

/** The table of the Billing console's pages. */
export const billingPagesTwin = (): string =>
  `${table(
    ['Area', 'Page', 'To open it', 'To change something', 'Who'],
    billingPages.map(({ area, page, see, change, only, inferred }) => [
      area,
      inferred ? `${page} \\*` : page,
      listed(see),
      change.map(({ task, actions }) => `${task}: ${listed(actions)}`).join('; ') || 'nothing',
      only ?? 'Every account for its own data',
    ]),
  )}\n\n\\* AWS publishes no list for this page; these are the actions of the service behind it.`

const listed = (actions: readonly string[]): string => actions.map((action) => `\`${action}\``).join(', ')

/** A check: what is wrong, and both examples. */
export const checkTwin = ({ code, type, title, message, policyTypes, wrong, right, source }: CheckEntry): string =>
  tidy(
    `# ${title}\n\n\`${code}\` (${type})\n\n${message}\n\nApplies to: ${policyTypes.join(', ')}.\n\n## Wrong\n\n\`\`\`json\n${wrong}\n\`\`\`\n\n## Right\n\n\`\`\`json\n${right}\n\`\`\`\n\nSource: <${source}>`,
  )

/** A service: how to troubleshoot it, and its actions, resource types and condition keys as tables. `managed` are names of AWS managed policies. */
export function serviceTwin(service: Service, managed: readonly string[] = []): string {
  const { prefix, name, actions, resourceTypes, conditionKeys } = service
  const denials = serviceDenials.get(prefix)
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
      ...(denials ? [denialsTwin(prefix, denials)] : []),
      helpTwin(service, serviceHelp(service), managed),
      '## Actions',
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
