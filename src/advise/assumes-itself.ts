import { parseArn } from '../iam/index.ts'
import type { Asked } from './situation.ts'

/**
 * Does a session ask for the role that it's already a session of? Then the role's trust policy must name the role itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role
 */
export const assumesItself = ({ caller, request, action }: Asked): boolean =>
  /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)$/i.test(action) &&
  caller.kind === 'role-session' &&
  parseArn(request.resource)?.account === caller.account &&
  parseArn(request.resource)?.resource.split('/').at(-1) === caller.name
