import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('policy-order', {
  title: 'If this deployment also makes the policy, have the resource wait for it',
  text: 'CloudFormation makes resources that don’t name each other at the same time. So the call can come before the policy is attached to the role, and a second attempt often works. Add the policy’s logical ID to DependsOn of the resource that failed, or of the function if that’s what failed. In the CDK, use resource.node.addDependency(policy), or applyBefore(resource) of what a grant method returns.',
  terraform: 'In Terraform, make what failed depend on the policy',
  terraformText:
    'A resource that names a role waits for the role, but not for the policy that’s attached to it, so AWS may have looked at a role without it. Add depends_on with the policy or its attachment to the resource that failed, and apply again.',
  grants: 'See what the program’s grants add to the role',
  grantsText:
    'The program calls a grant method of the CDK, such as grantRead. What it adds isn’t evaluated here: paste the policy from `cdk synth` for that.',
  grantsTextForOthers: 'The program calls a grant method of the CDK, such as grantRead. I didn’t check what it adds.',
})

const most = 20_000

/** What CloudFormation and the CDK print when they can't make or change a resource. */
const stackEvent =
  /\b(?:CREATE|UPDATE)_FAILED\b|\bcustom resource\b|\bCustom::\w|\bHandlerErrorCode\b|\bResource handler returned message\b/i

/** A policy that is a resource of its own, next to the role: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
const apart = /^it belongs to the AWS::IAM::(?:ManagedPolicy|(?:Role)?Policy) “|^the code gives it to \S/

/** `secret.grantRead(fn)`, `table.grant_read_data(fn)`: https://docs.aws.amazon.com/cdk/v2/guide/permissions.html */
const grant = /\.grant(?:[A-Z]\w{0,40}|_\w{1,40})?\(/

/**
 * What to do where a deployment's resource calls with a role whose policy the same deployment makes: nothing orders them by itself. Empty elsewhere.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 * Terraform derives its order from references: https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on (2026-11-30)
 */
export function policyOrderSteps({ given, asked, denial: { sentence } }: Situation): readonly Step[] {
  const text = given.paste.slice(0, most)
  const isOfTerraform = given.policies.some(({ type, name }) => type === 'identity' && /^aws_iam_\w+\./.test(name))
  if (sentence?.caller.kind === 'role' && isOfTerraform && !given.paste.includes('depends_on'))
    return [{ title: told('terraform'), text: told('terraformText'), owner: 'caller' }]
  // The one who deploys has a policy already.
  const isDeployer = asked?.caller.kind === 'user' && !asked.standIns.has('principal')
  if (!stackEvent.test(text) || isDeployer || asked?.caller.session === 'AWSCloudFormation') return []
  const wait: Step = { title: told('title'), text: told('text'), owner: 'account administrator' }
  const grants: Step = { title: told('grants'), text: told('grantsText'), owner: 'caller', command: 'cdk synth' }
  if (given.policies.some(({ type, because }) => type === 'identity' && apart.test(because ?? ''))) return [wait]
  return grant.test(text) ? [wait, grants] : []
}
