import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { policyTypeNames } from '../../src/iam/index.ts'
import type { Messages, Translation } from '../../src/words/index.ts'

export interface Table {
  readonly file: string
  readonly name: string
  readonly messages: Messages
}

/** Every table of messages in these folders: what a translator has to translate. */
export const messageTables = (...folders: readonly string[]): readonly Table[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
    .flatMap(tablesIn)

/** The tables of a file: every `messagesOf('name', { id: 'template', … })`. */
function tablesIn(file: string): readonly Table[] {
  const source = readFileSync(file, 'utf8')
  if (!source.includes('messagesOf(')) return []
  const found: Table[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'messagesOf') {
      const [name, messages] = node.arguments
      if (name && messages && ts.isStringLiteral(name) && ts.isObjectLiteralExpression(messages))
        found.push({ file, name: name.text, messages: Object.fromEntries(messages.properties.map(entryOf)) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))
  return found
}

function entryOf(entry: ts.ObjectLiteralElementLike): readonly [id: string, template: string] {
  if (!ts.isPropertyAssignment(entry) || !ts.isStringLiteralLike(entry.initializer))
    throw new Error('a table of messages holds only templates')
  const { name, initializer } = entry
  if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) throw new Error('the ID of a message is a plain text')
  return [name.text, initializer.text]
}

const inOtherWords = (template: string): string =>
  template
    .split(/(\{\{\w+\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replaceAll(/[A-Za-z’']{2,}/g, 'ŧ')))
    .join('')

/** The words that come with rows of data: each is its own ID. */
const dataWords: Messages = new Proxy<Messages>({}, { get: (_, english) => inOtherWords(String(english)) })

/** A language without a word of English: each word of each template is another sign. The names of policy types have no table of their own in the source. */
export const otherLanguage = (tables: readonly Table[]): Translation =>
  new Map<string, Messages>([
    ...[...tables, { name: 'policy-types', messages: policyTypeNames }].map(
      ({ name, messages }) =>
        [
          name,
          Object.fromEntries(Object.entries(messages).map(([id, template]) => [id, inOtherWords(template)])),
        ] as const,
    ),
    ['data', dataWords],
  ])
