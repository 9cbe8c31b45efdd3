import { hasOperation, operationAsWritten } from './operation-services.ts'
import { actionOfOperation } from './operations.ts'
import { prefixOf } from './service-prefixes.ts'

/** What Terraform calls a resource: "aws_security_group.web", or the block: resource "aws_security_group" "web". */
const resource = /\baws_([a-z0-9_]{2,60})(?:\.[A-Za-z_]|["'] ["'][A-Za-z_])/g
/** Of more resources than these, nothing says which one failed. */
const mostResources = 20
/** What Terraform does with a resource, in its order: it makes it, reads it, changes it, and removes it. */
const beginnings = ['Create', 'Put', 'Run', 'Describe', 'Get', 'Modify', 'Update', 'Delete', 'Terminate']

/**
 * The actions that Terraform needs for the only type of resource that a text names, among those of the service that answered ("ec2"). None where the
 * text names no type, or several.
 */
export function likelyActions(text: string, service: string): readonly string[] {
  const types = [...text.matchAll(resource)].slice(0, mostResources).map(([, type = '']) => type)
  const [only, ...others] = new Set(types)
  if (only === undefined || others.length > 0) return []
  const noun = nounOf(only, service)
  const operations = beginnings.flatMap((beginning) => {
    const written = [noun, `${noun}s`].map((name) => operationAsWritten(`${beginning}${name}`))
    return written.find((operation) => operation !== undefined && hasOperation(service, operation)) ?? []
  })
  return [...new Set(operations.flatMap((operation) => actionOfOperation(operation, service) ?? []))]
}

/** "s3_bucket" of S3 is "Bucket": the type begins with the service's name, except for most of EC2's. */
function nounOf(type: string, service: string): string {
  const [first = '', ...rest] = type.split('_')
  const words = rest.length > 0 && prefixOf(first) === service ? rest : [first, ...rest]
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')
}
