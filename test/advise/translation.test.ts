// Another language is a file of templates: with one, no sentence of an answer is left in English.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, type Diagnosis, diagnose } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { functionRoleNeed, requiredServices } from '../../src/reference/index.ts'
import { messageTables, otherLanguage } from './message-tables.ts'

const tables = messageTables('src/advise', 'src/words')

test('tables have names of their own', () => {
  const names = tables.map(({ name }) => name)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  expect(names.length).toBeGreaterThan(90)
})

test.each(tables.map((each) => [each.name, each] as const))(
  '%s: its source holds every message on lines of its own',
  (_, { file, messages }) => {
    const source = readFileSync(file, 'utf8')
    for (const [id, template] of Object.entries(messages)) {
      expect(template).not.toMatch(/^ | $/)
      expect(template.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/\{\{|\}\}/)
      expect(source, id).toMatch(new RegExp(`['(]${id}'|\\b${id}\\b`))
    }
    expect(Object.keys(messages)).not.toEqual([])
  },
)

/** The texts of an answer that are sentences for people. */
const textsOf = ({ notices, cause, fixes, otherWay }: Diagnosis): readonly string[] => [
  ...notices,
  cause.title,
  cause.explanation,
  ...cause.steps.flatMap(({ title, text }) => [title, text]),
  ...[...fixes, ...(otherWay ? [otherWay] : [])].flatMap(({ title, note, onlyIf, affects, edit }) => [
    title,
    note,
    onlyIf ?? '',
    affects ?? '',
    edit?.title ?? '',
  ]),
]

/** What rows of the data say in words of their own: another kind of message, the role of a service and its job. They aren't translated yet. */
function saidByData({ denial: { insteadOf, sentence, action } }: Diagnosis): readonly string[] {
  const phrase = sentence?.caller.kind === 'role' ? sentence.caller.phrase : undefined
  const job = functionRoleNeed(action ?? sentence?.actions[0] ?? '')?.job
  const said = [insteadOf, phrase, phrase && phrase.slice(0, 1).toUpperCase() + phrase.slice(1), job]
  return said.filter((text) => text !== undefined)
}

/** What the reader pasted: quotations, and names with a sign in them. */
const quoted = /`[^`]*`|“[^”]*”|\S*[:/_.]\S*/g

const language = otherLanguage(tables)
const english = /\b(?:the|this|that|with|from|which|isn’t|doesn’t|can’t|must|allows?|den(?:y|ies)|because|without)\b/i

const examples = readdirSync('content/examples').filter((file) => file.endsWith('.yaml'))

test.each(examples)('%s in another language', async (file) => {
  const { title, summary, expect: _, ...rest } = parse(readFileSync(`content/examples/${file}`, 'utf8'))
  const given: Case = { policies: [], ...rest }
  const reference = await loadReference(requiredServices([given.paste, ...given.policies.map(({ text }) => text)]))
  const answer = diagnose(given, reference, readAll(given.paste), undefined, language)
  const texts = textsOf(answer).map((text) =>
    saidByData(answer)
      .reduce((left, said) => left.replaceAll(said, ''), text)
      .replaceAll(quoted, ''),
  )
  expect(texts.filter((text) => english.test(text))).toEqual([])
})

test('a sentence that stays in English would be found', () => {
  const paste = readFileSync('content/examples/cause-arn-other-region.yaml', 'utf8')
  const { cause } = diagnose({ paste, policies: [] }, undefined, undefined, undefined, undefined)
  expect(cause.explanation.replaceAll(quoted, '')).toMatch(english)
})
