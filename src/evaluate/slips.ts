import { type ActionPattern, type Clause, type ResourcePattern, splitArn } from '../iam/index.ts'
import { closest } from '../reference/index.ts'
import type { Span } from '../text/index.ts'
import type { Subject } from './statement.ts'

// What was probably meant by an element that does not match: each as part of a sentence.

/** The entry of Action that is probably a slip for the action asked for, and how it slipped. */
export function actionSlip(
  clause: Clause<ActionPattern>,
  asked: Pick<Subject, 'service' | 'actionName'>,
): { readonly span: Span; readonly why: string } | undefined {
  for (const { value, span } of clause.items) {
    const why = slipOf(value, asked)
    if (why) return { span, why }
  }
  return undefined
}

function slipOf(
  pattern: ActionPattern,
  { service, actionName }: Pick<Subject, 'service' | 'actionName'>,
): string | undefined {
  const action = `${service}:${actionName}`
  const written = pattern.raw.toLowerCase()
  if (pattern.kind === 'invalid') {
    return written.split(/[\s,]+/).includes(action)
      ? `\`${pattern.raw}\` holds a blank or a comma, so it matches nothing`
      : undefined
  }
  if (pattern.kind === 'all' || /[*?]/.test(written)) return undefined
  const name = written.slice(written.indexOf(':') + 1)
  if (name === actionName) return `\`${pattern.raw}\` names another service than \`${service}\``
  if (pattern.service !== service || closest(name, [actionName]) === undefined) return undefined
  return `\`${pattern.raw}\` looks like a misspelling`
}

/** How the likeliest entry of Resource misses the resource asked for; undefined where none comes near. */
export function resourceSlip(clause: Clause<ResourcePattern>, resource: string): string | undefined {
  for (const { value } of clause.items) {
    const slip = likelySlip(value.raw, resource)
    if (slip) return slip
  }
  return undefined
}

function likelySlip(raw: string, resource: string): string | undefined {
  if (raw.toLowerCase() === resource.toLowerCase())
    return `\`${raw}\` differs from \`${resource}\` in upper and lower case`
  if (resource.startsWith(`${raw}/`)) return `\`${raw}\` is the container itself; what is in it is \`${raw}/*\``
  if (raw === `${resource}/*`) return `\`${raw}\` covers what is in it, not \`${resource}\` itself`
  const part = differingPart(raw, resource)
  return part && `\`${raw}\` differs from \`${resource}\` in the ${part}`
}

const arnParts = ['prefix', 'partition', 'service', 'Region', 'account'] as const

/** The one part in which an ARN pattern misses an ARN, where it is exactly one. */
function differingPart(raw: string, resource: string): string | undefined {
  const [pattern, actual] = [splitArn(raw), splitArn(resource)]
  if (!pattern || !actual) return undefined
  const differs = pattern.flatMap((part, i) => (part === '*' || part === actual[i] ? [] : [i]))
  const [only] = differs
  return differs.length === 1 && only !== undefined ? arnParts[only] : undefined
}
