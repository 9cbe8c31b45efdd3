import { hasOperation, operationAsWritten } from './operation-services.ts'
import { prefixOf } from './service-prefixes.ts'
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

/** The operation behind a resource that CloudFormation couldn't create, by the resource's type; undefined where no operation has its name. */
export function stackOperation(text: string): Described | undefined {
  const rows = event.exec(text)
  const named = rows ? operationOf(rows[1], rows[2], rows[3], rows[4]) : undefined
  if (named) return named
  const other = typeFirst.exec(text)
  return other ? operationOf(other[4], other[1], other[2], other[5]) : undefined
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
