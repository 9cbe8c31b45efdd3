import type { Holder } from '../holder.ts'
import { places, withNames } from '../places.ts'

/** A CloudFormation template in JSON with the resource that holds the document; undefined where the document is no JSON or has no resource type. */
export function toCloudFormation(document: string, { is, ...names }: Holder): string | undefined {
  const shape = places[is].cloudFormation
  const policy = shape && parsed(document)
  if (!shape || policy === undefined) return undefined
  const named = (value: string | readonly string[]): string | readonly string[] =>
    typeof value === 'string' ? withNames(value, names) : value.map((each) => withNames(each, names))
  const properties = Object.entries(shape.properties).map(([key, value]) => [key, named(value)])
  const held = shape.isText ? JSON.stringify(policy) : policy
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { This: { Type: shape.type, Properties: { ...Object.fromEntries(properties), [shape.field]: held } } },
  }
  return JSON.stringify(template, null, 2)
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch {
    return undefined
  }
}
