import { type DocumentType, documentTypeOf } from '../../iam/index.ts'
import { readJson, type Span } from '../../text/index.ts'
import { jsonChunks } from './chunks.ts'

/** An output that lists what grants or an access control list allow. */
export interface ListedAccess {
  readonly type: DocumentType
  /** The output's own JSON. */
  readonly text: string
  readonly span: Span
}

/** The outputs in a text that list grants or access control entries. Takes time linear in the text. */
export const listedAccessIn = (text: string): readonly ListedAccess[] =>
  /"(?:Grants|OwnershipControls)"\s{0,99}:/.test(text) ? jsonChunks(text).flatMap((span) => listedAt(text, span)) : []

function listedAt(text: string, span: Span): readonly ListedAccess[] {
  const own = text.slice(span.from, span.to)
  const type = documentTypeOf(readJson(own).value)
  return type ? [{ type, text: own, span }] : []
}

/** The text with these outputs made blank, character for character: a denial is read from what stands around them. */
export function withoutListed(text: string, listed: readonly ListedAccess[]): string {
  let at = 0
  let rest = ''
  for (const { span } of listed) {
    rest += text.slice(at, span.from) + text.slice(span.from, span.to).replace(/[^\n]/g, ' ')
    at = span.to
  }
  return rest + text.slice(at)
}
