import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { isPodOnNode } from './instance-session.ts'
import { shellWord } from './shell-word.ts'
import type { Asked, Situation } from './situation.ts'
import { type NamedAccount, serviceAccountIn } from './trust/service-account-in.ts'

const told = messagesOf('pod-role', {
  title: 'Give the pod a role of its own',
  text: 'The session’s name is an instance’s ID, so the pod called with the role of its node, {{role}}. {{why}} What you allow to the node’s role, every pod on the node can do.',
  noAnnotation:
    'Its service account {{name}} has no annotation with a role: add it, or make a Pod Identity association, and start the pods again.',
  noRoleOfAddOn:
    'The add-on {{name}} is configured without a role: set {{setting}} to the ARN of the role for its service account.',
  unknown:
    'Give its service account the annotation eks.amazonaws.com/role-arn, or make a Pod Identity association, and start the pods again.',
})

const annotation = 'eks.amazonaws.com/role-arn'

/** Did a pod call with the role of its node? Assuming the pod's role from there is another story. */
export const runsOnNodeRole = ({ asked, stated }: Situation, paste: string): boolean =>
  asked !== undefined &&
  stated.effect !== 'explicit-deny' &&
  !/^sts:AssumeRole/i.test(asked.action) &&
  isPodOnNode(asked, paste)

/** What the paste says about the role that the pod should have. https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export function podRoleStep(asked: Asked | undefined, paste: string): Step {
  const account = serviceAccountIn(paste)
  const addOn = addOnWithoutRole(paste, asked?.action ?? '')
  const why: Text =
    addOn !== undefined
      ? told('noRoleOfAddOn', addOn)
      : account?.name === undefined
        ? told('unknown')
        : told('noAnnotation', { name: account.name })
  return {
    title: told('title'),
    text: told('text', { role: asked?.caller.name ?? '', why }),
    owner: 'caller',
    ...(addOn === undefined ? { command: commandFor(account) } : {}),
  }
}

function commandFor(account: NamedAccount | undefined): string {
  const [name, namespace] = [
    shellWord(account?.name, '<SERVICE_ACCOUNT>'),
    shellWord(account?.namespace, '<NAMESPACE>'),
  ]
  return `kubectl annotate serviceaccount ${name} -n ${namespace} ${annotation}=<ROLE_ARN>`
}

/** Whose calls these are, by the add-on's name in EKS. https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
const addOnOf: readonly (readonly [action: RegExp, name: string])[] = [
  [/^ec2:\w*(?:Volume|Snapshot)/, 'aws-ebs-csi-driver'],
  [/^elasticfilesystem:/, 'aws-efs-csi-driver'],
  [/^ec2:\w*(?:NetworkInterface|PrivateIpAddress|Ipv6Address)/, 'vpc-cni'],
]

/** The call's add-on, where Terraform gives it no role: `aws-ebs-csi-driver = {}` of the EKS module, or a resource. */
function addOnWithoutRole(
  paste: string,
  action: string,
): { readonly name: string; readonly setting: string } | undefined {
  const name = addOnOf.find(([pattern]) => pattern.test(action))?.[1]
  if (name === undefined) return undefined
  const text = paste.slice(0, 50_000)
  const entries = text.matchAll(/^[ \t]{0,40}"?([\w-]{1,60})"?[ \t]{0,20}=[ \t]{0,4}\{([^{}]{0,1000})\}/gm)
  const resources = text.matchAll(/resource\s{1,8}"aws_eks_addon"\s{1,8}"[^"]{1,80}"\s{0,8}\{([^{}]{0,2000})\}/g)
  const bodies = [
    ...[...entries].flatMap(([, own, body = '']) => (own === name ? body : [])),
    ...[...resources].flatMap(([, body = '']) => (body.includes(`"${name}"`) ? body : [])),
  ]
  const lacksRole = bodies.length > 0 && bodies.every((body) => !/service_account_role_arn|pod_identity/.test(body))
  return lacksRole ? { name, setting: 'service_account_role_arn' } : undefined
}
