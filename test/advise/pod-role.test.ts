// Pods that call with the role of their node, because nothing gives them one of their own.
import { answerAll, type Row } from './answer-rows.ts'

const node = (action: string, role = 'workers-node-group'): string =>
  `api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/${role}/i-0123456789abcdef0 is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: lb-controller\n  namespace: kube-system'
const lead = 'Give the pod a role of its own'
const addOns = (own: string): string =>
  `could not create volume in EC2 for the pod\n\n  cluster_addons = {\n    vpc-cni            = {}\n    aws-ebs-csi-driver = ${own}\n  }`

const pods: readonly Row[] = [
  [
    'a service account without the annotation',
    `${node('elasticloadbalancing:DescribeLoadBalancers')}\n\n${account}`,
    'no-identity-allow',
    [
      lead,
      'Its service account lb-controller has no annotation',
      'kubectl annotate serviceaccount lb-controller -n kube-system',
    ],
    ['A program gets that role when it finds no other credentials'],
  ],
  [
    'no service account in the paste',
    `${node('s3:ListBucket')}\nThe pod runs in the namespace backup.`,
    'no-identity-allow',
    [lead, 'kubectl annotate serviceaccount <SERVICE_ACCOUNT>'],
  ],
  [
    'an add-on without a role',
    `${node('ec2:CreateVolume')}\n${addOns('{}')}`,
    'no-identity-allow',
    [lead, 'aws-ebs-csi-driver is configured without a role', 'service_account_role_arn'],
    ['vpc-cni is configured'],
  ],
  [
    'an add-on with a role',
    `${node('ec2:CreateVolume')}\n${addOns('{ service_account_role_arn = module.irsa.arn }')}`,
    'no-identity-allow',
    [lead],
    ['is configured without a role'],
  ],
  [
    'an annotation with another role',
    `${node('s3:ListBucket')}\n\n${account}\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/backup`,
    'no-role-in-setting',
    ['The node’s role made the call'],
    [lead],
  ],
  [
    'an annotation with a policy leads, and the policy comes after that',
    `api error UnauthorizedOperation: You are not authorized to perform this operation.\ncould not create volume in EC2\n\n${account}\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy`,
    'no-role-in-setting',
    ['Put the ARN of a role there'],
    ['Attach AmazonEBSCSIDriverPolicyV2'],
  ],
  [
    'an instance without pods',
    node('s3:ListBucket', 'build-server'),
    'no-identity-allow',
    ['A program gets that role when it finds no other credentials'],
    [lead],
  ],
]

answerAll([['the role of the node', pods]])
