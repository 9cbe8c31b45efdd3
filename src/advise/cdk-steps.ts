import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked, Evaluated } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('cdk-steps', {
  bootstrapBoundary: 'Bootstrap with a template in which every role has the boundary',
  bootstrapBoundaryText:
    'Run `cdk bootstrap --show-template > bootstrap.yaml`, give all five roles in it the property PermissionsBoundary, and run `cdk bootstrap --template bootstrap.yaml`. The option --custom-permissions-boundary puts the boundary only on the role with which CloudFormation deploys.',
  assumeRoles: 'If this is a CDK deployment, allow {{who}} to assume the roles of the bootstrap stack',
  assumeRolesText:
    '`cdk deploy` assumes these roles, and they have what a deployment needs. Only if it can’t assume them does the CDK go on with the caller’s own permissions: see whether the log says “could not be used to assume”. The account must be bootstrapped.',
  hotswap: 'Deploy without --hotswap, or allow what it calls',
  hotswapText:
    'With --hotswap, the CDK works with the caller’s own permissions, not with the roles of the bootstrap stack. It calls lambda:UpdateFunctionCode, states:UpdateStateMachine, or ecs:RegisterTaskDefinition and ecs:UpdateService, by what changed.',
  keptRole: 'Make the change in the bootstrap template, too',
  keptRoleText:
    '`cdk bootstrap` made this role from a template. A change by hand is missing wherever someone bootstraps another account or Region: make it in the template (cdk bootstrap --show-template, then --template), or deploy with the CloudFormation role that bootstrapping made.',
})

/** How much of a paste is searched for the tool. */
const most = 20_000

/** A role that `cdk bootstrap` makes. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html */
const bootstrapRole =
  /[:/](?:role|assumed-role)\/cdk-[a-z0-9]{1,20}-(?:cfn-exec|deploy|file-publishing|image-publishing|lookup)-role-/

const goesOn = /\bcould not be used to assume\b/

/** What someone who uses the CDK pastes. */
const sign = /\bcdk (?:deploy|bootstrap|diff|synth|destroy|import|watch)\b|\bCDKToolkit\b|\baws-cdk\b|\/cdk-bootstrap\//

/**
 * If bootstrapping can't make a role without a permissions boundary. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html,
 * and on what the option leaves out https://github.com/aws/aws-cdk-cli/issues/284
 */
export const bootstrapBoundaryStep = ({ action, request }: Asked): Pick<Step, 'title' | 'text'> | undefined =>
  action === 'iam:CreateRole' && bootstrapRole.test(request.resource)
    ? { title: told('bootstrapBoundary'), text: told('bootstrapBoundaryText') }
    : undefined

/** What `cdk deploy` does with the caller's own permissions only if it can't assume its roles. https://github.com/aws/aws-cdk/issues/28522 */
const ofDeployment =
  /^(?:cloudformation:(?:DescribeStacks|GetTemplate|CreateChangeSet|DescribeChangeSet|ExecuteChangeSet)|ssm:GetParameter)$/

/** What helps a CDK deployment better than the denied action: the roles that are made for it. Empty elsewhere. */
export function cdkSteps({ asked, given }: Evaluated): readonly Step[] {
  const { action, caller, request } = asked
  const paste = given.paste.slice(0, most)
  const isOwn = bootstrapRole.test(caller.arn)
  // Where the CDK says that it couldn't, that's told already.
  if (goesOn.test(paste)) return []
  if (!sign.test(paste) || !ofDeployment.test(action) || isOwn || /:stack\/CDKToolkit\//.test(request.resource))
    return []
  if (action === 'ssm:GetParameter' && !request.resource.includes(':parameter/cdk-bootstrap/')) return []
  if (/--hotswap\b/.test(paste)) return [{ title: told('hotswap'), text: told('hotswapText'), owner: 'caller' }]
  const Resource = `arn:${caller.partition}:iam::${caller.account ?? '<ACCOUNT_ID>'}:role/cdk-*`
  return [
    {
      title: told('assumeRoles', { who: whoPhrase(asked) }),
      text: told('assumeRolesText'),
      owner: 'account administrator',
      statement: JSON.stringify(
        { Sid: 'AssumeCdkRoles', Effect: 'Allow', Action: 'sts:AssumeRole', Resource },
        null,
        2,
      ),
    },
  ]
}

/** The bootstrap template doesn't have a change that someone made to its role. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html */
export const keptRoleSteps = ({ asked }: Evaluated): readonly Step[] =>
  bootstrapRole.test(asked.caller.arn)
    ? [{ title: told('keptRole'), text: told('keptRoleText'), owner: 'account administrator' }]
    : []
