// Every AWS CLI command that the product prints is one that the AWS CLI has, with options that it has.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { printedCommands } from '../../scripts/printed-commands.ts'
import { type Place, places, withName } from '../../src/advise/places.ts'
import { write } from '../../src/words/index.ts'

const options: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readFileSync(new URL('./cli-options.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [service = '', operation = '', ...names] = line.split(' ')
      const row: readonly [string, ReadonlySet<string>] = [`${service} ${operation}`, new Set(names)]
      return row
    }),
)

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html and …/cli-usage-pagination.html */
const everywhere = new Set(
  'query output region profile debug endpoint-url no-sign-request cli-input-json cli-binary-format max-items page-size starting-token no-paginate no-cli-pager'.split(
    ' ',
  ),
)

/** Commands that aren't operations of a service, and operations that are newer than the models, each with its page. */
const newer: ReadonlyMap<string, string> = new Map([
  [
    'billing get-billing-preferences',
    'https://docs.aws.amazon.com/cli/latest/reference/billing/get-billing-preferences.html',
  ],
  ['billing get-credits', 'https://docs.aws.amazon.com/cli/latest/reference/billing/get-credits.html'],
  ['configure get', 'https://docs.aws.amazon.com/cli/latest/reference/configure/get.html'],
  ['configure list', 'https://docs.aws.amazon.com/cli/latest/reference/configure/list.html'],
  ['configure set', 'https://docs.aws.amazon.com/cli/latest/reference/configure/set.html'],
  [
    'freetier get-account-plan-state',
    'https://docs.aws.amazon.com/cli/latest/reference/freetier/get-account-plan-state.html',
  ],
  [
    'freetier upgrade-account-plan',
    'https://docs.aws.amazon.com/cli/latest/reference/freetier/upgrade-account-plan.html',
  ],
  [
    'organizations list-inbound-responsibility-transfers',
    'https://docs.aws.amazon.com/cli/latest/reference/organizations/list-inbound-responsibility-transfers.html',
  ],
  ['billing list-billing-views', 'https://docs.aws.amazon.com/cli/latest/reference/billing/list-billing-views.html'],
  ['invoicing get-invoice-pdf', 'https://docs.aws.amazon.com/cli/latest/reference/invoicing/get-invoice-pdf.html'],
  [
    'invoicing list-invoice-summaries',
    'https://docs.aws.amazon.com/cli/latest/reference/invoicing/list-invoice-summaries.html',
  ],
  [
    'invoicing list-invoice-units',
    'https://docs.aws.amazon.com/cli/latest/reference/invoicing/list-invoice-units.html',
  ],
  ['sts assume-root', 'https://docs.aws.amazon.com/cli/latest/reference/sts/assume-root.html'],
  ['rds generate-db-auth-token', 'https://docs.aws.amazon.com/cli/latest/reference/rds/generate-db-auth-token.html'],
  ['s3 cp', 'https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html'],
  ['s3 ls', 'https://docs.aws.amazon.com/cli/latest/reference/s3/ls.html'],
  ['s3 sync', 'https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html'],
  [
    's3tables get-table-bucket-policy',
    'https://docs.aws.amazon.com/cli/latest/reference/s3tables/get-table-bucket-policy.html',
  ],
  [
    's3tables put-table-bucket-policy',
    'https://docs.aws.amazon.com/cli/latest/reference/s3tables/put-table-bucket-policy.html',
  ],
  ['eks update-kubeconfig', 'https://docs.aws.amazon.com/cli/latest/reference/eks/update-kubeconfig.html'],
  ['sso login', 'https://docs.aws.amazon.com/cli/latest/reference/sso/login.html'],
  [
    'iam-toolbox get-request-authorization-details',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  ],
  [
    'iam-toolbox get-request-authorization-policy',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  ],
])

describe('a command that the product prints', () => {
  const printed = new Map(
    printedCommands(fileURLToPath(new URL('../..', import.meta.url))).map((each) => [
      `${each.command} ${each.options.join(' ')}`,
      each,
    ]),
  )
  it.each([...printed.values()].map((each) => [each.command, each] as const))(
    'aws %s',
    (command, { options: given, file }) => {
      const known = options.get(command)
      expect(known ?? newer.get(command), `aws ${command} in ${file}`).toBeDefined()
      const wrong = known ? given.filter((name) => !known.has(name) && !everywhere.has(name)) : []
      expect(wrong, file).toEqual([])
    },
  )
})

/** S3 on Outposts and AWS CLI names differ from service prefixes; every other place's name goes into its commands. */
test.each(Object.entries(places).filter(([, { put, get }]) => put ?? get))(
  'the place “%s” names what it belongs to',
  (_, { put = [], get = '' }: Place) => {
    const named = [...put, get].map((line) => write(withName(line, 'NAME')))
    expect(named.join('\n')).toMatch(/\bNAME\b|^aws (?:ec2|cloudtrail|glue)/)
  },
)
