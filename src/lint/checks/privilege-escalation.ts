import { type ActionPattern, coversAction, overlaps, type Statement } from '../../iam/index.ts'
import type { Check, Found } from '../check.ts'
import { type Entry, entriesOf } from '../entries.ts'
import { type EscalationPath, escalationPaths } from '../escalation-paths.ts'
import { policyOf } from '../example.ts'
import { listed, quote } from '../words.ts'

export const privilegeEscalation: Check = {
  code: 'PRIVILEGE_ESCALATION',
  own: true,
  type: 'WARNING',
  title: 'Whoever has this can give themselves all permissions',
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "arn:aws:iam::111122223333:policy/team/*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  *find({ policy: { statements } }): Iterable<Found> {
    if (statements.some(isAdministrator)) return
    const granted = statements.filter(isUnlimited).flatMap((each) => entriesOf(each, each.action))
    const denied = statements.filter(({ effect }) => effect?.value === 'Deny')
    for (const path of escalationPaths) {
      const steps = path.actions.map((action) =>
        granted.find(({ value }) => value.kind === 'action' && allows(value, action)),
      )
      const last = steps.at(-1)
      if (!last || steps.includes(undefined) || denied.some((each) => limits(each, path))) continue
      const { path: at, span } = last
      yield { path: at, span, message: messageOf(path, last) }
    }
  },
}

const messageOf = ({ actions, how }: EscalationPath, last: Entry<ActionPattern>): string => {
  const others = actions.slice(0, -1).map(quote)
  const together = others.length > 0 ? `Together with ${listed(others)}, ` : ''
  const start = together === '' ? 'On every resource, ' : 'on every resource, '
  return `${together}${start}${quote(last.value.raw)} is as much as all permissions: whoever has it can ${how}. Limit it to named resources, or by a condition.`
}

/** Allows its actions on everything and under no condition. */
const isUnlimited = ({ effect, action, resource, conditions, effective }: Statement): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  conditions.length === 0 &&
  resource?.sense === 'any-of' &&
  resource.items.some(({ value }) => value.kind === 'all')

/** Meant to be able to do everything: that is no slip. */
const isAdministrator = ({ effect, action }: Statement): boolean =>
  effect?.value === 'Allow' &&
  (action?.sense === 'none-of' ||
    Boolean(action?.items.some(({ value }) => value.kind === 'all' || value.raw.toLowerCase() === 'iam:*')))

function allows(pattern: ActionPattern, action: string): boolean {
  const [service = '', name = ''] = action.toLowerCase().split(':')
  return coversAction(pattern, service, name)
}

/** Might this Deny stop the path, on some resource or under some condition? */
const limits = ({ action }: Statement, { actions }: EscalationPath): boolean =>
  action?.sense === 'none-of' ||
  actions.some((step) =>
    action?.items.some(({ value }) => value.kind === 'all' || overlaps(value.raw.toLowerCase(), step.toLowerCase())),
  )
