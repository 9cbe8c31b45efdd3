// Writes src/reference/facts/whole-calls.ts from the shared fact table: node scripts/write-whole-calls.ts ../shared/knowledge/facts
// Left out: guesses, what other identities need (the passed role, the service's own role), and what only consoles ask for.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readLater } from './calls-read-later.ts'
import { statedCalls } from './stated-calls.ts'
import { laterCalls } from './stated-calls-later.ts'
import { placeOf } from './whole-call-places.ts'

const from = process.argv[2] ?? '../shared/knowledge/facts'
const to = 'src/reference/facts/whole-calls.ts'

const needRow = z.object({
  action: z.string(),
  on: z.string(),
  when: z.string(),
  because: z.string(),
  checkedAs: z.string(),
  sure: z.enum(['seen', 'known', 'guess']),
})
const callRow = z.object({
  operation: z.string(),
  action: z.string(),
  requiredResourceTypes: z.array(z.object({ type: z.string().nullable(), when: z.string() })),
  alsoNeeds: z.array(needRow),
  passesRole: z.object({ to: z.string() }).nullable(),
  source: z.string(),
  sure: z.enum(['seen', 'known', 'guess']),
})
const calls = z.array(callRow).parse(JSON.parse(readFileSync(join(from, 'whole-calls.json'), 'utf8')))

/** One use among several of an action: what it always needs is needed only then. */
const uses: ReadonlyMap<string, string> = new Map([
  ['EC2 RunInstances from a launch template', 'if you start it from a launch template'],
  ['EC2 CopySnapshot, encrypted or shared', 'if the snapshot is encrypted or shared'],
  ['EC2 StartInstances with an encrypted volume', 'if a volume is encrypted'],
  ['S3 GetObject of an SSE-KMS object', 'if the object is encrypted with a KMS key'],
  ['S3 PutObject with SSE-KMS', 'if the object is encrypted with a KMS key'],
  ['S3 CopyObject (also rename and “aws s3 mv”)', 'if you copy: on the source'],
  [
    'S3 multipart upload (CreateMultipartUpload, UploadPart, CompleteMultipartUpload)',
    'if the file is large and sent in parts',
  ],
  ['Lambda CreateFunction / UpdateFunctionConfiguration in a VPC', 'if the function is in a VPC'],
  ['Lambda UpdateFunctionCode from S3', 'if the code comes from S3'],
  ['Lambda CreateFunction / UpdateFunctionCode from an image (ECR)', 'if the code is an image in ECR'],
  ['RDS CopyDBSnapshot of a shared encrypted snapshot', 'if the snapshot is shared and encrypted'],
  ['SNS Publish to an encrypted topic', 'if the topic is encrypted'],
  ['SQS SendMessage to an encrypted queue', 'if the queue is encrypted'],
  ['SQS ReceiveMessage from an encrypted queue', 'if the queue is encrypted'],
  ['Kinesis PutRecord to an encrypted stream', 'if the stream is encrypted'],
  ['DynamoDB Query on an index', 'if you query an index'],
  ['Bedrock InvokeModel through an inference profile (us., eu., global.)', 'if you call an inference profile'],
])
/** Facts about two operations have the first one’s action: the other one’s, and what isn’t checked of it. */
const alsoFor: ReadonlyMap<string, { readonly action: string; readonly without?: string }> = new Map([
  ['EC2 AuthorizeSecurityGroupIngress / Egress', { action: 'ec2:AuthorizeSecurityGroupEgress' }],
  [
    'EC2 AssociateIamInstanceProfile / ReplaceIamInstanceProfileAssociation',
    { action: 'ec2:ReplaceIamInstanceProfileAssociation' },
  ],
  // The passed role is in the row of the call itself.
  [
    'Lambda CreateFunction / UpdateFunctionConfiguration in a VPC',
    { action: 'lambda:CreateFunction', without: 'iam:PassRole' },
  ],
  ['Lambda CreateFunction / UpdateFunctionCode from an image (ECR)', { action: 'lambda:CreateFunction' }],
  ['ECS RunTask / StartTask', { action: 'ecs:StartTask' }],
  ['Glue CreateJob / UpdateJob', { action: 'glue:UpdateJob', without: 'glue:TagResource' }],
  [
    'CodePipeline CreatePipeline / UpdatePipeline',
    { action: 'codepipeline:UpdatePipeline', without: 'codepipeline:TagResource' },
  ],
])
const bothOf = (row: z.output<typeof callRow>): readonly z.output<typeof callRow>[] => {
  const other = alsoFor.get(row.operation)
  if (other === undefined) return [row]
  const nameOf = (action: string): string => action.slice(action.indexOf(':') + 1)
  const alsoNeeds = row.alsoNeeds
    .filter(({ action }) => action !== other.without)
    .map((need) => ({ ...need, because: need.because.replace(nameOf(row.action), nameOf(other.action)) }))
  return [
    row,
    { ...row, action: other.action, alsoNeeds, ...(other.without === 'iam:PassRole' && { passesRole: null }) },
  ]
}
/** Rows about a tool that makes many calls, not about one call. */
const tools = /^(?:CDK|SAM|Serverless|CloudFormation CreateStack without)/

const partsOfConsoles =
  /console|CloudFormation|Terraform|a tool|example|follow it|finish it|to see|real consumer|asynchronous|waits|when it (?:runs|fires)|by (?:part|task)/i
/** Notes about a role that passes another one: the caller passes only the first. */
const ofAnotherRole = /^the (?:BACKUP ROLE|ROLE|RULE’s role) /
const isNeeded = ({ because, checkedAs, sure, when }: z.output<typeof needRow>): boolean =>
  checkedAs.startsWith('the caller') &&
  !ofAnotherRole.test(because) &&
  sure !== 'guess' &&
  (!partsOfConsoles.test(when) || whens.has(when) || toolsOf(when).length > 0)

/** Told in other words than in the facts. */
const whens: ReadonlyMap<string, string> = new Map([
  ['if a policy is given, says the data; not needed, says the guide', 'if a policy is given'],
  [
    'always according to CloudFormation’s list; certain for CUR 2.0 (COST_AND_USAGE_REPORT)',
    'if a cost and usage report is exported (CUR 2.0)',
  ],
  ['always in CloudFormation’s list', 'if CloudFormation makes it'],
  ['if the tool waits (ACME clients, Terraform)', 'if the tool waits (ACME clients, Terraform)'],
  ['if a tool resolves the profile', 'if a tool resolves the profile'],
  // Calls that come after the denied one: a program that makes the one makes the others.
  ['always to see an answer', 'if the program reads the result'],
  ['to see an answer', 'if the program reads the result'],
  ['to follow it', 'if you follow its progress'],
  ['to follow it and move it', 'if you follow its progress and move the account'],
  ['to finish it', 'if the setup is finished with the same permissions'],
  ['always for a real consumer', 'if the program handles messages and deletes them'],
  ['always: the call is asynchronous', 'if the program waits for the result'],
  ['if the caller waits', 'if the program waits for the result'],
  ['if the CLI or console finds the task', 'if the AWS CLI makes the call'],
  ['always in AWS’s examples', 'if the tool looks for layers first; AWS’s examples allow it, too'],
  [
    'if the console makes it (alias is compulsory there)',
    'if you create it in the console, which creates an alias, too',
  ],
  ['always in the console', 'if you use the console'],
  ['by part of the page', 'if you look at this part of the page'],
  ['by task', 'if you do this, too'],
  [
    'if the model is of another vendor and nobody in the account used it yet',
    'if the model is from another vendor and no one in the account has used it yet',
  ],
])
const becauses: ReadonlyMap<string, string> = new Map([
  ['see contradiction', 'AWS’s list of actions says so, and its guide doesn’t'],
  ['later calls, decided by the NEW key’s policy', 'later calls, which the new key’s policy must allow'],
  [
    'another action; refused anyway where ACLs are off, unless bucket-owner-full-control',
    'another action; denied anyway if ACLs are disabled, unless bucket-owner-full-control',
  ],
  [
    'task role and execution role are passed anew at every run (iam:PassedToService = ecs-tasks.amazonaws.com)',
    'task role and execution role are passed again at every run (iam:PassedToService = ecs-tasks.amazonaws.com)',
  ],
])

/** Some facts were read from the translated or Markdown copy of a page of AWS: readers get the page. */
const asPage = (source: string): string =>
  source.startsWith('https://docs.aws.amazon.com/')
    ? source.replace(/(?<=\.com\/)[a-z]{2}_[a-z]{2}\//, '').replace(/\.md$/, '.html')
    : source

/** The facts are notes; people read sentences. Texts of a kind have a rule, the others a row. */
const plainWords = new Map(
  Object.entries(
    z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('scripts/whole-call-words.json', 'utf8'))),
  ),
)
const plainly = (text: string): string =>
  plainWords.get(text) ??
  text
    .replace(
      /^tagging while creating(?: is a check of its own; (ec2:CreateAction = \w+))?$/,
      (_, key: string | undefined) =>
        `tagging at creation requires its own permission${key === undefined ? '' : ` (${key})`}`,
    )
    .replace(/^the service-linked role is made on first use/, 'AWS creates the service-linked role on first use')
    .replace(/^the call hands /, 'the call passes ')
interface Conditional {
  readonly when?: string | undefined
}
const withPlainWhen = <Item extends Conditional>(item: Item): Item =>
  item.when === undefined ? item : { ...item, when: plainly(item.when) }
const inPlainWords = (row: {
  readonly types: readonly Conditional[]
  readonly needs: readonly (Conditional & { readonly because: string })[]
}) => ({
  ...row,
  types: row.types.map(withPlainWhen),
  needs: row.needs.map((need) => ({ ...withPlainWhen(need), because: plainly(need.because) })),
})

/** The tools that make this further call; only their users are told of it. */
const toolsOf = (when: string): readonly string[] => {
  if (when.includes('CUR 2.0') || when.includes('ACME clients') || when.startsWith('always in the console')) return []
  const both = ['CloudFormation', 'Terraform']
  const deploying = /\bif (?:the console or )?(?:a |the )?tool (?:makes (?:the call|it)|waits|ties)\b/.test(when)
    ? both
    : both.filter((tool) => when.includes(tool))
  return /\bconsole\b/.test(when) ? [...deploying, 'Console'] : deploying
}

const spelled: ReadonlyMap<string, readonly string[]> = new Map([
  // https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-iam-access-control-identity-based.html
  [
    'ec2:Describe*',
    [
      'AccountAttributes',
      'Addresses',
      'AvailabilityZones',
      'InternetGateways',
      'SecurityGroups',
      'Subnets',
      'Vpcs',
    ].map((name) => `ec2:Describe${name}`),
  ],
  ['kms:ReEncrypt*', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
  ['kms:GenerateDataKey*', ['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext']],
])
const actionsOf = (list: string): readonly string[] =>
  list
    .replaceAll(' …', '')
    .replace(/ \(newer: ([\w:-]+)\)/, ', $1')
    .split(/[,;]\s*/)
    .flatMap((action) => spelled.get(action) ?? [action])
    .filter((action) => /^[a-z0-9-]+:\w+$/.test(action))

/** "arn:…:instance/X and volume/*": ARNs, separated by spaces; "" where it's told in words. */
function resources(on: string): string {
  const items = on.split(/ and |, /)
  const start = /^arn:\S*:(?=[^:]*$)/.exec(items[0] ?? '')?.[0]
  const arns = items.map((item) => (start !== undefined && /^[\w-]+\/\*$/.test(item) ? start + item : item))
  return arns.every((arn) => arn === '*' || /^arn:\S+$/.test(arn)) ? arns.join(' ') : ''
}

/** Holes without the dollar sign: no reader takes them for JavaScript. A bare name in capitals is one, too: "transform/NAME". */
const withoutDollars = (arns: string): string =>
  arns
    .replaceAll('$', '')
    .replaceAll(
      /(?<=:([a-z]+)\/)NAME(?=\s|$)/g,
      (_, type: string) => `{${type.charAt(0).toUpperCase()}${type.slice(1)}Name}`,
    )

/** Calls that pass several roles name each of them, so that people know which is missing. By action, and the service or the note's condition. */
const role = (name: string): string => `arn:{Partition}:iam::{Account}:role/{${name}}`
const tasksRoles = `${role('TaskRoleName')} ${role('ExecutionRoleName')}`
const namedRoles: ReadonlyMap<string, string> = new Map([
  ...['ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService'].flatMap(
    (action): [string, string][] => [
      [`${action} ecs-tasks.amazonaws.com`, tasksRoles],
      [`${action} ecs.amazonaws.com`, role('InfrastructureRoleName')],
    ],
  ),
  ['elasticmapreduce:RunJobFlow elasticmapreduce.amazonaws.com', role('ServiceRoleName')],
  ['elasticmapreduce:RunJobFlow ec2.amazonaws.com', role('InstanceRoleName')],
  ['elasticmapreduce:RunJobFlow application-autoscaling.amazonaws.com', role('AutoScalingRoleName')],
])
/** The service that gets the role, where the note says so. */
const receiver = (because: string): string | undefined =>
  /\(iam:PassedToService = ([a-z0-9.-]+\.amazonaws\.com)\)/.exec(because)?.[1]

const conditional = (when: string, use: string | undefined): string | undefined => {
  if (/^always when/.test(when)) return when.replace(/^always when/, 'if')
  if (!when.startsWith('always')) return when
  return use
}

const rows = calls
  .flatMap(bothOf)
  .filter(({ sure, operation }) => sure !== 'guess' && !tools.test(operation))
  .map(({ operation, action, requiredResourceTypes, alsoNeeds, passesRole, source }) => {
    const use = uses.get(operation)
    const needs = alsoNeeds.filter(isNeeded).flatMap(({ action: list, on, when: told, because, checkedAs }) => {
      const when = whens.get(told) ?? told
      const tools = toolsOf(told)
      const via = /session via ([\w.-]+)/.exec(checkedAs)?.[1]
      const passedTo = receiver(because)
      const named = namedRoles.get(`${action} ${passedTo}`)
      const place = (each: string): string =>
        resources(on) === '' ? placeOf(on, operation, each) : (named ?? withoutDollars(resources(on)))
      return [...Map.groupBy(actionsOf(list), place)].map(([arns, actions]) => ({
        actions: actions.join(' '),
        ...(arns === '' ? {} : { on: arns }),
        ...(conditional(when, use) === undefined ? {} : { when: conditional(when, use) }),
        because: (becauses.get(because) ?? because).replaceAll('$' + '{', '{'),
        ...(tools.length === 0 ? {} : { tools: tools.join(' ') }),
        ...(via === undefined ? {} : { via }),
        ...(passedTo === undefined || passesRole === null || passedTo === passesRole.to ? {} : { passedTo }),
      }))
    })
    return {
      action,
      types: requiredResourceTypes.flatMap(({ type, when }) =>
        type === null
          ? []
          : [{ type, ...(conditional(when, use) === undefined ? {} : { when: conditional(when, use) }) }],
      ),
      needs: needs.filter(({ actions }) => actions !== ''),
      ...(passesRole && /^[\w.-]+\.amazonaws\.com$/.test(passesRole.to) ? { passedTo: passesRole.to } : {}),
      source: asPage(source.split(/\s/)[0] ?? ''),
      read: '2026-11-28',
    }
  })
  .filter(({ types, needs }) => needs.length > 0 || types.length > 1)

writeFileSync(
  to,
  `// Generated by scripts/write-whole-calls.ts.\nimport type { WholeCallRow } from '../fact-rows.ts'\n\nexport const wholeCallRows: readonly WholeCallRow[] = ${JSON.stringify([...rows, ...readLater, ...statedCalls, ...laterCalls].map(inPlainWords))}\n`,
)
execFileSync('npx', ['biome', 'format', '--write', to], { stdio: 'inherit' })
