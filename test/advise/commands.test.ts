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

/** Commands that aren't operations of a service, each with its page. */
const ownOfCli: ReadonlyMap<string, string> = new Map([
  [
    'billing get-billing-preferences',
    'https://docs.aws.amazon.com/cli/latest/reference/billing/get-billing-preferences.html',
  ],
  ['configure get', 'https://docs.aws.amazon.com/cli/latest/reference/configure/get.html'],
  ['configure list', 'https://docs.aws.amazon.com/cli/latest/reference/configure/list.html'],
  ['configure set', 'https://docs.aws.amazon.com/cli/latest/reference/configure/set.html'],
  ['configure sso', 'https://docs.aws.amazon.com/cli/latest/reference/configure/sso.html'],
  ['ecr get-login-password', 'https://docs.aws.amazon.com/cli/latest/reference/ecr/get-login-password.html'],
  ['eks update-kubeconfig', 'https://docs.aws.amazon.com/cli/latest/reference/eks/update-kubeconfig.html'],
  [
    'iam-toolbox get-request-authorization-policy',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  ],
  ['rds generate-db-auth-token', 'https://docs.aws.amazon.com/cli/latest/reference/rds/generate-db-auth-token.html'],
  ['s3 cp', 'https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html'],
  ['s3 ls', 'https://docs.aws.amazon.com/cli/latest/reference/s3/ls.html'],
  ['s3 presign', 'https://docs.aws.amazon.com/cli/latest/reference/s3/presign.html'],
  ['s3 sync', 'https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html'],
  ['sso login', 'https://docs.aws.amazon.com/cli/latest/reference/sso/login.html'],
])

/** Options that the AWS CLI adds to those of the operation, each with its page. */
const ownOptions: ReadonlyMap<string, string> = new Map([
  [
    'cloudfront create-invalidation paths',
    'https://docs.aws.amazon.com/cli/latest/reference/cloudfront/create-invalidation.html',
  ],
  [
    'cloudwatch put-metric-data metric-name',
    'https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/put-metric-data.html',
  ],
  [
    'cloudwatch put-metric-data value',
    'https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/put-metric-data.html',
  ],
  [
    'ec2 run-instances associate-public-ip-address',
    'https://docs.aws.amazon.com/cli/latest/reference/ec2/run-instances.html',
  ],
  [
    'ec2 run-instances no-associate-public-ip-address',
    'https://docs.aws.amazon.com/cli/latest/reference/ec2/run-instances.html',
  ],
  [
    'eks update-cluster-version kubernetes-version',
    'https://docs.aws.amazon.com/cli/latest/reference/eks/update-cluster-version.html',
  ],
  ['ses send-email from', 'https://docs.aws.amazon.com/cli/latest/reference/ses/send-email.html'],
  ['sns subscribe notification-endpoint', 'https://docs.aws.amazon.com/cli/latest/reference/sns/subscribe.html'],
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
      expect(known ?? ownOfCli.get(command), `aws ${command} in ${file}`).toBeDefined()
      const wrong = known
        ? given.filter((name) => !known.has(name) && !everywhere.has(name) && !ownOptions.has(`${command} ${name}`))
        : []
      expect(wrong, file).toEqual([])
    },
  )
})

/** Those whose ARNs hold another name than the commands take, or of which an account has one. */
const unnamed = new Set<string>([
  'endpoint',
  'session',
  'catalog',
  'traces',
  'log-group',
  'layer-version',
  'multi-region-access-point',
  'access-grants',
  'bucket-table',
  'sequence-store',
  'registry',
  'private-domain',
  'managed-domain',
  'delegation',
])

test.each(Object.entries<Place>(places).filter(([id, { put, get }]) => !unnamed.has(id) && (put ?? get)))(
  'the place “%s” names what it belongs to',
  (_, { put = [], get = '' }) => {
    const named = [...put, get].map((line) => write(withName(line, { name: 'NAME' })))
    expect(named.join('\n')).toMatch(/\bNAME\b/)
  },
)
