import { splitArn } from './arn.ts'
import { masksWholeText } from './mask.ts'
import { openPattern } from './open-entry.ts'
import { readPattern } from './pattern/index.ts'
import type { ActionPattern, ResourcePattern } from './policy.ts'
import { symbolsIn } from './symbol.ts'

/** Reads one entry of Action or NotAction. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function readAction(raw: string): ActionPattern {
  if (raw === '*' || raw === '*:*') return { kind: 'all', raw }
  const open = openPattern(lowerCased(raw))
  if (open) return { kind: 'open', raw, whole: open }
  const colon = raw.indexOf(':')
  const service = raw.slice(0, Math.max(colon, 0))
  if (/[\s,]/.test(raw)) return { kind: 'invalid', raw, problem: 'blank-or-comma' }
  if (colon < 1) return { kind: 'invalid', raw, problem: 'no-service' }
  if (/[*?]/.test(service)) return { kind: 'invalid', raw, problem: 'wildcard-in-service' }
  const name = raw.slice(colon + 1)
  if (name === '') return { kind: 'invalid', raw, problem: 'no-action' }
  return { kind: 'action', raw, service: service.toLowerCase(), name: readPattern(name.toLowerCase(), false) }
}

/** In lower case but for what may be a name or a mask, which people are shown as they wrote it. */
const lowerCased = (raw: string): string => (mayHoldName.test(raw) ? withoutNames(raw) : raw.toLowerCase())

const mayHoldName = /[$<[]|[A-Z]{4}/

const withoutNames = (raw: string): string =>
  raw.replace(/\$\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\]|[A-Z]{4,}|[^$<[A-Z]+|[\s\S]/g, (part) =>
    /^(?:[$<[].|[A-Z]{4})/.test(part) ? part : part.toLowerCase(),
  )

const ofThisApi = 'execute-api:/'

/** Reads one entry of Resource or NotResource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function readResource(raw: string, variables: boolean): ResourcePattern {
  if (raw === '*') return { kind: 'all', raw }
  // API Gateway puts its API's own ARN before such a path. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
  if (raw.startsWith(ofThisApi))
    return {
      kind: 'arn',
      raw,
      whole: readPattern(`arn:*:execute-api:*:*:*${raw.slice(ofThisApi.length - 1)}`, variables),
    }
  // "***" isn't three wildcards, "<bucket>" isn't a name, and "arn:<hidden>" hides most of an ARN.
  const open = masksWholeText(raw) || !splitArn(raw) ? openPattern(raw, variables) : undefined
  if (open) return { kind: 'arn', raw, whole: open }
  const isSymbol = raw.startsWith('${') && symbolsIn(raw).length > 0
  if (!raw.startsWith('arn:') && !/^[*?]/.test(raw) && !isSymbol) return { kind: 'invalid', raw, problem: 'no-arn' }
  return { kind: 'arn', raw, whole: readPattern(raw, variables) }
}
