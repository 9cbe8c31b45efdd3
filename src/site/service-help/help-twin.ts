// The troubleshooting part of a service's page as Markdown.
import { recordOf } from '../../../content/seen-messages.ts'
import { readOn, type ServiceDenial } from '../../../content/services/index.ts'
import type { Service } from '../../reference/index.ts'
import { denialPolicy, otherCausesOf } from '../service-denials.ts'
import type { ServiceHelp } from './service-help.ts'

const json = (text: string): string => `\`\`\`json\n${text}\n\`\`\``
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** The same topics in the same order as on the page. `managed` are names of AWS managed policies. */
export function helpTwin({ name, prefix }: Service, help: ServiceHelp, managed: readonly string[]): string {
  const { passings, starOnly } = help
  const passed = passings.map(({ action, passedTo }) => `\`${action}\`${passedTo ? ` → \`${passedTo}\`` : ''}`)
  return [
    `## Troubleshooting ${name} identity and access`,
    `### I am not authorized to perform an action in ${name}\n\n\`\`\`text\n${help.message}\n\`\`\`\n\nThis statement allows the action:\n\n${json(help.statement)}`,
    ...(passings.length > 0
      ? [
          `### I am not authorized to perform iam:PassRole\n\n${list(passed)}${help.passPolicy ? `\n\n${json(help.passPolicy)}` : ''}`,
        ]
      : []),
    ...(help.linkedPolicy ? [`### A service-linked role is missing\n\n${json(help.linkedPolicy)}`] : []),
    ...(starOnly.count > 0
      ? [
          `### Actions that need "Resource": "*"\n\n${starOnly.patterns.map((pattern) => `\`${prefix}:${pattern}\``).join(', ')}`,
        ]
      : []),
    `### Which policies can deny my request?\n\n${list(help.gates.map(([gate, answer]) => `${gate}: ${answer}`))}`,
    `### I want to let people outside my account access my ${name} resources\n\n${list(help.outside)}`,
    `### Policies for ${name}\n\n${help.policies.map(({ title, allows, text }) => `**${title}:** ${allows}\n\n${json(text)}`).join('\n\n')}`,
    ...(managed.length > 0 ? [`AWS managed policies: ${managed.join(', ')}.`] : []),
  ].join('\n\n')
}

/** The common denials of a service, each from the message to the check that it's gone. */
export const denialsTwin = (prefix: string, denials: readonly ServiceDenial[]): string =>
  ['## Common denials', ...denials.map((denial) => denialTwin(denial, otherCausesOf(prefix, denial)))].join('\n\n')

const denialTwin = (
  { title, message, cause, check, fix, verify, source }: ServiceDenial,
  others: readonly string[],
): string =>
  [
    `### ${title}`,
    `\`\`\`text\n${message}\n\`\`\``,
    ...[recordOf(message)].flatMap((seen) => (seen ? [`**Seen.** ${seen}`] : [])),
    cause,
    ...(check.command
      ? [`**Check.** Run this command:\n\n\`\`\`sh\n${check.command}\n\`\`\`\n\n${check.says}`]
      : [`**Check.** ${check.says}`]),
    `**Fix.** ${fix.says}`,
    ...(fix.policy ? [json(denialPolicy(fix.policy))] : []),
    ...(others.length > 0 ? [`**Other causes.**\n\n${list(others)}`] : []),
    `**Verify.** ${verify}`,
    `Source: <${source}>, read on ${readOn(source)}`,
  ].join('\n\n')
