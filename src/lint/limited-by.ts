import type { Condition, Statement } from '../iam/index.ts'

/**
 * Does a condition of the statement limit this key (lower case) to values? A negated one, Null and what also holds without the key don't, and neither
 * does a value that begins with a wildcard: `"*ecs.amazonaws.com"` counts as any service for Access Analyzer.
 */
export const isLimitedBy = ({ conditions }: Statement, name: string): boolean =>
  conditions.some((condition) => condition.key.value.toLowerCase() === name && limits(condition))

function limits({ operator: { value: operator }, values }: Condition): boolean {
  if (!operator || operator.negated || operator.ifExists || operator.quantifier === 'for-all') return false
  if (operator.comparison === 'null') return false
  return !isPattern(operator.comparison) || !values.some(({ value }) => /^[*?]/.test(value.raw))
}

const isPattern = (comparison: string): boolean => comparison === 'string-like' || comparison === 'arn'

/**
 * Access Analyzer accepts `IfExists` on `iam:PassedToService` in some forms, and nothing is lost by it: every request to pass a role carries the key.
 * Which forms can be read off AWS's own policies (AWSLambdaReplicator, AWSRoboMakerServiceRolePolicy, AWSElasticBeanstalkManagedUpdatesServiceRolePolicy
 * are accepted; AWSServiceRoleForAmazonEKSNodegroup isn't): https://github.com/zoph-io/MAMIP/tree/master/findings
 */
export const isAcceptedIfExists = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ key, operator: { value: operator }, values }) =>
      key.value.toLowerCase() === 'iam:passedtoservice' &&
      operator?.ifExists === true &&
      !operator.negated &&
      operator.quantifier === 'single' &&
      values.length > 0 &&
      !values.some(({ value }) => /^[*?]/.test(value.raw)) &&
      (operator.comparison === 'string-like' || values.every(({ value }) => value.raw === 'lambda.amazonaws.com')),
  )

/** Is the key asked for under an operator that also holds where the request lacks it? */
export const isOnlyIfExists = ({ conditions }: Statement, name: string): boolean =>
  conditions.some(({ key, operator }) => key.value.toLowerCase() === name && operator.value?.ifExists === true)
