// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { coversAction, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, conditionsOn, isAllow, isDeny, isEveryResource, statementCheck } from '../statement-check.ts'

/** Give permissions to another user or role, or take a boundary away. */
const escapes: readonly string[] = [
  'DeleteRolePermissionsBoundary',
  'DeleteUserPermissionsBoundary',
  'PutRolePolicy',
  'AttachRolePolicy',
  'PutUserPolicy',
  'AttachUserPolicy',
  'CreatePolicyVersion',
  'SetDefaultPolicyVersion',
]

export const boundaryCanBeEscaped = statementCheck(
  {
    code: 'BOUNDARY_CAN_BE_ESCAPED',
    type: 'WARNING',
    title: 'The permissions boundary doesn’t protect itself',
    messages: {
      found:
        'Within this boundary, `{{action}}` is limited by nothing: the holder can give permissions to a user or role that has no boundary, or remove the boundary. Add a condition on `iam:PermissionsBoundary`, or a Deny of `iam:DeleteRolePermissionsBoundary`, `iam:DeleteUserPermissionsBoundary`, and changes to the boundary policy.',
    },
    policyTypes: ['permissions-boundary'],
    wrong: policyOf('{ "Effect": "Allow", "Action": ["s3:*", "iam:PutRolePolicy"], "Resource": "*" }'),
    right: policyOf(
      '{ "Effect": "Allow", "Action": ["s3:*", "iam:PutRolePolicy"], "Resource": "*", "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/boundary" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
  (statement, { policy: { statements } }) => {
    if (
      !isAllow(statement) ||
      !isEveryResource(statement) ||
      conditionsOn(statement, /^iam:permissionsboundary$/).length > 0
    )
      return undefined
    const denies = statements.filter((each) => isDeny(each) && isEveryResource(each))
    const free = escapes.find((name) => covers(statement, name) && !denies.some((deny) => covers(deny, name)))
    if (free === undefined) return undefined
    return { at: atElement(statement, statement.action), message: told('found', { action: `iam:${free}` }) }
  },
)

function covers({ action }: Statement, name: string): boolean {
  const isNamed = Boolean(action?.items.some(({ value }) => coversAction(value, 'iam', name.toLowerCase())))
  return action?.sense === 'none-of' ? !isNamed : isNamed
}
