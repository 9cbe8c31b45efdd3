import { parseArn } from '../../iam/index.ts'
import {
  isShareable,
  ownAccountOnlySource,
  resourcePoliciesOf,
  sharesAnything,
  specialCallOf,
} from '../../reference/index.ts'
import type { EvaluationInput } from '../gate.ts'
import { ignoresResourcePolicy } from '../resource-policy-scope.ts'
import { always } from './built-in.ts'
import { awsDenies, type RuleRow, type StatementRow } from './rule.ts'

const services = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html'

/** Requests from another account that no policy on either side can allow. */
export const acrossAccounts: readonly RuleRow[] = [
  awsDenies({
    code: 'role-passed-across-accounts',
    services: ['iam'],
    source: 'https://repost.aws/knowledge-center/iam-passrole-error',
    crossAccountOnly: true,
    applies: ({ actionName }) => actionName === 'passrole',
  }),
  awsDenies({
    code: 'own-account-only',
    services: undefined,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    // Passing a role has a sentence of its own.
    crossAccountOnly: true,
    applies: (input) => input.actionName !== 'passrole' && isForOwnAccount(input),
  }),
  awsDenies({
    code: 'no-resource-policies',
    services: undefined,
    source: services,
    crossAccountOnly: true,
    applies: (input) => !canBeOpened(input),
  }),
]

const isForOwnAccount = (input: EvaluationInput): boolean =>
  ownAccountOnlySource(input.service, input.actionName, parseArn(input.resource)?.resource ?? '') !== undefined ||
  ignoresResourcePolicy(input) !== undefined

/** Does the owner have any way to allow another account? If AWS's documentation doesn't say, we assume that there is one. */
function canBeOpened({ service, resource }: EvaluationInput): boolean {
  if (isShareable(service, resource)) return true
  switch (resourcePoliciesOf(service, resource)) {
    case 'none':
    case 'not-iam':
    case 'service-only':
      return false
    case 'sharing':
      return !sharesAnything(service)
    case 'access':
    case 'delegation':
    case undefined:
      return true
  }
}

/**
 * Calls about another account for which AWS doesn't check the owner's side, because no policy there could allow them.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
 */
const decidesAlone = (service: string, actionName: string): boolean =>
  (service === 'sts' && actionName === 'assumeroot') ||
  specialCallOf(service, actionName)?.kind === 'any-account-of-organization'

/** The caller's side alone decides. */
export const callerDecides: StatementRow = {
  is: 'statements',
  code: 'caller-side-only',
  kind: 'aws',
  part: 'owner-grants',
  services: ['sts', 'organizations'],
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
  coverage: 'account',
  statements: always({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  applies: ({ service, actionName }) => decidesAlone(service, actionName),
}

/** The owner shares the resource. Who may use it for what is up to the share, so it replaces the owner's policy. */
export const shared: StatementRow = {
  is: 'statements',
  code: 'shared',
  kind: 'sharing',
  part: 'owner-grants',
  services: undefined,
  source: 'https://docs.aws.amazon.com/ram/latest/userguide/shareable.html',
  coverage: 'account',
  statements: always({
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { sharedByRam: 'true' } },
  }),
  crossAccountOnly: true,
  applies: ({ service, resource, facts }, layers) => {
    if (!isShareable(service, resource)) return false
    // A service whose resource-based policies people write themselves has its answer there, unless someone says that RAM shares it.
    const isAskedFor =
      resourcePoliciesOf(service, resource) !== 'access' && !layers.some(({ type }) => type === 'resource')
    return facts.sharedByRam !== undefined || isAskedFor
  },
}
