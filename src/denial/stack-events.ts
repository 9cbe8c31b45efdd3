import { hasOperation, operationAsWritten } from './operation-services.ts'
import { prefixOf } from './service-prefixes.ts'
import type { Spotted } from './spotter.ts'
import type { Described } from './tool-phrases.ts'

/** The beginnings of the operations that CloudFormation's handlers call, the likeliest first. */
const beginnings: ReadonlyMap<string, readonly string[]> = new Map([
  ['CREATE', ['Create', 'Put', 'Publish', 'Register', 'Run', 'Add']],
  ['UPDATE', ['Update', 'Modify', 'Put', 'Publish']],
  ['DELETE', ['Delete', 'Deregister', 'Remove']],
])

/** "CREATE_FAILED | AWS::Lambda::LayerVersion | Layer | …AccessDenied…", in a table of events or in JSON, in either order. */
const event =
  /\b(CREATE|UPDATE|DELETE)_FAILED\b["'\s|,]{1,200}(?:[A-Za-z]{2,40}["']?:\s?["']?)?AWS::(\w{2,40})::(\w{2,60})\b([\s\S]{0,700})/
/** The AWS CLI prints the type before the status. */
const typeFirst =
  /\bAWS::(\w{2,40})::(\w{2,60})["'\s,]{1,60}(?:Timestamp["'\s:]{1,10}[\w:.+-]{1,40}["'\s,]{1,60})?(ResourceStatus)["'\s:]{1,10}(CREATE|UPDATE|DELETE)_FAILED\b([\s\S]{0,700})/
const denied = /Access ?Denied|UnauthorizedOperation|not\s+authorized|Status\s+Code:\s+403/i

export const stackHints: readonly RegExp[] = [event, typeFirst]

/** The operation behind a resource that CloudFormation couldn't create, by the resource's type; undefined where no operation has its name. */
export function stackOperation(text: string, spotted: Spotted): Described | undefined {
  const rows = spotted.mayHave(event) ? event.exec(text) : null
  const named = rows ? operationOf(rows[1], rows[2], rows[3], rows[4]) : undefined
  if (named) return named
  const other = spotted.mayHave(typeFirst) ? typeFirst.exec(text) : null
  return other ? operationOf(other[4], other[1], other[2], other[5]) : undefined
}

/** "Resource handler returned message: "Access Denied (Service: S3, Status Code: 403, …": the service, and no resource. */
const handler = /Resource handler returned message[\s\S]{0,300}?\(Service: (\w{2,40}), Status Code: 40[03]/

/** A resource of a template: its logical ID, and its type. */
const resource =
  /(?:^|[\s{,])["']?([A-Za-z0-9]{2,255})["']?:[ \t]{0,4}\{?\s{1,40}["']?Type["']?:[ \t]{0,4}["']?AWS::(\w{2,40})::(\w{2,60})/g

/** A type in words or in a line of output: "create failed AWS::S3::BucketPolicy UIBucketPolicy", "AWS::S3::BucketPolicy | DELETE_FAILED". */
const typeInWords = /\bAWS::(\w{2,40})::(\w{2,60})\b/g

/**
 * A handler's message doesn't say which resource it was about: a template in the same text does, if it has one resource of the service, or if what
 * stands before it names one. Without a template, the only type of the service that the text speaks of does.
 */
export function templateOperation(text: string): Described | undefined {
  const service = handler.exec(text)?.[1]
  const prefix = service === undefined ? undefined : prefixOf(service)
  if (prefix === undefined) return undefined
  const all = [...text.matchAll(resource)].filter(([, , own = '']) => prefixOf(own) === prefix)
  const words = new Set(text.slice(0, all[0]?.index).match(/[A-Za-z0-9]{2,255}/g))
  const named = all.filter(([, id = '']) => words.has(id))
  const [only, ...more] = named.length > 0 ? named : all
  if (all.length === 0) return spokenOf(text, prefix)
  return only && more.length === 0 ? operationOf('CREATE', only[2], only[3], 'AccessDenied') : undefined
}

/** The only type of a service that a text without a template names. Unless it says otherwise, it was being created. */
function spokenOf(text: string, prefix: string): Described | undefined {
  const types = [...text.matchAll(typeInWords)].flatMap(([, service = '', type = '']) =>
    prefixOf(service) === prefix ? [{ service, type }] : [],
  )
  const [only, ...more] = types
  if (!only || more.some(({ type }) => type !== only.type)) return undefined
  const verb = /\b(?:update|delete)(?=[_ ](?:in[_ ]progress|failed)\b)/i.exec(text)?.[0].toUpperCase() ?? 'CREATE'
  return operationOf(verb, only.service, only.type, 'AccessDenied')
}

function operationOf(verb = '', service = '', type = '', behind = ''): Described | undefined {
  const own = behind.split(/_FAILED\b/, 1)[0] ?? ''
  const prefix = prefixOf(service)
  if (prefix === undefined || !denied.test(own)) return undefined
  for (const beginning of beginnings.get(verb) ?? []) {
    const operation = operationAsWritten(`${beginning}${type}`) ?? operationAsWritten(`${beginning}${type}s`)
    if (operation !== undefined && hasOperation(prefix, operation)) return { operation, service: prefix, code: '403' }
  }
  return undefined
}
