import type { RuleRow } from './rule.ts'

/** Requests that AWS allows without any permission: not even an explicit deny stops them. */
export const withoutPermission: readonly RuleRow[] = [
  {
    is: 'rule',
    code: 'needs-no-permission',
    kind: 'aws',
    part: 'exempts',
    services: ['sts'],
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
    applies: ({ actionName }) => actionName === 'getcalleridentity',
  },
]

/** The root user has every permission in its account without a policy; SCPs, RCPs, and resource-based denies still apply. */
export const rootUser: RuleRow = {
  is: 'rule',
  code: 'root-user',
  kind: 'aws',
  part: 'caller',
  services: undefined,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  applies: ({ caller }) => caller.kind === 'root',
}
