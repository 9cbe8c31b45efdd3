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

/** Does the statement make its resource public, as S3 Block Public Access defines it? */
export function isPublic({ effect, statement, conditions }: CompiledStatement): boolean {
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
