import type { Case } from './rule.ts'
import { allow, identity, when } from './scenario.ts'

/** Does an Allow under this condition hold, on a request whose key has this value? */
export function condition(
  operator: string,
  value: unknown,
  actual: string | readonly string[] | undefined,
  holds: boolean,
): Case {
  const title = `${operator} ${JSON.stringify(value)} on ${actual === undefined ? 'a missing key' : JSON.stringify(actual)}`
  const policies = [identity(allow('*', when(operator, 'my:key', value)))]
  return [
    title,
    { context: actual === undefined ? {} : { 'my:Key': actual }, policies },
    holds ? 'allowed' : 'implicitDeny',
  ]
}
