import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { roleOf } from './cluster-sign-in.ts'
import type { Case, Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'

const told = messagesOf('cluster-forbidden', {
  title: 'Kubernetes doesn’t let {{user}} {{verb}} {{resource}}',
  account: 'the service account {{name}}',
  role: 'the role {{name}}',
  person: 'the user {{name}}',
  iam: 'The cluster knows this role or user. What it can do there are permissions of Kubernetes (RBAC): in EKS, an access policy on its access entry grants them, or a RoleBinding. No IAM policy does, not even AdministratorAccess.',
  rbac: 'These are permissions of Kubernetes (RBAC), which a RoleBinding grants. No IAM policy does, not even AdministratorAccess.',
  see: 'See what its access entry has',
  seeText:
    'An access entry without an access policy and without a Kubernetes group has no permissions. If there’s no entry, a line in the aws-auth ConfigMap names the groups. A Terraform module that knows a setting under another name ignores it without a word, so look at the cluster itself.',
  associate: 'Give the entry the access policy {{policy}}',
  associateText: 'It includes this, and more of the same kind, in the scope that the command names.',
  bind: 'Allow it with a role of Kubernetes',
  bindOwnText:
    'AWS’s access policies for viewers and editors don’t include this, and AmazonEKSClusterAdminPolicy includes everything. A role of Kubernetes that allows just this is narrower.',
  bindReadText:
    'AWS’s access policies for viewers and editors don’t include this. AmazonEKSAdminViewPolicy does, but it also reads every Secret. A role of Kubernetes that allows just this is narrower.',
  bindText: 'Someone who administers the cluster runs this.',
  group: 'Put the role or user into that group',
  groupText: 'The command replaces the entry’s groups, so name those that it has already, too.',
})

/** What Kubernetes says about a request that its roles don't allow. */
interface Forbidden {
  readonly user: string
  readonly verb: string
  /** With its subresource: "pods/exec". */
  readonly resource: string
  readonly group: string
  readonly namespace: string | undefined
}

/** Only the beginning of a long paste is searched. */
const mostText = 20_000

const sentence =
  /\bUser \\?"([^"\\\n]{1,400})\\?" cannot ([a-z]{1,20}) resource \\?"([\w./-]{1,200})\\?" in API group \\?"([\w.-]{0,200})\\?"(?: in the namespace \\?"([\w.-]{1,100}))?/

function readForbidden(paste: string): Forbidden | undefined {
  // A terminal or a ticket breaks the sentence.
  const text = paste.slice(0, mostText).replace(/\s+/g, ' ')
  const [, user = '', verb = '', resource = '', group = '', namespace] = sentence.exec(text) ?? []
  return user === '' ? undefined : { user, verb, resource, group, namespace }
}

interface ClusterForbidden {
  readonly title: Text
  readonly explanation: Text
  readonly steps: NonEmpty<Step>
}

/**
 * A request that the roles of a Kubernetes cluster don't allow; undefined for any other text.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html (2026-11-30)
 */
export function clusterForbidden({ paste }: Case): ClusterForbidden | undefined {
  const denied = readForbidden(paste)
  if (!denied || /^system:(?!serviceaccount:)/.test(denied.user)) return undefined
  const { user, verb, resource } = denied
  const title = told('title', { user: userPhrase(user), verb, resource })
  if (!user.startsWith('arn:'))
    return { title, explanation: told('rbac'), steps: [bindStep(denied, subjectOf(user), told('bindText'))] }
  const arn = shellWord(roleOf(user), '<ROLE_ARN>')
  return { title, explanation: told('iam'), steps: [seeStep(arn), ...grantSteps(denied, arn)] }
}

/** A session's name and the account say little: the role does. */
function userPhrase(user: string): Text {
  const [, account] = /^system:serviceaccount:(.+)$/.exec(user) ?? []
  if (account !== undefined) return told('account', { name: account })
  const [, kind, name = ''] = /^arn:[^\s]*:(assumed-role|role|user)\/([^/\s]+)/.exec(user) ?? []
  if (kind === undefined) return user
  return told(kind === 'user' ? 'person' : 'role', { name })
}

/** The name of a service account has its namespace in front: "system:serviceaccount:billing:exporter". */
function subjectOf(user: string): string {
  const [, account] = /^system:serviceaccount:([\w.-]+:[\w.-]+)$/.exec(user) ?? []
  return account === undefined ? `--user ${shellWord(user, '<USER_NAME>')}` : `--serviceaccount ${account}`
}

const seeStep = (arn: string): Step => ({
  title: told('see'),
  text: told('seeText'),
  owner: 'account administrator',
  command: `aws eks list-associated-access-policies --cluster-name <CLUSTER_NAME> --principal-arn ${arn}`,
})

function grantSteps(denied: Forbidden, arn: string): readonly Step[] {
  const policy = accessPolicyFor(denied)
  if (policy === undefined) {
    const text = told(reads.has(denied.verb) ? 'bindReadText' : 'bindOwnText')
    return [bindStep(denied, '--group <GROUP_NAME>', text), groupStep(arn)]
  }
  const scope = denied.namespace === undefined ? 'type=cluster' : `type=namespace,namespaces=${denied.namespace}`
  return [
    {
      title: told('associate', { policy }),
      text: told('associateText'),
      owner: 'account administrator',
      command: `aws eks associate-access-policy --cluster-name <CLUSTER_NAME> --principal-arn ${arn} --policy-arn arn:aws:eks::aws:cluster-access-policy/${policy} --access-scope ${scope}`,
    },
  ]
}

const reads = new Set(['get', 'list', 'watch'])
/** What AWS's access policies for viewers and editors include: the rest needs a role of Kubernetes. */
const groups = new Set(['apps', 'autoscaling', 'batch', 'extensions', 'networking.k8s.io', 'policy'])
const viewed =
  /^(?:configmaps|endpoints|persistentvolumeclaims|pods|replicationcontrollers|serviceaccounts|services|bindings|events|limitranges|namespaces|resourcequotas)(?:\/(?:status|log|scale))?$/
const edited =
  /^(?:configmaps|events|persistentvolumeclaims|replicationcontrollers|secrets|serviceaccounts|services|pods)(?:\/(?:attach|exec|portforward|proxy|scale))?$/
/** Kinds of these groups that no such policy includes. */
const ofCluster = /^(?:ingressclasses|podsecuritypolicies|priorityclasses|runtimeclasses|ipaddresses|servicecidrs)\b/

/** The narrowest of AWS's access policies that includes it; undefined where only those for administrators do. */
function accessPolicyFor({ verb, resource, group }: Forbidden): string | undefined {
  const isRead = reads.has(verb)
  if (group !== '') {
    if (group === 'discovery.k8s.io') return isRead && resource === 'endpointslices' ? 'AmazonEKSViewPolicy' : undefined
    if (!groups.has(group) || ofCluster.test(resource) || verb === 'impersonate') return undefined
    return isRead ? 'AmazonEKSViewPolicy' : 'AmazonEKSEditPolicy'
  }
  if (isRead && resource === 'secrets') return 'AmazonEKSSecretReaderPolicy'
  if (isRead && viewed.test(resource)) return 'AmazonEKSViewPolicy'
  return edited.test(resource) ? 'AmazonEKSEditPolicy' : undefined
}

/** "pods/exec" and "servicemonitors.monitoring.coreos.com", as kubectl takes them. */
function bindStep({ verb, resource, group, namespace }: Forbidden, subject: string, text: Text): Step {
  const [kind = '', sub] = resource.split('/')
  const named = `${kind}${group === '' ? '' : `.${group}`}${sub === undefined ? '' : `/${sub}`}`
  const [role, binding, scope] =
    namespace === undefined
      ? ['clusterrole', 'clusterrolebinding', '']
      : ['role', 'rolebinding', ` --namespace ${namespace}`]
  return {
    title: told('bind'),
    text,
    owner: 'account administrator',
    command: [
      `kubectl create ${role} <KUBERNETES_ROLE>${scope} --verb ${verb} --resource ${named}`,
      `kubectl create ${binding} <BINDING_NAME>${scope} --${role} <KUBERNETES_ROLE> ${subject}`,
    ].join('\n'),
  }
}

const groupStep = (arn: string): Step => ({
  title: told('group'),
  text: told('groupText'),
  owner: 'account administrator',
  command: `aws eks update-access-entry --cluster-name <CLUSTER_NAME> --principal-arn ${arn} --kubernetes-groups <GROUP_NAME>`,
})
