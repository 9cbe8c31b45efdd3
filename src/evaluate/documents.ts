import { type DocumentType, documentTypes } from '../iam/index.ts'
import { aclStatements, isAclDisabled } from './bucket-acl.ts'
import { grantStatements } from './kms-grants.ts'
import type { StatementInput } from './rules/built-in.ts'

/** An output of the AWS CLI that isn't a policy and still allows something, as text or as a parsed JSON value. */
export interface DocumentInput {
  readonly type: DocumentType
  readonly name?: string | undefined
  /** For an access control list: the bucket's ARN. Left out: any bucket asked about. */
  readonly target?: string | undefined
  readonly text?: string | undefined
  readonly document?: unknown
}

/** What the documents allow, as statements. */
export interface Documents {
  readonly grants: readonly StatementInput[]
  readonly acls: readonly StatementInput[]
}

export const isDocument = <Other extends { readonly type: string }>(
  input: Other | DocumentInput,
): input is DocumentInput => documentTypes.some((type) => type === input.type)

/** Reads the documents. What isn't one allows nothing. */
export function readDocuments(inputs: readonly DocumentInput[]): Documents {
  const of = (type: DocumentType): readonly DocumentInput[] => inputs.filter((input) => input.type === type)
  return {
    grants: of('kms-grants').flatMap((input) => grantStatements(parsedValue(input))),
    acls: aclsOf(of('bucket-acl')),
  }
}

/** The output that turns the lists of a bucket off can stand apart from the list. */
function aclsOf(inputs: readonly DocumentInput[]): readonly StatementInput[] {
  const read = inputs.map((input) => ({ output: parsedValue(input), target: input.target }))
  const off = new Set(read.flatMap(({ output, target }) => (isAclDisabled(output) ? [target] : [])))
  return read.flatMap(({ output, target }) => (off.has(target) ? [] : aclStatements(output, target)))
}

function parsedValue({ text, document }: DocumentInput): unknown {
  if (text === undefined) return document
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
