import { servicesWithCalls, specialCallOf } from '../../reference/index.ts'
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

/** Requests that need no Allow; an explicit deny still stops them. */
export const withoutAllow: readonly RuleRow[] = [
  {
    is: 'rule',
    code: 'needs-no-allow',
    kind: 'aws',
    part: 'grants',
    services: ['sts'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html',
    applies: ({ actionName, caller }) =>
      actionName === 'getsessiontoken' && (caller.kind === 'user' || caller.kind === 'root'),
  },
  {
    is: 'rule',
    code: 'unsigned-call',
    kind: 'aws',
    part: 'grants',
    services: servicesWithCalls('unsigned-call'),
    source: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html',
    applies: ({ service, actionName }) => specialCallOf(service, actionName)?.kind === 'unsigned-call',
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
