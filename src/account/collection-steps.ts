/** One step of the script that collects everything about an account. A word that begins with "$" is a variable. */
export type Step =
  /** Runs a command and keeps its output. `about` says what the output is about, where it doesn't say so itself. */
  | { readonly is: 'keep'; readonly words: string; readonly about?: string }
  /** Runs a command that prepares something at AWS, such as a report, and waits for it. */
  | { readonly is: 'prepare'; readonly words: string }
  /** Runs a command whose result is a list of texts, and the steps for each of them. */
  | {
      readonly is: 'each'
      readonly variable: string
      readonly words: string
      readonly query: string
      readonly steps: readonly Step[]
    }
  /** Runs the steps with each OU and account below `parent`, from the root down. */
  | { readonly is: 'walk'; readonly variable: string; readonly root: string; readonly steps: readonly Step[] }

const keep = (words: string, about?: string): Step => ({ is: 'keep', words, ...(about === undefined ? {} : { about }) })
const each = (variable: string, words: string, query: string, ...steps: readonly Step[]): Step => ({
  is: 'each',
  variable,
  words,
  query,
  steps,
})

const policiesAt = (target: string): readonly Step[] =>
  (['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const).map((filter) =>
    keep(`organizations list-policies-for-target --target-id ${target} --filter ${filter}`, target),
  )

/** What a part of the script reads. */
export type PartRead = 'details' | 'credentials' | 'organization' | 'identityCenter' | 'resources'

/** A part of the script, and its steps. */
interface Part {
  readonly reads: PartRead
  readonly steps: readonly Step[]
}

/** Everything that the script reads. Each command only reads. https://docs.aws.amazon.com/cli/latest/reference/ */
export const collectionParts: readonly Part[] = [
  {
    reads: 'details',
    steps: [keep('iam get-account-authorization-details')],
  },
  {
    reads: 'credentials',
    steps: [{ is: 'prepare', words: 'iam generate-credential-report' }, keep('iam get-credential-report')],
  },
  {
    reads: 'organization',
    steps: [
      keep('organizations describe-organization'),
      each('root', 'organizations list-roots', 'Roots[].Id', {
        is: 'walk',
        variable: 'parent',
        root: '$root',
        steps: policiesAt('$parent'),
      }),
      ...(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const).map((filter) =>
        each(
          'policy',
          `organizations list-policies --filter ${filter}`,
          'Policies[].Id',
          keep('organizations describe-policy --policy-id $policy'),
        ),
      ),
    ],
  },
  {
    reads: 'identityCenter',
    steps: [
      each(
        'instance',
        'sso-admin list-instances',
        'Instances[].InstanceArn',
        each(
          'set',
          'sso-admin list-permission-sets --instance-arn $instance',
          'PermissionSets[]',
          keep('sso-admin describe-permission-set --instance-arn $instance --permission-set-arn $set'),
          each(
            'account',
            'sso-admin list-accounts-for-provisioned-permission-set --instance-arn $instance --permission-set-arn $set',
            'AccountIds[]',
            keep(
              'sso-admin list-account-assignments --instance-arn $instance --account-id $account --permission-set-arn $set',
            ),
          ),
        ),
      ),
      each(
        'store',
        'sso-admin list-instances',
        'Instances[].IdentityStoreId',
        keep('identitystore list-users --identity-store-id $store'),
        keep('identitystore list-groups --identity-store-id $store'),
        each(
          'group',
          'identitystore list-groups --identity-store-id $store',
          'Groups[].GroupId',
          keep('identitystore list-group-memberships --identity-store-id $store --group-id $group'),
        ),
      ),
    ],
  },
  {
    reads: 'resources',
    steps: [
      each(
        'bucket',
        's3api list-buckets',
        'Buckets[].Name',
        keep('s3api get-bucket-policy --bucket $bucket', 'arn:aws:s3:::$bucket'),
      ),
      each(
        'key',
        'kms list-keys',
        'Keys[].KeyArn',
        keep('kms get-key-policy --key-id $key --policy-name default', '$key'),
      ),
      each(
        'queue',
        'sqs list-queues',
        'QueueUrls[]',
        keep('sqs get-queue-attributes --queue-url $queue --attribute-names Policy QueueArn'),
      ),
      each(
        'topic',
        'sns list-topics',
        'Topics[].TopicArn',
        keep('sns get-topic-attributes --topic-arn $topic', '$topic'),
      ),
      each(
        'secret',
        'secretsmanager list-secrets',
        'SecretList[].ARN',
        keep('secretsmanager get-resource-policy --secret-id $secret', '$secret'),
      ),
      each(
        'function',
        'lambda list-functions',
        'Functions[].FunctionArn',
        keep('lambda get-policy --function-name $function', '$function'),
      ),
    ],
  },
]
