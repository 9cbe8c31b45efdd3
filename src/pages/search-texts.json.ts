import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { searchEntries } from '../site/search/build.ts'
import { textsOf } from '../site/search/page-entry.ts'

/** The further words of the search's pages. Loaded when someone types a word that the index doesn't have. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(textsOf(await searchEntries(await loadReference()))))
