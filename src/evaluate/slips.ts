import { type ActionPattern, type Clause, type ResourcePattern, splitArn } from '../iam/index.ts'
import { isActionSlip } from '../reference/index.ts'
import type { Span } from '../text/index.ts'
import type { ActionSlip, ElementReason, ResourceSlip } from './reasons.ts'
import type { Subject } from './statement.ts'

// What was probably meant by an element that doesn't match.

type Action = Pick<Subject, 'service' | 'actionName'>

/** The entry of Action that is probably a slip for the action asked for, with its place; undefined where none comes near. */
export function actionSlip(
  clause: Clause<ActionPattern>,
  asked: Action,
): { readonly span: Span; readonly reason: ElementReason } | undefined {
  for (const { value, span } of clause.items) {
    const slip = slipOf(value, asked)
    if (slip) return { span, reason: { code: 'action-slip', slip, pattern: value.raw, service: asked.service } }
  }
  return undefined
}

function slipOf(pattern: ActionPattern, { service, actionName }: Action): ActionSlip | undefined {
  const written = pattern.raw.toLowerCase()
  if (pattern.kind === 'invalid') {
    return written.split(/[\s,]+/).includes(`${service}:${actionName}`) ? 'separator' : undefined
  }
  if (pattern.kind === 'all' || pattern.kind === 'open' || /[*?]/.test(written)) return undefined
  const name = written.slice(written.indexOf(':') + 1)
  if (name === actionName) return 'service'
  return pattern.service === service && isActionSlip(name, actionName) ? 'misspelling' : undefined
}

/** How the likeliest entry of Resource misses the resource asked for; undefined where none comes near. */
export function resourceSlip(clause: Clause<ResourcePattern>, resource: string): ElementReason | undefined {
  for (const { value } of clause.items) {
    const slip = likelySlip(value.raw, resource)
    if (slip) return { code: 'resource-slip', slip, pattern: value.raw, resource }
  }
  return undefined
}

function likelySlip(raw: string, resource: string): ResourceSlip | undefined {
  if (raw.toLowerCase() === resource.toLowerCase()) return 'case'
  if (resource.startsWith(`${raw}/`)) return 'container'
  if (raw.startsWith(`${resource}/`)) return 'contents'
  if (namesAlias(raw, resource)) return 'alias'
  if (leavesOutPath(raw, resource)) return 'path'
  return differingPart(raw, resource)
}

/** AWS compares a statement with the key, never with a name of it. https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html */
const namesAlias = (raw: string, resource: string): boolean =>
  /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(raw) && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource)

/** The path is a part of the ARN of a user or role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
function leavesOutPath(raw: string, resource: string): boolean {
  const bare = resource.replace(/^(arn:[^:]*:iam::[^:]*:[a-z-]+\/)(?:[^/]+\/)+(?=[^/]+$)/, '$1')
  const actual = splitArn(bare)
  return bare !== resource && splitArn(raw)?.every((part, i) => comesNear(part, actual?.at(i))) === true
}

const arnParts = ['prefix', 'partition', 'service', 'Region', 'account'] as const

/** The one part in which an ARN pattern misses an ARN, where it is exactly one. */
function differingPart(raw: string, resource: string): ResourceSlip | undefined {
  const [pattern, actual] = [splitArn(raw), splitArn(resource)]
  if (!pattern || !actual) return undefined
  const [only, ...more] = pattern.flatMap((part, i) => (comesNear(part, actual.at(i)) ? [] : [i]))
  return only !== undefined && more.length === 0 ? arnParts[only] : undefined
}

/** Checks only a star at the end, because this explains why a pattern doesn't match, not whether it matches. */
const comesNear = (part: string, actual: string | undefined): boolean =>
  part === actual || (part.endsWith('*') && actual?.startsWith(part.slice(0, -1)) === true)
