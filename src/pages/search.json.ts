import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { searchEntries } from '../site/search/build.ts'
import { stored } from '../site/search/page-entry.ts'

/** The search's index. Loaded when someone opens the search. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(stored(await searchEntries(await loadReference()))))
