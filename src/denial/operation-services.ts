import { once } from '../text/index.ts'
import { clients, commonOperations } from './operation-table.ts'

/** How a service words an authorization error: see `clients`. */
type Protocol = 'ec2' | 'xml' | 'json' | 'both' | 'any'

interface Owner {
  readonly prefix: string
  readonly protocol: Protocol
  /** The operation as AWS writes it. */
  readonly name: string
}

/** By operation, in small letters: every service that has one of this name. */
const owners = once(readTable)

/** The only place that names the table: bundlers copy such a text to each place that does. */
const lines = once((): readonly string[] => clients.trim().split('\n'))

/** The prefix of every service that has a client. */
export const clientPrefixes = (): readonly string[] => lines().map((line) => line.slice(0, line.indexOf(' ')))

const common = once((): ReadonlySet<string> => new Set(commonOperations.trim().split(' ')))

function readTable(): ReadonlyMap<string, readonly Owner[]> {
  const table = new Map<string, Owner[]>()
  for (const line of lines()) {
    const [prefix = '', protocol = 'any', ...names] = line.split(' ')
    const is = isProtocol(protocol) ? protocol : 'any'
    for (const name of names) {
      const owner: Owner = { prefix, protocol: is, name }
      const known = table.get(name.toLowerCase())
      if (known) known.push(owner)
      else table.set(name.toLowerCase(), [owner])
    }
  }
  return table
}

function isProtocol(text: string): text is Protocol {
  return text === 'ec2' || text === 'xml' || text === 'json' || text === 'both'
}

/** The protocol whose services answer with this error code; undefined where several do. */
function protocolOf(errorCode: string | undefined): Protocol | undefined {
  const code = errorCode?.replace(/^Client\./, '')
  if (code === 'UnauthorizedOperation' || code === 'OptInRequired') return 'ec2'
  if (code === 'AccessDenied' || code === 'AuthorizationError' || code === '403' || code === 'Forbidden') return 'xml'
  return code === 'AccessDeniedException' || code === 'NotAuthorizedException' ? 'json' : undefined
}

/** Buckets and objects are S3's, unless the error code says that another service answered. */
const s3Name = /^(?:Head|Get|Put|Post|Delete|List|Create)(?:Bucket|Object|PublicAccessBlock)[A-Za-z]{0,40}$/

/** Does any service have an operation or action of this name? */
export const isOperation = (name: string): boolean =>
  owners().has(name.toLowerCase()) || common().has(name.toLowerCase())

/** The name of every operation and action that isn't one of nearly every service. */
export const operationNames = (): readonly string[] => [...owners().values()].flatMap(([first]) => first?.name ?? [])

/** An operation of any service as AWS writes it, from its name in any case; undefined where no service has it. */
export const operationAsWritten = (name: string): string | undefined =>
  owners().get(name.toLowerCase())?.[0]?.name ?? (common().has(name.toLowerCase()) ? name : undefined)

/** Can an error with this code be about the operation? Only Amazon EC2 answers UnauthorizedOperation. */
export const fitsCode = (operation: string, code: string): boolean =>
  protocolOf(code) !== 'ec2' ||
  owners()
    .get(operation.toLowerCase())
    ?.some(({ protocol }) => protocol === 'ec2') === true

/** Can this service have the operation? Many services have those with the most common names. */
export const hasOperation = (prefix: string, operation: string): boolean =>
  common().has(operation.toLowerCase()) ||
  owners()
    .get(operation.toLowerCase())
    ?.some((owner) => owner.prefix === prefix) === true

/** Has the service an operation of this name that isn’t one of nearly every service? */
export const owns = (prefix: string, operation: string): boolean =>
  owners()
    .get(operation.toLowerCase())
    ?.some((owner) => owner.prefix === prefix) === true

/** Is it an operation of some services, but not of nearly every one? */
export const isOfSome = (operation: string): boolean =>
  owners().has(operation.toLowerCase()) && !common().has(operation.toLowerCase())

/** The only operation of a service whose name begins like this; undefined where several do. */
export function onlyOperationOf(prefix: string, start: string): string | undefined {
  const beginning = start.toLowerCase()
  const own = [...owners()].flatMap(([name, all]) =>
    name.startsWith(beginning) ? all.filter((owner) => owner.prefix === prefix) : [],
  )
  const [only, ...more] = own
  return more.length === 0 ? only?.name : undefined
}

/**
 * The prefixes of the services that an operation can belong to by its name alone, as far as the error code leaves them; empty where no service, or
 * nearly every service, has such an operation. A service whose API model has the operation goes before one that only has an action of that name.
 */
export function servicesOfOperation(operation: string, errorCode?: string): readonly string[] {
  const protocol = protocolOf(errorCode)
  if (common().has(operation.toLowerCase()) && protocol !== 'xml' && protocol !== 'ec2') return []
  const all = owners().get(operation.toLowerCase()) ?? []
  const modeled = all.filter((owner) => owner.protocol !== 'any')
  const fitting = modeled.filter(
    (owner) => protocol === undefined || owner.protocol === protocol || owner.protocol === 'both',
  )
  const left = [fitting, modeled, all].find((list) => list.length > 0) ?? []
  const prefixes = [...new Set(left.map(({ prefix }) => prefix))]
  const isS3 = protocol !== 'json' && s3Name.test(operation) && (prefixes.length === 0 || prefixes.includes('s3'))
  return isS3 ? ['s3'] : prefixes
}
