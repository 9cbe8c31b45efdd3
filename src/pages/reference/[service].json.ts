import type { APIRoute } from 'astro'
import { loadReference } from '../../hosting/load-reference.ts'
import { toShard } from '../../reference/index.ts'

const reference = await loadReference()

export const getStaticPaths = () => [...reference.services.keys()].map((service) => ({ params: { service } }))

/** One service's actions, resource types and keys. */
export const GET: APIRoute = ({ params }) => {
  const service = reference.services.get(params.service ?? '')
  return new Response(service ? JSON.stringify(toShard(service)) : 'null')
}
