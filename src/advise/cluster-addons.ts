import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { isPodOnNode } from './instance-session.ts'
import { shellWord } from './shell-word.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('cluster-addons', {
  attach: 'Attach {{policy}} to the role of the {{name}}',
  attachText:
    'AWS’s own policy for the {{name}} has what it needs, and AWS reports only one missing action at a time. Attach it to the role of its service account {{account}}. If the service account has no role, the add-on uses the node’s role: give it its own role with an annotation or a Pod Identity association, and start its pods again.',
})

/** An add-on of Amazon EKS, and the policy that AWS has for it. */
interface AddOn {
  readonly name: string
  /** Its name in logs, events, roles, and settings. */
  readonly sign: RegExp
  readonly actions: RegExp
  readonly account: string
  /** What the policy's ARN ends with. */
  readonly policy: string
}

/** https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html (2026-11-30) */
const addOns: readonly AddOn[] = [
  {
    name: 'Amazon EBS CSI driver',
    sign: /ebs[-_.]?csi|could not create volume in EC2/i,
    actions:
      /^ec2:(?:(?:Create|Delete|Attach|Detach|Modify)Volume|(?:Create|Delete)Snapshot|CreateTags|Describe(?:Volume|Snapshot|AvailabilityZone|Instance|Tag)\w*)$/,
    account: 'ebs-csi-controller-sa',
    policy: 'AmazonEBSCSIDriverPolicyV2',
  },
  {
    name: 'Amazon EFS CSI driver',
    sign: /efs[-_.]?csi/i,
    actions:
      /^elasticfilesystem:(?:(?:Create|Delete|Describe)AccessPoints?|TagResource|DescribeFileSystems|DescribeMountTargets)$|^ec2:DescribeAvailabilityZones$/,
    account: 'efs-csi-controller-sa',
    policy: 'service-role/AmazonEFSCSIDriverPolicy',
  },
  {
    name: 'Amazon VPC CNI plugin',
    sign: /\baws-node\b|\bipamd\b|vpc-cni|aws-cni/i,
    actions:
      /^ec2:(?:(?:Assign|Unassign)PrivateIpAddresses|(?:Create|Delete|Attach|Detach|Modify)NetworkInterface\w*|CreateTags|Describe\w+)$/,
    account: 'aws-node',
    policy: 'AmazonEKS_CNI_Policy',
  },
]

const addOnOf = ({ asked, stated }: Situation, paste: string): AddOn | undefined =>
  asked === undefined ||
  stated.effect === 'explicit-deny' ||
  (stated.policyType !== undefined && stated.policyType !== 'identity') ||
  (asked.caller.kind !== 'role-session' && !asked.standIns.has('principal'))
    ? undefined
    : addOns.find(({ sign, actions }) => actions.test(asked.action) && sign.test(`${paste} ${asked.caller.name}`))

/** Is the call one of an add-on that AWS has a policy for? */
export const isOfAddOn = (situation: Situation, paste: string): boolean => addOnOf(situation, paste) !== undefined

/** Attach that policy. */
export function addOnStep(situation: Situation, paste: string): Step {
  const { name, account, policy } = addOnOf(situation, paste) ?? { name: '', account: '', policy: '' }
  const { asked } = situation
  // The node's role would pass the permissions on to every pod of the node.
  const isUnknown = asked === undefined || asked.standIns.has('principal') || isPodOnNode(asked, paste)
  const role = isUnknown ? undefined : asked.caller.name
  return {
    title: told('attach', { policy: policy.replace(/^.*\//, ''), name }),
    text: told('attachText', { name, account }),
    owner: 'account administrator',
    command: `aws iam attach-role-policy --role-name ${shellWord(role, '<ROLE_NAME>')} --policy-arn arn:${asked?.caller.partition ?? 'aws'}:iam::aws:policy/${policy}`,
  }
}
