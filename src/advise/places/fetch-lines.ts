// Lines of shell scripts, where a single command isn't enough: all policies of an identity, a boundary by its ARN, every level of an organization.
// What they echo before a document ("# Identity-based policy: arn:…") is for the checker, which reads it when the output is pasted: it isn't translated.
import { messagesOf, type Text } from '../../words/index.ts'

const told = messagesOf('places/fetch-lines', {
  whereDelegated: '# In the organization’s management account, or where Organizations is delegated to:',
})

/** Prints the default version of a managed policy. */
export const showManaged = [
  `show() { aws iam get-policy-version --policy-arn "$1" --query PolicyVersion.Document --version-id "$(aws iam get-policy --policy-arn "$1" --query Policy.DefaultVersionId --output text)"; }`,
] as const

type Identity = 'user' | 'group' | 'role'

/** The managed and inline policies of a user, group, or role. */
const policiesOf = (kind: Identity, name: string): readonly string[] => [
  `for arn in $(aws iam list-attached-${kind}-policies --${kind}-name ${name} --query 'AttachedPolicies[].PolicyArn' --output text); do`,
  '  echo "# Identity-based policy: $arn"; show "$arn"',
  'done',
  `for inline in $(aws iam list-${kind}-policies --${kind}-name ${name} --query 'PolicyNames[]' --output text); do`,
  `  aws iam get-${kind}-policy --${kind}-name ${name} --policy-name "$inline"`,
  'done',
]

/** What a role is allowed: "{}" is its name. */
export const roleLines: readonly string[] = policiesOf('role', '{}')

/** What a user is allowed, by itself and in its groups: "{}" is its name. */
export const userLines: readonly string[] = [
  ...policiesOf('user', '{}'),
  "for group in $(aws iam list-groups-for-user --user-name {} --query 'Groups[].GroupName' --output text); do",
  ...policiesOf('group', '"$group"'),
  'done',
]

/** The boundary of a user or role, whose ARN a command prints. */
export const boundaryLines = (command: string): readonly string[] => [
  `arn=$(${command} --output text)`,
  '[ "$arn" = None ] || { echo "# Permissions boundary: $arn"; show "$arn"; }',
]

/** From the account up to the root: what is attached to each level. "{}" is the account. */
export const levelLines = (filter: string, word: string): readonly Text[] => [
  told('whereDelegated'),
  'target={}',
  'while [ -n "$target" ] && [ "$target" != None ]; do',
  `  for id in $(aws organizations list-policies-for-target --target-id "$target" --filter ${filter} --query 'Policies[].Id' --output text); do`,
  `    echo "# ${word} attached to $target"; aws organizations describe-policy --policy-id "$id" --query Policy`,
  '  done',
  '  case "$target" in r-*) break ;; esac',
  `  target=$(aws organizations list-parents --child-id "$target" --query 'Parents[0].Id' --output text)`,
  'done',
]
