import { readdirSync, readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { countAsked, readPhrases } from '../site/search/asked.ts'
import { searchEntries } from '../site/search/build.ts'

const folder = 'content/asked'

/** What phrases that people ask with say about each page. Loaded right after the search's index. */
export const GET: APIRoute = async () => {
  const phrases = readdirSync(folder).flatMap((file) => readPhrases(readFileSync(`${folder}/${file}`, 'utf8')))
  const paths = (await searchEntries(await loadReference())).map(({ path }) => path)
  return new Response(JSON.stringify(countAsked(phrases, paths)))
}
