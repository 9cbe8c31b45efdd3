import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { gatePages, gatesRead } from '../reference/index.ts'
import { serviceGates } from '../site/service-gates.ts'

/** The table of services and policy types as data, with AWS's pages behind each row. */
export const GET: APIRoute = async () => {
  const services = serviceGates((await loadReference([])).prefixes)
  return new Response(JSON.stringify({ read: gatesRead, sources: Object.fromEntries(gatePages), services }))
}
