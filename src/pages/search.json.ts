import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { searchPages } from '../site/search/entries.ts'

/** The search's index. Loaded when someone opens the search. */
export const GET: APIRoute = async () => {
  const articles = await getCollection('docs')
  const sources = articles.map(({ id, data, body = '' }) => ({
    id,
    title: data.title,
    description: data.description ?? '',
    body,
  }))
  return new Response(JSON.stringify(searchPages(sources, await loadReference())))
}
