// Seconds of the processor per megabyte at growing sizes: where a row stays level, time is linear.
import { policiesInFile } from '../../src/cli/policies-in-file.ts'
import { blankSecrets, readAll } from '../../src/denial/index.ts'
import { lint } from '../../src/lint/index.ts'
import { LogCounter } from '../../src/logs/index.ts'
import { languagesFor } from '../../src/session/languages.ts'
import { randomFrom } from '../random.ts'

interface Growing {
  readonly name: string
  /** A text of about so many characters. */
  readonly make: (length: number) => string
  readonly run: (text: string) => unknown
}

const listOf = (length: number, each: number, make: (i: number) => string): readonly string[] =>
  Array.from({ length: Math.max(1, Math.floor(length / each)) }, (_, i) => make(i))

const policyIn = (i: number): string =>
  `"P${i}":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":{"Version":"2012-10-17","Statement":[\n{"Sid":"S${i}","Effect":"Allow","Action":"s3:GetObjet","Resource":"arn:aws:s3:::b-${i}/*"}]}}}`

async function lintFile(text: string): Promise<void> {
  const { policies } = await policiesInFile(text)
  for (const { text: policy, policyType, placed } of policies)
    lint({ text: policy, policyType: policyType ?? 'identity' }).map(placed)
}

const readPaste = async (text: string): Promise<unknown> => readAll(text, await languagesFor([text]))

const planned = (i: number): string =>
  `  ~ resource "aws_iam_policy" "p${i}" {\n      ~ policy = jsonencode(\n          ~ {\n              ~ Statement = [\n                  ~ {\n                      ~ Action   = "s3:Get*" -> "s3:*"\n                        Effect   = "Allow"\n                        Resource = "arn:aws:s3:::b-${i}/*"\n                    },\n                ]\n            }\n        )\n    }\n`

/** Terraform’s ways to write policies: a document, a resource that takes one, a call, a heredoc. */
const terraform = [
  (i: number): string =>
    `data "aws_iam_policy_document" "d${i}" {\n  statement {\n    actions   = ["s3:GetObject", "s3:ListBucket"]\n    resources = ["arn:aws:s3:::b-${i}/*", aws_s3_bucket.b.arn]\n  }\n}\n`,
  (i: number): string =>
    `resource "aws_iam_policy" "u${i}" {\n  policy = data.aws_iam_policy_document.d${i - 1}.json\n}\n`,
  (i: number): string =>
    `resource "aws_iam_role_policy" "c${i}" {\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = concat([aws_sqs_queue.q.arn], var.queues) }]\n  })\n}\n`,
  (i: number): string =>
    `resource "aws_iam_policy" "h${i}" {\n  policy = <<EOF\n{\n  "Statement": [{ "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:\${var.region}:*:instance/i-${i}" }]\n}\nEOF\n}\n`,
]
const otherResource = (i: number): string =>
  `resource "aws_lambda_function" "f${i}" {\n  function_name = "f-\${var.stage}-${i}"\n  memory_size   = 128\n  environment {\n    variables = { TABLE = aws_dynamodb_table.t.name }\n  }\n}\n`

const pick = randomFrom(1)
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abcdefghijklmnopqrstuvwxyz0189/+'
const random = (length: number, of: number): string => Array.from({ length }, () => letters[pick(of)] ?? '').join('')

const tasks: readonly Growing[] = [
  {
    name: 'lint, many policies in a template',
    make: (length) => `{"Resources":{${listOf(length, 205, policyIn).join(',\n')}}}`,
    run: lintFile,
  },
  {
    name: 'lint, one policy with many condition keys',
    make: (length) =>
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{${listOf(length, 40, (i) => `"aws:PrincipalTag/team${i}":"value${i}"`).join(',\n')}}}}]}`,
    run: lintFile,
  },
  {
    name: 'lint, Terraform with nothing but policies',
    make: (length) => listOf(length, 187, (i) => terraform[i % 4]?.(i) ?? '').join(''),
    run: lintFile,
  },
  {
    name: 'lint, Terraform with few policies',
    make: (length) => listOf(length, 186, (i) => (i % 40 === 0 ? terraform[0]?.(i) : otherResource(i)) ?? '').join(''),
    run: lintFile,
  },
  {
    name: 'blank secrets, many keys and secrets',
    make: (length) => listOf(length, 62, () => `AKIA${random(16, 32)} ${random(40, 64)}\n`).join(''),
    run: blankSecrets,
  },
  {
    name: 'read a paste, a log',
    make: (length) =>
      listOf(length, 120, (i) =>
        i % 40 === 0
          ? 'ERROR AccessDenied: Access Denied\n\tstatus code: 403, request id: 4442587FB7D0A2F9, host id: eftixk72aD6A\n'
          : `2026-11-20T10:00:00Z INFO served path=/api/orders/${i} status=200 ${'x'.repeat(60)}\n`,
      ).join(''),
    run: readPaste,
  },
  {
    name: 'read a paste, a plan of Terraform',
    make: (length) => listOf(length, 330, planned).join(''),
    run: readPaste,
  },
  {
    name: 'read logs, every line a denial',
    make: (length) =>
      listOf(
        length,
        150,
        (i) =>
          `2026-11-20T10:00:00Z User: arn:aws:iam::111122223333:user/u${i % 500} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k${i}\n`,
      ).join(''),
    run: (text) => new LogCounter().file('log').push(new TextEncoder().encode(text), true),
  },
]

const sizes = [0.3, 3, 30]
/** A larger size than this would take longer than a minute. */
const longest = 6

async function secondsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Prints one row per task: seconds of the processor per megabyte. */
export async function printGrowth(): Promise<void> {
  console.log(`\ngrowth: seconds per MB at ${sizes.join(', ')} MB (level is linear)`)
  for (const { name, make, run } of tasks) {
    const cells: string[] = []
    let last = 0
    for (const size of sizes) {
      const text = last > longest ? '' : make(size * 1e6)
      if (text !== '') last = await secondsOf(() => run(text))
      cells.push((text === '' ? '–' : (last / (text.length / 1e6)).toFixed(2)).padStart(8))
    }
    console.log(`  ${name.padEnd(44)}${cells.join('')}`)
  }
}
