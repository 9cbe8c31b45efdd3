import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'

/** The titles of all articles, by path. The search loads it when someone searches for an error. */
export const GET: APIRoute = async () => {
  const articles = await getCollection('docs')
  return new Response(JSON.stringify(Object.fromEntries(articles.map(({ id, data }) => [id, data.title]))))
}
