import type { EvaluationInput } from './evaluation-input.ts'
import type { LayerAnswer } from './layers.ts'
import type { CompiledStatement } from './statement.ts'

/** Keys that make a statement for everyone not public, if they are fixed to a value. */
const narrowing: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
])

/**
 * S3 Block Public Access, all four settings on: a bucket policy that makes the bucket public then reaches only the owner's own account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isPublicAccessBlocked(
  { facts, service, caller, crossAccount }: EvaluationInput,
  answers: readonly LayerAnswer[],
): boolean {
  if (!facts.s3BlockPublicAccess || service !== 's3') return false
  if (caller.kind !== 'anonymous' && !crossAccount) return false
  return answers.some(({ layer }) => layer.type === 'resource' && layer.statements.some(isPublic))
}

function isPublic({ effect, statement, conditions }: CompiledStatement): boolean {
  const { principal } = statement
  if (effect !== 'Allow' || !principal) return false
  const forEveryone = principal.sense === 'none-of' || principal.items.some(({ value }) => value.kind === 'everyone')
  return (
    forEveryone &&
    !conditions.some(({ key, operator, condition }) => {
      const fixed = operator && !operator.negated && !operator.ifExists && operator.comparison !== 'null'
      return (
        fixed &&
        narrowing.has(key) &&
        condition.values.every(({ value }) => !/[*?]/.test(value.raw) && !value.raw.endsWith('/0'))
      )
    })
  )
}
