import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyTypeNames } from '../../src/iam/index.ts'
import type { Messages, Translation } from '../../src/words/index.ts'

/** A table as the source has it: `messagesOf('name', { id: 'template', … })`. */
const table = /messagesOf\('([^']+)', \{\n([\s\S]*?)\n\}\)/g
const message = /^\s{2}(?:'([^']+)'|(\w+)):\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),$/gm

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
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(table)].map(([, name = '', body = '']) => ({
        file,
        name,
        messages: Object.fromEntries(
          [...body.matchAll(message)].map(([, quoted, bare, single, double]) => [
            quoted ?? bare ?? '',
            (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'),
          ]),
        ),
      })),
    )

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
