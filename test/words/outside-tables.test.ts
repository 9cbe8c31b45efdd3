// The core's texts are messages with an ID and data, so that a translation is a file: in src/words, and in the messages of checks, causes, and fixes.
// This finds a text for people anywhere else. What's left is listed with its reason; a file that is clean must leave the list.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comeWithData } from './come-with-data.ts'
import { proseOutsideTables, wordsAsData } from './prose.ts'

/** No one reads these as a sentence of ours: AWS's and other programs' words, names, codes, commands. */
const notOurWords = [
  // Lists of names.
  'evaluate/resource-policy-scope',
  'iam/rcp-services',
  'lint/region-lock',
  'reference/facts/resource-policies',
  'reference/facts/service-gates',
  'reference/key-presence',
  'advise/redact/hosts',
  'advise/redact/people',
  'advise/redact/words',
  'advise/trust/condition-keys',
  'denial/operation-table',
  'denial/secrets/protected',
  'denial/service-prefixes',
  // What messages of AWS and its tools say, in every language.
  'denial/denial-words',
  'denial/documents/diffs',
  'denial/languages',
  'denial/subject',
  'denial/packer-phrases',
  'denial/terraform-phrases',
  'denial/traces',
  'advise/quote',
  'denial/vocabulary',
  // Parts of a table's templates.
  'lint/escalation/find',
  'lint/pass-role',
  // Names of rows in another table.
  'account/billing-tasks',
  // Codes that aren't shown, and names of policies that only proofs see.
  'advise/opened',
  'advise/prove',
  'advise/causes/assume-role-target',
  'advise/outcomes',
  'advise/masks/settle',
  'evaluate/sample-values',
  // Symbols and names that words/ makes a text of.
  'account/read-account',
  'compare/settings',
  'denial/documents/read-paste',
  'denial/documents/templates',
  'advise/open-end',
  'advise/unread-parts',
  // Lines of scripts; the comments that they echo are for the checker, which reads them when their output is pasted.
  'advise/places/access-resources',
  'account/collection-script',
  'account/collection-steps',
  'advise/places/fetch-lines',
  'advise/places/resources',
  'advise/recorded',
]

/** Not translated, for these reasons. */
const englishOnly = [
  // What replaces a secret: a part of the paste from then on, and known when it’s pasted again.
  'denial/secrets',
  // How a text breaks YAML: the parser's own words, and one of ours among them.
  'text/yaml',
  // The name of a value that a document builds: a symbol in the text of the policy that is read from it.
  'text/hcl',
  // The name of a policy in a case that is handed to the checker, as if the reader had given it.
  'account/outside',
]

const listed = new Set([...notOurWords, ...comeWithData, ...englishOnly])

const rooms = ['text', 'iam', 'reference', 'denial', 'evaluate', 'lint', 'compare', 'advise', 'account']

/** Patterns of AWS's sentences. */
const sentences = 'denial/sentences/'

const files = rooms.flatMap((room) =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name).replace(/\.ts$/, ''))
    .filter((name) => !name.startsWith(sentences)),
)

const proseIn = (name: string): readonly string[] =>
  proseOutsideTables(`${name}.ts`, readFileSync(`src/${name}.ts`, 'utf8')).map(({ line, text }) => `${line}: ${text}`)

test('the core holds its texts in tables', () => {
  const found = files.filter((name) => !listed.has(name)).map((name) => [name, proseIn(name)] as const)
  expect(found.filter(([, prose]) => prose.length > 0)).toEqual([])
})

test('every file of the lists still has such texts', () => {
  expect([...listed].filter((name) => !files.includes(name) || proseIn(name).length === 0)).toEqual([])
})

test('no word of English goes into a template as data', () => {
  const all = [...files, ...readdirSync('src/words').map((name) => join('words', name.replace(/\.ts$/, '')))]
  const found = all.map((name) => [name, wordsAsData(`${name}.ts`, readFileSync(`src/${name}.ts`, 'utf8'))] as const)
  expect(found.filter(([, data]) => data.length > 0)).toEqual([])
})

/** The checker's logic; its components and its word files are where its texts are. */
const checkerWords =
  /^(?:words|question-words|commands|open-files|access-file|log-digest|ticket|write-report|take-along)\.ts$|^one-file\/|^editor\/look\.ts$/

test('the checker’s logic holds no text', () => {
  const logic = readdirSync('src/checker', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !checkerWords.test(name),
  )
  const found = logic.map(
    (name) => [name, proseOutsideTables(name, readFileSync(`src/checker/${name}`, 'utf8'))] as const,
  )
  expect(found.filter(([, prose]) => prose.length > 0)).toEqual([])
})

describe('found', () => {
  test.each([
    ["const why = 'it names another account'", ['it names another account']],
    ['const why = `it differs from ${resource} in the Region`', ['it differs from 0 in the Region']],
    ['const a = <p>Nothing is sent anywhere.</p>', ['Nothing is sent anywhere.']],
    ['const a = <p title="Nothing is sent anywhere" />', ['Nothing is sent anywhere']],
    ["told('x', { word: 'does not allow it' })", ['does not allow it']],
  ])('%s', (source, texts) => {
    expect(proseOutsideTables('a.tsx', source).map(({ text }) => text)).toEqual(texts)
  })
})

describe('not found', () => {
  test.each([
    "messagesOf('a', { b: 'it names another account' })",
    "check({ title: 'It names another account', messages: { a: 'it names another one' } })",
    "throw new TypeError('it names another account')",
    "const command = 'aws iam get role please'",
    "import a from 'it names another account'",
    '// it names another account',
    'const a = `${b} ${c} ${d}`',
    "const a = 'StringLike ArnLike Null'",
  ])('%s', (source) => {
    expect(proseOutsideTables('a.tsx', source)).toEqual([])
  })
})

test.each([
  ["told('x', { kind: isUser ? 'user' : 'role' })", ['user', 'role']],
  ["told('x', { what: name ?? 'the caller' })", ['the caller']],
  ["told('x', { what: told(isUser ? 'user' : 'role'), list: listOf(names, 'or'), action: 's3:Get' })", []],
])('words as data: %s', (call, found) => {
  const source = `const told = messagesOf('a', {})\n${call}`
  expect(wordsAsData('a.ts', source).map(({ text }) => text)).toEqual(found)
})
