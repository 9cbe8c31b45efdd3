// The search over the site's own index, without a browser: as the page does it, loading what the page would load.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadReference } from '../../../src/hosting/load-reference.ts'
import { readPasted } from '../../../src/site/find-article.ts'
import { answerSearch, mayBeError, mayBeInText, mayNameAction } from '../../../src/site/search/answer.ts'
import { type Asked, type AskedPhrase, askedOf, countAsked, readPhrases } from '../../../src/site/search/asked.ts'
import { searchPages } from '../../../src/site/search/entries.ts'
import { restored, stored, textsOf, withTexts } from '../../../src/site/search/page-entry.ts'
import { createRanking, type Hit, type Ranking } from '../../../src/site/search/rank.ts'

const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))
const sources = files.map((file) => {
  const source = readFileSync(`content/${file}`, 'utf8')
  const [top = '', yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? []
  const { title, description } = parse(yaml)
  return { id: file.replace(/\.mdx$/, ''), title, description, body: source.slice(top.length) }
})
const reference = await loadReference()

export const pages = searchPages(sources, reference)
/** What the page loads first. */
export const firstStored = stored(pages)
const firstPages = restored(firstStored)
const firstRanking = await createRanking(firstPages)
const wholeRanking = await createRanking(withTexts(firstPages, textsOf(pages)))
const paths = firstStored.paths
/** What was written for the pages in content/asked. */
export const phrases = readdirSync('content/asked').flatMap((file) =>
  readPhrases(readFileSync(`content/asked/${file}`, 'utf8')),
)
export const storedAsked = countAsked(phrases, paths)
/** What the page knows with only these phrases. */
export const askedFrom = (some: readonly AskedPhrase[]): Asked => askedOf(countAsked(some, paths), paths)
export const asked = askedFrom(phrases)
const actions = new Map(
  [...reference.services].map(([prefix, service]) => [prefix, [...service.actions.values()].map(({ name }) => name)]),
)

/** The ranking that the page would use: further words are loaded only where they're needed. */
export const rankingFor = (typed: string): Ranking => (mayBeInText(typed, firstRanking) ? wholeRanking : firstRanking)

/** As the page does it: reading, the names of actions, and the pages' further words only where they're loaded. */
export function search(typed: string, knownPhrases: Asked | undefined = asked): readonly Hit[] {
  const ranking = rankingFor(typed)
  const { about, hits } = answerSearch(typed, ranking, {
    pasted: mayBeError(typed) ? readPasted(typed) : undefined,
    actions: mayNameAction(typed, ranking) ? actions : undefined,
    asked: knownPhrases,
  })
  return [...about, ...hits]
}
