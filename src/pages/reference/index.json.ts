import type { APIRoute } from 'astro'
import { loadReference } from '../../hosting/load-reference.ts'
import { toIndex } from '../../reference/index.ts'

/** Every service's prefix and name, and how old the data is. */
export const GET: APIRoute = async () => new Response(JSON.stringify(toIndex(await loadReference([]))))
