import { type Statement, symbolsIn } from '../../iam/index.ts'
import { isPublicStatement, publicDefinitionOf } from '../../reference/index.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { asksForKey, conditionsOn } from '../statement-check.ts'

export const openTrust = check({
  code: 'OPEN_TRUST',
  own: true,
  type: 'SECURITY_WARNING',
  title: 'Every AWS account can assume the role',
  messages: {
    found:
      'Anyone in any AWS account can assume this role. Name the accounts or roles that you mean, or add a condition such as `aws:PrincipalOrgID`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf('{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { principal } = statement
      if (principal?.sense !== 'any-of' || !isOpen(statement)) continue
      for (const { value, path, span } of entriesOf(principal)) {
        // A bare "*" is a separate error: AWS rejects it here.
        if (value.kind !== 'everyone' || path === `${statement.path}/Principal`) continue
        const message = told('found')
        yield { path, span, message }
      }
    }
  },
})

/** What makes a role's trust policy public. */
const definition = publicDefinitionOf('AWS::IAM::AssumeRolePolicyDocument')

/**
 * Can any account meet all conditions? Those on TLS, MFA, or tags, for instance, only say how a caller must come. What a template leaves open can be one
 * fixed caller, and an external ID that isn't a pattern can be a secret: GUESSABLE_EXTERNAL_ID is about those that aren't.
 */
const isOpen = (statement: Statement): boolean =>
  definition !== undefined &&
  isPublicStatement(statement, definition) &&
  !statement.conditions.some(({ values }) => values.some(({ value }) => symbolsIn(value.raw).length > 0)) &&
  !conditionsOn(statement, /^sts:externalid$/, asksForKey).some(({ values }) =>
    values.every(({ value }) => !/[*?]/.test(value.raw)),
  )
