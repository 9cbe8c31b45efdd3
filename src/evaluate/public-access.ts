import { isPublicStatement, publicDefinitionOf } from '../reference/index.ts'
import type { CompiledStatement } from './statement.ts'

const bucket = publicDefinitionOf('AWS::S3::Bucket')
const accessPoint = publicDefinitionOf('AWS::S3::AccessPoint')

/** Does the statement make its bucket (or access point) public, as S3 Block Public Access defines it? */
export function isPublic({ statement }: CompiledStatement, resource: string): boolean {
  const definition = resource.includes(':accesspoint/') ? accessPoint : bucket
  return definition !== undefined && isPublicStatement(statement, definition)
}
