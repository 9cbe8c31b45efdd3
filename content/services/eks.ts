import { allow, allowFor, notAllowed, own, type ServiceDenial } from './service-denial.ts'

const oidc = 'oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE'
const claims = { [`${oidc}:aud`]: 'sts.amazonaws.com', [`${oidc}:sub`]: 'system:serviceaccount:shop:orders' }

export const eks: readonly ServiceDenial[] = [
  {
    title: 'kubectl: You must be logged in to the server',
    message: 'error: You must be logged in to the server (the server has asked for the client to provide credentials)',
    cause:
      'The cluster doesn’t know your IAM user or role: it has no access entry, and no line in `aws-auth`. Only the one who created the cluster has access from the start. No IAM policy helps.',
    check: {
      command: 'aws eks list-access-entries --cluster-name <CLUSTER_NAME> --query accessEntries --output text',
      says: 'You should see the ARN of your user or role, without the session’s name.',
    },
    fix: {
      says: 'Someone with access to the cluster creates an access entry for you, and associates an access policy with it.',
    },
    verify: 'Run `kubectl auth whoami`. You should see your ARN.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
    article: 'messages/kubernetes-rbac',
  },
  {
    title: 'The console shows no nodes and no pods',
    message:
      "Your current IAM principal doesn't have access to Kubernetes objects on this cluster. This might be due to the current principal not having an IAM access entry with permissions to access the cluster.",
    cause: 'IAM opens the page, and Kubernetes decides what it shows. You need both.',
    check: {
      command:
        'aws eks list-associated-access-policies --cluster-name <CLUSTER_NAME> --principal-arn <ROLE_ARN> --query "associatedAccessPolicies[].policyArn" --output text',
      says: 'Nothing means that Kubernetes doesn’t let you see anything.',
    },
    fix: {
      says: 'Associate `AmazonEKSViewPolicy` with your access entry. It doesn’t show nodes and secrets; `AmazonEKSAdminViewPolicy` shows both. In IAM, you need this policy.',
      policy: {
        ...own(
          allow(
            ['eks:AccessKubernetesApi', 'eks:DescribeCluster'],
            'arn:aws:eks:eu-central-1:111122223333:cluster/shop',
          ),
          allow('eks:ListClusters', '*'),
        ),
        request: { action: 'eks:AccessKubernetesApi', resource: 'arn:aws:eks:eu-central-1:111122223333:cluster/shop' },
      },
    },
    verify: 'Choose **Resources** in the EKS console, and the cluster. You should see pods.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/view-kubernetes-resources.html',
    article: 'messages/kubernetes-rbac',
  },
  {
    title: 'Kubernetes itself says “forbidden”',
    message:
      'Error from server (Forbidden): pods is forbidden: User "mateojackson" cannot list resource "pods" in API group "" at the cluster scope',
    cause:
      'The cluster knows you, and its role-based access control (RBAC) denies you. IAM policies don’t matter here.',
    check: { says: 'Run `kubectl auth can-i list pods`. You should see `no`.' },
    fix: {
      says: 'An administrator of the cluster binds a role to you, or associates another access policy with your access entry.',
    },
    verify: 'Run `kubectl auth can-i list pods`. You should see `yes`.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
    article: 'messages/kubernetes-rbac',
  },
  {
    title: 'A pod can’t assume its role (IRSA)',
    message:
      'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    cause: 'The role’s trust policy names another cluster’s provider, another namespace, or another service account.',
    check: {
      command: 'aws eks describe-cluster --name <CLUSTER_NAME> --query cluster.identity.oidc.issuer --output text',
      says: 'The trust policy must have the same ID at the end, and `system:serviceaccount:<NAMESPACE>:<SERVICE_ACCOUNT>` as the subject.',
    },
    fix: {
      says: 'Name the service account in the trust policy.',
      policy: {
        type: 'trust',
        statements: [
          allowFor(
            { Federated: `arn:aws:iam::111122223333:oidc-provider/${oidc}` },
            { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: claims } },
          ),
        ],
        request: {
          principal: `arn:aws:iam::111122223333:oidc-provider/${oidc}`,
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: 'arn:aws:iam::111122223333:role/Orders',
        },
        context: claims,
      },
    },
    verify:
      'Restart the pod, and run `aws sts get-caller-identity --query Arn --output text` in it. You should see the role.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    article: 'roles/eks-irsa',
  },
  {
    title: 'Creating a cluster passes roles',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/ShopCluster'),
    cause: 'You pass the role of the cluster, the nodes, or the pods to EKS.',
    check: { says: 'The message names the role.' },
    fix: {
      says: 'Allow this role, for EKS only.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/ShopCluster', {
            StringEquals: { 'iam:PassedToService': 'eks.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'eks.amazonaws.com' },
      },
    },
    verify: 'Create the cluster again.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/security-iam-id-based-policy-examples.html',
    article: 'roles/pass-role',
  },
]
