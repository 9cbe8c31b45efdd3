import { compile } from '../../evaluate/index.ts'
import { passedToService } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { arnInName } from '../empty-value.ts'
import { fetchCommand } from '../fetch-command.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { comesWithToken } from '../fixes/allow-statement.ts'
import { shellWord } from '../shell-word.ts'
import { silentLayer } from '../silent.ts'
import { isEvaluated, type Situation } from '../situation.ts'

const told = messagesOf('service-not-trusted', {
  service: 'this service',
  serviceB: 'the service {{named}}',
  title: 'The role’s trust policy lets {{service}} in, but doesn’t allow {{action}}',
  explanation:
    'The service needs {{action}} on the role in addition to what the trust policy allows it: it sends session tags with sts:AssumeRole. What the role itself can do doesn’t matter here.',
  roleTrustTitle: 'The role does not trust {{service}}',
  passingRoleWorkedExplanation:
    'Passing the role isn’t what failed: the service couldn’t assume it. Only the role’s trust policy decides that. It must name the service as its Principal; the role’s own permissions don’t matter.',
  letServiceRoles: 'Let the service in, in the role’s trust policy',
  serviceWorksRole:
    'the service that works with the role: lambda.amazonaws.com, ecs-tasks.amazonaws.com, ec2.amazonaws.com',
  nextStsAssumerole: ', next to sts:AssumeRole',
  letServiceRolesText:
    'Under Trust relationships the Principal must be {{service}}, with {{lacking}} as the Action{{rest}}. A new role takes a few seconds until services can assume it.',
  goneTitle: 'The role doesn’t exist, or it doesn’t trust {{service}}',
  goneExplanation:
    'The message can mean either, and no trust policy was given. A role that was deleted gives the same error as one whose trust policy doesn’t name the service as its Principal. The role’s own permissions don’t matter.',
  goneExplanationForOthers:
    'The message can mean either, and I don’t have the trust policy. A role that was deleted gives the same error as one whose trust policy doesn’t name the service as its Principal. The role’s own permissions don’t matter.',
  seeRole: 'See whether the role exists',
  seeRoleText: 'If this fails with NoSuchEntity, make the role again, or name another one in the deployment.',
  bootstrapText:
    '`cdk bootstrap` makes this role. If this fails with NoSuchEntity, someone deleted it: run cdk bootstrap again for this account and Region. Delete the stack CDKToolkit first if it still exists.',
  note: 'It allows only this service. What the service can do with the role depends on the role’s own policies.',
})

/** What services say when they cannot assume the role that they were given. */
const cannotAssume =
  /cannot be assumed by|(?:unable|not able|failed|could not) to assume (?:the )?(?:role|service(?![- ]linked))|does not have (?:a )?(?:valid )?trust relationship|role .{0,200}invalid or cannot be assumed|verify that the role('s)? trust policy/i

/**
 * What CloudFormation and Elastic Beanstalk say of a role that is gone and of one that doesn't trust them alike.
 * https://github.com/anomalyco/sst/issues/3653
 */
const mayBeGone = /is invalid or cannot be assumed|verify that the role exists/i

/** Nothing shows whether the role exists: its trust policy wasn't given. */
const isMaybeGone = ({ given, denial, policies }: Situation): boolean =>
  /:role\//.test(denial.resource ?? '') &&
  !policies.some((policy) => policy.given && policy.type === 'trust') &&
  mayBeGone.test(given.paste.slice(0, 20_000).replaceAll(/\s+/g, ' '))

/** A role that `cdk bootstrap` makes. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const bootstrapRole = /:role\/cdk-[a-z0-9]{1,20}-(?:cfn-exec|deploy|file-publishing|image-publishing|lookup)-role-/

function seeRole({ denial }: Situation): Step {
  const name = /[^/:]*$/.exec(denial.resource ?? '')?.[0]
  return {
    title: told('seeRole'),
    text: told(bootstrapRole.test(denial.resource ?? '') ? 'bootstrapText' : 'seeRoleText'),
    owner: 'caller',
    command: `aws iam get-role --role-name ${shellWord(name, '<ROLE_NAME>')}`,
  }
}

/** The service that must be let in, where the caller or the call tells. */
const serviceOf = ({ asked }: Situation): string | undefined =>
  asked?.caller.kind === 'service' ? asked.caller.name : asked && passedToService(asked.action)

/** What AssumeRole is checked together with, where the trust policy names the service and lacks only that. */
function lacking(situation: Situation): Text | undefined {
  const { asked, policies } = situation
  if (!isEvaluated(situation) || asked?.action !== 'sts:TagSession') return undefined
  const request = { ...situation.asked.request, action: 'sts:AssumeRole' }
  const decision = compile([...policies], situation.given.facts, situation.reference).decide(request)
  return decision === 'allowed' || decision === 'undetermined' ? asked.action : undefined
}

/** A role was passed to a service that its trust policy does not name. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const serviceNotTrusted = defineCause<Situation>({
  id: 'service-not-trusted',
  article: 'roles/service-roles',
  applies: (situation) => {
    // Cognito presents its users' tokens: a Federated principal lets them in, never a service.
    if (situation.asked && comesWithToken(situation.asked)) return undefined
    // No role has such an ARN.
    if (arnInName(situation.denial.resource ?? '') !== undefined) return undefined
    const silent = silentLayer(situation, 'trust')
    if (silent?.situation.asked.caller.kind === 'service') return situation
    // What STS says of a token or a SAML response isn’t about a service.
    const { principal, insteadTopic } = situation.denial
    if (principal !== undefined || insteadTopic === 'identity-token') return undefined
    return cannotAssume.test(situation.given.paste.slice(0, 20_000)) ? situation : undefined
  },
  explain: (situation) => {
    const named = serviceOf(situation)
    const service = named === undefined ? told('service') : told('serviceB', { named })
    const action = lacking(situation)
    if (action !== undefined)
      return {
        title: told('title', { service, action }),
        explanation: told('explanation', { action }),
      }
    if (isMaybeGone(situation))
      return { title: told('goneTitle', { service }), explanation: told('goneExplanation'), basis: 'experience' }
    return {
      title: told('roleTrustTitle', { service }),
      explanation: told('passingRoleWorkedExplanation'),
      basis: silentLayer(situation, 'trust') ? 'decision' : 'experience',
    }
  },
  steps: (situation) => {
    const trust = letIn(situation)
    return isMaybeGone(situation)
      ? [seeRole(situation), trust, ...unseenSteps(situation)]
      : [trust, ...unseenSteps(situation)]
  },
  fixes: (situation) => {
    const note = told('note')
    return isEvaluated(situation) && situation.asked.caller.kind === 'service'
      ? allowIn(situation, { type: 'trust', note, ifNew: note })
      : []
  },
})

const letIn = (situation: Situation): Step => ({
  title: told('letServiceRoles'),
  text: told('letServiceRolesText', {
    service: serviceOf(situation) ?? told('serviceWorksRole'),
    lacking: lacking(situation) ?? 'sts:AssumeRole',
    rest: lacking(situation) === undefined ? '' : told('nextStsAssumerole'),
  }),
  owner: 'account administrator',
  command: fetchCommand('trust', situation.asked, situation.stated),
})
