// Reasons are data: the evaluator, the comparison, and the account write no sentences for people, and the checker's logic holds none. Words are in
// src/words, in the messages of checks, causes, and steps (`messagesOf`), in the checker's word files, and in components.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** Texts of four words or more outside tables of messages, without comments and without the messages of bugs, which no one is shown. */
function sentencesIn(source: string): readonly string[] {
  const code = source
    .replaceAll(/messagesOf\('[^']+', \{\n[\s\S]*?\n\}\)/g, '')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/new Error\([^)]*\)/g, '')
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)]
    .map(([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, 'x'))
    .filter((text) => !/^aws [a-z]/.test(text) && /[a-z]+ [a-z]+ [a-z]+ [a-z]+/i.test(text) && !/^[x\s]*$/.test(text))
}

/** Files of these rooms that hold words on purpose: lists of names, messages with a key, a script's text, and names of documents. */
const wordFiles =
  /rcp-services|text\/(?:json|hcl)\.ts|account\/(?:read-account|billing-tasks|collection-script|collection-steps)|compare\/(?:settings|resources|traits)|lint\/(?:checks|escalation)\/|lint\/(?:pass-role|empty-arrays|empty-conditions|json-slips|key-types|quotas|slr|region-lock|size|move-to-star)\.ts|checker\/(?:words|question-words|commands|open-files|access-file|log-digest|ticket|write-report)\.ts|checker\/one-file\/|advise\/(?:redact|places|fetch-script|unread-parts|opens|fixes\/with-options)|trust\/condition-keys/

const rooms = ['evaluate', 'iam', 'text', 'account', 'compare', 'lint', 'advise', 'checker']

test.each(rooms.flatMap((room) => filesOf(`src/${room}`)).filter((file) => !wordFiles.test(file)))('%s', (file) => {
  expect(sentencesIn(readFileSync(file, 'utf8'))).toEqual([])
})

test('a sentence would be found', () => {
  expect(sentencesIn("const why = 'it names another account than this'")).toHaveLength(1)
  expect(sentencesIn('const why = `it differs from ${resource} in the Region`')).toHaveLength(1)
})
