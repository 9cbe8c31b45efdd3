import { symbolsIn } from '../../iam/index.ts'
import type { JsonNode, JsonObject } from '../../text/index.ts'
import type { Unread } from './notes.ts'
import type { PastedPolicy } from './pasted.ts'
import type { Source } from './source.ts'
import { objectsOf } from './tree.ts'

/** What can be told of a piece of the text apart from its policies. */
interface Piece extends Source {
  readonly policies: readonly PastedPolicy[]
}

/** The arguments of Terraform's resources that hold a policy. */
const policyArgument =
  /^(?:policy|assume_role_policy|inline_policy|access_policy|repository_policy|resource_policy|kms_key_policy)$/

/** Policies that a piece names and doesn't hold: a file, a template, a document of another module. */
export function unreadIn({ tree, policies, language, span, isCutOff }: Piece, text: string): readonly Unread[] {
  if (isCutOff && policies.length === 0) return [{ span, language, reason: { code: 'cut-off' }, at: span.from }]
  const built = [...objectsOf(tree)].flatMap((object) => builtIn(object, text, language))
  if (language === 'Terraform') {
    const documents = documentsOf(tree)
    return [...built, ...[...objectsOf(tree)].flatMap((object) => elsewhereIn(object, { text, documents }))]
  }
  if (built.length > 0) return built
  const isPolicy = policies.length > 0 || language === 'YAML'
  const written = text.slice(span.from, span.to)
  if (isPolicy || !/"Statement"\s{0,9}:|PolicyStatement/.test(written)) return []
  return [{ span, language, reason: { code: 'no-statement' }, at: span.from }]
}

/** A policy whose statements are one expression: a loop, a variable. */
function builtIn(object: JsonObject, text: string, language: Unread['language']): readonly Unread[] {
  const statement = object.members.find(({ key }) => key.value === 'Statement')?.value
  const isBuilt = statement?.kind === 'string' && symbolsIn(statement.value).length > 0
  if (!statement || !isBuilt) return []
  const written = text.slice(statement.span.from, statement.span.to).replace(/\s+/g, ' ').slice(0, 80)
  return [{ span: object.span, language, reason: { code: 'built', by: written }, at: statement.span.from }]
}

interface Given {
  readonly text: string
  /** The names of the documents in the same file. */
  readonly documents: ReadonlySet<string>
}

function elsewhereIn(object: JsonObject, { text, documents }: Given): readonly Unread[] {
  return object.members.flatMap(({ key, value }): readonly Unread[] => {
    if (!policyArgument.test(key.value) || value.kind !== 'string' || value.value.trimStart().startsWith('{')) return []
    const [name] = symbolsIn(value.value)
    if (name === undefined || isHere(name, documents)) return []
    const written = text.slice(value.span.from, value.span.to).replace(/\s+/g, ' ').slice(0, 80)
    return [
      {
        span: value.span,
        language: 'Terraform',
        ...(key.value === 'assume_role_policy' ? { policyType: 'trust' as const } : {}),
        reason: { code: 'elsewhere', key: key.value, from: written },
        at: value.span.from,
      },
    ]
  })
}

/** `data.aws_iam_policy_document.NAME.json`, and the document is in the same text. */
function isHere(name: string, documents: ReadonlySet<string>): boolean {
  const [, document] = /^data\.aws_iam_policy_document\.([\w-]+)/.exec(name) ?? []
  return document !== undefined && documents.has(document)
}

/** The names of the `data "aws_iam_policy_document" "NAME"` blocks in a tree. */
const documentsOf = (tree: JsonNode): ReadonlySet<string> =>
  new Set(
    [...objectsOf(tree)]
      .flatMap(({ members }) => members)
      .filter(({ key }) => key.value === 'aws_iam_policy_document')
      .flatMap(({ value }) => (value.kind === 'object' ? value.members : []))
      .map(({ key }) => key.value),
  )
