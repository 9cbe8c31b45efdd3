import type { APIRoute, GetStaticPaths } from 'astro'
import { loadReference } from '../../../scripts/load-reference.ts'
import { toShard } from '../../reference/index.ts'

/** /reference/s3.json and the like: one service's actions, resource types and condition keys. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { prefixes } = await loadReference([])
  return [...prefixes.keys()].map((service) => ({ params: { service } }))
}

export const GET: APIRoute = async ({ params: { service = '' } }) => {
  const { services } = await loadReference([service])
  const found = services.get(service)
  return found ? Response.json(toShard(found)) : new Response(null, { status: 404 })
}
