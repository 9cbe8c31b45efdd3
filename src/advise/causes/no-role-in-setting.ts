import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import type { Asked } from '../situation.ts'

const told = messagesOf('no-role-in-setting', {
  title: 'The setting {{setting}} names no role',
  explanation:
    'It holds {{written}}, and only a role can be assumed. So the program doesn’t get the role: it stops, or it goes on with other credentials, such as those of the machine or node that it runs on.',
  putRole: 'Put the ARN of a role there',
  putRoleText:
    'A role’s ARN reads arn:aws:iam::<ACCOUNT_ID>:role/<ROLE_NAME>. A policy takes effect when it’s attached to that role. Afterward, start the program or the pod again.',
  nodesRole: 'The node’s role made the call, not the role of the service account',
  nodesRoleB: 'The node’s role made the call, not the role in the pod’s annotation',
  nodesRoleText:
    'The session belongs to the role {{caller}}, and the service account names {{written}}. So the program didn’t get that role and went on with the credentials of its node.',
  seeWhy: 'See why the program didn’t get its role',
  seeWhyText:
    'The pod must have been started after the annotation was made, and its environment must have AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE. If it has them, the program’s AWS SDK is probably too old to use them: take a newer image.',
  nodesRoleTextB:
    'The session belongs to the role {{caller}} of the node, and the pod’s annotation names {{written}}. The program asked the node’s metadata service for credentials, and nothing exchanged them for those of the annotated role. So the policies of {{written}} don’t count for this call.',
  seeAgent: 'See why the pod didn’t get the annotated role',
  seeAgentText:
    'AWS doesn’t read the annotation {{setting}}: an agent such as kube2iam or kiam does. It must run on the pod’s node before the pod asks for credentials, so a pod that starts first gets the node’s role until it’s restarted. The annotated role must also trust the node’s role. IAM roles for service accounts and EKS Pod Identity need no such agent.',
  allowOwn: 'Allow the call to the pod’s own role only',
  allowOwnText: 'Every pod on the node can use what the node’s role can do, so don’t allow {{action}} to that one.',
  allowOwnTextB: 'Every pod on the node can use what the node’s role can do, so don’t allow the call to that one.',
})

/** A setting that names what to assume, and holds the ARN of something else. */
interface Found {
  readonly setting: string
  /** What the setting holds. */
  readonly written: string
  /** The node's role that made the call instead of the role in the setting, and the action; undefined: the setting names no role. */
  readonly node?: { readonly caller: string; readonly action: string | undefined; readonly byAgent: boolean }
}

/** Settings of the AWS CLI, SDKs, Terraform, GitHub's action, and service accounts of Amazon EKS. */
const roleSetting =
  /(?<![\w-])(eks\.amazonaws\.com\/role-arn|role-to-assume|role_arn|AWS_ROLE_ARN)["']?\s{0,4}[:=]\s{0,4}["']?(arn:aws[\w-]{0,10}:(?:iam|sts)::[^\s"',/]{0,40}:(?:policy|user|group|instance-profile|assumed-role)\/[^\s"',]{1,200})/
/** The role of a service account of Amazon EKS, as its manifest and the pod's environment name it. */
const podsRole =
  /(?<![\w-])(eks\.amazonaws\.com\/role-arn|AWS_ROLE_ARN)["']?[\s:=,]{1,12}(?:value["']?[\s:=]{1,8})?["']?(arn:aws[\w-]{0,10}:iam::[^\s"',/]{0,40}:role\/[^\s"',]{1,200})/
/**
 * The annotation that kube2iam and kiam read, with an ARN or the name alone. They get the role for the pod with the node's credentials.
 * https://github.com/jtblin/kube2iam
 */
const agentsRole = /(?<![\w-])(iam\.amazonaws\.com\/role)["']?[\s:=]{1,6}["']?([\w+=,.@:/-]{1,200})/
/** EC2 names the sessions of an instance's role by its ID, and tools name the roles of nodes after them. */
const ofNode = /\bnode|worker|(?:^|-)i-[0-9a-f]{3,17}|\bi-[0-9a-f]{3,17}/i

/** Longer texts don't hold more settings of the same program. */
const longest = 20_000

/** What the paste's settings name as the role to assume isn't one. https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const noRoleInSetting = defineCause<Found>({
  id: 'no-role-in-setting',
  article: 'roles/eks-irsa',
  applies: ({ denial: { kind }, given, asked, stated }) => {
    if (kind !== 'access-denied' && kind !== 'encoded-authorization-failure') return undefined
    const [, setting, written] = roleSetting.exec(given.paste.slice(0, longest)) ?? []
    if (setting !== undefined && written !== undefined) return { setting, written }
    return stated.effect === 'explicit-deny' ? undefined : nodeInstead(given.paste, asked)
  },
  explain: ({ setting, written, node }) =>
    node
      ? {
          title: told(node.byAgent ? 'nodesRoleB' : 'nodesRole'),
          explanation: told(node.byAgent ? 'nodesRoleTextB' : 'nodesRoleText', { caller: node.caller, written }),
          basis: 'experience',
        }
      : {
          title: told('title', { setting }),
          explanation: told('explanation', { written }),
          basis: 'experience',
        },
  steps: ({ setting, node }) =>
    node
      ? [node.byAgent ? agentStep(setting) : podStep, allowOwnStep(node.action)]
      : [
          {
            title: told('putRole'),
            text: told('putRoleText'),
            owner: 'caller',
            command: "aws iam list-roles --query 'Roles[].Arn'",
          },
        ],
})

/** The session of a node's role where the paste names another role as the pod's. */
function nodeInstead(paste: string, asked: Asked | undefined): Found | undefined {
  const caller = asked?.caller
  if (caller?.kind !== 'role-session' || !ofNode.test(`${caller.name} ${caller.arn.split('/').at(-1)}`))
    return undefined
  const text = paste.slice(0, longest)
  const own = podsRole.exec(text)
  const [, setting, written] = own ?? agentsRole.exec(text) ?? []
  if (setting === undefined || written === undefined || written.split('/').at(-1) === caller.name) return undefined
  return { setting, written, node: { caller: caller.name, action: asked?.action, byAgent: own === null } }
}

/** https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts-minimum-sdk.html */
const podStep: Step = {
  title: told('seeWhy'),
  text: told('seeWhyText'),
  owner: 'caller',
  command: 'kubectl exec -n <NAMESPACE> <POD> -- env | grep AWS_',
}

const agentStep = (setting: string): Step => ({
  title: told('seeAgent'),
  text: told('seeAgentText', { setting }),
  owner: 'caller',
  command: 'kubectl get pods --all-namespaces -o wide | grep -E "kube2iam|kiam"',
})

const allowOwnStep = (action: string | undefined): Step => ({
  title: told('allowOwn'),
  text: action === undefined ? told('allowOwnTextB') : told('allowOwnText', { action }),
  owner: 'account administrator',
})
