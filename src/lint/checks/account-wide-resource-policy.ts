import type { Condition, Statement } from '../../iam/index.ts'
import { deliversLogs } from '../../reference/index.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { asksForKey, includesAction, isAllow } from '../statement-check.ts'

/** The policy can be meant this way, so this is a hint. Key policies name the account so that IAM can grant the rest: KEY_POLICY_LEAVES_USE_TO_IAM. */
export const accountWideResourcePolicy = check({
  code: 'ACCOUNT_WIDE_RESOURCE_POLICY',
  own: true,
  type: 'SUGGESTION',
  title: 'A whole account or organization can use the resource',
  messages: {
    account:
      'Every user and role in account `{{account}}` can make these requests if a policy of their own allows it: `{{actions}}`. If only some need them, name those as principals, or in a condition on `aws:PrincipalArn`.',
    members:
      'Every user and role that meets the condition on `{{key}}` can make these requests: `{{actions}}`. In other accounts, a policy of their own must allow it too. If only some need them, add a condition on `aws:PrincipalArn`.',
  },
  policyTypes: ['resource'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:role/Upload" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      if (!isCandidate(statement)) continue
      const actions = statement.action?.items.map(({ value }) => value.raw) ?? []
      const [members] = statement.conditions.filter(choosesMembers)
      for (const { value, path, span } of entriesOf(statement.principal)) {
        if (value.kind === 'account' && !isOwnAccount(statement, value.account) && !deliversLogs(value.account))
          yield { path, span, message: told('account', { account: value.account, actions }) }
        if (value.kind === 'everyone' && members)
          yield { path, span, message: told('members', { key: members.key.value, actions }) }
      }
    }
  },
})

/** Allows actions of other services than KMS, under conditions that choose no callers inside the account or organization. */
const isCandidate = (statement: Statement): boolean =>
  statement.effective &&
  isAllow(statement) &&
  statement.action?.sense === 'any-of' &&
  statement.principal?.sense === 'any-of' &&
  !includesAction(statement, /^kms:/) &&
  statement.conditions.every((each) => choosesMembers(each) || each.key.value.toLowerCase() === 'aws:securetransport')

/** Does the condition ask for an account or an organization of the caller? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const choosesMembers = ({ key, operator: { value: operator } }: Condition): boolean =>
  /^aws:principal(?:orgid|orgpaths|account)$/.test(key.value.toLowerCase()) &&
  operator !== undefined &&
  asksForKey(operator)

/** In the resource's own account, naming the account leaves the decision to its identity-based policies. */
const isOwnAccount = ({ resource }: Statement, account: string): boolean =>
  resource?.sense === 'any-of' &&
  resource.items.length > 0 &&
  resource.items.every(({ value }) => value.kind === 'arn' && value.raw.split(':')[4] === account)
