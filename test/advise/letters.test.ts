// The messages to an administrator of all examples: short, to someone else than the reader, and without sentences that only the page can say.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, requestText } from '../../src/advise/index.ts'
import { diagnosisOf } from './read-case.ts'

const folder = 'content/examples'
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

test.each(examples)('%s', async (name) => {
  const { paste, policies }: Case = parse(readFileSync(`${folder}/${name}`, 'utf8'))
  const letter = requestText(await diagnosisOf(paste, policies ?? []))
  const [before = ''] = letter.split(/\n\{|\n\nThe message is: /)
  expect(before.split(/\s+/).length).toBeLessThanOrEqual(120)
  const said = letter.replace(
    /^Could you please .*$|^If you can’t change this, could you tell me .*$|^The message is: .*$|^If there’s a better way, .*$/gm,
    '',
  )
  expect(said).not.toMatch(/(?<![-\w])your?(?![-\w])|\bpasted?\b|\bgiven here\b/i)
  // A step isn’t where a message says how sure it is, and no clause is glued to a sentence.
  expect(said).not.toMatch(/: (?:Likely|Confirmed|After that)\b/)
  expect(said).not.toMatch(/[^.]\.\.[^.]|\.,|:\.|undefined|\{\{/)
})
