import { policyTypeNames } from '../../src/iam/index.ts'
import { checks } from '../../src/lint/index.ts'
import type { Messages, Translation } from '../../src/words/index.ts'
import { messageTables, type Table } from '../advise/message-tables.ts'
import { dataMessages } from './come-with-data.ts'

/** Each part of a template between its places in marks; backticks stay at their place. */
const marked = (template: string): string =>
  template
    .split(/(`?\{\{\w+\}\}`?)/)
    .map((part) => (part === '' || part.includes('{{') ? part : `⟦${part}⟧`))
    .join('')

/** Every table of the source: those of `messagesOf`, and the messages of each check under its code. */
export const allTables: readonly (Pick<Table, 'name' | 'messages'> & { readonly file?: string })[] = [
  ...messageTables('src'),
  { name: 'policy-types', messages: policyTypeNames },
  ...checks.map(({ code, messages }) => ({ name: code, messages })),
]

/** A made-up language, as a file of JSON would hold it: every text of ours in marks, and the data in its place. */
export const markedLanguage: Translation = new Map<string, Messages>(
  [...allTables, { name: 'data', messages: dataMessages() }].map(({ name, messages }) => [
    name,
    Object.fromEntries(Object.entries(messages).map(([id, template]) => [id, marked(template)])),
  ]),
)

/** Two words in a row in small letters: what's left of a sentence. */
const prose = /(?<![\p{L}\d_$@.:/*{])\p{Ll}{2,}[,;:]? \p{Ll}{2,}(?![\p{L}\d_:/*.-])/u
/** Words that join or end marked parts. */
const joint =
  /(?<![\w:/.*$-])(?:and|or|the|is|are|isn’t|not|with|for|if|in|on|it|no|which|because|more|anyone)(?![\w:/.*-])/i

/** What is left in English in these texts: everything outside the marks and outside quotations that reads like words of a sentence. */
export const leftInEnglish = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => {
    const outside = text
      .replaceAll(/“⟧[^⟦]*⟦”/g, '“”')
      .replaceAll(/⟦[^⟧]*(?:⟧|$)|^[^⟦⟧]*⟧/g, '|')
      .replaceAll(/`[^`]*`|“[^”]*”/g, '`')
    return prose.test(outside) || joint.test(outside)
  })
