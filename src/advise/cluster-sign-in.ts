import { parseArn } from '../iam/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case, Step } from './diagnosis.ts'
import { permissionSetOf } from './identity-center.ts'
import { shellWord } from './shell-word.ts'

const told = messagesOf('cluster-sign-in', {
  title: 'The Kubernetes cluster doesn’t know the role or user that kubectl signs in as',
  text: 'In EKS, no IAM policy lets anyone into the cluster, not even AdministratorAccess. The role or user needs an access entry, or a line in the aws-auth ConfigMap. At first only the role or user that created the cluster has access. The role that the cluster itself uses doesn’t have it.',
  wrongMap: 'The aws-auth ConfigMap names {{arn}}, which matches no one',
  wrongMapText:
    'A line of aws-auth must hold the ARN of an IAM role without its path, not the ARN of a session. {{rest}}',
  correctMap: 'Correct the line in aws-auth',
  correctMapText: 'Write {{arn}} instead, and keep the username and the groups.',
  who: 'See who kubectl signs in as',
  whoText:
    'kubectl uses the credentials of this shell, unless the kubeconfig names a profile (AWS_PROFILE) or a role (--role-arn, -r). To change that, run aws eks update-kubeconfig again with --profile or --role-arn.',
  entry: 'Give it an access entry',
  entryText:
    'Someone with permissions for EKS runs this. It takes the ARN of the role with its path, not that of the session. If the cluster takes only aws-auth (authenticationMode is CONFIG_MAP), add the role there, without its path.',
  policy: 'Give the entry an access policy',
  policyText:
    'Without one, the entry has no permissions in Kubernetes. AmazonEKSViewPolicy only reads. The scope can also be single namespaces.',
  creator: 'Or sign in as the role or user that created the cluster',
  creatorText:
    'The CreateCluster event in CloudTrail names it. If the console created the cluster, it’s the one that was signed in there.',
})

/** Only the beginning of a long paste is searched. */
const mostText = 20_000

interface ClusterSignIn {
  readonly title: Text
  readonly explanation: Text
  readonly steps: NonEmpty<Step>
}

/**
 * An EKS cluster that didn't accept who called; undefined for any other text.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/security-iam-troubleshoot.html
 */
export function clusterSignIn({ paste, principal }: Case): ClusterSignIn | undefined {
  const text = paste.slice(0, mostText)
  if (
    !/You must be logged in to the server|the server has asked for the client to provide credentials|User \\?"system:anonymous/i.test(
      text,
    )
  )
    return undefined
  const wrong = wrongLine(text)
  const steps: NonEmpty<Step> = [who, ...entrySteps(roleOf(principal) ?? roleOf(printedIn(text))), creator]
  if (!wrong) return { title: told('title'), explanation: told('text'), steps }
  const correct: Step = {
    title: told('correctMap'),
    text: told('correctMapText', { arn: wrong.right }),
    owner: 'account administrator',
    command: 'kubectl edit configmap aws-auth --namespace kube-system',
  }
  return {
    title: told('wrongMap', { arn: wrong.arn }),
    explanation: told('wrongMapText', { rest: told('text') }),
    steps: [correct, ...steps],
  }
}

/** A role of aws-auth in a form that matches no one, and the right one. */
function wrongLine(text: string): { readonly arn: string; readonly right: string } | undefined {
  for (const [, arn = ''] of text.matchAll(
    /\brolearn["']?:\s{0,8}["']?(arn:aws[\w-]{0,10}:\w{3}::[^\s"',]{1,300})/gi,
  )) {
    const { partition, account, resource = '' } = parseArn(arn) ?? {}
    const [kind, ...parts] = resource.split('/')
    const name = kind === 'assumed-role' ? parts[0] : parts.at(-1)
    if (name !== undefined && (kind === 'assumed-role' || parts.length > 1))
      return { arn, right: `arn:${partition}:iam::${account}:role/${name}` }
  }
  return undefined
}

/** The caller that the paste shows, as `aws sts get-caller-identity` prints it. */
const printedIn = (text: string): string | undefined =>
  /\bArn["']?\s{0,8}:\s{0,8}["'](arn:aws[\w-]{0,10}:(?:sts|iam)::[^\s"']{1,300})["']/.exec(text)?.[1]

/** The user itself, or the role of a session; undefined where the session's ARN leaves out a path. */
export function roleOf(caller: string | undefined): string | undefined {
  const { partition, account, resource = '' } = parseArn(caller ?? '') ?? {}
  const [kind, name = ''] = resource.split('/')
  if (kind === 'user' || kind === 'role') return caller
  if (kind !== 'assumed-role' || permissionSetOf({ kind: 'role', name }) !== undefined) return undefined
  return `arn:${partition}:iam::${account}:role/${name}`
}

const who: Step = {
  title: told('who'),
  text: told('whoText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity --query Arn --output text',
}

function entrySteps(principal: string | undefined): readonly Step[] {
  const arn = shellWord(principal, '<ROLE_ARN>')
  return [
    {
      title: told('entry'),
      text: told('entryText'),
      owner: 'account administrator',
      command: `aws eks create-access-entry --cluster-name <CLUSTER_NAME> --principal-arn ${arn}`,
    },
    {
      title: told('policy'),
      text: told('policyText'),
      owner: 'account administrator',
      command: `aws eks associate-access-policy --cluster-name <CLUSTER_NAME> --principal-arn ${arn} --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy --access-scope type=cluster`,
    },
  ]
}

const creator: Step = {
  title: told('creator'),
  text: told('creatorText'),
  owner: 'caller',
  command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateCluster',
}
