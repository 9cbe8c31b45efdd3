import {
  type FetchableType,
  isFetchable,
  type PolicyType,
  policyTypeNames,
  policyTypes,
  type Traits,
  traits,
} from '../iam/index.ts'
import type { FetchScript } from './diagnosis.ts'
import { fetchCommand, isUser, nameFor, ownerAccount } from './fetch-command.ts'
import { hasGiven, type Situation } from './situation.ts'

/** The caller's own, then the organization's, then the resource's. */
const order: readonly Traits['attachedTo'][] = ['caller', 'organization', 'resource', 'network']
const place = (type: PolicyType): number => order.indexOf(traits[type].attachedTo)
const fetchable = policyTypes.filter(isFetchable).toSorted((a, b) => place(a) - place(b))

/** One for each layer that was not given and that commands can fetch. */
export const fetchScripts = (situation: Situation): readonly FetchScript[] =>
  partsOf(situation).map((part) => ({ ...part, script: asOne([part]) }))

/** The same for all layers together; undefined where none is missing. */
export function fetchScript(situation: Situation): string | undefined {
  const parts = partsOf(situation)
  return parts.length === 0 ? undefined : asOne(parts)
}

const partsOf = (situation: Situation): readonly FetchScript[] =>
  fetchable
    .filter((type) => !hasGiven(situation, type) && concerns(type, situation))
    .flatMap((policyType) => {
      const script = scripts[policyType](situation)
      return script === undefined ? [] : [{ policyType, script }]
    })

const asOne = (parts: readonly FetchScript[]): string =>
  [
    '# Reads only. Paste everything that it prints into the checker.',
    ...(parts.some(({ policyType }) => usesArns.has(policyType)) ? [showByArn] : []),
    ...parts.map(({ script }) => script),
  ].join('\n')

const usesArns: ReadonlySet<PolicyType> = new Set(['identity', 'permissions-boundary'])

const concerns = (type: FetchableType, { asked }: Situation): boolean => {
  if (!asked) return false
  const isAssuming = asked.service === 'sts'
  if (type === 'trust') return isAssuming
  if (type === 'resource') return !isAssuming
  return true
}

const showByArn = `show() { aws iam get-policy-version --policy-arn "$1" --query PolicyVersion.Document --version-id "$(aws iam get-policy --policy-arn "$1" --query Policy.DefaultVersionId --output text)"; }`

const scripts: Readonly<Record<FetchableType, (situation: Situation) => string | undefined>> = {
  identity: ({ asked }) => {
    const name = nameFor(asked)
    if (!isUser(asked)) return policiesOf('role', name)
    return [
      policiesOf('user', name),
      `for group in $(aws iam list-groups-for-user --user-name ${name} --query 'Groups[].GroupName' --output text); do`,
      policiesOf('group', '"$group"'),
      'done',
    ].join('\n')
  },
  'permissions-boundary': ({ asked }) => {
    const kind = isUser(asked) ? 'user' : 'role'
    const query = `${kind === 'user' ? 'User' : 'Role'}.PermissionsBoundary.PermissionsBoundaryArn`
    return [
      `arn=$(aws iam get-${kind} --${kind}-name ${nameFor(asked)} --query ${query} --output text)`,
      `[ "$arn" = None ] || { echo "# Permissions boundary: $arn"; show "$arn"; }`,
    ].join('\n')
  },
  scp: ({ asked }) => levels(asked?.caller.account, 'SERVICE_CONTROL_POLICY', 'SCP'),
  rcp: ({ asked }) => levels(ownerAccount(asked), 'RESOURCE_CONTROL_POLICY', 'RCP'),
  resource: (situation) => labelled(situation, 'resource'),
  trust: (situation) => labelled(situation, 'trust'),
}

function labelled({ asked, stated }: Situation, type: PolicyType): string | undefined {
  const command = fetchCommand(type, asked, stated)
  return command && `echo "# ${policyTypeNames[type]}"\n${command}`
}

/** The managed and inline policies of a user, group or role. */
const policiesOf = (kind: 'user' | 'group' | 'role', name: string): string =>
  [
    `for arn in $(aws iam list-attached-${kind}-policies --${kind}-name ${name} --query 'AttachedPolicies[].PolicyArn' --output text); do`,
    '  echo "# Identity-based policy: $arn"; show "$arn"',
    'done',
    `for inline in $(aws iam list-${kind}-policies --${kind}-name ${name} --query 'PolicyNames[]' --output text); do`,
    `  aws iam get-${kind}-policy --${kind}-name ${name} --policy-name "$inline"`,
    'done',
  ].join('\n')

/** From the account up to the root: what is attached to each level. */
const levels = (account: string | undefined, filter: string, word: string): string =>
  [
    `# In the organization's management account, or where Organizations is delegated to:`,
    `target=${account ?? 'ACCOUNT-ID'}`,
    'while [ -n "$target" ] && [ "$target" != None ]; do',
    `  for id in $(aws organizations list-policies-for-target --target-id "$target" --filter ${filter} --query 'Policies[].Id' --output text); do`,
    `    echo "# ${word} attached to $target"; aws organizations describe-policy --policy-id "$id" --query Policy`,
    '  done',
    '  case "$target" in r-*) break ;; esac',
    `  target=$(aws organizations list-parents --child-id "$target" --query 'Parents[0].Id' --output text)`,
    'done',
  ].join('\n')
