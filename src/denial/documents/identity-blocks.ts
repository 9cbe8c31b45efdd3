import { type JsonNode, type JsonObject, member } from '../../text/index.ts'
import { objectAt, objectsOf, type Trail, textAt } from './tree.ts'

/** A resource of a template or of Terraform: "aws_iam_role", "loader", and what it's given. */
export interface Block {
  /** In lower case. */
  readonly kind: string
  readonly label: string
  readonly isData: boolean
  readonly given: JsonObject
}

/** What names a block where it's used: "aws_iam_role.loader", "data.aws_iam_role.loader", or a template's logical ID. */
export const keyOf = ({ kind, label, isData }: Block): string =>
  kind.startsWith('aws::') ? label : `${isData ? 'data.' : ''}${kind}.${label}`

/** The resources of a tree: CloudFormation's, Terraform's, and those of Terraform's plans. */
export function* blocksIn(tree: JsonNode): Generator<Block> {
  for (const object of objectsOf(tree)) {
    const resources = objectAt(object, 'Resources')
    for (const { key, value } of resources?.members ?? []) {
      const block = value.kind === 'object' ? ofTemplate(value, key.value) : undefined
      if (block) yield block
    }
    const planned = objectAt(object, 'values')
    const [kind, label] = [textAt(object, 'type'), textAt(object, 'name')]
    if (planned && kind?.startsWith('aws_') && label !== undefined)
      yield { kind, label, isData: textAt(object, 'mode') === 'data', given: planned }
  }
  for (const { key, value } of tree.kind === 'object' ? tree.members : [])
    if (key.value === 'resource' || key.value === 'data') yield* ofTerraform(value, key.value === 'data')
}

function ofTemplate(resource: JsonObject, label: string): Block | undefined {
  const kind = textAt(resource, 'Type')?.toLowerCase()
  const given = objectAt(resource, 'Properties')
  return kind?.startsWith('aws::') && given ? { kind, label, isData: false, given } : undefined
}

function* ofTerraform(node: JsonNode, isData: boolean): Generator<Block> {
  for (const { key: kind, value: labels } of node.kind === 'object' ? node.members : [])
    for (const { key: label, value: given } of labels.kind === 'object' ? labels.members : [])
      if (given.kind === 'object') yield { kind: kind.value.toLowerCase(), label: label.value, isData, given }
}

/** The resource that a place is in; undefined outside of templates and Terraform. */
export function blockAround(trail: Trail): Block | undefined {
  const at = trail.findLastIndex(({ object }) => textAt(object, 'Type')?.startsWith('AWS::') === true)
  const resource = trail[at]?.object
  if (resource) return ofTemplate(resource, trail[at - 1]?.key ?? '')
  const planned = trail.find(({ object, key }) => key === 'values' && textAt(object, 'type')?.startsWith('aws_'))
  if (planned) return [...blocksIn(planned.object)].find(({ given }) => given === member(planned.object, 'values'))
  const [outer, kind, label] = trail
  const given = label && objectAt(label.object, label.key)
  if (!outer || !kind || !given || !/^(?:resource|data)$/.test(outer.key)) return undefined
  return { kind: kind.key.toLowerCase(), label: label.key, isData: outer.key === 'data', given }
}
