// The search's pages, where the site is built.
import { getCollection } from 'astro:content'
import type { Reference } from '../../reference/index.ts'
import { searchPages } from './entries.ts'
import type { SearchPage } from './page-entry.ts'

let built: Promise<readonly SearchPage[]> | undefined

/** An entry for every page of the site, always in the same order. A build works them out once, for both files of the search. */
export function searchEntries(reference: Reference): Promise<readonly SearchPage[]> {
  if (import.meta.env.DEV) return readEntries(reference)
  built ??= readEntries(reference)
  return built
}

async function readEntries(reference: Reference): Promise<readonly SearchPage[]> {
  const articles = await getCollection('docs')
  const sources = articles.map(({ id, data, body = '' }) => ({
    id,
    title: data.title,
    description: data.description ?? '',
    body,
  }))
  return searchPages(
    sources.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    reference,
  )
}
