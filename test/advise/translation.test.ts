// Another language is a file of templates: with one, no sentence of an answer is left in English.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, type Diagnosis, diagnose, report, requestText } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requiredServices } from '../../src/reference/index.ts'
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
  ...[...fixes, ...(otherWay ? [otherWay] : [])].flatMap(
    ({ title, note, onlyIf, affects, risk, edit, included, options }) => [
      title,
      note,
      onlyIf ?? '',
      affects ?? '',
      risk ?? '',
      ...[...included, ...options].map(({ reason }) => reason),
      edit?.title ?? '',
    ],
  ),
]

/** The comments in commands, scripts, and Terraform: they are sentences, too. */
const commentsOf = ({ cause, fixes, otherWay, fetchScript, fetchScripts }: Diagnosis): readonly string[] =>
  [
    fetchScript ?? '',
    ...fetchScripts.map(({ script }) => script),
    ...cause.steps.map(({ command }) => command ?? ''),
    ...[...fixes, ...(otherWay ? [otherWay] : [])].flatMap(({ deliveries }) => deliveries.map(({ text }) => text)),
  ]
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^\s*# /.test(line))

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
  expect(answer.fetchScript ?? 'ŧ').toContain('ŧ')
  const letter = requestText(answer, language).split('\n{')[0] ?? ''
  const told = report(answer, { engine: '1', data: undefined }, language).replaceAll(/(`{3,})[\s\S]*?\1/g, '')
  const texts = [...textsOf(answer), ...commentsOf(answer), letter, told].map((text) => text.replaceAll(quoted, ''))
  expect(texts.filter((text) => english.test(text))).toEqual([])
})

/** The letter is the sender's: without what the checker says to the person who pasted. */
test.each(examples)('%s: the letter doesn’t speak to the person who pasted', async (file) => {
  const { title, summary, expect: _, ...rest } = parse(readFileSync(`content/examples/${file}`, 'utf8'))
  const given: Case = { policies: [], ...rest }
  const reference = await loadReference(requiredServices([given.paste, ...given.policies.map(({ text }) => text)]))
  const [before = ''] = requestText(diagnose(given, reference)).split(/\n[[{]/)
  const said = before
    .replace(/[Cc]ould you please/g, '')
    .replace(/If you can’t change this.*$/s, '')
    .replace(/If there’s a better way, .*$/s, '')
    .replace(/I can’t see all of the policies/, '')
    .replaceAll(quoted, '')
  expect(said).not.toMatch(/\byour?\b|\bpaste|\bgiven here\b|\bstatement below\b/)
})

test('the template for others has no places of its own', () => {
  for (const { name, messages } of tables)
    for (const [id, template] of Object.entries(messages)) {
      if (!id.endsWith('ForOthers')) continue
      const own = messages[id.slice(0, -'ForOthers'.length)]
      const places = new Set(own?.match(/\{\{\w+\}\}/g))
      expect(own, `${name} ${id}`).toBeDefined()
      for (const place of template.match(/\{\{\w+\}\}/g) ?? []) expect(places, `${name} ${id}`).toContain(place)
    }
})

test('a sentence that stays in English would be found', () => {
  const paste = readFileSync('content/examples/cause-arn-other-region.yaml', 'utf8')
  const { cause } = diagnose({ paste, policies: [] }, undefined, undefined, undefined, undefined)
  expect(cause.explanation.replaceAll(quoted, '')).toMatch(english)
})
