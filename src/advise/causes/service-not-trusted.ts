import { compile } from '../../evaluate/index.ts'
import { passedToService } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { arnInName } from '../empty-value.ts'
import { fetchCommand } from '../fetch-command.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { comesWithToken } from '../fixes/allow-statement.ts'
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
  note: 'It allows only this service. What the service can do with the role depends on the role’s own policies.',
})

/** What services say when they cannot assume the role that they were given. */
const cannotAssume =
  /cannot be assumed by|(?:unable|not able|failed|could not) to assume (?:the )?(?:role|service(?![- ]linked))|does not have (?:a )?(?:valid )?trust relationship|role .{0,200}invalid or cannot be assumed|verify that the role('s)? trust policy/i

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
    return {
      title: told('roleTrustTitle', { service }),
      explanation: told('passingRoleWorkedExplanation'),
      basis: silentLayer(situation, 'trust') ? 'decision' : 'experience',
    }
  },
  steps: (situation) => [
    {
      title: told('letServiceRoles'),
      text: told('letServiceRolesText', {
        service: serviceOf(situation) ?? told('serviceWorksRole'),
        lacking: lacking(situation) ?? 'sts:AssumeRole',
        rest: lacking(situation) === undefined ? '' : told('nextStsAssumerole'),
      }),
      owner: 'account administrator',
      command: fetchCommand('trust', situation.asked, situation.stated),
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = told('note')
    return isEvaluated(situation) && situation.asked.caller.kind === 'service'
      ? allowIn(situation, { type: 'trust', note, ifNew: note })
      : []
  },
})
