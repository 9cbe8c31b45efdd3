import { passedToService } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { silentLayer } from '../silent.ts'
import { isEvaluated, type Situation } from '../situation.ts'

/** What services say when they cannot assume the role that they were given. */
const cannotAssume =
  /cannot be assumed by|(?:unable|not able|failed|could not) to assume (?:the )?(?:role|service)|does not have (?:a )?(?:valid )?trust relationship|role .{0,200}invalid or cannot be assumed|verify that the role('s)? trust policy/i

/** The service that must be let in, where the caller or the call tells. */
const serviceOf = ({ asked }: Situation): string | undefined =>
  asked?.caller.kind === 'service' ? asked.caller.name : asked && passedToService(asked.action)

/** A role was passed to a service that its trust policy does not name. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const serviceNotTrusted = defineCause<Situation>({
  id: 'service-not-trusted',
  article: 'roles/service-roles',
  applies: (situation) => {
    const silent = silentLayer(situation, 'trust')
    if (silent?.situation.asked.caller.kind === 'service') return situation
    return cannotAssume.test(situation.given.paste.slice(0, 20_000)) && situation.denial.principal === undefined
      ? situation
      : undefined
  },
  explain: (situation) => {
    const named = serviceOf(situation)
    const service = named === undefined ? 'this service' : `the service ${named}`
    return {
      title: `The role does not trust ${service}`,
      explanation:
        'Passing the role worked or is not what failed: the service then could not assume it. Only the role’s trust policy decides that. It must name the service as its Principal; what the role may do plays no part.',
      basis: silentLayer(situation, 'trust') ? 'decision' : 'experience',
    }
  },
  steps: (situation) => [
    {
      title: 'Let the service in, in the role’s trust policy',
      text: `Under Trust relationships the Principal must be ${serviceOf(situation) ?? 'the service that works with the role: lambda.amazonaws.com, ecs-tasks.amazonaws.com, ec2.amazonaws.com'}, with sts:AssumeRole as the Action. A new role takes a few seconds until services can assume it.`,
      owner: 'account administrator',
      command: 'aws iam get-role --role-name ROLE-NAME --query Role.AssumeRolePolicyDocument',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = 'Only this service is let in. What it may do afterwards is up to the role’s own policies.'
    return isEvaluated(situation) && situation.asked.caller.kind === 'service'
      ? allowIn(situation, { type: 'trust', note, ifNew: note })
      : []
  },
})
