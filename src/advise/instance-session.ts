import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked } from './situation.ts'

const told = messagesOf('instance-session', {
  title: 'See why the pod called with the node’s role',
  text: 'The session’s name is an instance’s ID, so the pod has no role of its own. With IRSA, the service account has the annotation eks.amazonaws.com/role-arn, and the role’s trust policy names the cluster’s OIDC provider. Correct that, start the pod again, and leave the role out of the program’s own settings. Only without IRSA or EKS Pod Identity does the node’s role need to assume this one.',
})

/** EC2 names the sessions of an instance's role by its ID. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html */
export const isInstanceSession = ({ request }: Asked): boolean =>
  /:assumed-role\/[^\s]+\/i-[0-9a-f]{3,17}$/.test(request.principal)

const pods = /\bpods?\b|\bservice-? ?accounts?\b|\bIRSA\b|\bkubernetes\b|\bkube2iam\b|\bkiam\b/i

/** Did a program in a Kubernetes pod call with the role of the node? https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
export const isPodOnNode = (asked: Asked, paste: string): boolean =>
  isInstanceSession(asked) && pods.test(paste.slice(0, 20_000))

/** What to look at then. */
export const podStep: Step = { title: told('title'), text: told('text'), owner: 'caller' }
