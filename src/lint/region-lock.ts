import { type ActionPattern, matches, type Operator, type Statement } from '../iam/index.ts'

/**
 * Services whose calls all go to us-east-1, whichever Region the caller works in, with their prefixes. AWS exempts them in its own example of a Region lock.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
const globalServices: readonly {
  readonly name: string
  readonly prefixes: string
  readonly isNeededByEveryone?: true
}[] = [
  { name: 'IAM', prefixes: 'iam', isNeededByEveryone: true },
  { name: 'Billing', prefixes: 'billing ce budgets cur payments invoicing tax aws-portal', isNeededByEveryone: true },
  { name: 'AWS Support', prefixes: 'support' },
  { name: 'Organizations', prefixes: 'organizations' },
  { name: 'CloudFront', prefixes: 'cloudfront' },
  { name: 'Route 53', prefixes: 'route53' },
]

/**
 * The global services that a statement denies by the Region of the call. None if it isn’t a Region lock, if us-east-1 stays allowed, or if it exempts
 * the services that everyone needs: we can’t know which of the others are used.
 */
export function globalServicesLocked(statement: Statement): readonly string[] {
  const { effect, action, resource } = statement
  const isEverything = resource?.sense === 'any-of' && resource.items.some(({ value }) => value.kind === 'all')
  if (effect?.value !== 'Deny' || !action || !isEverything || !locksOut(statement)) return []
  if (action.sense === 'any-of')
    return action.items.some(({ value }) => value.kind === 'all') ? globalServices.map(({ name }) => name) : []
  const locked = globalServices.filter(({ prefixes }) => !action.items.some(({ value }) => isOf(value, prefixes)))
  return locked.some(({ isNeededByEveryone }) => isNeededByEveryone) ? locked.map(({ name }) => name) : []
}

/** Is us-east-1 none of the Regions that stay open? */
const locksOut = ({ conditions }: Statement): boolean =>
  conditions.some(({ operator, key, values }) => {
    const isLock = isNegatedText(operator.value) && key.value.toLowerCase() === 'aws:requestedregion'
    return isLock && values.length > 0 && values.every(({ value: { raw } }) => !opens(raw))
  })

const isNegatedText = (operator: Operator | undefined): boolean =>
  operator?.negated === true && operator.comparison.startsWith('string')

/** A variable or a template's placeholder can be any Region. */
const opens = (raw: string): boolean => raw.includes('${') || matches(raw.toLowerCase(), 'us-east-1')

/** Exempting one action of a service shows that the author considered the service. */
const isOf = (pattern: ActionPattern, prefixes: string): boolean =>
  pattern.kind === 'all' || (pattern.kind === 'action' && prefixes.split(' ').includes(pattern.service))
