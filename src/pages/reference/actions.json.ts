import type { APIRoute } from 'astro'
import { loadReference } from '../../hosting/load-reference.ts'

/** Every action's name, by its service's prefix: what the action finder looks through. */
export const GET: APIRoute = async () => {
  const { services } = await loadReference()
  const names = [...services].map(([prefix, { actions }]) => [prefix, [...actions.values()].map(({ name }) => name)])
  return new Response(JSON.stringify(names))
}
